"""Days, times of day and points in time, in UTC."""

from __future__ import annotations

from datetime import date

from pirgen.model import Instant, Precision

__all__ = ["clock", "day", "day_of_year", "instant", "month", "period", "stamp"]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_STAMPS = {
    Precision.YEAR: "%Y",
    Precision.MONTH: "%Y-%m",
    Precision.DAY: "%Y-%m-%d",
    Precision.MINUTE: "%Y-%m-%dT%H:%MZ",
    Precision.SECOND: "%Y-%m-%dT%H:%M:%SZ",
}


def month(number: int) -> str:
    """The name of a month, 1 to 12."""
    return _MONTHS[number - 1]


def day_of_year(value: date) -> str:
    """A day without its year: ``31 Jan``."""
    return f"{value.day} {month(value.month)[:3]}"


def day(value: date) -> str:
    """A date such as ``31 Jan 2017``."""
    return f"{day_of_year(value)} {value.year}"


def clock(at: Instant) -> str:
    """The time of day, with seconds where they are known; empty where only the date is."""
    if not at.has_clock:
        return ""
    return f"{at.at:%H:%M:%S}" if at.precision is Precision.SECOND else f"{at.at:%H:%M}"


def instant(at: Instant) -> str:
    """A point in time in full: ``31 Jan 2017 23:27 UTC``, or its day, month or year where no more is known."""
    return f"{period(at)} {clock(at)} UTC" if at.has_clock else period(at)


def period(at: Instant) -> str:
    """The day of a point in time, or the month or year where no day is known: ``March 2021``."""
    if at.has_day:
        return day(at.first_day)
    return f"{month(at.at.month)} {at.at.year}" if at.precision is Precision.MONTH else str(at.at.year)


def stamp(at: Instant) -> str:
    """A point in time for a machine: ``2017-01-31T23:27Z``, or as much of the date as is known."""
    return at.at.strftime(_STAMPS[at.precision])
