"""Stretches of time to count in: twelve months, quarters and years, as the facets of the lists name them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pirgen.analysis.calendar import CalendarSpan, Quarter, Year, latest_twelve_months
from pirgen.analysis.statistics import Statistics
from pirgen.analysis.trends import day_of
from pirgen.pages.action_list import quarter_value
from pirgen.pages.incident_rows import TWELVE_MONTHS, quarter_id
from pirgen.pages.times import term
from pirgen.pages.trends.lists import Chosen
from pirgen.wording import instants

__all__ = ["TimeSpan", "period_spans", "twelve_months", "year_span", "years_of"]

_QUARTERED_YEARS = 3


@dataclass(frozen=True)
class TimeSpan:
    """A stretch of time, and what stands for it in the lists of incidents and of actions.

    ``days`` says which days it is, where the title does not.
    """

    title: str
    incidents: Chosen
    actions: str
    days: str = ""
    is_complete: bool = True
    is_quarter: bool = False


def years_of(statistics: Statistics) -> list[int]:
    """From the first incident to the day that is judged by, also those without one."""
    days = [day_of(incident).year for incident in statistics.book.incidents]
    return list(range(min(days), max(statistics.as_of.year, min(days)) + 1))


def twelve_months(as_of: date) -> tuple[TimeSpan, TimeSpan]:
    """The twelve months that end with a day, and the twelve before them."""
    titles = ("Last twelve months", "Twelve before")
    one, other = (
        TimeSpan(title, (("months", name),), name, f"{instants.day(span.first)} to {instants.day(span.last)}")
        for title, name, span in zip(titles, TWELVE_MONTHS, latest_twelve_months(as_of), strict=True)
    )
    return one, other


def year_span(year: int, as_of: date) -> TimeSpan:
    """A calendar year."""
    return _span(Year(year), as_of, (("started", str(year)),), str(year))


def period_spans(years: Sequence[int], as_of: date) -> Iterator[TimeSpan]:
    """The quarters of this year and the two before, then the years before those, the latest first."""
    oldest = as_of.year - _QUARTERED_YEARS + 1
    for year in range(as_of.year, max(oldest, years[0]) - 1, -1):
        for number in (4, 3, 2, 1):
            quarter = Quarter(year, number)
            if quarter <= Quarter.of(as_of):
                yield _span(quarter, as_of, (("quarter", quarter_id(quarter)),), quarter_value(quarter))
    for year in reversed(years):
        if year < oldest:
            yield year_span(year, as_of)


def _span(span: CalendarSpan, as_of: date, incidents: Chosen, actions: str) -> TimeSpan:
    is_quarter = isinstance(span, Quarter)
    running = Quarter.of(as_of) if is_quarter else Year.of(as_of)
    return TimeSpan(term(span), incidents, actions, is_complete=span != running, is_quarter=is_quarter)
