"""The incidents most like one, and why: the same rare words, and the same service, trigger, tags or categories.

A category in common is no reason by itself, nor is any word that many incidents have.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass

from pirgen.retrieval.documents import Document, SearchField, SearchPassage
from pirgen.retrieval.index import STEPS, SearchIndex, document_terms, rarity
from pirgen.retrieval.words import stems_of

__all__ = ["Similar", "document_of_words", "similar"]

_RAREST = 40
"""How many of a document's words are compared: those that say most."""

_WORTH = {"service": 1.0, "tag": 1.0, "trigger": 0.5, "category": 0.25, "detection": 0.1}
"""What it is worth to share a value, beside its rarity."""

_STRUCTURE_SHARE = 0.12
_LEAST = 0.15
_LEAST_BY_WORDS = 0.07
_LEAST_BY_WORDS_ALONE = 0.18
"""How much two incidents have in common at least, also where they share nothing but words and categories."""

_ALMOST = 1 - 1e-9
"""Sums in another order may differ by less."""

_REASONS = {"service", "tag", "trigger"}


@dataclass(frozen=True)
class Similar:
    """An incident like another. ``likeness`` is 1 for the same text.

    ``shared`` are the values of both, by kind, such as ``("service", "checkout")``. ``words`` are those that
    say most, each with the headings that it is under in both, if any.
    """

    document: Document
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
    said, whole = _said(document, index)
    least = _LEAST_BY_WORDS * whole if is_strict else 0.0
    scores = {number: gain for number, gain in _by_words(said, index).items() if gain > least * _ALMOST}
    structure = _structure(document, index, scores if is_strict else None)
    for number, values in structure.items():
        scores[number] = scores.get(number, 0.0) + _STRUCTURE_SHARE * sum(values.values())
    found = []
    for number in sorted(scores, key=lambda number: (-scores[number], -number)):
        other = index.documents[number]
        if other.key == document.key and document.key:
            continue
        words = _common(number, said, index)
        by_words = sum(gain for gain, _ in words) / whole
        values = structure.get(number, {})
        if is_strict and not _is_enough(by_words, scores[number] / whole, values):
            continue
        shared = sorted(values.items(), key=lambda pair: (-pair[1], pair[0]))
        told = _told([term for _, term in words[:4]], document, other, index.spellings)
        found.append(Similar(other, scores[number] / whole, tuple(pair for pair, _ in shared), told))
        if len(found) == most:
            break
    return tuple(found)


def _by_words(said: Mapping[str, float], index: SearchIndex) -> dict[int, float]:
    """What each document that has any of the words gains by them."""
    scores: dict[int, float] = {}
    for term, worth in said.items():
        for number, weight in index.postings[term]:
            scores[number] = scores.get(number, 0.0) + worth * weight / STEPS
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


def _is_enough(by_words: float, in_all: float, values: Mapping[tuple[str, str], float]) -> bool:
    """Whether there is a reason beside categories, and enough in the authors' own words."""
    has_reason = any(key in _REASONS for key, _ in values)
    return in_all >= _LEAST and by_words >= (_LEAST_BY_WORDS if has_reason else _LEAST_BY_WORDS_ALONE)


def _said(document: Document, index: SearchIndex) -> tuple[dict[str, float], float]:
    """The words of a document that say most, with their worth; and the score of a document with all of them."""
    weights = _told_weights(document, index)
    size = len(index.documents)
    worth = {
        term: rarity(len(index.postings[term]), size) * weight / STEPS
        for term, weight in weights.items()
        if term in index.spellings and not term.isdecimal()
    }
    chosen = sorted(worth, key=lambda term: (-worth[term], term))[:_RAREST]
    whole = sum(worth[term] * weights[term] / STEPS for term in chosen)
    return {term: worth[term] for term in chosen}, whole or 1.0


def _told_weights(document: Document, index: SearchIndex) -> Mapping[str, int]:
    """The words of a document's own sentences, with their weights."""
    number = index.numbers.get(document.key, -1)
    if number >= 0 and index.documents[number] is document and index.told:
        return dict(zip(*index.told[number], strict=True))
    return document_terms(document).told


def _structure(
    document: Document, index: SearchIndex, among: Collection[int] | None
) -> dict[int, dict[tuple[str, str], float]]:
    """What each document, or each of some, shares with this one, and what that is worth."""
    size = len(index.documents)
    worth = {
        (key, value): _WORTH[key] * rarity(len(index.bearers.get((key, value), ())), size)
        for key, value in document.filters
        if key in _WORTH and value != "other"
    }
    if among is None:
        among = sorted({number for pair in worth for number in index.bearers.get(pair, ())})
    shared = {number: index.pairs[number] & worth.keys() for number in among}
    return {
        number: {pair: worth[pair] for pair in worth if pair in has} for number, has in shared.items() if has
    }


def _told(
    stems: Iterable[str], one: Document, other: Document, spellings: Mapping[str, str]
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words as they are spelled, each with the headings that it is under in both."""
    wanted = list(stems)
    here, there = _sections(one, wanted), _sections(other, wanted)
    return tuple(
        (spellings[stem], tuple(section for section in here[stem] if section in there[stem])) for stem in wanted
    )


def _sections(document: Document, wanted: Iterable[str]) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {stem: [] for stem in wanted}
    for passage in document.passages:
        if passage.section:
            for stem in stems_of(passage.text) & found.keys():
                if passage.section not in found[stem]:
                    found[stem].append(passage.section)
    return found
