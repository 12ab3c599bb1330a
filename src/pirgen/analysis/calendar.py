"""Quarters and years: the spans that incidents are counted by, in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache

__all__ = ["CalendarSpan", "Months", "Quarter", "Year", "latest_twelve_months"]


@dataclass(frozen=True, order=True)
class Quarter:
    """A quarter of a year, ``number`` from 1 to 4."""

    year: int
    number: int

    @classmethod
    def of(cls, day: date) -> Quarter:
        """The quarter that a day lies in."""
        return cls(day.year, (day.month + 2) // 3)

    @property
    def next(self) -> Quarter:
        """The quarter after it."""
        return Quarter(self.year, self.number + 1) if self.number < 4 else Quarter(self.year + 1, 1)

    @property
    def last_day(self) -> date:
        """Its last day."""
        return date(self.next.year, 3 * self.next.number - 2, 1) - timedelta(days=1)


@dataclass(frozen=True, order=True)
class Year:
    """A calendar year."""

    year: int

    @classmethod
    def of(cls, day: date) -> Year:
        """The year that a day lies in."""
        return cls(day.year)

    @property
    def next(self) -> Year:
        """The year after it."""
        return Year(self.year + 1)


CalendarSpan = Quarter | Year


@dataclass(frozen=True)
class Months:
    """Twelve months that need not begin with a year: every day from the first to the last."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether a day lies in them."""
        return self.first <= day <= self.last


@lru_cache(maxsize=1)
def latest_twelve_months(day: date) -> tuple[Months, Months]:
    """The twelve months that end with a day, and the twelve before them."""
    middle, start = _a_year_before(day), _a_year_before(_a_year_before(day))
    one = timedelta(days=1)
    return Months(middle + one, day), Months(start + one, middle)


def _a_year_before(day: date) -> date:
    """The same day of the year before; 28 February for the 29th."""
    return day.replace(year=day.year - 1, day=28 if (day.month, day.day) == (2, 29) else day.day)
