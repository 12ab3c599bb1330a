"""What ``check`` accepts has a place on every disk: names at every edge, drawn at random, are written out."""

from __future__ import annotations

import json
import re
import unicodedata
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as some

from pirgen.diagrams import Drawer
from pirgen.pages import Settings
from pirgen.pages.links import address
from pirgen.pipeline import build, check
from pirgen.rules.examples import files_of
from pirgen.site.docs_tree import docs_tree
from tests.conftest import AS_OF, png, written
from tests.site.conftest import built

pytestmark = pytest.mark.graphviz

LETTERS = ("w", "é", "e\u0301", "漢", "\U0001f9ef", "İ", "ß")
LENGTHS = (1, 33, 34, 60, 85, 86, 99, 100, 101, 127, 128, 200, 201, 255, 256, 260)
EDGES = (
    *(
        "con",
        "CON",
        "nul",
        "aux",
        "com1",
        "com¹",
        "lpt9",
        "con-2",
        "prn.txt",
        "index",
        "INDEX",
        "readme",
        "404",
    ),
    *("..", ".", "a/b", "../../x", "a\\b", "a:b", "A", "a", "ﬁ", "fi", "SS", "%2e%2e", "-", "?#"),
    *("search", "assets", "feed", "graph", "unnamed", "unnamed-2", "a-2"),
)
NAMES = some.one_of(
    some.builds(lambda letter, length: letter * length, some.sampled_from(LETTERS), some.sampled_from(LENGTHS)),
    some.sampled_from(EDGES),
    some.text(some.characters(categories=("L", "N", "P", "S")), min_size=1, max_size=8),
)
SLUGS = some.one_of(
    some.sampled_from(("a", "con", "nul", "index", "a-2", "w" * 89, "w" * 90, "w-" * 44 + "w")),
    some.from_regex(r"[a-z0-9]{1,5}(-[a-z0-9]{1,5})?", fullmatch=True),
)
IDS = some.builds(lambda day, slug: f"2026-01-{day:02}-{slug}", some.integers(5, 7), SLUGS)
FILES = some.builds(
    lambda folder, name, type: f"{folder}{name}.{type}",
    some.sampled_from(("", "", "a/", "index/", "x.png/", "w" * 200 + "/")),
    some.one_of(
        SLUGS, NAMES, some.sampled_from(["incident", "pir", "review", "drill", "timeline", "index.html"])
    ),
    some.sampled_from(["png", "txt", "json", "csv", "pdf", "log", "PNG", "html"]),
)
BOOKS = some.lists(
    some.fixed_dictionaries(
        {
            "id": IDS,
            "services": some.lists(NAMES, min_size=1, max_size=3),
            "tags": some.lists(NAMES, max_size=3),
            "owner": NAMES,
            "aliases": some.lists(IDS, max_size=2),
            "files": some.lists(FILES, max_size=2),
        }
    ),
    min_size=1,
    max_size=2,
)

_RESERVED = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def laid_out(folder: Path, books: list[dict[str, object]]) -> list[str]:
    """The incidents in a folder, without what this disk itself does not take; the files beside them."""
    made = []
    for book in books:
        lines = "".join(
            f"{key}: {json.dumps(book[key], ensure_ascii=False)}\n" for key in ("services", "tags", "aliases")
        )
        example = f"{lines}# pir.yaml\nowner: {json.dumps(book['owner'], ensure_ascii=False)}\n"
        for name, text in files_of(example).items():
            written(folder / str(book["id"]), {name.rpartition("/")[2]: text})
        for name in book["files"]:  # type: ignore[attr-defined]
            file = folder / str(book["id"]) / name
            try:
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_bytes(png(2, 2) if file.suffix.lower() == ".png" else b"x")
            except (OSError, ValueError):
                continue
            made.append(name)
    return made


@given(books=BOOKS)
@settings(max_examples=15, suppress_health_check=list(HealthCheck))
def test_whatever_is_accepted_is_written_at_addresses_of_its_own(books: list[dict[str, object]]) -> None:
    with TemporaryDirectory() as place:
        folder, site = Path(place, "incidents"), Path(place, "site")
        folder.mkdir()
        laid_out(folder, books)
        checked = check(folder, AS_OF)
        event("refused" if checked.has_errors else "accepted")
        if checked.has_errors:
            return
        with Drawer() as drawer:
            site_settings = Settings(as_of=AS_OF)
            pages = build(checked.book, site_settings, drawer)
            files = list(docs_tree(pages, checked.book, {}, folder, site_settings, "", print))
        paths = [file.path for file in files] + [address(page.path, True) + "index.html" for page in pages]
        keys = [unicodedata.normalize("NFC", path).casefold() for path in paths]
        assert sorted(keys) == sorted(set(keys))
        for part in {part for path in paths for part in path.split("/")}:
            assert len(f"{part}.html.md.gz".encode()) <= 255
            assert not _RESERVED.fullmatch(part)
            assert not part.endswith((".", " "))
        for file in files:
            target = site / file.path
            assert target.resolve().is_relative_to(site.resolve())
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(file.content)


@pytest.mark.site
def test_mkdocs_builds_names_at_every_edge(tmp_path: Path) -> None:
    """One whole build with as many edges as one incident may have."""
    names = [letter * length for letter in LETTERS for length in LENGTHS[:12]]
    names += ["con", "CON", "com1", "index", "404", "..", "a/b", "A", "a", "%2e%2e", "?#"]
    book = {
        "id": f"2026-01-05-{'w' * 89}",
        "services": names[:40],
        "tags": names[40:],
        "owner": "é" * 260,
        "aliases": [f"2026-01-06-{'v' * 89}", "2026-01-06-con"],
        "files": [f"{'w' * 196}.png", "con-.txt", "index.json", "a/index.txt"],
    }
    assert len(laid_out(tmp_path / "incidents", [book])) == 4
    written(
        tmp_path, {"mkdocs.yml": "site_name: x\nplugins: [pirgen: {as_of: 2026-02-01}]\n", "docs/x.md": "# X\n"}
    )
    site = built(tmp_path)[0]
    assert len([page for page in (site / "services").iterdir() if page.is_dir()]) == 40
    assert (site / f"incidents/{book['id']}/{'w' * 196}.png").is_file()
    assert (site / f"incidents/2026-01-06-{'v' * 89}/index.html").is_file()
