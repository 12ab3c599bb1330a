"""The list of all incidents, by year, and what a reader may narrow it down by."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from pirgen.model import Book, IncidentStatus, ReviewStatus
from pirgen.pages.explorer import Facet, SortOrder, facet
from pirgen.pages.incident_files import CSV, JSON, incident_files
from pirgen.pages.incident_rows import NO_REVIEW, NOT_RECORDED, IncidentRow, rows_of
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["YearOfIncidents", "page"]

_IMPACTS = {"users": "Reached users", "near-miss": "Near miss"}
_STATUSES = {status.value: status.value.capitalize() for status in IncidentStatus}
_REVIEWS = {
    NO_REVIEW: "No review",
    ReviewStatus.DRAFT.value: "Draft",
    ReviewStatus.IN_REVIEW.value: "In review",
    ReviewStatus.REVIEWED.value: "Reviewed",
    ReviewStatus.CLOSED.value: "Closed",
}
_ORDERS = (
    SortOrder("-date", "Newest first"),
    SortOrder("date", "Oldest first"),
    SortOrder("severity", "Most severe first"),
    SortOrder("-severity", "Least severe first"),
    SortOrder("title", "Title, A to Z"),
    SortOrder("-title", "Title, Z to A"),
    SortOrder("-resolved", "Longest until resolved first"),
    SortOrder("resolved", "Shortest until resolved first"),
    SortOrder("review", "Without a review first"),
    SortOrder("-review", "Closed reviews first"),
)


@dataclass(frozen=True)
class YearOfIncidents:
    """The incidents of one year; ``before`` is how many rows are above them."""

    number: int
    rows: tuple[IncidentRow, ...]
    before: int


def page(book: Book, renderer: Renderer) -> Page:
    """Every incident, newest first, and the same as files for programs."""
    rows = rows_of(book)
    values = {
        "years": _years(rows),
        "near_misses": sum(incident.is_near_miss for incident in book.incidents),
        "facets": _facets(rows, book),
        "orders": _ORDERS,
        "review_place": list(_REVIEWS).index,
        "csv": CSV,
        "json": JSON,
    }
    meta = PageMeta(
        "Incidents",
        "Every incident, newest first.",
        in_navigation=True,
        hide=("navigation", "toc"),
        assets=incident_files(rows, renderer.settings.directory_urls),
    )
    return renderer.page("incidents/index.md", "incidents.html", values, meta)


def _years(rows: Sequence[IncidentRow]) -> list[YearOfIncidents]:
    years: list[YearOfIncidents] = []
    before = 0
    for number, group in groupby(rows, key=lambda row: row.incident.day.year):
        years.append(YearOfIncidents(number, tuple(group), before))
        before += len(years[-1].rows)
    return years


def _facets(rows: Sequence[IncidentRow], book: Book) -> list[Facet]:
    """Every side of the list, in the words of the vocabulary."""
    words = book.vocabulary
    severities = {level.id: level.id for level in words.severities}
    services = {term.id: term.title for term in words.services}
    categories = {term.id: term.title for term in words.categories}
    years = {year: year for year in sorted({row.one("year") for row in rows}, reverse=True)}
    detections = {term.id: term.title for term in words.detection_sources} | {NOT_RECORDED: "Not recorded"}

    def of(key: str, title: str, titles: Mapping[str, str], **looks: bool) -> Facet:
        return facet(key, title, [row.values[key] for row in rows], titles, **looks)

    return [
        of("severity", "Severity", severities, is_unfolded=True),
        of("service", "Service", services, is_by_frequency=True, is_unfolded=True),
        of("category", "Factors in", categories, is_unfolded=True),
        of("year", "Year", years),
        of("detection", "Detected by", detections),
        of("impact", "Impact", _IMPACTS),
        of("status", "Status", _STATUSES),
        of("review", "Review", _REVIEWS),
        of("tag", "Tag", {}, is_by_frequency=True),
    ]
