"""The files of the index: an incident that changes renews its own and no others."""

from __future__ import annotations

from dataclasses import replace

import pytest

from pirgen.model import Book
from pirgen.retrieval import searchable, synonyms_of
from pirgen.retrieval.index import build_index
from pirgen.retrieval.shards import shards
from pirgen.retrieval.words import runs, stems_of
from tests.retrieval.test_search import ferries

CHANGED = "2024-06-12-forty-thousand-repeated-messages"
NEW = "xylophone"


def files_of(book: Book) -> dict[str, str]:
    index = searchable(book).index
    addresses = {document.path: document.path for document in index.documents}
    indexes = {"incidents": index, "pages": build_index(())}
    return dict(shards(indexes, synonyms_of(book.vocabulary), addresses))


def test_a_changed_incident_renews_the_files_of_its_own_words_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pirgen.retrieval.shards._LARGE", 500)  # as many files as a large book has
    book = ferries().book
    place = next(n for n, incident in enumerate(book.incidents) if incident.id == CHANGED)
    old = book.incidents[place]
    same_length = len(runs(old.timeline[0].text))
    event = replace(old.timeline[0], text=" ".join([NEW] * same_length))
    new = replace(old, timeline=(event, *old.timeline[1:]))
    incidents = (*book.incidents[:place], new, *book.incidents[place + 1 :])
    before, after = files_of(book), files_of(replace(book, incidents=incidents))
    changed = {name for name in before | after if before.get(name) != after.get(name)}
    stems = {*stems_of(NEW), *stems_of(old.timeline[0].text)}
    letters = {stem[0] for stem in stems}
    assert {name for name in changed if "/e/" in name} == {f"search/incidents/e/{place}.js"}
    others = {name for name in changed if "/e/" not in name} - {"search/start.js"}
    assert others
    for name in others:
        kind, key = name.rsplit("/", 1)[1].removesuffix(".js").split("-", 1)
        assert kind in ("t", "w")
        assert key[0] in letters, name
        if kind == "t":
            assert any(stem.startswith(key) for stem in stems), name
