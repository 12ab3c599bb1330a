"""Counts over the book: by quarter or year, and by the words that incidents are classed by.

A count is never just a number here: each keeps the incidents that it counts. No mean and no median
time to anything, since incident durations carry none (Davidovic, Incident Metrics in SRE, 2021).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pirgen.analysis.calendar import CalendarSpan, Quarter, Year
from pirgen.model import Book, Incident, Moment, NotRecorded, Term, title_of

__all__ = [
    "IncidentGroup",
    "Period",
    "by_category",
    "by_detection",
    "by_quarter",
    "by_service",
    "by_tag",
    "by_team",
    "by_trigger",
    "by_year",
    "day_of",
    "repeated",
]

_S = TypeVar("_S", Quarter, Year)


@dataclass(frozen=True)
class Period:
    """The incidents of a span; near misses are a series of their own. The running span is not complete."""

    span: CalendarSpan
    incidents: tuple[Incident, ...]
    near_misses: tuple[Incident, ...]
    is_complete: bool = True

    def of_severity(self, severity: str) -> tuple[Incident, ...]:
        """Its incidents of one severity, without near misses."""
        return tuple(incident for incident in self.incidents if incident.severity == severity)


@dataclass(frozen=True)
class IncidentGroup:
    """What share one word: the word, the title that pages show for it, and the incidents, near misses too."""

    id: str
    title: str
    incidents: tuple[Incident, ...]

    @property
    def counted(self) -> tuple[Incident, ...]:
        """Those that reached users, and were not planned."""
        return tuple(each for each in self.incidents if not each.is_near_miss and not each.is_planned)

    @property
    def near_misses(self) -> tuple[Incident, ...]:
        """Those that did not, never added to the others."""
        return tuple(incident for incident in self.incidents if incident.is_near_miss)


def day_of(incident: Incident) -> date:
    """The day in UTC that an incident is counted on: when it started, else the day of its id."""
    started = incident.instant_of(Moment.STARTED)
    return started.first_day if started and started.has_day else incident.day


def by_quarter(incidents: Iterable[Incident], as_of: date) -> tuple[Period, ...]:
    """Every quarter from the first incident to the as-of day, empty ones too."""
    return _periods(Quarter.of, incidents, as_of)


def by_year(incidents: Iterable[Incident], as_of: date) -> tuple[Period, ...]:
    """Every year from the first incident to the as-of day, empty ones too."""
    return _periods(Year.of, incidents, as_of)


def by_category(book: Book) -> tuple[IncidentGroup, ...]:
    """Incidents by the categories of their factors, in the vocabulary's order; drafts count for nothing."""
    filed: dict[str, dict[str, Incident]] = {}
    for incident in book.incidents:
        review = book.review_by_incident.get(incident.id)
        if review and review.is_published:
            for factor in review.factors:
                filed.setdefault(factor.category, {})[incident.id] = incident
    return _groups(filed, book.vocabulary.categories)


def by_trigger(book: Book) -> tuple[IncidentGroup, ...]:
    """Incidents by the kind of trigger that their review names; drafts count for nothing."""
    filed: dict[str, dict[str, Incident]] = {}
    for incident in book.incidents:
        review = book.review_by_incident.get(incident.id)
        if review and review.is_published and review.trigger_kind:
            filed.setdefault(review.trigger_kind, {})[incident.id] = incident
    return _groups(filed, book.vocabulary.triggers)


def by_detection(book: Book) -> tuple[IncidentGroup, ...]:
    """Incidents by how they came to be known; those that do not say come last, under ``not-recorded``."""
    filed: dict[str, dict[str, Incident]] = {}
    for incident in book.incidents:
        source = incident.detection.source if incident.detection else None
        word = "not-recorded" if source is None or isinstance(source, NotRecorded) else source
        filed.setdefault(word, {})[incident.id] = incident
    return _groups(filed, (*book.vocabulary.detection_sources, Term("not-recorded", "Not recorded")))


def by_service(book: Book) -> tuple[IncidentGroup, ...]:
    """Incidents by service, in the order of the alphabet."""
    return _by_words(book, lambda incident: incident.services, book.vocabulary.services)


def by_tag(book: Book) -> tuple[IncidentGroup, ...]:
    """Incidents by tag, in the order of the alphabet."""
    return _by_words(book, lambda incident: incident.tags)


def by_team(book: Book) -> tuple[IncidentGroup, ...]:
    """Incidents by the team that owns their review, in alphabetical order.

    Only teams of the vocabulary are counted: another owner may be a person.
    """
    teams = {term.id for term in book.vocabulary.teams}

    def owners(incident: Incident) -> tuple[str, ...]:
        review = book.review_by_incident.get(incident.id)
        return (review.owner,) if review and isinstance(review.owner, str) and review.owner in teams else ()

    return _by_words(book, owners, book.vocabulary.teams)


def repeated(groups: Iterable[IncidentGroup]) -> tuple[IncidentGroup, ...]:
    """The groups that several incidents share."""
    return tuple(group for group in groups if len(group.incidents) > 1)


def _periods(span_of: Callable[[date], _S], incidents: Iterable[Incident], as_of: date) -> tuple[Period, ...]:
    filed: dict[_S, list[Incident]] = {}
    for incident in incidents:
        if not incident.is_planned:
            filed.setdefault(span_of(day_of(incident)), []).append(incident)
    if not filed:
        return ()
    running = span_of(as_of)
    periods = []
    span = min(filed)
    while span <= max(running, max(filed)):
        periods.append(_period(span, filed.get(span, []), span < running))
        span = span.next
    return tuple(periods)


def _period(span: CalendarSpan, incidents: list[Incident], is_complete: bool) -> Period:
    real = tuple(incident for incident in incidents if not incident.is_near_miss)
    misses = tuple(incident for incident in incidents if incident.is_near_miss)
    return Period(span, real, misses, is_complete)


def _by_words(
    book: Book, words_of: Callable[[Incident], tuple[str, ...]], terms: tuple[Term, ...] = ()
) -> tuple[IncidentGroup, ...]:
    filed: dict[str, dict[str, Incident]] = {}
    for incident in book.incidents:
        for word in words_of(incident):
            filed.setdefault(word, {})[incident.id] = incident
    groups = [
        IncidentGroup(word, title_of(terms, word), tuple(found.values())) for word, found in filed.items()
    ]
    return tuple(sorted(groups, key=lambda group: (group.title.casefold(), group.id)))


def _groups(filed: dict[str, dict[str, Incident]], terms: tuple[Term, ...]) -> tuple[IncidentGroup, ...]:
    """The groups in the order of the terms, then words that the terms do not have, in alphabetical order."""
    order = {term.id: place for place, term in enumerate(terms)}
    words = sorted(filed, key=lambda word: (order.get(word, len(order)), word))
    return tuple(IncidentGroup(word, title_of(terms, word), tuple(filed[word].values())) for word in words)
