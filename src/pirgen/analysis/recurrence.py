"""What comes back: the same kind of factor or trigger within one service or team, pairs of kinds, and repeats
after an action was done. What nearly every incident has is no recurrence.

Drafts and reviews in discussion count for nothing but their incident's service.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import combinations

from pirgen.analysis.trends import IncidentGroup, by_team, by_trigger, day_of, repeated
from pirgen.model import Action, ActionStatus, Book, Factor, Incident, Review

__all__ = [
    "Named",
    "Pair",
    "Recurrence",
    "Repeat",
    "RepeatAfterAction",
    "factors_of",
    "named_by_authors",
    "recurrence_of",
    "repeats_in",
]

_MOST_PAIRS = 12
_COMMON_FROM = 5
"""With fewer published reviews nothing is called common."""


@dataclass(frozen=True)
class Repeat:
    """Incidents of one ``service`` or ``team`` that share a ``category`` of factors or a ``trigger``.

    ``within`` and ``kind`` are these words, ``place`` and ``shared`` the ids.
    """

    within: str
    place: str
    kind: str
    shared: str
    incidents: tuple[Incident, ...]


@dataclass(frozen=True)
class Pair:
    """Two categories of factors that come together more often than each alone would make likely."""

    one: str
    other: str
    incidents: tuple[Incident, ...]
    expected: float


@dataclass(frozen=True)
class RepeatAfterAction:
    """A factor of the same category on the same service as an earlier one, after an action on that was done."""

    incident: Incident
    factor: Factor
    service: str
    earlier: Incident
    earlier_factor: Factor
    action: Action
    done_on: date


@dataclass(frozen=True)
class Named:
    """A link from one incident to another that its authors drew, and why."""

    incident: Incident
    other: Incident
    reason: str


@dataclass(frozen=True)
class Recurrence:
    """All that recurs in a book; every group has at least two incidents. The longest repeats come first.

    ``common`` are the categories that more than half of the published reviews have: no repeat is made of them.
    """

    categories: tuple[IncidentGroup, ...]
    triggers: tuple[IncidentGroup, ...]
    services: tuple[IncidentGroup, ...]
    common: tuple[IncidentGroup, ...]
    repeats: tuple[Repeat, ...]
    pairs: tuple[Pair, ...]
    after_actions: tuple[RepeatAfterAction, ...]
    named: tuple[Named, ...]


def recurrence_of(
    book: Book, categories: Sequence[IncidentGroup], services: Iterable[IncidentGroup]
) -> Recurrence:
    """What recurs in a book with these groups of incidents by category of factor and by service."""
    reviewed = {incident.id for group in categories for incident in group.incidents}
    common = _common(categories, len(reviewed))
    telling = [group for group in categories if group not in common]
    triggers, affected = by_trigger(book), repeated(services)
    return Recurrence(
        categories=repeated(categories),
        triggers=repeated(triggers),
        services=affected,
        common=common,
        repeats=_repeats(affected, repeated(by_team(book)), telling, triggers),
        pairs=tuple(_pairs(telling, len(reviewed))),
        after_actions=_after_actions(book),
        named=tuple(named_by_authors(book)),
    )


def repeats_in(
    place: IncidentGroup, groups: Iterable[IncidentGroup], kind: str = "category", within: str = "service"
) -> tuple[Repeat, ...]:
    """The categories or triggers that several incidents of a service or team share, in their order."""
    ids = {incident.id for incident in place.incidents}
    shared = ((group.id, [one for one in group.incidents if one.id in ids]) for group in groups)
    return tuple(Repeat(within, place.id, kind, id, tuple(common)) for id, common in shared if len(common) > 1)


def named_by_authors(book: Book) -> Iterator[Named]:
    """Every relation that an incident's authors wrote down, the latest incident first."""
    for incident in reversed(book.incidents):
        for related in incident.related:
            other = book.incident_by_id.get(related.incident)
            if other is not None:
                yield Named(incident, other, related.reason)


def factors_of(incident: Incident, category: str, book: Book) -> tuple[Factor, ...]:
    """The factors of a category in the review of an incident."""
    review = book.review_by_incident.get(incident.id)
    return tuple(factor for factor in review.factors if factor.category == category) if review else ()


def _common(categories: Iterable[IncidentGroup], reviewed: int) -> tuple[IncidentGroup, ...]:
    if reviewed < _COMMON_FROM:
        return ()
    return tuple(group for group in categories if len(group.incidents) * 2 > reviewed)


def _repeats(
    services: Iterable[IncidentGroup],
    teams: Iterable[IncidentGroup],
    categories: Sequence[IncidentGroup],
    triggers: Sequence[IncidentGroup],
) -> tuple[Repeat, ...]:
    found: list[Repeat] = []
    for within, places in (("service", services), ("team", teams)):
        for place in places:
            found += repeats_in(place, categories, "category", within)
            found += repeats_in(place, (group for group in triggers if group.id != "other"), "trigger", within)
    return tuple(sorted(found, key=lambda repeat: -len(repeat.incidents)))


def _pairs(categories: Sequence[IncidentGroup], reviewed: int) -> Iterator[Pair]:
    """Pairs in at least three incidents and half as often again as chance, the twelve most above it first."""
    found = []
    for one, other in combinations(categories, 2):
        ids = {incident.id for incident in other.incidents}
        both = tuple(incident for incident in one.incidents if incident.id in ids)
        expected = len(one.incidents) * len(other.incidents) / reviewed if reviewed else 0.0
        if len(both) >= 3 and len(both) >= 1.5 * expected:
            found.append(Pair(one.id, other.id, both, expected))
    ranked = sorted(found, key=lambda pair: (pair.expected - len(pair.incidents), pair.one, pair.other))
    yield from ranked[:_MOST_PAIRS]


def _after_actions(book: Book) -> tuple[RepeatAfterAction, ...]:
    """The latest repeat first; each factor of an incident once, beside the last action done before it."""
    done = _done_actions(book)
    found = []
    for incident in reversed(book.incidents):
        review = book.review_by_incident.get(incident.id)
        if review and review.is_published:
            found += [repeat for factor in review.factors if (repeat := _after_action(incident, factor, done))]
    return tuple(found)


_Done = Mapping[tuple[str, str], Sequence[tuple[date, Action, Incident, Factor]]]


def _done_actions(book: Book) -> _Done:
    """The actions that are done, by service and category of the factors that they work on, by their day."""
    done: dict[tuple[str, str], list[tuple[date, Action, Incident, Factor]]] = {}
    for review in book.reviews:
        incident = book.incident_by_id.get(review.id)
        if incident and review.is_published:
            for entry in _done_in(review, incident):
                for service in incident.services:
                    done.setdefault((service, entry[3].category), []).append(entry)
    return {key: sorted(found, key=lambda entry: entry[0]) for key, found in done.items()}


def _done_in(review: Review, incident: Incident) -> Iterator[tuple[date, Action, Incident, Factor]]:
    for action in review.actions:
        if action.status is ActionStatus.DONE and isinstance(action.done_on, date):
            for id in action.addresses:
                factor = review.factor(id)
                if factor:
                    yield action.done_on, action, incident, factor


def _after_action(incident: Incident, factor: Factor, done: _Done) -> RepeatAfterAction | None:
    day = day_of(incident)
    for service in incident.services:
        before = [entry for entry in done.get((service, factor.category), ()) if entry[0] < day]
        if before:
            done_on, action, earlier, earlier_factor = before[-1]
            return RepeatAfterAction(incident, factor, service, earlier, earlier_factor, action, done_on)
    return None
