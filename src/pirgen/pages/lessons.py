"""The lessons of all reviews on one page, with what surprised, where luck helped, and what is still open."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from operator import attrgetter

from pirgen.model import Book, Incident, Review
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["page"]

Sentences = tuple[str, ...]

_SECTIONS: tuple[tuple[str, str, str, Callable[[Review], Sentences]], ...] = (
    ("lessons", "Lessons", "What others can learn from it.", attrgetter("lessons")),
    (
        "surprises",
        "What surprised",
        "Where a system was not what it was taken for.",
        attrgetter("surprises"),
    ),
    ("luck", "Where luck helped", "What would have been worse on another day.", attrgetter("got_lucky")),
    ("went-well", "What went well", "What to keep.", attrgetter("went_well")),
    ("questions", "Open questions", "What is still not understood.", attrgetter("open_questions")),
)


@dataclass(frozen=True)
class LessonSection:
    """One sort of sentence, by incident, the latest first."""

    id: str
    title: str
    meaning: str
    entries: tuple[tuple[Incident, Sentences], ...]


def page(book: Book, renderer: Renderer) -> Page:
    """What published reviews learned; drafts and reviews under discussion are left out."""
    published = [
        (incident, review)
        for incident in reversed(book.incidents)
        if (review := book.review_by_id.get(incident.id)) and review.is_published
    ]
    sections = []
    for id, title, meaning, of in _SECTIONS:
        entries = ((incident, of(review)) for incident, review in published)
        sections.append(LessonSection(id, title, meaning, tuple(entry for entry in entries if entry[1])))
    meta = PageMeta("Lessons", "What was learned.", in_navigation=True, hide=("lone-navigation",))
    return renderer.page("lessons.md", "lessons.html", {"sections": sections}, meta)
