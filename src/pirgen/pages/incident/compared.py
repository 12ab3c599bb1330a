"""Two incidents side by side: what each says under the same headings, a column for each."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from pirgen.analysis.durations import between
from pirgen.audience.public import is_internal
from pirgen.diagrams.timeline.phase_bar import words_of
from pirgen.model import Book, Incident, InternalText, Moment, Review, title_of
from pirgen.pages.incident.causes import by_category
from pirgen.pages.states import REVIEW_STATES, review_state
from pirgen.reports.action_words import STATUS_WORDS

__all__ = ["ComparedRow", "Comparison", "IncidentColumn", "column", "compared"]


class Likeness(Enum):
    """What both must have under a heading to be alike in it: one text, anything at all, or they never are."""

    TEXT = "text"
    ANYTHING = "anything"
    NEVER = "never"


class ColumnEntry(NamedTuple):
    """A heading, and what an incident or its review has under it."""

    title: str
    texts: tuple[str, ...]
    likeness: Likeness = Likeness.TEXT
    is_of_review: bool = False


@dataclass(frozen=True)
class IncidentColumn:
    """An incident with an entry for each heading, also without texts: all columns have the same headings."""

    incident: Incident
    review: Review | None
    entries: tuple[ColumnEntry, ...]


class ComparedRow(NamedTuple):
    """A heading, and what each of the two has under it; ``is_shared`` where both have something of the same."""

    title: str
    one: tuple[str, ...]
    other: tuple[str, ...]
    is_shared: bool


@dataclass(frozen=True)
class Comparison:
    """The rows in which at least one of two incidents says something."""

    other: Incident
    rows: tuple[ComparedRow, ...]


def compared(one: IncidentColumn, other: IncidentColumn) -> Comparison:
    """Two columns of a book, side by side; one review of both says nothing of their difference."""
    has_one_review = one.review is not None and one.review is other.review
    rows = (
        ComparedRow(here.title, here.texts, there.texts, _is_shared(here, there))
        for here, there in zip(one.entries, other.entries, strict=True)
        if (here.texts or there.texts) and not (has_one_review and here.is_of_review)
    )
    return Comparison(other.incident, tuple(rows))


def column(incident: Incident, book: Book) -> IncidentColumn:
    """What an incident and its review have under every heading; ``assets/compare.js`` compares as we do."""
    review = book.review_by_incident.get(incident.id)
    return IncidentColumn(incident, review, (*_facts(incident, book), *_reviewed(review, book)))


def _is_shared(one: ColumnEntry, other: ColumnEntry) -> bool:
    if one.likeness is Likeness.ANYTHING:
        return bool(one.texts and other.texts)
    return one.likeness is Likeness.TEXT and not set(one.texts).isdisjoint(other.texts)


def _facts(incident: Incident, book: Book) -> Iterator[ColumnEntry]:
    words = book.vocabulary
    yield ColumnEntry("Severity", (incident.severity,))
    yield ColumnEntry("Services", tuple(title_of(words.services, id) for id in incident.services))
    yield ColumnEntry("Tags", incident.tags)
    yield ColumnEntry("Detected by", _detection(incident, book))
    for moment in (Moment.MITIGATED, Moment.RESOLVED):
        yield ColumnEntry(f"Started to {moment.value}", _length(incident, moment), Likeness.NEVER)
    yield ColumnEntry("Impact", _impact(incident))


def _reviewed(review: Review | None, book: Book) -> Iterator[ColumnEntry]:
    words = book.vocabulary
    state = REVIEW_STATES[review_state(review)][1]
    yield ColumnEntry("Review", (state,), Likeness.NEVER, is_of_review=True)
    kind = title_of(words.triggers, review.trigger_kind) if review else ""
    trigger = tuple(filter(None, (kind, review.trigger if review else "")))
    yield ColumnEntry("Trigger", trigger, is_of_review=True)
    filed = dict(by_category(review.factors, book)) if review else {}
    for category in words.categories:
        texts = tuple(_as_marked(factor, factor.text) for factor in filed.get(category.id, ()))
        yield ColumnEntry(f"Factors in {category.title}", texts, Likeness.ANYTHING, is_of_review=True)
    yield ColumnEntry("Actions", _actions(review), is_of_review=True)
    yield ColumnEntry("Lessons", review.lessons if review else (), is_of_review=True)


def _detection(incident: Incident, book: Book) -> tuple[str, ...]:
    source = incident.detection.source if incident.detection else None
    return (title_of(book.vocabulary.detection_sources, source),) if isinstance(source, str) else ()


def _length(incident: Incident, moment: Moment) -> tuple[str, ...]:
    found = between(incident, Moment.STARTED, moment)
    return (words_of(found),) if found else ()


def _impact(incident: Incident) -> tuple[str, ...]:
    if incident.impact is None:
        return ("None: a near miss",) if incident.is_near_miss else ()
    return (_as_marked(incident.impact, incident.impact.summary),)


def _actions(review: Review | None) -> tuple[str, ...]:
    actions = review.actions if review else ()
    return tuple(_as_marked(each, f"{each.what} ({STATUS_WORDS[each.status]})") for each in actions)


def _as_marked(part: object, text: str) -> str:
    """The text, internal where what it is part of is."""
    return InternalText(text) if is_internal(part) or is_internal(text) else text
