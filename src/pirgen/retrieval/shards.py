"""The index as many small files for a browser, which loads those that a query needs.

Each is a classic script that hands over data, so that it works from a folder and under ``script-src 'self'``.
Words are in files by their first letters, as many letters as make a file small. Averages are fixed and
documents numbered by age, so that one changed incident changes the files of its own words and no others.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from hashlib import blake2b

from pirgen.retrieval.documents import Document
from pirgen.retrieval.index import SearchIndex
from pirgen.retrieval.packing import base36, packed
from pirgen.retrieval.query import FILTERS
from pirgen.retrieval.words import APART, PHRASES, STOP_WORDS

__all__ = ["FOLDER", "shards"]

FOLDER = "search"
"""The folder of the site that the files lie in."""

_LARGE = 24_000
"""A file with more letters is parted by one letter more."""

_DEPTH = 8
_OTHER = re.compile(r"[^a-z0-9]")


def shards(
    indexes: Mapping[str, SearchIndex], synonyms: Iterable[Sequence[str]], addresses: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """The files of several indexes, by name, as paths in the site and their texts.

    ``addresses`` are where the pages of documents lie in the site, by their paths.
    """
    heads = {}
    for name, index in indexes.items():
        head: dict[str, object] = {"size": len(index.documents)}
        for space, files in (("t", _terms(index, "")), ("x", _terms(index, "=")), ("f", _terms(index, ":"))):
            head[space] = []
            for key, content in files:
                yield from _noted(head[space], name, space, key, content)
        head["w"] = []
        for key, words in _words(index):
            yield from _noted(head["w"], name, "w", key, words)
        yield _file(f"{name}/filters", index.filters)
        for number, document in enumerate(index.documents):
            yield _file(f"{name}/e/{number}", _excerpt(document, addresses))
        heads[name] = head
    common = {"stop": sorted(STOP_WORDS), "phrases": PHRASES, "apart": APART, "filters": FILTERS}
    same = {"synonyms": [list(group) for group in synonyms]}
    yield _file("start", common | same | {"indexes": heads})


def _noted(listed: object, name: str, space: str, key: str, content: object) -> Iterator[tuple[str, str]]:
    """A file, with its key and a mark of its content noted in the list."""
    path, text = _file(f"{name}/{space}-{key}", content)
    assert isinstance(listed, list)
    listed.append(f"{key}:{blake2b(text.encode(), digest_size=3).hexdigest()}")
    yield path, text


def _file(name: str, content: object) -> tuple[str, str]:
    data = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return f"{FOLDER}/{name}.js", f"pirgenSearch.take({json.dumps(name)},{data});\n"


def _terms(index: SearchIndex, mark: str) -> Iterator[tuple[str, list[str]]]:
    """The words of an index, its whole values (``=``) or its filters (``:``), each with where it is."""
    chosen = sorted(
        (term.removeprefix("="), packed(postings))
        for term, postings in index.postings.items()
        if _mark_of(term) == mark
    )
    yield from _parted(chosen, 0)


def _mark_of(term: str) -> str:
    return "=" if term.startswith("=") else ":" if ":" in term else ""


def _parted(entries: Sequence[tuple[str, str]], depth: int) -> Iterator[tuple[str, list[str]]]:
    """The entries by as few of their first letters as make small files; terms and postings in turn."""
    size = sum(len(term) + len(postings) for term, postings in entries)
    if size <= _LARGE or depth == _DEPTH:
        if entries:
            yield _key(entries[0][0])[:depth], [each for entry in entries for each in entry]
        return
    by_key: dict[str, list[tuple[str, str]]] = {}
    for entry in entries:
        by_key.setdefault(_key(entry[0])[: depth + 1], []).append(entry)
    for key in sorted(by_key):
        yield from _parted(by_key[key], depth + 1)


def _key(term: str) -> str:
    """The first letters of a term as they may stand in a file's name, always equally many."""
    return _OTHER.sub("_", term)[:_DEPTH].ljust(_DEPTH, "-")


def _words(index: SearchIndex) -> Iterator[tuple[str, str]]:
    """The words by their first letter, as they are mostly spelled, each with how many documents have it."""
    for key, stems in sorted(index.by_initial.items()):
        yield key, " ".join(f"{spelled}:{base36(index.count(stem))}" for stem, spelled in stems.items())


def _excerpt(document: Document, addresses: Mapping[str, str]) -> list[object]:
    """What a result shows of a document: address, title, marks, and its passages under their headings."""
    sections: dict[tuple[str, str, float], list[str]] = {}
    for passage in document.passages:
        sections.setdefault((passage.section, passage.anchor, passage.field.weight), []).append(passage.text)
    told = [[*section, texts] for section, texts in sections.items()]
    return [addresses[document.path], document.title, list(document.marks), document.group, told]
