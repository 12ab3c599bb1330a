"""The list of all incidents: one row each, with all that a reader may want to pick them by."""

from __future__ import annotations

from dataclasses import dataclass

from pirgen.analysis.durations import Length, between
from pirgen.model import Book, Incident, Moment, NotRecorded, Review, title_of
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press

__all__ = ["Row", "page"]

_SHOWN = (Moment.DETECTED, Moment.MITIGATED, Moment.RESOLVED)


@dataclass(frozen=True)
class Row:
    """An incident in the list. ``lengths`` are from its start to the moments that are known."""

    incident: Incident
    review: Review | None
    detection: str
    detection_title: str
    categories: tuple[str, ...]
    lengths: tuple[tuple[Moment, Length], ...]


def page(book: Book, press: Press) -> Page:
    """Every incident, newest first."""
    rows = [_row(incident, book) for incident in reversed(book.incidents)]
    near_misses = sum(incident.is_near_miss for incident in book.incidents)
    values = {"rows": rows, "near_misses": near_misses}
    about = About("Incidents", "Every incident, newest first.", in_navigation=True, hide=("navigation", "toc"))
    return press.page("incidents/index.md", "incidents.html", values, about)


def _row(incident: Incident, book: Book) -> Row:
    review = book.review_by_incident.get(incident.id)
    detection = _detection(incident)
    return Row(
        incident,
        review,
        detection,
        title_of(book.vocabulary.detection_sources, detection) if detection else "",
        _categories(review, book),
        tuple((moment, length) for moment in _SHOWN if (length := between(incident, Moment.STARTED, moment))),
    )


def _detection(incident: Incident) -> str:
    source = incident.detection.source if incident.detection else None
    return "" if source is None or isinstance(source, NotRecorded) else source


def _categories(review: Review | None, book: Book) -> tuple[str, ...]:
    """The categories of the review's factors, in the vocabulary's order."""
    found = {factor.category for factor in review.factors} if review else set()
    return tuple(term.id for term in book.vocabulary.categories if term.id in found)
