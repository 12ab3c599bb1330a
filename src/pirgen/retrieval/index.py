"""The index: for each word the documents that have it, and how much it counts in each.

BM25 over fields (S. Robertson and H. Zaragoza, 'The Probabilistic Relevance Framework', 2009): what a word
counts in a document grows with its fields' weights and less than in proportion to how often it is there, and
shrinks with the fields' lengths. Each weight is rounded to one of 26 steps, which the site writes as a letter.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import repeat
from math import log
from sys import intern
from typing import overload

from pirgen.retrieval.documents import Document, SearchField
from pirgen.retrieval.words import joined, phrases, runs, terms

__all__ = [
    "STEPS",
    "SearchIndex",
    "build_index",
    "document_terms",
    "filter_term",
    "in_row",
    "indexed",
    "initial",
    "rarity",
]

STEPS = 26
"""How many weights there are, from 1."""

VALUE_FIELDS = frozenset(
    (SearchField.ID, SearchField.SERVICE, SearchField.TAG, SearchField.OWNER, SearchField.CLASS)
)
"""What is compared as values where documents are compared, and not as words."""

_DIGITS = STEPS.bit_length()
_SATURATION = 6.0
_LENGTH_SHARE = 0.35


class Postings(Sequence[tuple[int, int]]):
    """Documents by number, and the weight of a word in each, in their order.

    There are millions of them, so that each takes four bytes: a number, and in its last digits a weight.
    """

    __slots__ = ("_each",)

    def __init__(self, pairs: Iterable[tuple[int, int]] = ()) -> None:
        self._each = array("I", [number << _DIGITS | weight for number, weight in pairs])

    def add(self, number: int, weight: int) -> None:
        """Add one that is not before the others."""
        self._each.append(number << _DIGITS | weight)

    @overload
    def __getitem__(self, at: int) -> tuple[int, int]: ...
    @overload
    def __getitem__(self, at: slice) -> list[tuple[int, int]]: ...
    def __getitem__(self, at: int | slice) -> tuple[int, int] | list[tuple[int, int]]:
        return [*self][at] if isinstance(at, slice) else divmod(self._each[at], 1 << _DIGITS)

    def __iter__(self) -> Iterator[tuple[int, int]]:
        return map(divmod, self._each, repeat(1 << _DIGITS))

    def weight_in(self, number: int) -> int:
        """The weight of the word in a document; 0 where it is not in it."""
        at = bisect_left(self._each, number << _DIGITS)
        found, weight = self[at] if at < len(self) else (-1, 0)
        return weight if found == number else 0

    def __len__(self) -> int:
        return len(self._each)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Sequence) and [*self] == [*other]


Told = tuple[tuple[str, ...], bytes, Sequence[int]]
"""Words, the weight of each and where it is; three rows, since they take a tenth of a dictionary's room."""


@dataclass(frozen=True)
class DocumentTerms:
    """What a document brings to the index: the weight of each term, how often each run is written, and of the
    words of its own sentences, which is all but what is compared as values, weights and headings.

    ``headings`` has a bit for each of the document's sections that a word is in, in the order of ``told``.
    """

    weights: Mapping[str, int]
    runs: Mapping[str, int]
    told: Mapping[str, int]
    headings: Sequence[int]


@dataclass(frozen=True)
class SearchIndex:
    """What a search looks up. ``spellings`` are the words as they are mostly written, by their stems.

    Beside words, ``postings`` has ``=value`` for whole values, and ``key:value`` for filters. ``told`` are the
    words of each document's own sentences, with their weights and headings there.
    """

    documents: Sequence[Document]
    postings: Mapping[str, Postings]
    spellings: Mapping[str, str]
    told: Sequence[Told] = ()

    @cached_property
    def by_initial(self) -> Mapping[str, Mapping[str, str]]:
        """The stems with their spellings, by the first letter of these, sorted by them."""
        groups: dict[str, dict[str, str]] = {}
        for stem, spelled in sorted(self.spellings.items(), key=lambda pair: (pair[1], pair[0])):
            groups.setdefault(initial(spelled), {})[stem] = spelled
        return groups

    def count(self, term: str) -> int:
        """How many documents have a word."""
        return len(self.postings.get(term, ()))

    @cached_property
    def numbers(self) -> Mapping[str, int]:
        """The documents' numbers by their keys."""
        return {document.key: number for number, document in enumerate(self.documents)}

    @cached_property
    def pairs(self) -> Sequence[frozenset[tuple[str, str]]]:
        """The filters' values of each document."""
        return [frozenset(document.filters) for document in self.documents]

    @cached_property
    def having(self) -> Mapping[tuple[str, str], frozenset[int]]:
        """The numbers of the documents that have each of the filters' values."""
        found: dict[tuple[str, str], set[int]] = {}
        for number, pairs in enumerate(self.pairs):
            for pair in pairs:
                found.setdefault(pair, set()).add(number)
        return {pair: frozenset(numbers) for pair, numbers in found.items()}

    @cached_property
    def filters(self) -> dict[str, list[str]]:
        """The values of each filter as the index names them, sorted."""
        known: dict[str, list[str]] = {}
        for term in sorted(self.postings):
            key, sign, value = term.partition(":")
            if sign:
                known.setdefault(key, []).append(value)
        return known


def build_index(documents: Iterable[Document]) -> SearchIndex:
    """The index of documents, numbered in their order."""
    return indexed((document, document_terms(document)) for document in documents)


def indexed(brought: Iterable[tuple[Document, DocumentTerms]]) -> SearchIndex:
    """The same of documents with what each brings to it."""
    documents: list[Document] = []
    postings: dict[str, Postings] = defaultdict(Postings)
    written: Counter[str] = Counter()
    told: list[Told] = []
    for number, (document, own) in enumerate(brought):
        documents.append(document)
        for term, weight in own.weights.items():
            postings[term].add(number, weight)
        written.update(own.runs)
        told.append(told_of(own))
    return SearchIndex(documents, {**postings}, _usual_words(written), told)


def _usual_words(runs: Mapping[str, int]) -> dict[str, str]:
    """What ``usual_word`` gives of each stem of ``by_stem``, without a mapping for each."""
    counts: Counter[tuple[str, str]] = Counter()
    for run, count in runs.items():
        for pair in terms(run):
            counts[pair] += count
    usual: dict[str, str] = {}
    for (stem, word), count in counts.items():
        before = usual.setdefault(stem, word)
        usual[stem] = min((-counts[stem, before], before), (-count, word))[1]
    return usual


def by_stem(runs: Mapping[str, int]) -> dict[str, dict[str, int]]:
    """The words of runs and how often each is written, by their stems."""
    found: dict[str, dict[str, int]] = {}
    for run, count in runs.items():
        for stem, word in terms(run):
            words = found.setdefault(stem, {})
            words[word] = words.get(word, 0) + count
    return found


def usual_word(counts: Mapping[str, int]) -> str:
    """The word that is written most often of those with one stem."""
    return min(counts, key=lambda word: (-counts[word], word))


def told_of(terms: DocumentTerms) -> Told:
    """The words of a document's own sentences, as the index has them."""
    return tuple(map(intern, terms.told)), bytes(terms.told.values()), in_row(terms.headings)


def in_row(headings: Sequence[int]) -> Sequence[int]:
    """A bit for each heading, of each word: in four bytes where none has more than 32, as no incident has."""
    return array("I", headings) if max(headings, default=0) < 1 << 32 else tuple(headings)


def document_terms(document: Document) -> DocumentTerms:
    """What a document brings to the index."""
    counted = _counted(document)
    values = [field for field in counted.by_field if field in VALUE_FIELDS]
    sums = _sums(counted, [field for field in counted.by_field if field not in VALUE_FIELDS], {})
    told = _steps(sums)
    weights = told | _steps(_sums(counted, values, sums))
    weights |= {f"={value}": STEPS for text in document.exact if (value := joined(text))}
    weights |= {filter_term(key, value): STEPS for key, value in (*document.filters, *document.also)}
    return DocumentTerms(weights, counted.runs, told, [counted.headings.get(stem, 0) for stem in told])


def initial(word: str) -> str:
    """The first letter that a word is filed under; all that are neither of a to z nor a digit are under one."""
    return word[0] if word[0] in "abcdefghijklmnopqrstuvwxyz0123456789" else "_"


def filter_term(key: str, value: str) -> str:
    """How the index names the documents of a filter's value."""
    return f"{key}:{joined(value)}"


def rarity(count: int, of: int) -> float:
    """How much it says that a document has a word which ``count`` of all have."""
    return log(1 + (of - count + 0.5) / (count + 0.5))


def _steps(sums: Mapping[str, float]) -> dict[str, int]:
    return {term: round(STEPS * weight / (weight + _SATURATION)) or 1 for term, weight in sums.items()}


@dataclass(frozen=True)
class _Counted:
    """How often each stem is in each field, how often each run is, and a bit for each section of a stem."""

    by_field: Mapping[SearchField, Mapping[str, int]]
    runs: Mapping[str, int]
    headings: Mapping[str, int]


def _counted(document: Document) -> _Counted:
    texts: dict[tuple[SearchField, str], list[str]] = {}
    for passage in document.passages:
        texts.setdefault((passage.field, passage.section), []).append(passage.text)
    by_field: dict[SearchField, dict[str, int]] = {}
    written: Counter[str] = Counter()
    headings: dict[str, int] = {}
    bits = {section: 1 << place for place, section in enumerate(document.sections)}
    for (field, section), several in texts.items():
        text = "\n".join(several)
        here = Counter([*runs(text), *phrases(text)])
        found: dict[str, int] = {}
        for run, count in here.items():
            for stem, _ in terms(run):
                found[stem] = found.get(stem, 0) + count
        if bit := bits.get(section, 0):
            for stem in found:
                headings[stem] = headings.get(stem, 0) | bit
        for stem, count in by_field.get(field, {}).items():
            found[stem] = found.get(stem, 0) + count
        by_field[field] = found
        written.update(here)
    return _Counted(by_field, written, headings)


def _sums(counted: _Counted, fields: Iterable[SearchField], sums: Mapping[str, float]) -> dict[str, float]:
    """What each stem of some fields counts, added to what it has."""
    sums = {stem: sums.get(stem, 0.0) for field in fields for stem in counted.by_field[field]}
    for field in fields:
        found = counted.by_field[field]
        length = sum(found.values())
        share = field.weight / (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / field.usual_length)
        for stem, count in found.items():
            sums[stem] += share * count
    return sums
