"""The incidents most like one, and why: the same rare words, and the same service, trigger, tags or categories.

A category in common is no reason by itself, nor is any word that many incidents have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pirgen.retrieval.documents import Document, SearchField, SearchPassage
from pirgen.retrieval.index import STEPS, SearchIndex, document_terms, filter_term, rarity

__all__ = ["Compared", "LikeDocument", "Similar", "compared", "document_of_words", "shown", "similar", "steady"]

_RAREST = 40
"""How many of a document's words are compared: those that say most."""

_MOST_READ = 4_000
"""How many places that have them are read for the page of an incident, rare words before usual ones."""

_DIGITS = 4
"""How many binary digits of a count matter, so that one more incident changes what few words are worth."""

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


@dataclass(frozen=True)
class LikeDocument:
    """A document by its key, how like another it is, the values of both, and the stems that say most."""

    key: str
    likeness: float
    shared: tuple[tuple[str, str], ...]
    words: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Compared:
    """The documents most like one (``of``), and what decided on them, to tell when others would be.

    ``said`` are the words that were compared and ``worth`` the values, each with what it counts. ``reached``
    are the documents that were looked at, by their keys, and ``least`` what one more would have had to score.
    """

    of: str
    said: Mapping[str, float]
    worth: Mapping[tuple[str, str], float]
    reached: tuple[str, ...]
    least: float
    found: tuple[LikeDocument, ...]

    def would_reach(self, weights: Mapping[str, int]) -> bool:
        """Whether a document that brings this to the index would have been looked at."""
        gain = sum(worth * weights.get(term, 0) / STEPS for term, worth in self.said.items())
        shared = sum(worth for pair, worth in self.worth.items() if filter_term(*pair) in weights)
        return gain > 0 and gain + _STRUCTURE_SHARE * shared >= self.least * _ALMOST


def similar(
    document: Document, index: SearchIndex, most: int = 5, is_strict: bool = True
) -> tuple[Similar, ...]:
    """The documents most like this one, which may be among them; ``is_strict`` leaves unlikely ones out."""
    return shown(compared(document, index, most, is_strict), index)


def shown(comparison: Compared, index: SearchIndex) -> tuple[Similar, ...]:
    """What a comparison found, with the words as the documents of an index spell them."""
    return tuple(
        Similar(
            index.documents[index.numbers[each.key]],
            comparison.of,
            each.likeness,
            each.shared,
            tuple((index.spellings[stem], sections) for stem, sections in each.words),
        )
        for each in comparison.found
    )


def compared(document: Document, index: SearchIndex, most: int, is_strict: bool = True) -> Compared:
    """The documents most like this one, and how they were found."""
    words = _words(document, index)
    said, whole = _said(words, index)
    worth = _worth(document, index)
    read = _read(said, index, _MOST_READ if is_strict else None)
    own = index.numbers.get(document.key, -1)
    least_by_words = _LEAST_BY_WORDS * whole * _ALMOST if is_strict else 0.0
    gains = {number: gain for number, gain in _by_words(read, index).items() if gain > least_by_words}
    least = _LEAST * whole if is_strict else 0.0
    reached: list[str] = []
    found: list[LikeDocument] = []
    for score, number in _best_first(gains, worth, index, least * _ALMOST):
        if score < least * _ALMOST:
            break
        key = index.documents[number].key
        reached.append(key)
        if number == own:
            continue
        values = sorted(worth.keys() & index.pairs[number], key=lambda pair: (-worth[pair], pair))
        if is_strict and not _is_enough(gains[number] / whole, score / whole, values):
            continue
        common = _common(number, said, index)[:_MOST_TOLD]
        told = _told(_telling(common) if document.key else common, words, document, number, index)
        found.append(LikeDocument(key, score / whole, tuple(values), told))
        if len(found) == most:
            least = score
            break
        if is_strict:
            least = _LEAST_OF_NEAREST * found[0].likeness * whole
    return Compared(document.key, read, worth, tuple(reached), least, tuple(found))


def steady(count: int) -> int:
    """The count to four binary digits, rounded down: 14, 15, 16, 18, 20, 22, and from 32 on every fourth."""
    dropped = max(0, count.bit_length() - _DIGITS)
    return count >> dropped << dropped


def _best_first(
    gains: Mapping[int, float], worth: Mapping[tuple[str, str], float], index: SearchIndex, least: float
) -> list[tuple[float, int]]:
    """The score of each document by its words and by what it shares beside them, and its number.

    Those that do not reach the least score are left out.
    """
    shared: dict[int, float] = {}
    for pair, each in worth.items():
        for number in gains.keys() & index.having.get(pair, ()):
            shared[number] = shared.get(number, 0.0) + each
    scores = ((gain + _STRUCTURE_SHARE * shared.get(number, 0.0), number) for number, gain in gains.items())
    return sorted((pair for pair in scores if pair[0] >= least), reverse=True)


def _read(said: Mapping[str, float], index: SearchIndex, most: int | None) -> dict[str, float]:
    """The words that are looked up, rare ones first; ``most`` bounds how many places are read."""
    chosen: dict[str, float] = {}
    read = 0
    for count, term in sorted((steady(index.count(term)), term) for term in said):
        read += count
        if most is not None and read > most:
            break
        chosen[term] = said[term]
    return chosen


def _by_words(said: Mapping[str, float], index: SearchIndex) -> dict[int, float]:
    """What each document that has any of the words gains by them."""
    scores: dict[int, float] = {}
    for term, worth in said.items():
        share = worth / STEPS
        for number, weight in index.postings[term]:
            scores[number] = scores.get(number, 0.0) + share * weight
    return scores


def _common(number: int, said: Mapping[str, float], index: SearchIndex) -> list[tuple[float, str]]:
    """The words that a document has of these, each with what it gains by it, the largest first."""
    weights = ((term, index.postings[term].weight_in(number)) for term in said)
    return sorted(((said[term] * weight / STEPS, term) for term, weight in weights if weight), reverse=True)


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
    postings = index.postings
    worth = {
        term: _rarity(term, index) * weight / STEPS
        for term, (weight, _) in words.items()
        if term in postings and not term.isdecimal()
    }
    chosen = sorted(worth, key=lambda term: (-worth[term], term))[:_RAREST]
    whole = sum(worth[term] * words[term][0] / STEPS for term in chosen)
    return {term: worth[term] for term in chosen}, whole or 1.0


def _worth(document: Document, index: SearchIndex) -> dict[tuple[str, str], float]:
    """What it is worth to share each of a document's values."""
    return {
        (key, value): _WORTH[key] * _rarity(filter_term(key, value), index)
        for key, value in document.filters
        if key in _WORTH and value != "other"
    }


def _rarity(term: str, index: SearchIndex) -> float:
    return rarity(steady(index.count(term)), steady(len(index.documents)))


def _told(
    common: Iterable[tuple[float, str]], words: _Words, document: Document, number: int, index: SearchIndex
) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The words, each with the headings that it is under in both."""
    here, there = document.sections, index.documents[number].sections
    terms, _, headings = index.told[number]
    found = []
    for _, stem in common:
        under = headings[terms.index(stem)] if stem in terms else 0  # else it is among its values
        others = {name for place, name in enumerate(there) if under >> place & 1}
        own = [name for place, name in enumerate(here) if words[stem][1] >> place & 1]
        found.append((stem, tuple(name for name in own if name in others)))
    return tuple(found)
