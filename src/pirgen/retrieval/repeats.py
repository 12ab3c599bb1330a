"""Factors that come back: one says the same as one of an earlier incident on which an action was agreed.

Two factors say the same where they are of one category and their words nearly agree, the rare ones counting
more: the cosine of their words by rarity. On a shared service less has to agree than across services.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import log, sqrt

from pirgen.model import Action, ActionStatus, Book, Factor, Occurred, Review
from pirgen.retrieval.stemmer import stem
from pirgen.retrieval.words import words
from pirgen.wording.plain_text import plain

__all__ = ["RepeatedFactor", "repeated_factors"]

_ON_ONE_SERVICE = 0.6
_ANYWHERE = 0.8
_LEAST_WORDS = 3
_MOST_BEARERS = 100
"""Of the factors that share a word, only the latest are compared; one that more have says little."""

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
    place: int
    review: Review
    factor: Factor
    weights: Mapping[str, float]
    length: float


def repeated_factors(book: Book) -> Iterator[RepeatedFactor]:
    """Each factor that repeats an earlier one, with the latest of those on which an action is to be told of."""
    entries = _entries(book)
    bearers: dict[tuple[str, str], list[_Entry]] = {}
    for entry in entries:
        if found := _repeated(entry, bearers, book):
            yield found
        for term in entry.weights:
            bearers.setdefault((entry.factor.category, term), []).append(entry)


def _repeated(
    entry: _Entry, bearers: Mapping[tuple[str, str], Sequence[_Entry]], book: Book
) -> RepeatedFactor | None:
    near: dict[int, _Entry] = {}
    for term in _telling(entry):
        others = bearers.get((entry.factor.category, term), ())
        near |= {other.place: other for other in others[-_MOST_BEARERS:]}
    for place in sorted(near, reverse=True):
        other = near[place]
        if _says_the_same(other, entry, book) and _is_earlier(other, entry, book):
            actions = tuple(_told(other, entry, book))
            if actions:
                return RepeatedFactor(entry.review, entry.factor, other.review, other.factor, actions)
    return None


def _telling(entry: _Entry) -> Iterator[str]:
    """The rarest words, without any of which no other factor could agree enough."""
    left = entry.length**2
    for term, weight in sorted(entry.weights.items(), key=lambda pair: -pair[1]):
        if left < (_ON_ONE_SERVICE * entry.length) ** 2:
            return
        yield term
        left -= weight * weight


def _told(earlier: _Entry, later: _Entry, book: Book) -> Iterator[tuple[int, Action]]:
    """The actions on the earlier factor that a reader of the later one has to know of."""
    day = book.incident_by_id[later.review.id].day
    for index, action in enumerate(earlier.review.actions):
        if earlier.factor.id not in action.addresses or action.status not in _TOLD:
            continue
        is_later = isinstance(action.done_on, date) and action.done_on > day
        if action.status is not ActionStatus.DONE or not is_later:
            yield index, action


def _is_earlier(one: _Entry, other: _Entry, book: Book) -> bool:
    """Whether one review is about an earlier incident than the other, and not about the same."""
    first, second = book.incident_by_id[one.review.id], book.incident_by_id[other.review.id]
    return first.day < second.day and not set(one.review.incidents) & set(other.review.incidents)


def _says_the_same(one: _Entry, other: _Entry, book: Book) -> bool:
    shared = [weight * weight for term, weight in one.weights.items() if term in other.weights]
    if len(shared) < _LEAST_WORDS:
        return False
    likeness = sum(shared) / (one.length * other.length)
    services = set(book.incident_by_id[one.review.id].services)
    is_on_one = not services.isdisjoint(book.incident_by_id[other.review.id].services)
    return likeness >= (_ON_ONE_SERVICE if is_on_one else _ANYWHERE)


def _entries(book: Book) -> list[_Entry]:
    """The factors that were there, in the order of their incidents."""
    told = [
        (review, factor, {stem(word) for word in words(plain(factor.text))})
        for review in book.reviews
        if review.id in book.incident_by_id
        for factor in review.factors
        if factor.occurred is not Occurred.NO
    ]
    counts = Counter(term for _, _, terms in told for term in terms)
    return [
        _Entry(place, review, factor, weights := _weights(terms, counts, len(told)), _length(weights.values()))
        for place, (review, factor, terms) in enumerate(told)
        if terms
    ]


def _weights(terms: Iterable[str], counts: Mapping[str, int], size: int) -> dict[str, float]:
    return {term: 1 + log((size + 1) / (counts[term] + 1)) for term in sorted(terms)}


def _length(weights: Iterable[float]) -> float:
    return sqrt(sum(weight * weight for weight in weights))
