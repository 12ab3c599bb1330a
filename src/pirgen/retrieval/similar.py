"""The incidents most like one, and why: the same rare words, and the same service, trigger, tags or categories.

A category in common is no reason by itself, nor is any word that many incidents have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pirgen.retrieval.documents import Document, SearchField, SearchPassage
from pirgen.retrieval.index import STEPS, SearchIndex, rarity, weights_of
from pirgen.retrieval.words import stems_of

__all__ = ["Similar", "document_of_words", "similar"]

_RAREST = 40
"""How many of a document's words are compared: those that say most."""

_WORTH = {"service": 1.0, "tag": 1.0, "trigger": 0.5, "category": 0.25, "detection": 0.1}
"""What it is worth to share a value, beside its rarity."""

_STRUCTURE = frozenset(
    (SearchField.ID, SearchField.SERVICE, SearchField.TAG, SearchField.OWNER, SearchField.CLASS)
)
"""What is compared as values, and not as words."""

_STRUCTURE_SHARE = 0.12
_LEAST = 0.15
_LEAST_BY_WORDS = 0.07
_LEAST_BY_WORDS_ALONE = 0.18
"""How much two incidents have in common at least, also where they share nothing but words and categories."""

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
    scores: dict[int, float] = {}
    common: dict[int, list[tuple[float, str]]] = {}
    for term, worth in said.items():
        for number, weight in index.postings[term]:
            gain = worth * weight / STEPS
            scores[number] = scores.get(number, 0.0) + gain
            common.setdefault(number, []).append((gain, term))
    structure = _structure(document, index)
    for number, values in structure.items():
        scores[number] = scores.get(number, 0.0) + _STRUCTURE_SHARE * sum(values.values())
    found = []
    for number in sorted(scores, key=lambda number: (-scores[number], -number)):
        other = index.documents[number]
        if other.key == document.key and document.key:
            continue
        words = sorted(common.get(number, ()), reverse=True)
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


def _is_enough(by_words: float, in_all: float, values: Mapping[tuple[str, str], float]) -> bool:
    """Whether there is a reason beside categories, and enough in the authors' own words."""
    has_reason = any(key in _REASONS for key, _ in values)
    return in_all >= _LEAST and by_words >= (_LEAST_BY_WORDS if has_reason else _LEAST_BY_WORDS_ALONE)


def _said(document: Document, index: SearchIndex) -> tuple[dict[str, float], float]:
    """The words of a document that say most, with their worth; and the score of a document with all of them."""
    told = tuple(passage for passage in document.passages if passage.field not in _STRUCTURE)
    weights, _ = weights_of(replace(document, passages=told))
    size = len(index.documents)
    worth = {
        term: rarity(len(index.postings[term]), size) * weight / STEPS
        for term, weight in weights.items()
        if term in index.spellings and not term.isdecimal()
    }
    chosen = sorted(worth, key=lambda term: (-worth[term], term))[:_RAREST]
    whole = sum(worth[term] * weights[term] / STEPS for term in chosen)
    return {term: worth[term] for term in chosen}, whole or 1.0


def _structure(document: Document, index: SearchIndex) -> dict[int, dict[tuple[str, str], float]]:
    """What each document shares with this one, and what that is worth."""
    shared: dict[int, dict[tuple[str, str], float]] = {}
    size = len(index.documents)
    for key, value in document.filters:
        if key in _WORTH and value != "other":
            bearers = index.bearers.get((key, value), ())
            for number in bearers:
                shared.setdefault(number, {})[key, value] = _WORTH[key] * rarity(len(bearers), size)
    return shared


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
