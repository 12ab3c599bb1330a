"""How the book changed: twelve months beside the twelve before, quarters and years, and each word by year.

Nothing is averaged, and no difference is made: a reader sees two counts and what they are made of.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pirgen.analysis.reviewing import Promise
from pirgen.analysis.statistics import Statistics
from pirgen.analysis.trends import IncidentGroup, by_detection
from pirgen.pages.incident_rows import AFTER_ACTION
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer
from pirgen.pages.trends.grids import Tally, TallyGroup, TimeCounter
from pirgen.pages.trends.lists import NEAR_MISS, PUBLISHED, USERS
from pirgen.pages.trends.periods import series_of
from pirgen.pages.trends.spans import period_spans, twelve_months, year_span, years_of

__all__ = ["PATH", "pages"]

PATH = "trends/over-time.md"
_MOST_YEARS = 10

_COUNTED = (*USERS, *NEAR_MISS)
"""All incidents but planned maintenance."""

_PROMISES = (
    Tally("Published in time", (*_COUNTED, ("promise", Promise.IN_TIME.value))),
    Tally("Published late", (*_COUNTED, ("promise", Promise.LATE.value))),
    Tally("Published, day not recorded", (*_COUNTED, ("promise", Promise.DAY_NOT_RECORDED.value))),
    Tally("Not published, still in time", (*_COUNTED, ("promise", Promise.AWAITED.value))),
    Tally("Not published, overdue", (*_COUNTED, ("promise", Promise.OVERDUE.value))),
)


@dataclass(frozen=True)
class PeriodChoice:
    """A period that can be looked at, and whether it is the one that is."""

    title: str
    target: str
    is_shown: bool


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """The page of all times, and one for each year beside the year before; none without incidents."""
    if not statistics.book.incidents:
        return
    counts, years = TimeCounter(statistics), years_of(statistics)
    kinds = (*_totals(statistics), *_words(statistics, renderer))
    yield _page_of_all(kinds, counts, years, statistics.as_of, renderer)
    for year in years:
        yield _page_of_year(year, kinds, counts, years, statistics.as_of, renderer)


def _page_of_all(
    kinds: Sequence[TallyGroup], counts: TimeCounter, years: Sequence[int], as_of: date, renderer: Renderer
) -> Page:
    spans, latest = twelve_months(as_of), years[-_MOST_YEARS:]
    in_years = [year_span(year, as_of) for year in latest]
    compared = [counts.by_span(kind, spans, "twelve-months") for kind in kinds]
    periods = [
        counts.by_measure(kind, period_spans(years, as_of), "by-period") for kind in kinds if not kind.of_words
    ]
    words = [counts.by_span(kind, in_years, "by-year") for kind in kinds if kind.of_words]
    values = {
        "spans": spans,
        "compared": compared,
        "periods": periods,
        "words": words,
        "earlier": len(years) - len(latest),
        "choices": list(_choices(years, PATH)),
    }
    meta = PageMeta(
        "Trends over time",
        "The last twelve months beside the twelve before, by quarter and by year.",
        hide=("navigation",),
        assets=tuple(grid.asset for grid in (*compared, *periods, *words)),
        in_search=False,
    )
    return renderer.page(PATH, "trends-over-time.html", values, meta)


def _page_of_year(
    year: int,
    kinds: Sequence[TallyGroup],
    counts: TimeCounter,
    years: Sequence[int],
    as_of: date,
    renderer: Renderer,
) -> Page:
    path, spans = _path(year), (year_span(year, as_of), year_span(year - 1, as_of))
    compared = [counts.by_span(kind, spans, str(year)) for kind in kinds]
    values = {"year": year, "span": spans[0], "compared": compared, "choices": list(_choices(years, path))}
    meta = PageMeta(
        f"{year} and the year before",
        f"Incidents, reviews and actions of {year} beside those of {year - 1}.",
        hide=("navigation", "toc"),
        assets=tuple(grid.asset for grid in compared),
        in_search=False,
    )
    return renderer.page(path, "trends-year.html", values, meta)


def _choices(years: Sequence[int], shown: str) -> Iterator[PeriodChoice]:
    yield PeriodChoice("Last twelve months", PATH, shown == PATH)
    for year in reversed(years):
        yield PeriodChoice(str(year), _path(year), shown == _path(year))


def _path(year: int) -> str:
    return f"trends/in-{year}.md"


def _totals(statistics: Statistics) -> Iterator[TallyGroup]:
    """How many incidents there were, and how reviews and actions went."""
    severities = (Tally(one.id, (*USERS, ("severity", one.id))) for one in series_of(statistics.book))
    yield TallyGroup(
        "incidents",
        "Incidents",
        (Tally("Reached users", USERS), *severities, Tally("Near misses", NEAR_MISS)),
    )
    promised = Tally("Review promised", (*_COUNTED, *(("promise", promise.value) for promise in Promise)))
    yield TallyGroup("promised", "Reviews against the promise", _PROMISES, promised, "each incident once")
    yield TallyGroup(
        "actions",
        "Actions",
        (
            Tally("Opened", facet="created-in"),
            Tally("Closed", facet="done-in"),
            Tally("Open at the end", facet="open-at", of_quarters=True),
        ),
    )
    repeats = Tally("After a done action", (*_COUNTED, *PUBLISHED, ("fact", AFTER_ACTION)))
    yield TallyGroup(
        "repeats", "Repeats", (repeats,), Tally("Reviewed", (*_COUNTED, *PUBLISHED)), "reviewed incidents"
    )


def _words(statistics: Statistics, renderer: Renderer) -> Iterator[TallyGroup]:
    """The words that incidents are classed by."""
    reviewed, users = Tally("Reviewed", (*USERS, *PUBLISHED)), Tally("Incidents", USERS)

    def measure(key: str, group: IncidentGroup, total: Tally, page: str) -> Tally:
        return Tally(group.title, (*total.chosen, (key, group.id)), page)

    yield TallyGroup(
        "category",
        "Factor categories",
        tuple(measure("category", one, reviewed, f"factors/{one.id}.md") for one in statistics.categories),
        reviewed,
        "reviewed incidents",
        of_words=True,
    )
    detections = by_detection(statistics.book)
    yield TallyGroup(
        "detection",
        "Detected by",
        tuple(measure("detection", one, users, "") for one in detections),
        users,
        "each incident once",
        of_words=True,
    )
    yield TallyGroup(
        "service",
        "Services",
        tuple(measure("service", one, users, renderer.service_paths[one.id]) for one in statistics.services),
        users,
        "each incident once",
        of_words=True,
    )
