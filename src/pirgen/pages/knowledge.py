"""The same knowledge from other sides: severities, factor categories, services, the glossary."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.trends import Group, by_category, by_service
from pirgen.model import Book, Factor, Incident, Term
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press

__all__ = ["pages"]


def pages(book: Book, press: Press) -> Iterator[Page]:
    """The factor categories, the services, the severity guide and, if there are words for it, the glossary."""
    groups = {group.id: group for group in by_category(book)}
    terms = [(term, groups.get(term.id, Group(term.id, term.title, ()))) for term in _categories(book, groups)]
    yield press.page(
        "factors/index.md", "factors.html", {"terms": terms}, _about("Factors", "Categories of factors.")
    )
    for term, group in terms:
        yield _category_page(term, group, book, press)
    yield press.page(
        "services.md",
        "services.html",
        {"groups": by_service(book)},
        _about("Services", "Incidents by service."),
    )
    yield press.page(
        "severity.md",
        "severity.html",
        {"counts": _counts(book)},
        _about("Severities", "What each severity means."),
    )
    if book.vocabulary.glossary:
        yield press.page("glossary.md", "glossary.html", {}, _about("Glossary", "Words that reviews use."))


def _category_page(term: Term, group: Group, book: Book, press: Press) -> Page:
    entries = [(incident, _factors(incident, term.id, book)) for incident in reversed(group.incidents)]
    about = About(f"Factors: {term.title}", term.description, hide=("navigation",))
    return press.page(f"factors/{term.id}.md", "factor.html", {"term": term, "entries": entries}, about)


def _about(title: str, description: str) -> About:
    return About(title, description, in_navigation=True, hide=("navigation",))


def _categories(book: Book, groups: dict[str, Group]) -> list[Term]:
    """The vocabulary's categories, then those that only reviews know."""
    known = list(book.vocabulary.categories)
    ids = {term.id for term in known}
    return known + [Term(group.id, group.title) for group in groups.values() if group.id not in ids]


def _factors(incident: Incident, category: str, book: Book) -> list[Factor]:
    review = book.review_by_incident[incident.id]
    return [factor for factor in review.factors if factor.category == category]


def _counts(book: Book) -> dict[str, list[Incident]]:
    """The incidents of each severity, the latest first."""
    counts: dict[str, list[Incident]] = {level.id: [] for level in book.vocabulary.severities}
    for incident in reversed(book.incidents):
        counts.setdefault(incident.severity, []).append(incident)
    return counts
