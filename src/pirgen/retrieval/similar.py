"""The incidents most like one, and why: the same rare words, and the same service, trigger, tags or categories.

A category in common is no reason by itself, nor is any word that many incidents have.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from heapq import nlargest

from pirgen.retrieval.documents import Document, SearchField, SearchPassage
from pirgen.retrieval.index import STEPS, SearchIndex, document_terms, filter_term

__all__ = ["Similar", "document_of_words", "similar"]

_RAREST = 40
"""How many of a document's words are compared: those that say most."""

_MOST_READ = 4_000
"""How many places that have them are read for the page of an incident, rare words before usual ones."""

_NEAR = 100
"""How many of those nearest by words may come to the front by what they share beside these."""

_WORTH = {"service": 1.0, "tag": 1.0, "trigger": 0.5, "category": 0.25, "detection": 0.1}
"""What it is worth to share a value, beside its rarity."""

_STRUCTURE_SHARE = 0.2
_LEAST = 0.22
_LEAST_OF_NEAREST = 0.7
_LEAST_BY_WORDS = 0.07
_LEAST_BY_WORDS_ALONE = 0.18
"""How much two incidents have in common at least, of what the nearest has too, and where they share nothing but
words and categories."""

_ALMOST = 1 - 1e-9
"""Sums in another order may differ by less."""

_MOST_TOLD = 4
_TELLING_SHARE = 0.4
"""How many words reasons have at most, and how much each gains of what the first does."""

_REASONS = {"service", "tag", "trigger"}


@dataclass(frozen=True)
class Similar:
    """An incident like another. ``likeness`` is 1 for the same text, ``of`` the key of the other if it has one.

    ``shared`` are the values of both, by kind, such as ``("service", "checkout")``. ``words`` are those that
    say most, each with the headings that it is under in both, if any.
    """

    document: Document
    of: str
    likeness: float
    shared: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, tuple[str, ...]], ...]


def document_of_words(text: str) -> Document:
    """Words as a document, to be compared with incidents."""
    return Document("", "", text, (SearchPassage(SearchField.SUMMARY, text),))


def similar(
    document: Document, index: SearchIndex, most: int = 5, is_strict: bool = True
) -> tuple[Similar, ...]:
    """The documents most like this one, which may be among them; ``is_strict`` leaves unlikely ones out."""
    words = _words(document, index)
    said, whole = _said(words, index)
    worth = _worth(document, index)
    gains = _by_words(said, index, _MOST_READ if is_strict else None)
    least = _LEAST_BY_WORDS * whole * _ALMOST if is_strict else 0.0
    own = index.numbers.get(document.key, -1)
    found: list[Similar] = []
    for score, number in _best_first(gains, worth, index):
        if gains[number] <= least or number == own:
            continue
        if is_strict and found and score / whole < _LEAST_OF_NEAREST * found[0].likeness:
            break
        values = sorted(worth.keys() & index.pairs[number], key=lambda pair: (-worth[pair], pair))
        if is_strict and not _is_enough(gains[number] / whole, score / whole, values):
            continue
        common = _common(number, said, index)[:_MOST_TOLD]
        told = _told(_telling(common) if document.key else common, words, document, number, index)
        found.append(Similar(index.documents[number], document.key, score / whole, tuple(values), told))
        if len(found) == most:
            break
    return tuple(found)


def _best_first(
    gains: Mapping[int, float], worth: Mapping[tuple[str, str], float], index: SearchIndex
) -> list[tuple[float, int]]:
    """The score and number of the documents nearest by words, with what they share beside these counted in."""
    near = nlargest(_NEAR, zip(gains.values(), gains, strict=True))
    shared = ((gain, number, index.pairs[number]) for gain, number in near)
    return sorted(
        (
            (gain + _STRUCTURE_SHARE * sum(worth[pair] for pair in worth if pair in pairs), number)
            for gain, number, pairs in shared
        ),
        reverse=True,
    )


def _by_words(said: Mapping[str, float], index: SearchIndex, most: int | None) -> dict[int, float]:
    """What each document that has any of the words gains by them; ``most`` bounds how many places are read."""
    scores: dict[int, float] = {}
    read = 0
    for term in sorted(said, key=index.count):
        read += index.count(term)
        if most is not None and read > most:
            break
        share = said[term] / STEPS
        for number, weight in index.postings[term]:
            scores[number] = scores.get(number, 0.0) + share * weight
    return scores


def _common(number: int, said: Mapping[str, float], index: SearchIndex) -> list[tuple[float, str]]:
    """The words that a document has of these, each with what it gains by it, the largest first."""
    gains = []
    for term, worth in said.items():
        postings = index.postings[term]
        at = bisect_left(postings, (number, 0))
        if at < len(postings) and postings[at][0] == number:
            gains.append((worth * postings[at][1] / STEPS, term))
    return sorted(gains, reverse=True)


def _telling(common: Sequence[tuple[float, str]]) -> list[tuple[float, str]]:
    """Of the words that two documents share, with what each gains, those that say nearly as much as one."""
    return [(gain, term) for gain, term in common if gain >= _TELLING_SHARE * common[0][0]]


def _is_enough(by_words: float, in_all: float, values: Iterable[tuple[str, str]]) -> bool:
    """Whether there is a reason beside categories, and enough in the authors' own words."""
    has_reason = any(key in _REASONS for key, _ in values)
    return in_all >= _LEAST and by_words >= (_LEAST_BY_WORDS if has_reason else _LEAST_BY_WORDS_ALONE)


_Words = Mapping[str, tuple[int, int]]
"""The words of a document's own sentences, each with its weight and a bit for each heading that it is under."""


def _words(document: Document, index: SearchIndex) -> _Words:
    number = index.numbers.get(document.key, -1)
    if number >= 0 and index.documents[number] is document and index.told:
        terms, weights, headings = index.told[number]
        return dict(zip(terms, zip(weights, headings, strict=True), strict=True))
    made = document_terms(document)
    return dict(zip(made.told, zip(made.told.values(), made.headings, strict=True), strict=True))


def _said(words: _Words, index: SearchIndex) -> tuple[dict[str, float], float]:
    """The words that say most, with their worth; and the score of a document with all of them."""
    rarities, postings = index.rarities, index.postings
    worth = {
        term: rarities[len(postings[term])] * weight / STEPS
        for term, (weight, _) in words.items()
        if term in postings and not term.isdecimal()
    }
    chosen = sorted(worth, key=lambda term: (-worth[term], term))[:_RAREST]
    whole = sum(worth[term] * words[term][0] / STEPS for term in chosen)
    return {term: worth[term] for term in chosen}, whole or 1.0


def _worth(document: Document, index: SearchIndex) -> dict[tuple[str, str], float]:
    """What it is worth to share each of a document's values."""
    return {
        (key, value): _WORTH[key] * index.rarities[index.count(filter_term(key, value))]
        for key, value in document.filters
        if key in _WORTH and value != "other"
    }


def _told(
    common: Iterable[tuple[float, str]], words: _Words, document: Document, number: int, index: SearchIndex
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words as they are spelled, each with the headings that it is under in both."""
    here, there = document.sections, index.documents[number].sections
    terms, _, headings = index.told[number]
    found = []
    for _, stem in common:
        under = headings[terms.index(stem)] if stem in terms else 0  # else it is among its values
        others = {name for place, name in enumerate(there) if under >> place & 1}
        own = [name for place, name in enumerate(here) if words[stem][1] >> place & 1]
        found.append((index.spellings[stem], tuple(name for name in own if name in others)))
    return tuple(found)
