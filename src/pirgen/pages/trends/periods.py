"""Incidents per severity over time: by quarter, and by year where there are many quarters."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pirgen.analysis.calendar import Quarter
from pirgen.analysis.trends import Period, by_quarter, by_year
from pirgen.model import Book
from pirgen.pages.charts import Chart, Column, Segment, column_chart
from pirgen.pages.incident_rows import quarter_id
from pirgen.pages.links import anchors
from pirgen.pages.page import Asset
from pirgen.pages.tables import csv_text
from pirgen.pages.times import term
from pirgen.pages.trends.lists import FEWEST, NEAR_MISS, USERS, Chosen, Listing, ListPart, ListSection

__all__ = ["Series", "View", "series_of", "views"]

_MOST_QUARTERS = 40
"""Ten years: more would make columns too thin to see; the years hold them all."""
_MANY_QUARTERS = 20
"""More than five years are shown by year too."""
_RANKS = 5
_NOT_OVER = "not over"


@dataclass(frozen=True)
class Series:
    """A severity, its look from the worst down, and what it adds to the id of a period."""

    id: str
    look: str
    ending: str


@dataclass(frozen=True)
class PeriodCounts:
    """A period of the table: the count and target of each severity, of all together, and of the near misses."""

    title: str
    is_complete: bool
    severities: tuple[tuple[str, int, str], ...]
    total: tuple[int, str]
    near_misses: tuple[int, str]


@dataclass(frozen=True)
class View:
    """The incidents by one kind of period: a chart if there are enough, the table, its CSV and its lists.

    ``shown`` is how many periods it spans, ``earlier`` how many incidents and near misses lie before them.
    """

    id: str
    kind: str
    title: str
    chart: Chart | None
    rows: tuple[PeriodCounts, ...]
    count: int
    near_misses: int
    shown: int
    earlier: int
    asset: Asset
    listing: Listing


def series_of(book: Book) -> tuple[Series, ...]:
    """The vocabulary's severities, worst first, then any other that an incident carries."""
    known = [level.id for level in book.vocabulary.severities]
    others = sorted({incident.severity for incident in book.unplanned} - set(known))
    endings = anchors("", [*known, *others])
    return tuple(
        Series(id, f"rank-{min(rank, _RANKS)}", ending) for rank, (id, ending) in enumerate(endings.items(), 1)
    )


def views(book: Book, series: Sequence[Series], as_of: date) -> Iterator[View]:
    """By quarter, and by year too where there are many quarters; none without incidents."""
    quarters = by_quarter(book.incidents, as_of)
    if not quarters:
        return
    yield _view("quarter", quarters[-_MOST_QUARTERS:], quarters[:-_MOST_QUARTERS], series)
    if len(quarters) > _MANY_QUARTERS:
        yield _view("year", by_year(book.incidents, as_of), (), series)


def _view(kind: str, periods: Sequence[Period], earlier: Sequence[Period], series: Sequence[Series]) -> View:
    listing = _listing(kind, periods, series)
    count = sum(len(period.incidents) for period in periods)
    rows = tuple(_row(period, series, listing) for period in periods)
    return View(
        id=f"by-{kind}",
        kind=kind,
        title=f"Incidents per severity and {kind}",
        chart=_chart(periods, series, listing) if count >= FEWEST else None,
        rows=tuple(row for row in reversed(rows) if row.total[0] or row.near_misses[0] or not row.is_complete),
        count=count,
        near_misses=sum(len(period.near_misses) for period in periods),
        shown=len(periods),
        earlier=sum(len(period.incidents) + len(period.near_misses) for period in earlier),
        asset=_asset(kind, rows, series),
        listing=listing,
    )


def _chart(periods: Sequence[Period], series: Sequence[Series], listing: Listing) -> Chart:
    return column_chart([_column(period, series, listing) for period in periods], "near misses")


def _column(period: Period, series: Sequence[Series], listing: Listing) -> Column:
    id, title = _id(period), term(period.span)
    segments = [
        Segment(count, one.look, listing.target(f"{id}{one.ending}"), f"{title}, {one.id}: {count}")
        for one in series
        if (count := len(period.of_severity(one.id)))
    ]
    missed = len(period.near_misses)
    below = Segment(missed, "near-miss", listing.target(f"near-misses-{id}"), f"{title}, near misses: {missed}")
    return Column(
        name=f"Q{period.span.number}" if isinstance(period.span, Quarter) else str(period.span.year),
        group=str(period.span.year) if isinstance(period.span, Quarter) else "",
        segments=tuple(segments),
        below=below if missed else None,
        target=listing.target(id),
        label=f"{title}, all severities: {len(period.incidents)}",
        running="" if period.is_complete else _NOT_OVER,
    )


def _row(period: Period, series: Sequence[Series], listing: Listing) -> PeriodCounts:
    id = _id(period)
    return PeriodCounts(
        title=term(period.span),
        is_complete=period.is_complete,
        severities=tuple(
            (one.id, len(period.of_severity(one.id)), listing.target(f"{id}{one.ending}")) for one in series
        ),
        total=(len(period.incidents), listing.target(id)),
        near_misses=(len(period.near_misses), listing.target(f"near-misses-{id}")),
    )


def _asset(kind: str, rows: Sequence[PeriodCounts], series: Sequence[Series]) -> Asset:
    header = (kind, "is_over", *(one.id for one in series), "incidents", "near_misses")
    table = [
        (
            row.title,
            "yes" if row.is_complete else "no",
            *(count for _, count, _ in row.severities),
            row.total[0],
            row.near_misses[0],
        )
        for row in rows
    ]
    return Asset(f"trends/{kind}s.csv", csv_text(header, table))


def _listing(kind: str, periods: Sequence[Period], series: Sequence[Series]) -> Listing:
    return Listing(
        f"trends/{kind}s.md",
        f"Incidents by {kind}",
        f"The incidents of each {kind}, by the day they started in UTC. Near misses are listed separately.",
        tuple(section for period in reversed(periods) for section in _sections(period, series)),
    )


def _sections(period: Period, series: Sequence[Series]) -> Iterator[ListSection]:
    id, title = _id(period), term(period.span)
    users, near_misses = ((*_chosen(period), *kind) for kind in (USERS, NEAR_MISS))
    parts = (
        ListPart(f"{id}{one.ending}", one.id, period.of_severity(one.id), (*users, ("severity", one.id)))
        for one in series
    )
    yield ListSection(id, title, tuple(parts), users)
    missed = (ListPart("", "", period.near_misses, near_misses),)
    yield ListSection(f"near-misses-{id}", f"{title}, near misses", missed, near_misses)


def _chosen(period: Period) -> Chosen:
    """The incidents of a period in the list of incidents."""
    span = period.span
    return (("quarter", quarter_id(span)),) if isinstance(span, Quarter) else (("started", str(span.year)),)


def _id(period: Period) -> str:
    return f"in-{term(period.span).lower().replace(' ', '-')}"
