"""The severity guide: what each level means, and the incidents of each."""

from __future__ import annotations

from pirgen.model import Book, Incident
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["page"]


def page(book: Book, renderer: Renderer) -> Page:
    """The guide, made from the vocabulary."""
    meta = PageMeta("Severities", "What each severity means.", in_navigation=True, hide=("lone-navigation",))
    return renderer.page("severity.md", "severity.html", {"counts": _incidents_by_severity(book)}, meta)


def _incidents_by_severity(book: Book) -> dict[str, list[Incident]]:
    """The incidents of each severity, the latest first."""
    found: dict[str, list[Incident]] = {level.id: [] for level in book.vocabulary.severities}
    for incident in reversed(book.incidents):
        found.setdefault(incident.severity, []).append(incident)
    return found
