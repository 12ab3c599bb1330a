"""What comes back: a kind of factor, a trigger or a service with several incidents, and the repeat in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pirgen.analysis.trends import IncidentGroup, by_trigger, repeated
from pirgen.model import Book, Factor, Incident

__all__ = ["Named", "Recurrence", "Repeat", "factors_of", "named_by_authors", "recurrence_of", "repeats_in"]


@dataclass(frozen=True)
class Repeat:
    """A category of factors that several incidents of one service share."""

    service: str
    category: str
    incidents: tuple[Incident, ...]


@dataclass(frozen=True)
class Named:
    """A link from one incident to another that its authors drew, and why."""

    incident: Incident
    other: Incident
    reason: str


@dataclass(frozen=True)
class Recurrence:
    """All that recurs in a book; every group has at least two incidents. The longest repeats come first."""

    categories: tuple[IncidentGroup, ...]
    triggers: tuple[IncidentGroup, ...]
    services: tuple[IncidentGroup, ...]
    repeats: tuple[Repeat, ...]
    named: tuple[Named, ...]


def recurrence_of(
    book: Book, categories: Iterable[IncidentGroup], services: Iterable[IncidentGroup]
) -> Recurrence:
    """What recurs in a book with these groups of incidents by category of factor and by service.

    Drafts and reviews under discussion count for nothing but their incident's service.
    """
    shared, affected = repeated(categories), repeated(services)
    repeats = (repeat for group in affected for repeat in repeats_in(group, shared))
    return Recurrence(
        categories=shared,
        triggers=repeated(by_trigger(book)),
        services=affected,
        repeats=tuple(sorted(repeats, key=lambda repeat: -len(repeat.incidents))),
        named=tuple(named_by_authors(book)),
    )


def repeats_in(service: IncidentGroup, categories: Iterable[IncidentGroup]) -> tuple[Repeat, ...]:
    """The categories that several incidents of a service have factors in, in their order."""
    ids = {incident.id for incident in service.incidents}
    shared = ((group.id, [one for one in group.incidents if one.id in ids]) for group in categories)
    return tuple(Repeat(service.id, id, tuple(common)) for id, common in shared if len(common) > 1)


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
