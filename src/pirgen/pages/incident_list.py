"""The list of all incidents, and what a reader may narrow it down by.

The page holds the latest hundred; the others are data that its script makes rows of, and for readers without
scripts there is a page for each year.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup, escape

from pirgen.analysis.reviewing import Promise
from pirgen.analysis.statistics import Statistics
from pirgen.model import Book, IncidentStatus, Moment, Term, title_of
from pirgen.pages import times
from pirgen.pages.data.incident_files import CSV, JSON, incident_files
from pirgen.pages.explorer import ExplorerRow, ExplorerTable, Facet, SortOrder, facet
from pirgen.pages.incident_rows import (
    AFTER_ACTION,
    AWAITS_REVIEW,
    NO_DAY_OF_PUBLICATION,
    NO_TRIGGER,
    NOT_RECORDED,
    TWELVE_MONTHS_TITLES,
    IncidentRow,
    no_time_to,
    rows_of,
)
from pirgen.pages.markdown import unlinked
from pirgen.pages.moved import moved_pages
from pirgen.pages.page import Page
from pirgen.pages.renderer import INCIDENTS, PageMeta, Renderer
from pirgen.pages.states import REVIEW_STATES
from pirgen.wording.instants import month

__all__ = ["PATH", "YearOfIncidents", "pages"]

PATH = INCIDENTS

_MOST_LINES = 800
"""A page of a year holds no more incidents; a year with more has several."""

_IMPACTS = {"users": "Reached users", "near-miss": "Near miss", "maintenance": "Planned maintenance"}
_STATUSES = {status.value: status.value.capitalize() for status in IncidentStatus}
_REVIEWS = {state: words for state, (_, words) in REVIEW_STATES.items()}
_REVIEW_PLACES = {state: str(place) for place, state in enumerate(REVIEW_STATES)}
_ORDERS = (
    SortOrder("-date", "Newest first"),
    SortOrder("date", "Oldest first"),
    SortOrder("severity", "Most severe first"),
    SortOrder("-severity", "Least severe first"),
    SortOrder("title", "Title, A to Z"),
    SortOrder("-title", "Title, Z to A"),
    SortOrder("-resolved", "Longest first"),
    SortOrder("resolved", "Shortest first"),
    SortOrder("review", "Without a review first"),
    SortOrder("-review", "Closed reviews first"),
)
_SORTED_BY = {"date": "day", "severity": "rank", "title": "title", "resolved": "seconds", "review": "place"}


_MONTHS = {f"{number:02}": month(number) for number in range(1, 13)}
_FACTS = {
    no_time_to(Moment.MITIGATED): "no known time until mitigated",
    no_time_to(Moment.RESOLVED): "no known time until resolved",
    AWAITS_REVIEW: "no published review yet",
    NO_DAY_OF_PUBLICATION: "no day of publication",
    AFTER_ACTION: "a repeat after a done action",
}
_PROMISES = {
    Promise.IN_TIME.value: "published in time",
    Promise.LATE.value: "published late",
    Promise.DAY_NOT_RECORDED.value: "published, day not recorded",
    Promise.AWAITED.value: "not published, in time",
    Promise.OVERDUE.value: "not published, overdue",
}


@dataclass(frozen=True)
class YearOfIncidents:
    """A year in the list: how many incidents it has, where they are, and the rows that the page holds.

    ``target`` is a place on the page if it holds all incidents, else the first page of the year.
    """

    number: int
    count: int
    target: str
    shown: tuple[ExplorerRow, ...]


@dataclass(frozen=True)
class YearPage:
    """Incidents of a year on a page of their own, by month; ``others`` are the pages of the same year."""

    path: str
    title: str
    months: tuple[tuple[int, tuple[IncidentRow, ...]], ...]
    others: tuple[tuple[str, str], ...]


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """Every incident, newest first, the same as files for programs, and long years on pages of their own."""
    book = statistics.book
    rows = rows_of(statistics)
    table = _table(rows, book, renderer)
    year_pages = list(_year_pages(rows)) if table.further else []
    values = {
        "table": table,
        "years": _years(rows, table, year_pages),
        "near_misses": sum(incident.is_near_miss for incident in book.incidents),
        "planned": len(book.incidents) - len(book.unplanned),
        "csv": CSV,
        "json": JSON,
    }
    meta = PageMeta(
        "Incidents",
        "Every incident, newest first.",
        in_navigation=True,
        hide=("navigation", "toc"),
        assets=(
            *incident_files(rows, renderer.settings.directory_urls),
            *(table.rows_assets if rows else ()),
            *moved_pages(book, renderer.settings),
        ),
    )
    yield renderer.page(PATH, "incidents.html", values, meta)
    for year in year_pages:
        meta = PageMeta(year.title, "Every incident of a year.", hide=("navigation",), in_search=False)
        yield renderer.page(year.path, "incidents-year.html", {"year": year}, meta)


def _table(rows: Sequence[IncidentRow], book: Book, renderer: Renderer) -> ExplorerTable:
    return ExplorerTable(
        page=PATH,
        one="incident",
        many="incidents",
        rows=tuple(ExplorerRow(_cells(row, book, renderer), row.values) for row in rows),
        facets=tuple(_facets(rows, book)),
        orders=_ORDERS,
        sorted_by=_SORTED_BY,
    )


def _cells(row: IncidentRow, book: Book, renderer: Renderer) -> dict[str, Markup]:
    incident = row.incident
    review = row.one("review")
    sign, words = REVIEW_STATES[review]
    seconds = row.seconds_to_resolved
    cells = {
        "href": renderer.to(PATH, f"incidents/{incident.id}.md"),
        "day": incident.day.isoformat(),
        "date": times.day(incident.day),
        "rank": str(renderer.rank(incident.severity)),
        "severity": incident.severity,
        "title": unlinked(incident.title),
        "notes": _notes(row),
        "about": _about(row, book),
        "seconds": "" if seconds is None else str(seconds),
        "length": _length(row),
        "review": review,
        "sign": sign,
        "words": words,
        "place": _REVIEW_PLACES[review],
    }
    return {name: escape(cell) for name, cell in cells.items()}


def _notes(row: IncidentRow) -> Markup:
    """What is unusual about an incident, as tags after its title."""
    notes = [("near-miss", "near miss")] if row.incident.is_near_miss else []
    notes += [("planned", "planned maintenance")] if row.incident.is_planned else []
    if row.incident.status is not IncidentStatus.RESOLVED:
        notes.append(("status", row.incident.status.value))
    return Markup("").join(
        Markup(' <span class="pirgen-note pirgen-note-{}">{}</span>').format(kind, words)
        for kind, words in notes
    )


def _about(row: IncidentRow, book: Book) -> str:
    """The services, the kinds of factors and the tags of an incident in one line."""
    words = book.vocabulary
    services = ", ".join(title_of(words.services, id) for id in row.incident.services)
    factors = ", ".join(title_of(words.categories, id).lower() for id in row.values["category"])
    tags = " ".join(f"#{tag}" for tag in row.incident.tags)
    return " · ".join(filter(None, (services, factors, tags)))


def _length(row: IncidentRow) -> Markup:
    """How long it took until it was resolved, or else mitigated."""
    resolved, mitigated = (row.lengths.get(moment) for moment in (Moment.RESOLVED, Moment.MITIGATED))
    if not resolved and not mitigated:
        return Markup('<span class="pirgen-quiet">\N{EN DASH}</span>')
    if resolved or not mitigated:
        return times.length(resolved)
    return Markup('{} <span class="pirgen-quiet">until mitigated</span>').format(times.length(mitigated))


def _years(
    rows: Sequence[IncidentRow], table: ExplorerTable, year_pages: Sequence[YearPage]
) -> list[YearOfIncidents]:
    first_page = {page.path[len("incidents/in-") :][:4]: page.path for page in reversed(year_pages)}
    years: list[YearOfIncidents] = []
    before = 0
    for number, group in groupby(rows, key=lambda row: row.incident.day.year):
        count = len(list(group))
        target = first_page.get(f"{number:04}", f"{PATH}#in-{number}")
        years.append(YearOfIncidents(number, count, target, table.shown[before : before + count]))
        before += count
    return years


def _year_pages(rows: Sequence[IncidentRow]) -> Iterator[YearPage]:
    for number, group in groupby(rows, key=lambda row: row.incident.day.year):
        of_year = tuple(group)
        parts = [of_year[start : start + _MOST_LINES] for start in range(0, len(of_year), _MOST_LINES)]
        paths = [
            f"incidents/in-{number:04}{f'-{place}' if place > 1 else ''}.md"
            for place in range(1, len(parts) + 1)
        ]
        for place, (path, part) in enumerate(zip(paths, parts, strict=True), 1):
            title = f"Incidents of {number}" + (f" ({place} of {len(parts)})" if len(parts) > 1 else "")
            others = tuple((other, f"Part {at}") for at, other in enumerate(paths, 1) if other != path)
            months = groupby(part, key=lambda row: row.incident.day.month)
            yield YearPage(path, title, tuple((number, tuple(found)) for number, found in months), others)


def _facets(rows: Sequence[IncidentRow], book: Book) -> Iterator[Facet]:
    """Every side of the list, in the words of the vocabulary."""
    words = book.vocabulary

    def of(key: str, title: str, titles: Mapping[str, str], **looks: bool) -> Facet:
        return facet(key, title, [row.values[key] for row in rows], titles, **looks)

    years = {year: year for year in sorted({row.one("year") for row in rows}, reverse=True)}
    yield of("severity", "Severity", {level.id: level.id for level in words.severities}, is_unfolded=True)
    yield of("service", "Service", _titles(words.services), is_by_frequency=True, is_unfolded=True)
    yield of("category", "Factors in", _titles(words.categories), is_unfolded=True)
    yield of("year", "Year", years)
    yield of("detection", "Detected by", _titles(words.detection_sources) | {NOT_RECORDED: "Not recorded"})
    yield of("trigger", "Trigger", _titles(words.triggers) | {NO_TRIGGER: "Not stated"})
    yield of("impact", "Impact", _IMPACTS)
    yield of("status", "Status", _STATUSES)
    yield of("review", "Review", _REVIEWS)
    yield of("tag", "Tag", {}, is_by_frequency=True)
    yield of("team", "Review owned by", _titles(words.teams))
    yield of("source", "Folder", {})
    yield of("month", "Started in", _MONTHS, is_hidden=True)
    yield of("quarter", "Started in", {}, is_hidden=True)
    yield of("started", "Started in", {}, is_hidden=True)
    yield of("months", "Started in", TWELVE_MONTHS_TITLES, is_hidden=True)
    yield of("promise", "Promised review", _PROMISES, is_hidden=True)
    yield of("category-pair", "Factors in", {}, is_hidden=True)
    yield of("fact", "With", _FACTS, is_hidden=True)


def _titles(terms: Sequence[Term]) -> dict[str, str]:
    return {term.id: term.title for term in terms}
