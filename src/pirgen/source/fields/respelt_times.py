"""Times and dates in other spellings than ours, and the one that was most probably meant.

Nothing here is read as it is: what is found is proposed to the author.
"""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

__all__ = [
    "day_at_the_head",
    "either_way",
    "last_of",
    "near_zone",
    "respelt_day",
    "respelt_time",
    "without_hedge",
    "wrong_day",
]

_DASHES = str.maketrans(dict.fromkeys("\N{EN DASH}\N{HYPHEN}\N{NON-BREAKING HYPHEN}\N{MINUS SIGN}", "-"))
_HEDGE = re.compile(
    r"(?:~|≈|approx(?:imately|\.)?|about|around|circa|ca?\.)\s*|\s*(?:\(?\?\)?|\(?approx\.?\)?)$", re.I
)
_MONTHS = tuple(name.lower() for name in month_name[1:])

_YEAR_FIRST = re.compile(
    r"(?P<year>\d{4})(?P<sign>[-/.])(?P<month>\d\d?)(?P=sign)(?P<day>\d\d?)|(\d{4})(\d\d)(\d\d)"
)
_DAY_FIRST = re.compile(r"(?P<day>\d\d?)\. ?(?P<month>\d\d?)\. ?(?P<year>\d{4})")
_EITHER_WAY = re.compile(r"(\d\d?)([/-])(\d\d?)\2(\d{4})")
_NAMED = re.compile(
    r"(?:(?P<day>\d\d?)(?:st|nd|rd|th)?[ -](?P<name>[A-Za-z]{3,9})\.?|"
    r"(?P<name2>[A-Za-z]{3,9})\.? (?P<day2>\d\d?)(?:st|nd|rd|th)?),?[ -](?P<year>\d{4})"
)
_SECONDS = re.compile(r"\d{10}(?:\d{3})?")
_FIRST, _LAST = datetime(2000, 1, 1, tzinfo=UTC), datetime(2100, 1, 1, tzinfo=UTC)
_IN_C = re.compile(r"(?:[A-Za-z]{3},? )?([A-Za-z]{3}) +(\d\d?) (\d\d:\d\d(?::\d\d)?)(?: ([A-Z]+))? (\d{4})")
_DAY_AND_CLOCK = re.compile(
    r"(?:[A-Za-z]{3,9}, )?(?P<day>.{8,18}?)(?:[Tt_]|,? at |,? *[ ,] *)"
    r"(?P<hour>\d\d?)(?:[:.hH]?(?P<minute>\d\d))?(?::(?P<second>\d\d))?\s*(?P<half>[AaPp]\.?[Mm]\.?)?"
    r"\s*(?P<zone>[A-Za-z]+/[A-Za-z_/]+|(?:Z|UTC|GMT|Zulu)?\s*(?:[+-]\d\d?(?::?\d\d)?)?)",
    re.IGNORECASE,
)


def respelt_day(written: str) -> tuple[str, bool]:
    """A date in another spelling as ISO 8601 has it, and whether no other day can be meant.

    Dots are for day, month, year everywhere, but somebody should look. Slashes may be either way round, unless
    only one of both is a day.
    """
    written = written.translate(_DASHES)
    if match := _YEAR_FIRST.fullmatch(written):
        year, month, day = (
            (match["year"], match["month"], match["day"]) if match["year"] else match.groups()[4:]
        )
        return _iso_day(year, month, day), True
    if match := _NAMED.fullmatch(written):
        name = (match["name"] or match["name2"]).lower()
        months = [number for number, month in enumerate(_MONTHS, start=1) if month.startswith(name)]
        day = match["day"] or match["day2"]
        return (_iso_day(match["year"], months[0], day), True) if len(months) == 1 else ("", False)
    if read := either_way(written):
        return (read[0], True) if len(read) == 1 else ("", False)
    if match := _DAY_FIRST.fullmatch(written):
        return _iso_day(match["year"], match["month"], match["day"]), False
    if seconds := _since_1970(written):
        return seconds[:10], False
    return "", False


def either_way(written: str) -> list[str]:
    """The days that a date with its year at the end may mean, month first or day first."""
    match = _EITHER_WAY.fullmatch(written)
    if not match:
        return []
    first, _, second, year = match.groups()
    return sorted({day for day in (_iso_day(year, first, second), _iso_day(year, second, first)) if day})


def day_at_the_head(written: str) -> str:
    """The date that a longer text begins with; empty where there is none."""
    match = re.match(r"(\d{4}-\d\d-\d\d)(?!\d)", written.translate(_DASHES))
    return _iso_day(*match[1].split("-")) if match else ""


def last_of(written: str) -> str:
    """The last day of a month, quarter or week in the place of a date; empty for anything else."""
    if match := re.fullmatch(r"(\d{4})-(\d\d)", written):
        year, month = int(match[1]), int(match[2])
    elif match := re.fullmatch(r"(\d{4})[- ]?Q([1-4])|Q([1-4])[- /]?(\d{4})", written, re.IGNORECASE):
        year, month = int(match[1] or match[4]), 3 * int(match[2] or match[3])
    elif match := re.fullmatch(r"(\d{4})-?W(\d\d)", written, re.IGNORECASE):
        weeks = date(int(match[1]), 12, 28).isocalendar().week
        return (
            date.fromisocalendar(int(match[1]), int(match[2]), 7).isoformat()
            if 0 < int(match[2]) <= weeks
            else ""
        )
    else:
        return ""
    return _iso_day(match[1] or match[4], month, str(monthrange(year, month)[1])) if 0 < month <= 12 else ""


def wrong_day(written: str) -> str:
    """Why a text in the form of a date names no day."""
    year, month, _ = map(int, written.split("-"))
    if not 1 <= month <= 12:
        return "months go from 01 to 12"
    if not year:
        return ""
    return f"{month_name[month]} {year} has {monthrange(year, month)[1]} days, from 01 on"


def without_hedge(written: str) -> str:
    """A time without what says that it is not exact; empty where nothing says so."""
    bare = _HEDGE.sub("", written).strip()
    return bare if bare != written else ""


def respelt_time(written: str) -> tuple[str, bool]:
    """A time in another spelling as it is to be written, and whether it is the same beyond doubt.

    Empty where nobody can tell the day. Without an offset, it ends where the offset has to follow.
    """
    written = " ".join(written.translate(_DASHES).split())
    if seconds := _since_1970(written):
        return seconds, False
    if match := _IN_C.fullmatch(written):
        name, day, clock, zone, year = match.groups()
        written = f"{day} {name} {year} {clock} {zone or ''}".strip()
    match = _DAY_AND_CLOCK.fullmatch(written)
    day, is_sure = respelt_day(match["day"]) if match else ("", False)
    clock = _clock(match) if match else ""
    return _with_zone(day, clock, match["zone"] or "", is_sure) if match and day and clock else ("", False)


def _clock(match: re.Match[str]) -> str:
    """The time of day in 24 hours; empty where it is none. 24:00 stays, for the next day."""
    hour, minute, second = int(match["hour"]), int(match["minute"] or 0), match["second"]
    half = (match["half"] or "").lower().replace(".", "")
    if (not half and match["minute"] is None) or (half and not 1 <= hour <= 12):
        return ""
    hour = hour % 12 + 12 * (half == "pm") if half else hour
    is_midnight = hour == 24 and not minute
    is_clock = (hour < 24 or is_midnight) and minute < 60 and int(second or 0) < 60
    return f"{hour:02}:{minute:02}" + (f":{second}" if second else "") if is_clock else ""


def _with_zone(day: str, clock: str, zone: str, is_sure: bool) -> tuple[str, bool]:
    if clock.startswith("24"):
        day, clock = (date.fromisoformat(day) + timedelta(days=1)).isoformat(), f"00{clock[2:]}"
    if "/" in zone:
        offset = _offset_in(zone, datetime.fromisoformat(f"{day}T{clock}"))
        return (f"{day}T{clock}{offset}", is_sure) if offset else ("", False)
    signed = re.search(r"([+-])(\d\d?)(?::?(\d\d))?$", zone)
    if signed:
        return f"{day}T{clock}{signed[1]}{signed[2]:0>2}:{signed[3] or '00'}", is_sure
    return f"{day}T{clock}{'Z' if zone.strip() else ''}", is_sure and bool(zone.strip())


def _offset_in(zone: str, local: datetime) -> str:
    """The offset of a zone at a local time; empty where there is no such zone, or the clocks changed then."""
    try:
        info = ZoneInfo(zone)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return ""
    one, other = (local.replace(tzinfo=info, fold=fold) for fold in (0, 1))
    return one.isoformat()[-6:] if one.utcoffset() == other.utcoffset() else ""


def _since_1970(written: str) -> str:
    """A count of seconds or milliseconds as a time."""
    if not _SECONDS.fullmatch(written):
        return ""
    at = datetime.fromtimestamp(int(written[:10]), UTC)
    return f"{at:%Y-%m-%dT%H:%M:%SZ}".replace(":00Z", "Z") if _FIRST <= at < _LAST else ""


_ZONES = {
    "pst pdt pt pacific us pacific san francisco": "America/Los_Angeles",
    "mst mdt mt mountain us mountain": "America/Denver",
    "cst cdt ct central us central": "America/Chicago",
    "est edt et eastern us eastern boston washington": "America/New_York",
    "bst uk": "Europe/London",
    "cest mez mesz germany munich hamburg": "Europe/Berlin",
    "jst japan": "Asia/Tokyo",
    "aest aedt": "Australia/Sydney",
    "z zulu": "UTC",
}


def near_zone(written: str) -> str:
    """The zone that letters, a city or another spelling most probably mean; empty where there is no telling."""
    plain = " ".join(re.sub(r"[^a-z/]+", " ", written.casefold().replace("time", "")).split())
    for words, zone in _ZONES.items():
        if plain and re.search(rf"(^| ){re.escape(plain)}( |$)", words):
            return zone
    path = plain.replace(" ", "_")
    names = sorted(available_timezones(), key=lambda name: (name.count("/"), name))
    alike = [name for name in names if path in (name.casefold(), name.casefold().rpartition("/")[2])]
    return alike[0] if path and alike else ""


def _iso_day(year: str, month: str | int, day: str) -> str:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return ""
