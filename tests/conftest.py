"""What several rooms' tests share: cases as files, and books read from text."""

from __future__ import annotations

import os
import struct
import tempfile
import zlib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings

from pirgen.diagnostics import Diagnostic, render_text
from pirgen.pipeline import Checked, check
from pirgen.rules.examples import files_of
from tests.site.browser import missing

settings.register_profile("ci", derandomize=True, deadline=None)
settings.register_profile("here", deadline=None)
os.environ.setdefault("PIRGEN_CACHE_KEY", "of tests")  # and no key among the files of whoever runs them
os.environ.setdefault("PIRGEN_NO_CACHE", "1")  # tests leave no cache beside the site that they build
settings.load_profile("ci" if os.environ.get("CI") else "here")

MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory."""


def _has_room(place: Path) -> bool:
    """Whether a place takes all that tests write, and runs the scripts among it."""
    if not place.is_dir() or not os.access(place, os.W_OK):
        return False
    disk = os.statvfs(place)
    return disk.f_bavail * disk.f_frsize > 4e9 and not disk.f_flag & os.ST_NOEXEC


if "TMPDIR" not in os.environ and _has_room(MEMORY):  # removing the many files of sites waits for no disk there
    os.environ["TMPDIR"] = tempfile.tempdir = str(MEMORY)

CASES = Path(__file__).parent / "cases"
AS_OF = date(2026, 2, 1)
EXPECTED = "--- expected\n"
"""The line of a case file behind which its outcome stands."""


def case_files(kind: str) -> list[Path]:
    """The case files of a kind, one test each."""
    return sorted((CASES / kind).glob("*.txt"))


def written(folder: Path, files: dict[str, str]) -> Path:
    """The folder with the files in it."""
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="")
    return folder


def png(width: int, height: int) -> bytes:
    """The smallest file that every reader of pictures takes for one."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


def checked(folder: Path, example: str) -> Checked:
    """The example's files, laid over the small book that rules use, read and judged."""
    return check(written(folder, files_of(example)), AS_OF)


def found(folder: Path, example: str) -> tuple[Diagnostic, ...]:
    """What is wrong with an example."""
    return checked(folder, example).diagnostics


def assert_case(case: Path, folder: Path) -> None:
    """Compare a case's findings, as text, with what it expects; PIRGEN_REWRITE=1 writes them instead."""
    example, _, expected = case.read_bytes().decode().partition(EXPECTED)
    result = checked(folder, example)
    actual = render_text(result.diagnostics, result.texts)
    actual += "\n" if actual else ""
    if os.environ.get("PIRGEN_REWRITE"):
        case.write_bytes((example + EXPECTED + actual).encode())
    assert actual == expected


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Files with whole sites come first, so that of several processes none is left with one at the end."""
    long = {item.path for item in items if item.get_closest_marker("site")}
    items.sort(key=lambda item: item.path not in long)


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_setup(item: pytest.Item) -> None:
    """Skip what needs a browser, where there is none, before a site is built for it."""
    if item.get_closest_marker("browser") and (said := missing()):
        pytest.skip(said)


@pytest.fixture
def in_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that the test stands in, in no repository and with no word of CI."""
    for name in ("GITHUB_ACTIONS", "GITHUB_STEP_SUMMARY", "NO_COLOR", "FORCE_COLOR", "PIRGEN_SITE_URL"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    monkeypatch.chdir(tmp_path)
    return tmp_path
