"""Factors by category: what sort of conditions contribute, and every incident that had one."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.recurrence import factors_of
from pirgen.analysis.sums import Sums
from pirgen.analysis.trends import Group
from pirgen.model import Book, Term
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press

__all__ = ["pages"]


def pages(sums: Sums, press: Press) -> Iterator[Page]:
    """The list of categories, and a page for each."""
    book = sums.book
    groups = {group.id: group for group in sums.categories}
    terms = [(term, groups.get(term.id, Group(term.id, term.title, ()))) for term in _categories(book, groups)]
    about = About("Factors", "Categories of factors.", in_navigation=True, hide=("lone-navigation",))
    yield press.page("factors/index.md", "factors.html", {"terms": terms}, about)
    for term, group in terms:
        entries = [(incident, factors_of(incident, term.id, book)) for incident in reversed(group.incidents)]
        about = About(f"Factors: {term.title}", term.description, hide=("lone-navigation", "toc"))
        yield press.page(f"factors/{term.id}.md", "factor.html", {"term": term, "entries": entries}, about)


def _categories(book: Book, groups: dict[str, Group]) -> list[Term]:
    """The vocabulary's categories, then those that only reviews know."""
    known = list(book.vocabulary.categories)
    ids = {term.id for term in known}
    return known + [Term(group.id, group.title) for group in groups.values() if group.id not in ids]
