"""Sites built in-process by MkDocs, once for all tests that look at them."""

from __future__ import annotations

import logging
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from jinja2 import BytecodeCache
from jinja2.bccache import Bucket
from mkdocs.commands.build import build
from mkdocs.config import load_config

from pirgen.rules.examples import files_of
from tests.conftest import written
from tests.site.browser import launched, served

if TYPE_CHECKING:
    from playwright.sync_api import Browser

ROOT = Path(__file__).parents[2]
Build = Callable[..., Path]


class _Warnings(logging.Handler):
    """Keeps what MkDocs would count as a warning under --strict."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


class _Compiled(BytecodeCache):
    """Keeps the code of a theme's templates, whose compilation is half of a small build."""

    def __init__(self) -> None:
        self._code: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        if bucket.key in self._code:
            bucket.bytecode_from_string(self._code[bucket.key])  # if it is of the same source

    def dump_bytecode(self, bucket: Bucket) -> None:
        self._code[bucket.key] = bucket.bytecode_to_string()


_COMPILED = _Compiled()


def built(folder: Path, site: Path | None = None, **options: object) -> tuple[Path, list[str]]:
    """The site of a folder with an mkdocs.yml, built into its folder ``site``, and its warnings."""
    site = site or folder / "site"
    warnings = _Warnings()
    logger = logging.getLogger("mkdocs")
    logger.addHandler(warnings)
    try:
        config = load_config(str(folder / "mkdocs.yml"), site_dir=str(site), **options)
        compiling = config.theme.get_env
        config.theme.get_env = lambda: compiling().overlay(bytecode_cache=_COMPILED)
        config.plugins.on_startup(command="build", dirty=False)
        build(config)
    finally:
        logger.removeHandler(warnings)
    return site, warnings.messages


CONFIG = """\
site_name: Somebody else's site
theme: {name: material, font: false}
plugins: [search, pirgen]
"""


@pytest.fixture
def somebodys_site(tmp_path: Path) -> Path:
    """A MkDocs site of somebody else with one page of its own and one incident."""
    pages = {"mkdocs.yml": CONFIG, "docs/index.md": "# Our handbook\n\n[Incidents](incidents/index.md)\n"}
    incidents = {f"incidents/{name}": text for name, text in files_of("").items()}
    return written(tmp_path, pages | incidents)


@pytest.fixture(scope="session")
def our_site(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """This repository's own site, built from a copy of its sources, and the warnings of its build."""
    folder = tmp_path_factory.mktemp("ours")
    for name in ("docs", "examples", "incidents", "overrides", "templates"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.copy(ROOT / "mkdocs.yml", folder)
    site, warnings = built(folder)
    return site, warnings + built(folder / "examples", site / "demo")[1]


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """A browser for all tests of a module."""
    with launched() as browser:
        yield browser


@pytest.fixture(scope="module")
def host(our_site: tuple[Path, list[str]]) -> Iterator[str]:
    """The address of our own site, served."""
    with served(our_site[0]) as host:
        yield host
