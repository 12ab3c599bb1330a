"""A folder that is searched with a cache answers as it does without one, whatever has changed in between."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from pirgen.cache import Cache
from pirgen.cache_file import passing_cache
from pirgen.retrieval import Searchable, folder
from pirgen.retrieval.folder import searchable_folder
from tests.conftest import CASES

FERRIES = CASES.parents[1] / "examples" / "exampleton-ferries"

Edit = Callable[[Path], object]


def said(library: Searchable) -> tuple[object, ...]:
    """All that a search can see, and some answers."""
    index = library.index
    initials = {letter: list(stems.items()) for letter, stems in index.by_initial.items()}
    answers = [library.search(typed, 5) for typed in ("tickt system", "payment", "year:2025 queue")]
    nearest = [library.similar_to(id, 3) for id in list(index.numbers)[::4]]
    told = library.read(list(index.numbers))
    facts = [(each.id, each.title, each.severity, each.services) for each in told.incidents]
    lessons = [(id, told.review_by_incident[id].lessons) for id in sorted(told.review_by_incident)]
    return (
        dict(index.postings), dict(index.spellings), list(index.told), list(index.documents), initials,
        index.numbers, index.pairs, index.filters, library.vocabulary, answers, nearest, facts, lessons,
    )  # fmt: skip


def write(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, file
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def incident(root: Path, place: int) -> Path:
    return sorted(path for path in root.iterdir() if path.is_dir())[place]


def copied(root: Path, name: str) -> None:
    shutil.copytree(incident(root, 1), root / name)


EDITS: dict[str, Edit] = {
    "a title": lambda root: write(incident(root, 3) / "incident.yaml", "title:", "title: Zebra"),
    "a review": lambda root: write(incident(root, 1) / "pir.yaml", "summary:", "summary: Zebra"),
    "a new incident": lambda root: copied(root, "2020-01-01-copied"),
    "one that is gone": lambda root: shutil.rmtree(incident(root, 0)),
    "no review": lambda root: (incident(root, 2) / "pir.yaml").unlink(),
    "a broken file": lambda root: (incident(root, 2) / "incident.yaml").write_text(
        "title: [", encoding="utf-8"
    ),
    "a former id": lambda root: write(
        incident(root, 4) / "incident.yaml", "title:", "aliases: [2019-01-01-x]\ntitle:"
    ),
    "one more covered": lambda root: write(
        incident(root, 5) / "pir.yaml", "summary:", f"covers: [{incident(root, 6).name}]\nsummary:"
    ),
    "a word": lambda root: write(root / "vocabularies.yaml", "services:", "as_of: 2026-01-01\nservices:"),
    "another file": lambda root: (root / "notes.yaml").write_text("a: b", encoding="utf-8"),
}


@pytest.fixture(scope="module")
def searched(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the cache of a search."""
    root = tmp_path_factory.mktemp("searched")
    shutil.copytree(FERRIES, root / "incidents")
    with Cache(root / "cache.sqlite") as cache:
        said(searchable_folder(root / "incidents", cache))
    return root


@pytest.mark.parametrize("edit", EDITS)
def test_a_change_is_seen(searched: Path, tmp_path: Path, edit: str) -> None:
    root = shutil.copytree(searched, tmp_path / "copy") / "incidents"
    with Cache(root.parent / "cache.sqlite") as cache:
        searchable_folder(root, cache)  # as it is at this place
        EDITS[edit](root)
        found = said(searchable_folder(root, cache))
    assert found == said(searchable_folder(root, Cache()))


def test_nothing_is_read_again_where_nothing_has_changed(
    searched: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = searched / "incidents"
    expected = said(searchable_folder(root, Cache()))
    for reader in ("_read", "_whole", "_with_changes"):
        monkeypatch.setattr(folder, reader, lambda *_: pytest.fail("the folder was read"))
    for _ in range(2):
        with Cache(searched / "cache.sqlite") as cache:
            assert said(searchable_folder(root, cache)) == expected


def test_a_change_of_equal_length_that_puts_the_time_back_is_seen(searched: Path, tmp_path: Path) -> None:
    root = shutil.copytree(searched, tmp_path / "copy") / "incidents"
    file = incident(root, 3) / "incident.yaml"
    with Cache(root.parent / "cache.sqlite") as cache:
        before = searchable_folder(root, cache).index.documents[3].title
        facts = file.stat()
        write(file, before[:5], "Zebra")
        os.utime(file, ns=(facts.st_atime_ns, facts.st_mtime_ns))
        assert searchable_folder(root, cache).index.documents[3].title == f"Zebra{before[5:]}"


def test_a_cache_that_lost_something_is_filled_again(searched: Path, tmp_path: Path) -> None:
    import sqlite3

    root = shutil.copytree(searched, tmp_path / "copy") / "incidents"
    expected = said(searchable_folder(root, Cache()))
    with Cache(root.parent / "cache.sqlite") as cache:
        searchable_folder(root, cache)
    for part in range(3):
        with sqlite3.connect(root.parent / "cache.sqlite") as database:
            database.execute("DELETE FROM entries WHERE rowid % 3 = ?", (part,))
        with Cache(root.parent / "cache.sqlite") as cache:
            assert said(searchable_folder(root, cache)) == expected


def test_a_folder_read_in_parts_by_several_processes_answers_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("pirgen.retrieval.cached.index._SIZE", 4)
    root = shutil.copytree(FERRIES, tmp_path / "incidents")
    for edit in ("one more covered", "a former id", "a broken file"):
        EDITS[edit](root)
    expected = searchable_folder(root, Cache())
    with passing_cache() as cache:
        found = searchable_folder(root, cache)
        assert said(found) == said(expected)
        assert found.broken == expected.broken != frozenset()
