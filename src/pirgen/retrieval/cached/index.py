"""The index as the cache keeps it: in parts of some documents each, read as far as a search looks into it.

A part is kept under the keys of its documents, and ids alone decide where one ends, so that a changed
document makes one part again. What is found in the parts is what ``build_index`` gives of all documents.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from hashlib import blake2b
from itertools import accumulate, chain
from typing import TypeVar, overload

from pirgen.cache import key_of
from pirgen.retrieval.documents import Document
from pirgen.retrieval.index import (
    DocumentTerms,
    Postings,
    SearchIndex,
    Told,
    by_stem,
    indexed,
    initial,
    usual_word,
)  # fmt: skip
from pirgen.retrieval.packing import packed, packed_size, unpacked

__all__ = ["CachedIndex", "IndexPart", "cached_index", "ends_part", "part_key", "read_part", "written_part"]

T = TypeVar("T")

_LINE = "\n"
_SIZE = 64
"""How many documents a part has on average."""


def ends_part(id: str) -> bool:
    """Whether a part ends after the document of that id, which is so for one in 64."""
    return blake2b(id.encode(), digest_size=8).digest()[0] < 256 // _SIZE


def part_key(documents: Sequence[str]) -> str:
    """The key of the part that has documents of these keys."""
    return key_of("index", *documents)


@dataclass(frozen=True)
class IndexPart:
    """A part: the keys and the filters of its documents, where each word is, and how each stem is spelled.

    ``spelled`` has a line for each stem, with its words and how often each is there, by first letters.
    """

    keys: Sequence[str]
    filters: Sequence[Sequence[Sequence[str]]]
    postings: Mapping[str, str]
    spelled: Mapping[str, str]


def written_part(documents: Sequence[Document], terms: Sequence[DocumentTerms]) -> bytes:
    """A part as bytes."""
    written: Counter[str] = Counter()
    for each in terms:
        written.update(each.runs)
    lines: dict[str, str] = {}
    for stem, words in by_stem(written).items():
        counted = " ".join(f"{word} {count}" for word, count in words.items())
        lines[initial(stem)] = f"{lines.get(initial(stem), _LINE)}{stem} {counted}{_LINE}"
    part = (
        [document.key for document in documents],
        [document.filters for document in documents],
        {term: packed(found) for term, found in indexed(zip(documents, terms, strict=True)).postings.items()},
        lines,
    )
    return json.dumps(part, ensure_ascii=False, separators=(",", ":")).encode()


def read_part(data: bytes) -> IndexPart | None:
    """The part that was written; None of other bytes."""
    try:
        return IndexPart(*json.loads(data))
    except (ValueError, TypeError):
        return None


@dataclass(frozen=True)
class CachedIndex(SearchIndex):
    """An index of parts, which stay as they are until something is looked up."""

    parts: Sequence[IndexPart] = ()

    @cached_property
    def by_initial(self) -> Mapping[str, Mapping[str, str]]:
        """The stems with their spellings, by the first letter of these, sorted by them."""
        return _ByInitial(_Spellings(self.parts))

    def count(self, term: str) -> int:
        """How many documents have a word."""
        return sum(packed_size(part.postings[term]) for part in self.parts if term in part.postings)

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The documents' numbers by their keys."""
        return {key: number for number, key in enumerate(_keys(self.parts))}

    @cached_property
    def pairs(self) -> Sequence[frozenset[tuple[str, str]]]:
        """The filters' values of each document."""
        return [
            frozenset((key, value) for key, value in found) for part in self.parts for found in part.filters
        ]


def cached_index(parts: Sequence[IndexPart], read: Callable[[str], tuple[Document, Told]]) -> CachedIndex:
    """The index of parts; ``read`` gives the document of a key with its words."""
    keys = _keys(parts)
    each = cache(lambda number: read(keys[number]))
    documents = _Later(len(keys), lambda number: each(number)[0])
    told = _Later(len(keys), lambda number: each(number)[1])
    return CachedIndex(documents, _Postings(parts), _Spellings(parts), told, parts)


def _keys(parts: Sequence[IndexPart]) -> tuple[str, ...]:
    return tuple(chain.from_iterable(part.keys for part in parts))


class _Later(Sequence[T]):
    """Values that are read when they are asked for."""

    def __init__(self, size: int, read: Callable[[int], T]) -> None:
        self._size = size
        self._read = read

    @overload
    def __getitem__(self, at: int) -> T: ...
    @overload
    def __getitem__(self, at: slice) -> list[T]: ...
    def __getitem__(self, at: int | slice) -> T | list[T]:
        if isinstance(at, slice):
            return [self._read(number) for number in range(*at.indices(self._size))]
        return self._read(range(self._size)[at])

    def __len__(self) -> int:
        return self._size


class _Postings(Mapping[str, Postings]):
    """Where words are in all parts, put together for those that are asked for."""

    def __init__(self, parts: Sequence[IndexPart]) -> None:
        self._parts = [part.postings for part in parts]
        self._first = list(accumulate((len(part.keys) for part in parts), initial=0))
        self._known: dict[str, Postings] = {}

    def __getitem__(self, term: str) -> Postings:
        if term not in self._known:
            pairs = zip(self._first, self._parts, strict=False)
            found = Postings(
                each for first, part in pairs if term in part for each in unpacked(part[term], first)
            )
            if not found:
                raise KeyError(term)
            self._known[term] = found
        return self._known[term]

    def __contains__(self, term: object) -> bool:
        return any(term in part for part in self._parts)

    def __iter__(self) -> Iterator[str]:
        return iter(dict.fromkeys(chain.from_iterable(self._parts)))

    def __len__(self) -> int:
        return sum(1 for _ in self)


class _Spellings(Mapping[str, str]):
    """How stems are mostly spelled in all parts."""

    def __init__(self, parts: Sequence[IndexPart]) -> None:
        self._parts = [part.spelled for part in parts]

    def __getitem__(self, stem: str) -> str:
        counts: dict[str, int] = {}
        for text, start in self._found(stem):
            _count(text[start : text.index(_LINE, start)], counts)
        if not counts:
            raise KeyError(stem)
        return usual_word(counts)

    def __contains__(self, stem: object) -> bool:
        return isinstance(stem, str) and any(self._found(stem))

    def __iter__(self) -> Iterator[str]:
        return chain.from_iterable(map(self.with_initial, self.initials))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @property
    def initials(self) -> Sequence[str]:
        """The first letters of all stems."""
        return sorted(set(chain.from_iterable(self._parts)))

    def with_initial(self, letter: str) -> dict[str, str]:
        """The stems of a first letter with their spellings."""
        found: dict[str, dict[str, int]] = {}
        for line in chain.from_iterable(part.get(letter, "").split(_LINE) for part in self._parts):
            if line:
                stem, _, words = line.partition(" ")
                _count(words, found.setdefault(stem, {}))
        return {stem: usual_word(counts) for stem, counts in found.items()}

    def _found(self, stem: str) -> Iterator[tuple[str, int]]:
        """Where the words of a stem begin, in the texts that have it."""
        line = f"{_LINE}{stem} "
        for part in self._parts if stem else ():
            text = part.get(initial(stem), "")
            at = text.find(line)
            if at >= 0:
                yield text, at + len(line)


def _count(words: str, counts: dict[str, int]) -> None:
    pairs = words.split(" ")
    for word, count in zip(pairs[::2], pairs[1::2], strict=True):
        counts[word] = counts.get(word, 0) + int(count)


class _ByInitial(Mapping[str, Mapping[str, str]]):
    """The stems with their spellings by first letters, those of a letter when it is asked for."""

    def __init__(self, spellings: _Spellings) -> None:
        self._spellings = spellings

    def __getitem__(self, letter: str) -> Mapping[str, str]:
        spelled = self._spellings.with_initial(letter)
        return dict(sorted(spelled.items(), key=lambda pair: (pair[1], pair[0])))

    def __iter__(self) -> Iterator[str]:
        return iter(self._spellings.initials)

    def __len__(self) -> int:
        return len(self._spellings.initials)
