"""The index: for each word the documents that have it, and how much it counts in each.

BM25 over fields (S. Robertson and H. Zaragoza, 'The Probabilistic Relevance Framework', 2009): what a word
counts in a document grows with its fields' weights and less than in proportion to how often it is there, and
shrinks with the fields' lengths. Each weight is rounded to one of 26 steps, which the site writes as a letter.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain
from math import log

from pirgen.retrieval.documents import Document, SearchField
from pirgen.retrieval.words import joined, runs, terms

__all__ = ["STEPS", "SearchIndex", "build_index", "filter_term", "initial", "rarity", "weights_of"]

STEPS = 26
"""How many weights there are, from 1."""

_SATURATION = 6.0
_LENGTH_SHARE = 0.35

Postings = list[tuple[int, int]]
"""Documents by number, and the weight of a word in each."""

Spellings = dict[tuple[str, str], int]
"""How often each stem is there in each of its spellings."""


@dataclass(frozen=True)
class SearchIndex:
    """What a search looks up. ``spellings`` are the words as they are mostly written, by their stems.

    Beside words, ``postings`` has ``=value`` for whole values, and ``key:value`` for filters.
    """

    documents: Sequence[Document]
    postings: Mapping[str, Postings]
    spellings: Mapping[str, str]

    @cached_property
    def by_initial(self) -> dict[str, list[str]]:
        """The stems by the first letter of their spelling, sorted by it."""
        groups: dict[str, list[str]] = {}
        for stem in sorted(self.spellings, key=lambda stem: (self.spellings[stem], stem)):
            groups.setdefault(initial(self.spellings[stem]), []).append(stem)
        return groups

    @cached_property
    def bearers(self) -> dict[tuple[str, str], list[int]]:
        """The documents of each filter's value, by number."""
        found: dict[tuple[str, str], list[int]] = {}
        for number, document in enumerate(self.documents):
            for pair in document.filters:
                found.setdefault(pair, []).append(number)
        return found

    @cached_property
    def filters(self) -> dict[str, list[str]]:
        """The values of each filter, sorted."""
        known: dict[str, set[str]] = {}
        for document in self.documents:
            for key, value in document.filters:
                known.setdefault(key, set()).add(value)
        return {key: sorted(values) for key, values in sorted(known.items())}


def build_index(documents: Sequence[Document]) -> SearchIndex:
    """The index of documents, numbered in their order."""
    postings: dict[str, Postings] = {}
    spellings: Spellings = {}
    for number, document in enumerate(documents):
        weights, spelled = weights_of(document)
        for term, weight in weights.items():
            postings.setdefault(term, []).append((number, weight))
        for pair, count in spelled.items():
            spellings[pair] = spellings.get(pair, 0) + count
    return SearchIndex(documents, postings, _usual(spellings))


def _usual(spellings: Spellings) -> dict[str, str]:
    """The most frequent spelling of each stem, of several the first of the alphabet."""
    best: dict[str, tuple[int, str]] = {}
    for (stem, word), count in spellings.items():
        known = best.get(stem)
        if known is None or (-count, word) < known:
            best[stem] = (-count, word)
    return {stem: word for stem, (_, word) in best.items()}


def weights_of(document: Document) -> tuple[dict[str, int], Spellings]:
    """The weight of each term of a document, and how often each spelling of a stem is in it."""
    spellings: Spellings = {}
    weights: dict[str, float] = {}
    for field, texts in _by_field(document).items():
        length, found = _counted(texts, spellings)
        share = field.weight / (1 - _LENGTH_SHARE + _LENGTH_SHARE * length / field.usual_length)
        for stem, count in found.items():
            weights[stem] = weights.get(stem, 0.0) + share * count
    steps = {term: _step(weight) for term, weight in weights.items()}
    steps |= {f"={value}": STEPS for text in document.exact if (value := joined(text))}
    steps |= {filter_term(key, value): STEPS for key, value in document.filters}
    return steps, spellings


def _counted(texts: Sequence[str], spellings: Spellings) -> tuple[int, dict[str, int]]:
    """How many words a field has and how often each stem; adds its spellings to those of its document."""
    pairs = Counter(chain.from_iterable(map(terms, runs("\n".join(texts)))))
    found: dict[str, int] = {}
    for pair, count in pairs.items():
        stem = pair[0]
        found[stem] = found.get(stem, 0) + count
        spellings[pair] = spellings.get(pair, 0) + count
    return pairs.total(), found


def initial(word: str) -> str:
    """The first letter that a word is filed under; all that are neither of a to z nor a digit are under one."""
    return word[0] if word[0] in "abcdefghijklmnopqrstuvwxyz0123456789" else "_"


def filter_term(key: str, value: str) -> str:
    """How the index names the documents of a filter's value."""
    return f"{key}:{joined(value)}"


def rarity(count: int, of: int) -> float:
    """How much it says that a document has a word which ``count`` of all have."""
    return log(1 + (of - count + 0.5) / (count + 0.5))


def _step(weight: float) -> int:
    return max(1, round(STEPS * weight / (weight + _SATURATION)))


def _by_field(document: Document) -> dict[SearchField, list[str]]:
    grouped: dict[SearchField, list[str]] = {}
    for passage in document.passages:
        grouped.setdefault(passage.field, []).append(passage.text)
    return grouped
