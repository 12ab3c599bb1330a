"""How instants and durations read on a drawing."""

from __future__ import annotations

from datetime import date, timedelta

from pirgen.model import Instant, Precision

__all__ = ["between", "clock", "day", "distance", "duration"]

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_DAY, _FAR = timedelta(days=1), timedelta(days=60)
_MONTH, _YEAR = timedelta(days=30.44), timedelta(days=365.25)


def day(value: date) -> str:
    """A date such as ``31 Jan 2017``."""
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def clock(instant: Instant) -> str:
    """The time of day in UTC, with seconds where they are known; empty where only the day is."""
    if instant.precision is Precision.DAY:
        return ""
    return f"{instant.at:%H:%M:%S}" if instant.precision is Precision.SECOND else f"{instant.at:%H:%M}"


def between(start: Instant, end: Instant) -> timedelta:
    """The time from one to the other, in whole days where only the day of one is known."""
    if Precision.DAY in (start.precision, end.precision):
        return timedelta(days=(end.at.date() - start.at.date()).days)
    return end.at - start.at


def duration(length: timedelta) -> str:
    """A duration in its two largest units, as pages show it: ``1 h 40 min``, ``3 d 4 h``, ``96 d``."""
    seconds = round(length.total_seconds())
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if seconds < 600:
        return _two(minutes, "min", seconds % 60, "s")
    if hours < 48:
        return _two(hours, "h", minutes % 60, "min")
    return _two(days, "d", hours % 24, "h") if days < 7 else f"{days} d"


def distance(length: timedelta) -> str:
    """How far apart two events are: like a duration, and beyond two months in months and years."""
    if length < _FAR:
        return duration(length) if length % _DAY else f"{length.days} d"
    months = round(length / _MONTH)
    return f"{months} months" if months < 24 else f"{round(length / _YEAR)} years"


def _two(large: int, large_unit: str, small: int, small_unit: str) -> str:
    parts = [f"{count} {unit}" for count, unit in ((large, large_unit), (small, small_unit)) if count]
    return " ".join(parts) or f"0 {large_unit}"
