"""The incidents most like each one, as the cache keeps them for the next state of the book.

What is kept says what decided on it (``Compared``). After a change only those are compared again that had
looked at what changed, would look at it now, or have a word that is now worth another amount.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from pirgen.cache import Cache, digest, key_of
from pirgen.retrieval.cached_terms import cached_terms
from pirgen.retrieval.index import SearchIndex
from pirgen.retrieval.similar import Compared, LikeDocument, compared, steady

__all__ = ["CachedSimilar"]

_FEW = 20
"""After more changes than one in that many, everything is compared again."""


@dataclass(frozen=True)
class _State:
    """The marks of all documents by their keys, and in how many each word is, as far as that matters."""

    marks: Mapping[str, str]
    counts: Mapping[str, int]

    @property
    def mark(self) -> bytes:
        """A digest of the documents, in their order."""
        return digest(*(part for pair in self.marks.items() for part in pair)).encode()


class CachedSimilar:
    """The documents of an index that are most like each of them, at most so many."""

    def __init__(self, index: SearchIndex, most: int, cache: Cache) -> None:
        self._index = index
        self._most = most
        self._cache = cache
        self._now = _state_of(index)
        self._mark = self._now.mark
        key = key_of("documents compared", str(most))
        before = _state(cache.load([key]).get(key, b""))
        self._before = before.mark
        self._holds = _held(before, self._now, index, cache)
        if self._before != self._mark:
            cache.save({key: json.dumps(list(vars(self._now).values())).encode()})

    def of(self, document: str) -> Compared:
        """Those most like the document of a key."""
        key = key_of("compared", str(self._most), document)
        mark, _, data = self._cache.load([key]).get(key, b"").partition(b"\n")
        found = _compared(document, data)
        if found and mark == self._mark:
            return found
        if not found or mark != self._before or not self._holds(document, found):
            found = compared(self._index.documents[self._index.numbers[document]], self._index, self._most)
            data = _written(found)
        self._cache.save({key: self._mark + b"\n" + data})
        return found


def _written(found: Compared) -> bytes:
    worth = [(pair, worth) for pair, worth in found.worth.items()]
    likes = [tuple(vars(each).values()) for each in found.found]
    return json.dumps([found.said, worth, found.reached, found.least, likes]).encode()


def _compared(document: str, data: bytes) -> Compared | None:
    try:
        said, worth, reached, least, likes = json.loads(data)
        found = (
            LikeDocument(
                key,
                likeness,
                tuple((kind, value) for kind, value in shared),
                tuple((stem, (*under,)) for stem, under in words),
            )
            for key, likeness, shared, words in likes
        )
        return Compared(
            document,
            said,
            {(kind, value): each for (kind, value), each in worth},
            (*reached,),
            least,
            (*found,),
        )
    except (ValueError, TypeError):
        return None


def _state(data: bytes) -> _State:
    try:
        marks, counts = json.loads(data)
        return _State(dict(marks), dict(counts))
    except (ValueError, TypeError):
        return _State({}, {})


def _state_of(index: SearchIndex) -> _State:
    counts = {term: steady(len(found)) for term, found in index.postings.items()}
    return _State({document.key: document.mark for document in index.documents}, counts)


def _held(before: _State, now: _State, index: SearchIndex, cache: Cache) -> Callable[[str, Compared], bool]:
    """Whether what was found for a document before would be found now."""
    gone = {key for key, mark in before.marks.items() if now.marks.get(key) != mark}
    new = {key for key, mark in now.marks.items() if before.marks.get(key) != mark}
    is_other = steady(len(before.marks)) != steady(len(now.marks))
    if is_other or (len(gone) + len(new)) * _FEW > len(now.marks):
        return lambda document, found: False
    changed = [index.documents[index.numbers[key]] for key in sorted(new)]
    weights = [terms.weights for terms in cached_terms(changed, cache)]
    touched = new | set(_with_other_counts(before, now, index))

    def holds(document: str, found: Compared) -> bool:
        if document in touched or not gone.isdisjoint(found.reached):
            return False
        return not any(map(found.would_reach, weights))

    return holds


def _with_other_counts(before: _State, now: _State, index: SearchIndex) -> Iterator[str]:
    """The keys of the documents with a word that is in more or fewer than it was."""
    for term, count in now.counts.items():
        if before.counts.get(term) != count:
            yield from (index.documents[number].key for number, _ in index.postings[term])
