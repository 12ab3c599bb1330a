"""Two incidents side by side, row by row: what one page and the other say under the same heading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain

from pirgen.analysis.durations import between
from pirgen.audience.public import is_internal
from pirgen.diagrams.timeline.phase_bar import words_of
from pirgen.model import Book, Factor, Incident, InternalText, Moment, Review, title_of
from pirgen.pages.incident.causes import by_category
from pirgen.pages.states import REVIEW_STATES, review_state
from pirgen.reports.action_words import STATUS_WORDS

__all__ = ["ComparedRow", "Comparison", "compared"]


@dataclass(frozen=True)
class ComparedRow:
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


def compared(one: Incident, other: Incident, book: Book) -> Comparison:
    """Two incidents and their reviews, side by side; one review of both says nothing of their difference."""
    rows = [*_facts(one, other, book)]
    review = book.review_by_incident.get(one.id)
    if review is None or review is not book.review_by_incident.get(other.id):
        rows += [*_reviewed(one, other, book), *_factors(one, other, book), *_learned(one, other, book)]
    return Comparison(other, tuple(row for row in rows if row.one or row.other))


def _facts(one: Incident, other: Incident, book: Book) -> Iterator[ComparedRow]:
    words = book.vocabulary
    yield _row("Severity", [one.severity], [other.severity])
    yield _row("Services", *([title_of(words.services, id) for id in each.services] for each in (one, other)))
    yield _row("Tags", one.tags, other.tags)
    yield _row("Detected by", _detection(one, book), _detection(other, book))
    for moment in (Moment.MITIGATED, Moment.RESOLVED):
        title = f"Started to {moment.value}"
        yield ComparedRow(title, _length(one, moment), _length(other, moment), is_shared=False)
    yield _row("Impact", _impact(one), _impact(other))


def _reviewed(one: Incident, other: Incident, book: Book) -> Iterator[ComparedRow]:
    reviews = [book.review_by_incident.get(each.id) for each in (one, other)]
    here, there = ((REVIEW_STATES[review_state(review)][1],) for review in reviews)
    yield ComparedRow("Review", here, there, is_shared=False)
    yield _row("Trigger", *(_trigger(review, book) for review in reviews))


def _factors(one: Incident, other: Incident, book: Book) -> Iterator[ComparedRow]:
    """A row for each category of factors, those that both have first."""
    reviews = [book.review_by_incident.get(each.id) for each in (one, other)]
    factors = [review.factors if review else () for review in reviews]
    here, there = (dict(by_category(each, book)) for each in factors)
    ids = [id for id, _ in by_category(chain(*factors), book)]
    for id in sorted(ids, key=lambda id: not (id in here and id in there)):
        title = f"Factors in {title_of(book.vocabulary.categories, id)}"
        yield ComparedRow(title, _texts(here, id), _texts(there, id), id in here and id in there)


def _texts(filed: Mapping[str, tuple[Factor, ...]], category: str) -> tuple[str, ...]:
    return tuple(_as_marked(factor, factor.text) for factor in filed.get(category, ()))


def _learned(one: Incident, other: Incident, book: Book) -> Iterator[ComparedRow]:
    reviews = [book.review_by_incident.get(each.id) for each in (one, other)]
    yield _row("Actions", *(_actions(review) for review in reviews))
    yield _row("Lessons", *(review.lessons if review else () for review in reviews))


def _row(title: str, one: Sequence[str], other: Sequence[str]) -> ComparedRow:
    return ComparedRow(title, tuple(one), tuple(other), not set(one).isdisjoint(other))


def _detection(incident: Incident, book: Book) -> list[str]:
    source = incident.detection.source if incident.detection else None
    return [title_of(book.vocabulary.detection_sources, source)] if isinstance(source, str) else []


def _length(incident: Incident, moment: Moment) -> tuple[str, ...]:
    found = between(incident, Moment.STARTED, moment)
    return (words_of(found),) if found else ()


def _impact(incident: Incident) -> list[str]:
    if incident.impact is None:
        return ["None: a near miss"] if incident.is_near_miss else []
    return [_as_marked(incident.impact, incident.impact.summary)]


def _trigger(review: Review | None, book: Book) -> list[str]:
    if review is None:
        return []
    kind = title_of(book.vocabulary.triggers, review.trigger_kind)
    return [text for text in (kind, review.trigger) if text]


def _actions(review: Review | None) -> list[str]:
    actions = review.actions if review else ()
    return [_as_marked(action, f"{action.what} ({STATUS_WORDS[action.status]})") for action in actions]


def _as_marked(part: object, text: str) -> str:
    """The text, internal where what it is part of is."""
    return InternalText(text) if is_internal(part) or is_internal(text) else text
