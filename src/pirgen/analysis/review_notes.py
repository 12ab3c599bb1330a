"""What reviews say in words, across all of them: the part of a trend that no number holds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from pirgen.model import Book, Incident, Review

__all__ = ["ReviewNote", "review_notes"]


@dataclass(frozen=True)
class ReviewNote:
    """What the published review of an incident says on one subject, as written."""

    incident: Incident
    texts: tuple[str, ...]


def review_notes(book: Book, subject: Callable[[Review], tuple[str, ...]]) -> tuple[ReviewNote, ...]:
    """The published reviews that say something on a subject, the latest incident's first."""
    found = []
    for review in reversed(book.reviews):
        incident = book.incident_by_id.get(review.id)
        if incident and review.is_published and subject(review):
            found.append(ReviewNote(incident, subject(review)))
    return tuple(found)
