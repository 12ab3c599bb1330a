"""How long something took: the same words for the same span, whoever shows it."""

from __future__ import annotations

from datetime import timedelta

from pirgen.wording.plurals import counted

__all__ = ["days", "duration"]

_MONTH, _YEAR = 30.44, 365.25
_MINUTE, _HOUR, _DAY = 60, 3600, 86_400
_TWO_UNITS = 14
"""From this many days on, hours no longer matter."""


def duration(time: timedelta) -> str:
    """A span in its two largest units, and in one where more would pretend: ``1 h 40 min``, ``7 years``.

    The sign is left to the caller. Nothing at all reads ``under 1 min``, since no clock is that exact.
    """
    seconds = round(abs(time.total_seconds()))
    if seconds < _MINUTE:
        return f"{seconds} s" if seconds else "under 1 min"
    if seconds < 10 * _MINUTE:
        return _two(seconds // _MINUTE, "min", seconds % _MINUTE, "s")
    if seconds < 2 * _DAY and seconds != _DAY:
        return _two(seconds // _HOUR, "h", seconds // _MINUTE % 60, "min")
    whole, hours = seconds // _DAY, seconds // _HOUR % 24
    return _two(whole, "d", hours, "h") if hours and whole < _TWO_UNITS else days(timedelta(whole))


def days(time: timedelta) -> str:
    """A span of whole days, in months or years where a day more or less is no matter: ``12 days``."""
    whole = abs(time.days)
    if whole < 90:
        return counted(whole, "day")
    return counted(round(whole / _MONTH), "month") if whole < 700 else counted(round(whole / _YEAR), "year")


def _two(large: int, large_unit: str, small: int, small_unit: str) -> str:
    parts = ((large, large_unit), (small, small_unit))
    return " ".join(f"{count} {unit}" for count, unit in parts if count)
