"""What keeps coming back, in the reviews' own words: read before the numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pirgen.analysis.review_notes import review_notes
from pirgen.analysis.trends import IncidentGroup
from pirgen.model import Book, Incident, Review

__all__ = ["NotePattern", "most_first", "patterns"]

_SHOWN = 3


@dataclass(frozen=True)
class NotePattern:
    """A subject on which reviews say something: one sentence of each of the latest, and the place it is from.

    ``anchor`` is where the incident's page says all of it.
    """

    title: str
    anchor: str
    latest: tuple[tuple[Incident, str], ...]


def most_first(groups: Iterable[IncidentGroup]) -> tuple[IncidentGroup, ...]:
    """The groups by how many incidents share them, then as given."""
    return tuple(sorted(groups, key=lambda group: -len(group.incidents)))


def patterns(book: Book) -> tuple[NotePattern, ...]:
    """Surprises, luck and open questions; one that no published review names is left out."""
    subjects: tuple[tuple[str, str, Callable[[Review], tuple[str, ...]]], ...] = (
        ("What surprised us", "surprises", lambda review: review.surprises),
        ("Where luck helped", "luck", lambda review: review.got_lucky),
        ("Still to be answered", "questions", lambda review: review.open_questions),
    )
    found = (NotePattern(title, anchor, _latest(book, subject)) for title, anchor, subject in subjects)
    return tuple(pattern for pattern in found if pattern.latest)


def _latest(book: Book, subject: Callable[[Review], tuple[str, ...]]) -> tuple[tuple[Incident, str], ...]:
    return tuple((saying.incident, saying.texts[0]) for saying in review_notes(book, subject)[:_SHOWN])
