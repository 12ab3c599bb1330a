"""The grammar of times and dates, and what is wrong with a text that does not follow it.

``time = date ("T" | " ") hh ":" mm [":" ss ["." digits]] [offset] | date | yyyy "-" mm | yyyy``,
``offset = "Z" | ("+" | "-") hh ":" mm``,
``date = yyyy "-" mm "-" dd``: the profile of ISO 8601 that RFC 3339 describes, with seconds optional.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from zoneinfo import ZoneInfo

from pirgen.diagnostics import Explanation
from pirgen.model import Instant, Precision
from pirgen.source import codes
from pirgen.source.fields.respelt_times import (
    day_at_the_head,
    either_way,
    last_of,
    respelt_day,
    respelt_time,
    without_hedge,
    wrong_day,
)

FIRST_YEAR, LAST_YEAR = 1900, 2999
"""The years that are read. Any offset and any sum of days stays within what Python can hold."""

_TIME = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)[Tt ](?P<hour>\d\d?):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
    r"\s*(?P<offset>[Zz]|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d?)?"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_MONTH_OR_YEAR = re.compile(r"(?P<year>\d{4})(?:-(?P<month>\d\d))?")
_LETTERS = re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d?:\d\d(:\d\d)?\s*(?P<letters>[A-Za-z]{2,5})")
_CLOCK = re.compile(r"\d\d?:\d\d(:\d\d)?([Zz]|\s*[+-].*|\s*UTC)?")


@dataclass(frozen=True)
class Unreadable:
    """Why a text is no time: the code, what is wrong, and what was most probably meant.

    ``replacement`` is what to write instead; ``is_sure`` tells whether it is the same time beyond doubt.
    """

    code: Explanation
    message: str
    near: str = ""
    hint: str = ""
    replacement: str = ""
    is_sure: bool = True


def read_time(written: str, zone: ZoneInfo | None) -> Instant | Unreadable:
    """The instant that a text names; a text without an offset is local time of ``zone`` if there is one."""
    if _DAY.fullmatch(written):
        day = read_day(written)
        return day if isinstance(day, Unreadable) else Instant(_midnight(day), Precision.DAY)
    if period := _MONTH_OR_YEAR.fullmatch(written):
        return _first_of(period)
    match = _TIME.fullmatch(written)
    if match is None:
        return _not_a_time(written)
    day = read_day(match["date"])
    if isinstance(day, Unreadable):
        return day
    clock = _clock(match)
    if clock is None:
        near, _ = respelt_time(written)
        near = near if _HAS_OFFSET.search(near) else ""
        hint = "hours go from 00 to 23, minutes and seconds from 00 to 59"
        message = f"'{written}' is not a time of day"
        return Unreadable(codes.TIME, message, near, hint, replacement=near, is_sure=False)
    precision = Precision.SECOND if match["second"] else Precision.MINUTE
    local = datetime.combine(day, clock)
    if match["offset"] is None:
        return _local_instant(match, local, zone, precision)
    return _instant_at_offset(match, local, precision)


def leading_time(written: str) -> str:
    """The time with a date that a text begins with, or an empty string."""
    match = _TIME.match(written) or _DAY.match(written)
    return match[0].strip() if match and not written[match.end() : match.end() + 1].isalnum() else ""


def _first_of(period: re.Match[str]) -> Instant | Unreadable:
    """The first instant of a month or a year."""
    year, month = int(period["year"]), int(period["month"] or 1)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return Unreadable(codes.TIME, f"'{period[0]}' is outside the years {FIRST_YEAR} to {LAST_YEAR}")
    if not 1 <= month <= 12:
        return Unreadable(codes.TIME, f"'{period[0]}' is not a month", hint="months go from 01 to 12")
    return Instant(datetime(year, month, 1, tzinfo=UTC), Precision.MONTH if period["month"] else Precision.YEAR)


def read_day(written: str) -> date | Unreadable:
    """The date that a text names."""
    if not _DAY.fullmatch(written):
        return _not_a_day(written)
    try:
        day = date.fromisoformat(written)
    except ValueError:
        return Unreadable(codes.DAY, f"'{written}' is not a day in the calendar", hint=wrong_day(written))
    if FIRST_YEAR <= day.year <= LAST_YEAR:
        return day
    return Unreadable(codes.DAY, f"'{written}' is outside the years {FIRST_YEAR} to {LAST_YEAR}")


def _not_a_day(written: str) -> Unreadable:
    message, hint = f"'{written}' is not a date", "write YYYY-MM-DD"
    near, is_sure = respelt_day(written)
    if not near and (near := day_at_the_head(written)):
        hint = "write the day alone; a note can say the rest"
    if near:
        return Unreadable(codes.DAY, message, near, hint, replacement=near, is_sure=is_sure)
    if last := last_of(written):
        near = f"{last}, if its last day is meant"
        return Unreadable(codes.DAY, message, near, hint, replacement=last, is_sure=False)
    either = either_way(written)
    hint = "write YYYY-MM-DD, or 'not recorded' where no day was agreed"
    hint = f"write {' or '.join(either)}, whichever is meant" if either else hint
    return Unreadable(codes.DAY, message, hint=hint)


def _not_a_time(written: str) -> Unreadable:
    if _CLOCK.fullmatch(written):
        hint = "write the date and the offset too, such as 2026-03-14T12:30Z or 2026-03-14T12:30+02:00"
        return Unreadable(codes.TIME, f"'{written}' is a clock time without a date", hint=hint)
    message = f"'{written}' is not a time"
    if other := _in_other_words(written, message):
        return other
    named = _LETTERS.fullmatch(written)
    if named and named["letters"].upper() in ("AM", "PM"):
        hint = "hours go from 00 to 23, without am and pm"
        return Unreadable(codes.TIME, message, hint=hint)
    if named:
        message = f"'{written}' has letters for an offset, and '{named['letters']}' may stand for several"
        hint = "write the offset, such as +01:00, or say 'timezone: Europe/Berlin' once for the whole file"
        return Unreadable(codes.OFFSET, message, hint=hint)
    if days := either_way(written.partition(" ")[0]):
        hint = f"write the day as {' or '.join(days)}, whichever is meant, and the offset after the time"
        return Unreadable(codes.TIME, message, hint=hint)
    hint = "write 2026-03-14T12:30Z, a date, month (2026-03) or year alone, or 'not recorded'"
    return Unreadable(codes.TIME, f"'{written}' is not a time", hint=hint)


def _in_other_words(written: str, message: str) -> Unreadable | None:
    """A time that says more than a time can, or that is spelt otherwise."""
    bare, between = without_hedge(written), _BETWEEN.split(written, maxsplit=1)
    if bare:
        whole = "; write the date and the offset too" if _CLOCK.fullmatch(bare) else ""
        hint = f"a time that is not exact has 'approximate: true' beside it{whole}"
        return Unreadable(codes.TIME, message, _near_time(bare)[0], hint)
    if len(between) == 2 and (first := _near_time(between[0])[0]):
        hint = "an event that lasted has its beginning in 'at' and its end in 'until'"
        return Unreadable(codes.TIME, message, first, hint)
    near, is_sure = _near_time(written)
    if not near:
        return None
    if _HAS_OFFSET.search(near):
        return Unreadable(codes.TIME, message, near, replacement=near, is_sure=is_sure)
    near = f"{near}Z"
    return Unreadable(codes.TIME, message, f"{near}, if it is UTC", replacement=near, is_sure=False)


_BETWEEN = re.compile(r"\s+(?:-|\N{EN DASH}|to|until|till)\s+|\s*/\s*(?=\d{4}-)|\N{EN DASH}(?=\d\d?:)")
_HAS_OFFSET = re.compile(r"(Z|[+-]\d\d:\d\d)$")


def _near_time(written: str) -> tuple[str, bool]:
    return (written, True) if _TIME.fullmatch(written) or _DAY.fullmatch(written) else respelt_time(written)


def _clock(match: re.Match[str]) -> time | None:
    micros = int((match["fraction"] or "0")[:6].ljust(6, "0"))
    try:
        return time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), micros)
    except ValueError:
        return None


def _instant_at_offset(match: re.Match[str], local: datetime, precision: Precision) -> Instant | Unreadable:
    written, offset = match[0], match["offset"]
    proper = _proper_offset(offset)
    if proper is None:
        return Unreadable(
            codes.OFFSET, f"'{written}' has an offset that no time zone has", hint="offsets go up to 14:00"
        )
    near = _spelt(match) + proper
    if written != near:
        return Unreadable(codes.OFFSET, f"'{written}' is not in the form of a time", near, replacement=near)
    return Instant(local.replace(tzinfo=_zone_of(proper)).astimezone(UTC), precision)


def _proper_offset(offset: str) -> str | None:
    if offset in ("Z", "z", "UTC", "GMT"):
        return "Z"
    digits = offset[1:].replace(":", "").rjust(2, "0").ljust(4, "0")
    hours, minutes = int(digits[:2]), int(digits[2:])
    return f"{offset[0]}{hours:02}:{minutes:02}" if hours <= 14 and minutes < 60 else None


def _zone_of(offset: str) -> timezone:
    if offset == "Z":
        return UTC
    size = timedelta(hours=int(offset[1:3]), minutes=int(offset[4:6]))
    return timezone(-size if offset[0] == "-" else size)


def _local_instant(
    match: re.Match[str], local: datetime, zone: ZoneInfo | None, precision: Precision
) -> Instant | Unreadable:
    written = match[0]
    if zone is None:
        hint = "add the offset that the source used, or say 'timezone: Europe/Berlin' once for the whole file"
        replacement = _spelt(match) + "Z"
        near = f"{replacement}, if it is UTC"
        return Unreadable(codes.OFFSET, f"'{written}' has no offset", near, hint, replacement, is_sure=False)
    earlier, later = local.replace(tzinfo=zone, fold=0), local.replace(tzinfo=zone, fold=1)
    if earlier.utcoffset() != later.utcoffset():
        is_twice = earlier.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local
        happened = "happened twice" if is_twice else "never happened"
        message = f"'{written}' {happened} in {zone.key}: the clocks changed"
        return Unreadable(codes.LOCAL_TIME, message, hint="write the offset after this time")
    return Instant(earlier.astimezone(UTC), precision)


def _spelt(match: re.Match[str]) -> str:
    """Date and clock time as they are to be written, as exact as they were."""
    second = f":{match['second']}" if match["second"] else ""
    fraction = f".{match['fraction']}" if match["fraction"] else ""
    return f"{match['date']}T{match['hour']:0>2}:{match['minute']}{second}{fraction}"


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
