"""Factors by category: what sort of conditions contribute, and every incident that had one."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.recurrence import factors_of
from pirgen.analysis.statistics import Statistics
from pirgen.analysis.trends import IncidentGroup
from pirgen.model import Book, Term
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["pages"]


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """The list of categories, and a page for each."""
    book = statistics.book
    groups = {group.id: group for group in statistics.categories}
    terms = [
        (term, groups.get(term.id, IncidentGroup(term.id, term.title, ())))
        for term in _categories(book, groups)
    ]
    meta = PageMeta("Factors", "Categories of factors.", in_navigation=True, hide=("lone-navigation",))
    yield renderer.page("factors/index.md", "factors.html", {"terms": terms}, meta)
    for term, group in terms:
        entries = [(incident, factors_of(incident, term.id, book)) for incident in reversed(group.incidents)]
        meta = PageMeta(f"Factors: {term.title}", term.description, hide=("lone-navigation", "toc"))
        yield renderer.page(f"factors/{term.id}.md", "factor.html", {"term": term, "entries": entries}, meta)


def _categories(book: Book, groups: dict[str, IncidentGroup]) -> list[Term]:
    """The vocabulary's categories, then those that only reviews know."""
    known = list(book.vocabulary.categories)
    ids = {term.id for term in known}
    return known + [Term(group.id, group.title) for group in groups.values() if group.id not in ids]
