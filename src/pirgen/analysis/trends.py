"""Counts over the book: by quarter and severity, and by the words that incidents are classed by.

A count is never just a number here: each keeps the incidents that it counts. No mean and no median
time to anything, since incident durations carry none (Davidovic, Incident Metrics in SRE, 2021).
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from pirgen.model import Book, Incident, Moment, NotRecorded, Term, title_of

__all__ = [
    "Group",
    "Period",
    "Quarter",
    "by_category",
    "by_detection",
    "by_quarter",
    "by_service",
    "by_tag",
    "by_trigger",
    "day_of",
    "repeated",
]


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a year, ``number`` from 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter that a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def next(self) -> Quarter:
        """The quarter after it."""
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)


@dataclass(frozen=True)
class Period:
    """The incidents of a quarter; near misses are a series of their own. The running one is not complete."""

    quarter: Quarter
    incidents: tuple[Incident, ...]
    near_misses: tuple[Incident, ...]
    is_complete: bool = True

    def of_severity(self, severity: str) -> tuple[Incident, ...]:
        """Its incidents of one severity, without near misses."""
        return tuple(incident for incident in self.incidents if incident.severity == severity)


@dataclass(frozen=True)
class Group:
    """What share one word: the word, the title that pages show for it, and the incidents."""

    id: str
    title: str
    incidents: tuple[Incident, ...]


def day_of(incident: Incident) -> date:
    """The day in UTC that an incident is counted on: when it started, else the day of its id."""
    started = incident.instant_of(Moment.STARTED)
    return started.at.date() if started else incident.day


def by_quarter(incidents: Iterable[Incident], as_of: date) -> tuple[Period, ...]:
    """Every quarter from the first incident to the day reckoned to, empty ones too."""
    filed: dict[Quarter, list[Incident]] = {}
    for incident in incidents:
        filed.setdefault(Quarter.of(day_of(incident)), []).append(incident)
    if not filed:
        return ()
    running = Quarter.of(as_of)
    periods = []
    quarter = min(filed)
    while quarter <= max(running, max(filed)):
        periods.append(_period(quarter, filed.get(quarter, []), quarter < running))
        quarter = quarter.next
    return tuple(periods)


def by_category(book: Book) -> tuple[Group, ...]:
    """Incidents by the categories of their factors, in the vocabulary's order; drafts count for nothing."""
    filed: dict[str, dict[str, Incident]] = {}
    for incident in book.incidents:
        review = book.review_by_incident.get(incident.id)
        if review and review.is_published:
            for factor in review.factors:
                filed.setdefault(factor.category, {})[incident.id] = incident
    return _groups(filed, book.vocabulary.categories)


def by_trigger(book: Book) -> tuple[Group, ...]:
    """Incidents by the kind of trigger that their review names; drafts count for nothing."""
    filed: dict[str, dict[str, Incident]] = {}
    for incident in book.incidents:
        review = book.review_by_incident.get(incident.id)
        if review and review.is_published and review.trigger_kind:
            filed.setdefault(review.trigger_kind, {})[incident.id] = incident
    return _groups(filed, book.vocabulary.triggers)


def by_detection(book: Book) -> tuple[Group, ...]:
    """Incidents by how they came to be known; those that do not say come last, under ``not-recorded``."""
    filed: dict[str, dict[str, Incident]] = {}
    for incident in book.incidents:
        source = incident.detection.source if incident.detection else None
        word = "not-recorded" if source is None or isinstance(source, NotRecorded) else source
        filed.setdefault(word, {})[incident.id] = incident
    return _groups(filed, (*book.vocabulary.detection_sources, Term("not-recorded", "Not recorded")))


def by_service(book: Book) -> tuple[Group, ...]:
    """Incidents by service, in the order of the alphabet."""
    return _by_words(book, lambda incident: incident.services, book.vocabulary.services)


def by_tag(book: Book) -> tuple[Group, ...]:
    """Incidents by tag, in the order of the alphabet."""
    return _by_words(book, lambda incident: incident.tags)


def repeated(groups: Iterable[Group]) -> tuple[Group, ...]:
    """The groups that several incidents share."""
    return tuple(group for group in groups if len(group.incidents) > 1)


def _period(quarter: Quarter, incidents: list[Incident], is_complete: bool) -> Period:
    real = tuple(incident for incident in incidents if not incident.is_near_miss)
    misses = tuple(incident for incident in incidents if incident.is_near_miss)
    return Period(quarter, real, misses, is_complete)


def _by_words(
    book: Book, words_of: Callable[[Incident], tuple[str, ...]], terms: tuple[Term, ...] = ()
) -> tuple[Group, ...]:
    filed: dict[str, dict[str, Incident]] = {}
    for incident in book.incidents:
        for word in words_of(incident):
            filed.setdefault(word, {})[incident.id] = incident
    groups = [Group(word, title_of(terms, word), tuple(found.values())) for word, found in filed.items()]
    return tuple(sorted(groups, key=lambda group: (group.title.casefold(), group.id)))


def _groups(filed: dict[str, dict[str, Incident]], terms: tuple[Term, ...]) -> tuple[Group, ...]:
    """The groups in the order of the terms, then words that the terms do not know by the alphabet."""
    order = {term.id: place for place, term in enumerate(terms)}
    words = sorted(filed, key=lambda word: (order.get(word, len(order)), word))
    return tuple(Group(word, title_of(terms, word), tuple(filed[word].values())) for word in words)
