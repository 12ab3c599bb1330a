"""Incidents as rows: what each has of all that a reader may pick it by. The list and its files share them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from pirgen.analysis.calendar import Quarter, latest_twelve_months
from pirgen.analysis.durations import Length, between, lengths
from pirgen.analysis.recurrence import Pair
from pirgen.analysis.reviewing import Promise, promises, publications, unreviewed
from pirgen.analysis.statistics import Statistics
from pirgen.analysis.trends import day_of
from pirgen.model import Book, Incident, Moment, NotRecorded, Review
from pirgen.pages.states import review_state

__all__ = [
    "AFTER_ACTION",
    "AWAITS_REVIEW",
    "MOMENTS",
    "NOT_RECORDED",
    "NO_DAY_OF_PUBLICATION",
    "NO_TRIGGER",
    "TWELVE_MONTHS",
    "TWELVE_MONTHS_TITLES",
    "IncidentRow",
    "no_time_to",
    "pair_id",
    "quarter_id",
    "rows_of",
]

MOMENTS = (Moment.DETECTED, Moment.MITIGATED, Moment.RESOLVED)
NOT_RECORDED = "not-recorded"
NO_TRIGGER = "not-stated"
AWAITS_REVIEW = "awaits-review"
NO_DAY_OF_PUBLICATION = "day-not-recorded"
AFTER_ACTION = "after-action"
TWELVE_MONTHS_TITLES = {
    "last-12-months": "the last twelve months",
    "12-months-before": "the twelve months before",
}
TWELVE_MONTHS = tuple(TWELVE_MONTHS_TITLES)


@dataclass(frozen=True)
class IncidentRow:
    """An incident in the list.

    ``values`` are the ids of what it has, by facet: severity, service, category, year, status, impact,
    detection, trigger, review, tag, team, and source, one of several folders; ``month``, ``quarter``,
    ``started`` and ``months``, when it started in UTC; ``category-pair``, ``promise`` and ``fact``, what other
    pages count. ``lengths`` are from its start to those of ``MOMENTS`` that are known.
    """

    incident: Incident
    review: Review | None
    values: Mapping[str, Sequence[str]]
    lengths: Mapping[Moment, Length]

    def one(self, key: str) -> str:
        """The value of a facet of which every incident has exactly one."""
        (value,) = self.values[key]
        return value

    @property
    def seconds_to_resolved(self) -> int | None:
        """From the start until it was resolved; None where one of them is not known."""
        length = self.lengths.get(Moment.RESOLVED)
        return round(length.time.total_seconds()) if length else None


@dataclass(frozen=True)
class _Context:
    """What other pages count about incidents, by the incident's id."""

    book: Book
    as_of: date
    facts: Mapping[str, Sequence[str]]
    pairs: Mapping[str, Sequence[str]]
    promises: Mapping[str, Promise]


def rows_of(statistics: Statistics) -> list[IncidentRow]:
    """Every incident, newest first."""
    book = statistics.book
    paired: dict[str, list[str]] = {}
    for pair in statistics.recurrence.pairs:
        for incident in pair.incidents:
            paired.setdefault(incident.id, []).append(pair_id(pair))
    as_of = statistics.as_of
    context = _Context(book, as_of, _facts(statistics), paired, promises(book, as_of))
    return [_row(incident, context) for incident in reversed(book.incidents)]


def pair_id(pair: Pair) -> str:
    """A pair of categories in addresses."""
    return f"{pair.one}+{pair.other}"


def no_time_to(end: Moment) -> str:
    """The fact that nobody can say how long it took from the start to a moment."""
    return f"no-time-to-{end.value}"


def _facts(statistics: Statistics) -> dict[str, list[str]]:
    """What other pages count about an incident, by its id."""
    book = statistics.book
    found: dict[str, list[str]] = {}
    for end in (Moment.MITIGATED, Moment.RESOLVED):
        for incident in lengths(book.incidents, end).unknown:
            found.setdefault(incident.id, []).append(no_time_to(end))
    for missing in unreviewed(book, date.min):
        found.setdefault(missing.incident.id, []).append(AWAITS_REVIEW)
    for publication in publications(book):
        if publication.after is None:
            found.setdefault(publication.incident.id, []).append(NO_DAY_OF_PUBLICATION)
    for id in {repeat.incident.id for repeat in statistics.recurrence.after_actions}:
        found.setdefault(id, []).append(AFTER_ACTION)
    return found


def _row(incident: Incident, context: _Context) -> IncidentRow:
    book, id = context.book, incident.id
    review = book.review_by_incident.get(incident.id)
    values = {
        "severity": (incident.severity,),
        "service": incident.services,
        "category": _categories(review, book),
        "year": (str(incident.day.year),),
        "status": (incident.status.value,),
        "impact": (_impact(incident),),
        "detection": (_detection(incident),),
        "trigger": (_trigger(review),),
        "review": (review_state(review),),
        "tag": incident.tags,
        "team": _team(review, book),
        "source": (book.sources[incident.id],) if incident.id in book.sources else (),
        "month": (f"{day_of(incident).month:02}",),
        "quarter": (quarter_id(Quarter.of(day_of(incident))),),
        "started": (str(day_of(incident).year),),
        "months": _months(day_of(incident), context.as_of),
        "promise": (context.promises[id].value,) if id in context.promises else (),
        "category-pair": tuple(context.pairs.get(id, ())),
        "fact": tuple(context.facts.get(id, ())),
    }
    known = {moment: length for moment in MOMENTS if (length := between(incident, Moment.STARTED, moment))}
    return IncidentRow(incident, review, values, known)


def _impact(incident: Incident) -> str:
    """Whether it reached users; planned maintenance is apart from both."""
    if incident.is_planned:
        return incident.kind.value
    return "near-miss" if incident.is_near_miss else "users"


def _months(day: date, as_of: date) -> tuple[str, ...]:
    spans = zip(TWELVE_MONTHS, latest_twelve_months(as_of), strict=True)
    return tuple(name for name, span in spans if span.holds(day))


def _detection(incident: Incident) -> str:
    source = incident.detection.source if incident.detection else None
    return NOT_RECORDED if source is None or isinstance(source, NotRecorded) else source


def quarter_id(quarter: Quarter) -> str:
    """A quarter in addresses: ``2025-q1``."""
    return f"{quarter.year}-q{quarter.number}"


def _team(review: Review | None, book: Book) -> tuple[str, ...]:
    """The team that owns its review; another owner may be a person, and is left out."""
    teams = {term.id for term in book.vocabulary.teams}
    return (review.owner,) if review and isinstance(review.owner, str) and review.owner in teams else ()


def _trigger(review: Review | None) -> str:
    """What set it off, as its published review classifies it."""
    kind = review.trigger_kind if review and review.is_published else None
    return kind or NO_TRIGGER


def _categories(review: Review | None, book: Book) -> tuple[str, ...]:
    """The categories of the review's factors: the vocabulary's in its order, then others."""
    found = {factor.category for factor in review.factors} if review else set()
    known = [term.id for term in book.vocabulary.categories if term.id in found]
    return (*known, *sorted(found.difference(known)))
