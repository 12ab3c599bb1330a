"""The grammar of times and dates, and what is wrong with a text that does not follow it.

``time = date ("T" | " ") hh ":" mm [":" ss ["." digits]] [offset]``, ``offset = "Z" | ("+" | "-") hh ":" mm``,
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

_TIME = re.compile(
    r"(?P<date>\d{4}-\d\d-\d\d)[Tt ](?P<hour>\d\d?):(?P<minute>\d\d)"
    r"(?::(?P<second>\d\d)(?:[.,](?P<fraction>\d+))?)?"
    r"\s*(?P<offset>[Zz]|UTC|GMT|[+-]\d\d:?\d\d|[+-]\d\d?)?"
)
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
_CLOCK = re.compile(r"\d\d?:\d\d(:\d\d)?([Zz]|\s*[+-].*|\s*UTC)?")
_STRICT_OFFSET = re.compile(r"Z|[+-]\d\d:\d\d")


@dataclass(frozen=True)
class Unreadable:
    """Why a text is no time: the code, what is wrong, and what was most probably meant."""

    code: Explanation
    message: str
    near: str = ""
    hint: str = ""


def read_time(written: str, zone: ZoneInfo | None) -> Instant | Unreadable:
    """The instant that a text names; a text without an offset is local time of ``zone`` if there is one."""
    if _DAY.fullmatch(written):
        day = read_day(written)
        return day if isinstance(day, Unreadable) else Instant(_midnight(day), Precision.DAY)
    match = _TIME.fullmatch(written)
    if match is None:
        return _not_a_time(written)
    day = read_day(match["date"])
    if isinstance(day, Unreadable):
        return day
    clock = _clock(match)
    if clock is None:
        return Unreadable(
            codes.TIME, f"'{written}' has no such hour, minute or second", hint="hours go from 00 to 23"
        )
    precision = Precision.SECOND if match["second"] else Precision.MINUTE
    local = datetime.combine(day, clock)
    offset = match["offset"]
    if offset is None:
        return _local_instant(written, local, zone, precision)
    return _instant_at_offset(written, local, offset, precision)


def read_day(written: str) -> date | Unreadable:
    """The date that a text names."""
    if not _DAY.fullmatch(written):
        return Unreadable(codes.DAY, f"'{written}' is not a date", hint="write YYYY-MM-DD")
    try:
        return date.fromisoformat(written)
    except ValueError:
        return Unreadable(codes.DAY, f"'{written}' is not a day of the calendar")


def _not_a_time(written: str) -> Unreadable:
    if _CLOCK.fullmatch(written):
        hint = "write the date and the offset too, such as 2026-03-14T12:30Z or 2026-03-14T12:30+02:00"
        return Unreadable(codes.TIME, f"'{written}' is a clock time without a date", hint=hint)
    hint = "write 2026-03-14T12:30Z, a date alone, or 'not recorded'"
    return Unreadable(codes.TIME, f"'{written}' is not a time", hint=hint)


def _clock(match: re.Match[str]) -> time | None:
    micros = int((match["fraction"] or "0")[:6].ljust(6, "0"))
    try:
        return time(int(match["hour"]), int(match["minute"]), int(match["second"] or 0), micros)
    except ValueError:
        return None


def _instant_at_offset(
    written: str, local: datetime, offset: str, precision: Precision
) -> Instant | Unreadable:
    proper = _proper_offset(offset)
    if proper is None:
        return Unreadable(
            codes.OFFSET, f"'{written}' has an offset that no zone has", hint="offsets go up to 14:00"
        )
    if not _STRICT_OFFSET.fullmatch(offset) or "T" not in written:
        return Unreadable(
            codes.OFFSET, f"'{written}' is not written as times are", near=_spelt(local, precision) + proper
        )
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
    written: str, local: datetime, zone: ZoneInfo | None, precision: Precision
) -> Instant | Unreadable:
    if zone is None:
        hint = "add the offset that the source used, or say 'timezone: Europe/Berlin' once for the whole file"
        near = _spelt(local, precision) + "Z"
        return Unreadable(codes.OFFSET, f"'{written}' has no offset", near=f"{near}, if it is UTC", hint=hint)
    earlier, later = local.replace(tzinfo=zone, fold=0), local.replace(tzinfo=zone, fold=1)
    if earlier.utcoffset() != later.utcoffset():
        is_twice = earlier.astimezone(UTC).astimezone(zone).replace(tzinfo=None) == local
        happened = "happened twice" if is_twice else "never happened"
        message = f"'{written}' {happened} in {zone.key}: the clocks changed"
        return Unreadable(codes.LOCAL_TIME, message, hint="write the offset behind this time")
    return Instant(earlier.astimezone(UTC), precision)


def _spelt(local: datetime, precision: Precision) -> str:
    return local.isoformat(timespec="seconds" if precision is Precision.SECOND else "minutes")


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), UTC)
