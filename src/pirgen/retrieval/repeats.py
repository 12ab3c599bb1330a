"""Factors that come back: one says the same as one of an earlier incident on which an action was agreed.

Two factors say the same where their words nearly agree, the rare ones counting more: the cosine of their words
by rarity. Synonyms are one word. On a shared service less has to agree, and a word that no other factor has
counts half, since everybody chooses some of their own; elsewhere that word may be what it is about. Words that
go together in many factors are a way of speaking, and do not count.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache, reduce
from math import log, sqrt
from operator import and_

from pirgen.model import Action, ActionStatus, Book, Factor, Occurred, Review
from pirgen.retrieval.library import synonyms_of
from pirgen.retrieval.stemmer import stem
from pirgen.retrieval.words import phrase_stems, with_phrases, words
from pirgen.wording.plain_text import plain

__all__ = ["RepeatedFactor", "repeated_factors"]

_LEAST = 0.45
_ELSEWHERE, _OTHERWISE, _FEW_WORDS = 0.25, 0.3, 0.15
"""How much has to agree, and how much more without a shared service, of another category, or in two words."""

_OF_ITS_OWN = 0.5
_LEAST_WORDS = 2
_ENOUGH_WORDS = 3
_SPOKEN, _SPOKEN_SHARE = 10, 0.02
"""Words that more factors than these have together, in number and of all factors, are a way of speaking."""

_MOST_BEARERS = 25
"""Of the factors that share a word and a service or category, only the latest are compared."""

_TOLD = (ActionStatus.OPEN, ActionStatus.IN_PROGRESS, ActionStatus.DECLINED, ActionStatus.DONE)


@dataclass(frozen=True)
class RepeatedFactor:
    """A factor of a review, the one of an earlier incident that it repeats, and the actions agreed on that one.

    ``actions`` are open, declined, or were done before the later incident; each with its place in its review.
    """

    review: Review
    factor: Factor
    earlier_review: Review
    earlier: Factor
    actions: tuple[tuple[int, Action], ...]


@dataclass(frozen=True)
class _Entry:
    """A factor, the words that others have too, squared, and the length of all, also for a shared service."""

    place: int
    review: Review
    factor: Factor
    services: frozenset[str]
    squares: Mapping[str, float]
    length: float
    shared_length: float


class _Common:
    """The words that go together in so many factors that they are a way of speaking.

    Of the words that are in so many, which are few, it has a bit for each factor: those of all their words
    together are found in next to no time.
    """

    def __init__(self, entries: Sequence[_Entry]) -> None:
        self._most = max(_SPOKEN, _SPOKEN_SHARE * len(entries))
        counts = Counter(term for entry in entries for term in entry.squares)
        bits = {term: bytearray(len(entries) // 8 + 1) for term, count in counts.items() if count > self._most}
        for entry in entries:
            at, bit = entry.place >> 3, 1 << (entry.place & 7)
            for term in entry.squares.keys() & bits.keys():
                bits[term][at] |= bit
        self._bits = {term: int.from_bytes(each, "little") for term, each in bits.items()}

    def has(self, one: _Entry, other: _Entry) -> bool:
        """Whether all words that two factors share are such."""
        shared = one.squares.keys() & other.squares.keys()
        if not shared <= self._bits.keys():
            return False
        return reduce(and_, (self._bits[term] for term in shared)).bit_count() > self._most


def repeated_factors(book: Book) -> Iterator[RepeatedFactor]:
    """Each factor that repeats an earlier one, with the latest of those on which an action is to be told of."""
    bearers: dict[tuple[str, str], list[_Entry]] = {}
    entries = _entries(book)
    common = _Common(entries)
    for entry in entries:
        if found := _repeated(entry, bearers, common, book):
            yield found
        if any(_may_be_told(action, entry.factor) for action in entry.review.actions):
            for place in (*entry.services, entry.factor.category):
                for term in entry.squares:
                    bearers.setdefault((place, term), []).append(entry)


def _repeated(
    entry: _Entry, bearers: Mapping[tuple[str, str], Sequence[_Entry]], common: _Common, book: Book
) -> RepeatedFactor | None:
    near: dict[int, _Entry] = {}
    here, elsewhere = _LEAST * entry.shared_length, (_LEAST + _ELSEWHERE) * entry.length
    for place, least in (*((each, here) for each in entry.services), (entry.factor.category, elsewhere)):
        for term in _telling(entry, least):
            others = bearers.get((place, term), ())
            near |= {other.place: other for other in others[-_MOST_BEARERS:]}
    for number in sorted(near, reverse=True):
        other = near[number]
        if _says_the_same(other, entry) and not common.has(other, entry) and _is_earlier(other, entry, book):
            actions = tuple(_told(other, entry, book))
            if actions:
                return RepeatedFactor(entry.review, entry.factor, other.review, other.factor, actions)
    return None


def _telling(entry: _Entry, least: float) -> Iterator[str]:
    """The rarest words, without any of which no other factor could agree enough."""
    left = sum(entry.squares.values())
    for term, square in sorted(entry.squares.items(), key=lambda pair: -pair[1]):
        if left < least**2:
            return
        yield term
        left -= square


def _may_be_told(action: Action, factor: Factor) -> bool:
    return factor.id in action.addresses and action.status in _TOLD


def _told(earlier: _Entry, later: _Entry, book: Book) -> Iterator[tuple[int, Action]]:
    """The actions on the earlier factor that a reader of the later one has to know of."""
    day = book.incident_by_id[later.review.id].day
    for index, action in enumerate(earlier.review.actions):
        is_later = isinstance(action.done_on, date) and action.done_on > day
        if _may_be_told(action, earlier.factor) and not (action.status is ActionStatus.DONE and is_later):
            yield index, action


def _is_earlier(one: _Entry, other: _Entry, book: Book) -> bool:
    """Whether one review is about an earlier incident than the other, and not about the same."""
    first, second = book.incident_by_id[one.review.id], book.incident_by_id[other.review.id]
    return first.day < second.day and not set(one.review.incidents) & set(other.review.incidents)


def _says_the_same(one: _Entry, other: _Entry) -> bool:
    shared = one.squares.keys() & other.squares.keys()
    if len(shared) < _LEAST_WORDS:  # as most
        return False
    agreed = sum([square for term, square in one.squares.items() if term in shared])
    lengths = one.shared_length * other.shared_length
    if agreed < _LEAST * lengths:  # which nothing else could help
        return False
    is_elsewhere = one.services.isdisjoint(other.services)
    least = _LEAST + _ELSEWHERE * is_elsewhere
    least += _OTHERWISE * (one.factor.category != other.factor.category)
    least += _FEW_WORDS * (len(shared) < _ENOUGH_WORDS)
    return agreed >= least * (one.length * other.length if is_elsewhere else lengths)


def _entries(book: Book) -> list[_Entry]:
    """The factors that were there, in the order of their incidents."""
    phrases = _phrases(synonyms_of(book.vocabulary))
    told = [
        (review, factor, _terms(plain(factor.text), phrases))
        for review in book.reviews
        if review.id in book.incident_by_id
        for factor in review.factors
        if factor.occurred is not Occurred.NO
    ]
    counts = Counter(term for _, _, terms in told for term in terms)
    worth = {term: 1 + log((len(told) + 1) / (count + 1)) for term, count in counts.items()}
    entries = []
    for place, (review, factor, terms) in enumerate(told):
        shared = {term: worth[term] for term in sorted(terms) if counts[term] > 1}
        own = [worth[term] for term in terms if counts[term] == 1]
        halved = (_OF_ITS_OWN * weight for weight in own)
        lengths = _length(*shared.values(), *own), _length(*shared.values(), *halved)
        services = frozenset(book.incident_by_id[review.id].services)
        squares = {term: weight * weight for term, weight in shared.items()}
        entries.append(_Entry(place, review, factor, services, squares, *lengths))
    return entries


_Phrases = Mapping[str, Sequence[tuple[tuple[str, ...], str]]]
"""Phrases that have synonyms by their first stem, longest first, each with the one that stands for them all."""


@lru_cache(maxsize=2)
def _phrases(synonyms: tuple[tuple[str, ...], ...]) -> _Phrases:
    of: dict[tuple[str, ...], str] = {}
    for group in synonyms:
        for written in group:
            if stems := phrase_stems(written):
                of.setdefault(stems, group[0])
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for phrase in sorted(of, key=len, reverse=True):
        found.setdefault(phrase[0], []).append((phrase, of[phrase]))
    return found


def _terms(text: str, phrases: _Phrases) -> set[str]:
    """The stems of a text; synonyms become one."""
    stems = tuple(map(stem, words(with_phrases(text))))
    found, at = set(), 0
    while at < len(stems):
        known = phrases.get(stems[at], ())
        phrase, term = next(
            (each for each in known if stems[at : at + len(each[0])] == each[0]),
            (stems[at : at + 1], stems[at]),
        )
        found.add(term)
        at += len(phrase)
    return found


def _length(*weights: float) -> float:
    return sqrt(sum(weight * weight for weight in sorted(weights)))
