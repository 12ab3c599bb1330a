"""What the words of the site mean: the severity guide and the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.model import Book, Incident
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press

__all__ = ["pages"]


def pages(book: Book, press: Press) -> Iterator[Page]:
    """The severity guide and, if there are words for it, the glossary."""
    guide = About("Severities", "What each severity means.", in_navigation=True, hide=("lone-navigation",))
    yield press.page("severity.md", "severity.html", {"counts": _counts(book)}, guide)
    if book.vocabulary.glossary:
        glossary = About("Glossary", "Words that reviews use.", in_navigation=True, hide=("lone-navigation",))
        yield press.page("glossary.md", "glossary.html", {}, glossary)


def _counts(book: Book) -> dict[str, list[Incident]]:
    """The incidents of each severity, the latest first."""
    counts: dict[str, list[Incident]] = {level.id: [] for level in book.vocabulary.severities}
    for incident in reversed(book.incidents):
        counts.setdefault(incident.severity, []).append(incident)
    return counts
