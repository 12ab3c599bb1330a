"""Which incidents a reader of one should see, and why: named by its authors, or alike in what it was about."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cached_property

from pirgen.model import Book, Incident

__all__ = ["Relation", "Relations", "Shared", "SharedAttribute"]

_WINDOW = 25  # how many neighbours in time are looked at on each side, so that a large book stays quick
_SHOWN = 3
_ENOUGH = 3


class SharedAttribute(Enum):
    """What two incidents may have in common."""

    SERVICE = "service"
    TRIGGER = "trigger"
    CATEGORY = "category"


_WEIGHT = {SharedAttribute.SERVICE: 2, SharedAttribute.TRIGGER: 1, SharedAttribute.CATEGORY: 1}

Shared = tuple[SharedAttribute, str]
"""One thing in common: its kind, and the service, trigger kind or factor category."""


@dataclass(frozen=True)
class Relation:
    """Another incident, what the two share, and the reason that an author gave for naming it.

    ``is_named_there``: the reason is written in the other incident's file.
    """

    incident: Incident
    shared: tuple[Shared, ...] = ()
    reason: str = ""
    is_named_there: bool = False


class Relations:
    """The relations of every incident of a book."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def of(self, incident: Incident) -> tuple[Relation, ...]:
        """The incidents that authors relate to it, and the few that share most with it, nearest first."""
        named = {relation.incident.id: relation for relation in self._named(incident)}
        alike = [other for other in self._alike(incident) if other.id not in named][:_SHOWN]
        return (*named.values(), *(Relation(other, self._common(incident, other)) for other in alike))

    def _named(self, incident: Incident) -> Iterator[Relation]:
        for other, reason in self._named_there.get(incident.id, ()):
            if all(related.incident != other.id for related in incident.related):
                yield Relation(other, self._common(incident, other), reason, is_named_there=True)
        for related in incident.related:
            target = self._book.incident_by_id.get(related.incident)
            if target is not None:
                yield Relation(target, self._common(incident, target), related.reason)

    def _alike(self, incident: Incident) -> list[Incident]:
        """Those near in time that share enough; to compare every pair of a large book would take too long."""
        weights: dict[str, int] = {}
        for mark in self._marks[incident.id]:
            for other in self._near(incident, mark):
                weights[other.id] = weights.get(other.id, 0) + _WEIGHT[mark[0]]
        weights.pop(incident.id, None)
        enough = [id for id, weight in weights.items() if weight >= _ENOUGH]
        nearest = sorted(enough, key=lambda id: (-weights[id], self._days_apart(incident, id), id))
        return [self._book.incident_by_id[id] for id in nearest]

    def _near(self, incident: Incident, mark: Shared) -> list[Incident]:
        place = self._places[mark][incident.id]
        return self._bearers[mark][max(place - _WINDOW, 0) : place + _WINDOW + 1]

    def _days_apart(self, incident: Incident, other: str) -> int:
        return abs((self._book.incident_by_id[other].day - incident.day).days)

    def _common(self, one: Incident, other: Incident) -> tuple[Shared, ...]:
        theirs = set(self._marks[other.id])
        return tuple(mark for mark in self._marks[one.id] if mark in theirs)

    @cached_property
    def _marks(self) -> dict[str, tuple[Shared, ...]]:
        return {incident.id: tuple(self._marks_of(incident)) for incident in self._book.incidents}

    def _marks_of(self, incident: Incident) -> Iterator[Shared]:
        for service in incident.services:
            yield SharedAttribute.SERVICE, service
        review = self._book.review_by_incident.get(incident.id)
        if review:
            if review.trigger_kind and review.trigger_kind != "other":
                yield SharedAttribute.TRIGGER, review.trigger_kind
            for category in sorted({factor.category for factor in review.factors}):
                yield SharedAttribute.CATEGORY, category

    @cached_property
    def _bearers(self) -> dict[Shared, list[Incident]]:
        bearers: dict[Shared, list[Incident]] = {}
        for incident in self._book.incidents:
            for mark in self._marks[incident.id]:
                bearers.setdefault(mark, []).append(incident)
        return bearers

    @cached_property
    def _places(self) -> dict[Shared, dict[str, int]]:
        return {
            mark: {incident.id: place for place, incident in enumerate(incidents)}
            for mark, incidents in self._bearers.items()
        }

    @cached_property
    def _named_there(self) -> dict[str, list[tuple[Incident, str]]]:
        named: dict[str, list[tuple[Incident, str]]] = {}
        for incident in self._book.incidents:
            for related in incident.related:
                named.setdefault(related.incident, []).append((incident, related.reason))
        return named
