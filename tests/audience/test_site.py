"""Public and internal sites of one folder, built and searched through."""

from __future__ import annotations

import gzip
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from pirgen.audience import find_leaks, public_book
from tests.audience.books import INTERNAL, PUBLIC
from tests.audience.test_public import book_of

pytestmark = pytest.mark.site


def build(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "pirgen", "build", "--as-of", "2026-02-01", *options]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)


def contents(site: Path) -> dict[str, str]:
    """Every file of a site by its name, compressed ones unpacked, in lower case; the name is searched too."""
    found = {}
    for path in sorted(path for path in site.rglob("*") if path.is_file()):
        content = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
        name = path.relative_to(site).as_posix()
        found[name] = f"{name}\n{content.decode('utf-8', 'replace')}".lower()
    return found


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("two-audiences")
    book_of(home / "incidents")
    for audience in ("public", "internal"):
        done = build(home, "--audience", audience, "--site-dir", audience)
        assert done.returncode == 0, done.stderr
    return home


def test_no_file_of_a_public_site_has_anything_internal(folder: Path) -> None:
    found = contents(folder / "public")
    assert [name for name, content in found.items() if re.search("canary[a-z-]", content)] == []
    assert [name for name, content in found.items() if INTERNAL in content] == []
    assert [name for name, content in found.items() if "unnamed.png" in content] == []


def test_a_factor_that_an_internal_event_removed_is_not_called_open(folder: Path) -> None:
    found = contents(folder / "public")
    page = BeautifulSoup(found[f"incidents/{PUBLIC}/index.html"], "html.parser")
    removed = [" ".join(each.get_text().split()) for each in page.select(".pirgen-removed")]
    assert removed == ["✓ removed in the response"]
    assert "removed in the response; `null-price`" in found[f"incidents/{PUBLIC}/index.html.md"]


def test_an_internal_site_has_all_of_it_and_says_so(folder: Path) -> None:
    found = contents(folder / "internal")
    assert "canarytitle of a partner failed" in found[f"incidents/{INTERNAL}/index.html"]
    assert "<strong>internal.</strong>" in found[f"incidents/{INTERNAL}/index.html"]
    assert "canaryreviewnotes" in found[f"incidents/{PUBLIC}/index.html"]
    assert "<strong>internal.</strong>" not in found[f"incidents/{PUBLIC}/index.html"]


def test_every_internal_part_of_a_public_page_is_marked(folder: Path) -> None:
    """Each canary that the reader of an internal site sees has the mark beside it."""
    page = BeautifulSoup(
        (folder / f"internal/incidents/{PUBLIC}/index.html").read_text(), "html.parser"
    ).article
    assert page
    marked = {mark.parent.get_text() for mark in page.select(".pirgen-note-internal") if mark.parent}
    seen = set(re.findall(r"Canary[a-z]+", page.get_text())) - {"Canaryrelation", "Canarygate"}
    assert {word for word in seen if not any(word in text for text in marked)} - {"Canarydonewhen"} == set()
    assert len(seen) > 25
    for site, id in (("internal", INTERNAL), ("public", PUBLIC)):
        assert "pirgen-note-internal" not in (folder / f"{site}/incidents/{id}/index.html").read_text()


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("about.html", "<p>Canaryfactor <b>was</b> agreed</p>"),
        ("data.json", '{"text": "Canaryfactor was\\u0020agreed"}'),
        ("page.html", "<p title='Canaryfactor&#32;was agreed'>x</p>"),
        ("link.html", "<a href='?q=Canaryfactor%20was%20agreed'>x</a>"),
        ("canaryfactor-was-agreed.txt", "x"),
        ("drawing.svg", "<text><tspan>Canaryfactor was</tspan><tspan> agreed</tspan></text>"),
        (f"{INTERNAL}.txt", ""),
    ],
)
def test_a_leak_is_found_however_it_is_written(folder: Path, tmp_path: Path, name: str, content: str) -> None:
    book = book_of(tmp_path / "incidents")
    site = shutil.copytree(folder / "public", tmp_path / "site")
    assert find_leaks(book, public_book(book), site) == ()
    (site / name).write_text(content)
    (site / f"{name}.gz").write_bytes(gzip.compress(content.encode()))
    assert [leak.file for leak in find_leaks(book, public_book(book), site)][:1] == [name]


def test_a_public_build_with_a_leak_fails_and_leaves_the_old_site(folder: Path, tmp_path: Path) -> None:
    book_of(tmp_path / "incidents")
    (tmp_path / "docs").mkdir()
    (tmp_path / "mkdocs.yml").write_text("site_name: x\ntheme: {name: material}\nplugins: [search, pirgen]\n")
    assert build(tmp_path, "--audience", "public").returncode == 0
    before = contents(tmp_path / "site")
    (tmp_path / "docs" / "about.md").write_text("# About\n\nWe know that canaryfactor was agreed.\n")
    done = build(tmp_path, "--audience", "public")
    assert done.returncode == 1
    assert "nothing was published" in done.stderr
    assert "about/index.html: canaryfactor was agreed" in done.stderr
    assert contents(tmp_path / "site") == before
