"""Times as people write them in a timeline: a clock time, perhaps with a date, a zone, or neither."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from pirgen.model import Instant
from pirgen.source.fields.time_grammar import Unreadable, read_time

__all__ = ["ZONES", "ClockTime", "day_in", "leading_clock"]

# abbreviations that mean one offset nearly everywhere; others, such as CST and IST, mean several
ZONES = {
    "Z": "Z",
    "UTC": "Z",
    "GMT": "Z",
    "EST": "-05:00",
    "EDT": "-04:00",
    "CDT": "-05:00",
    "MDT": "-06:00",
    "PST": "-08:00",
    "PDT": "-07:00",
    "CET": "+01:00",
    "CEST": "+02:00",
    "JST": "+09:00",
}
_DAY = re.compile(r"(?<!\d)(\d{4}-\d\d-\d\d)(?!\d)")
_LEADING = re.compile(
    r"[\s|*_`\[(~]*(?:(?P<day>\d{4}-\d\d-\d\d)(?:T|[\s,]+(?:at\s+)?))?"
    r"(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"(?:\s?(?P<half>[ap]\.?m\.?)(?![a-z]))?"
    r"(?:\s?(?P<offset>[+-]\d\d:?\d\d)|\s?\(?(?P<zone>(?-i:Z|[A-Z]{3,4}))\b\)?)?"
    r"(?:\s*(?:[-\u2013\u2014]|to)\s*\d{1,2}:\d\d(?:\s?(?-i:[A-Z]{3,4})\b)?)?"
    r"[*_`\])]*[\s|~:.,\u2013\u2014-]*(?:[*_`\])]+(?=[\s:]))?[\s|~:.,\u2013\u2014-]*",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class ClockTime:
    """A clock time at the start of a line: what was written, and the rest of the line."""

    written: str
    rest: str
    time: str
    day: date | None = None
    offset: str = ""

    def on(self, day: date | None, offset: str, zone: ZoneInfo | None) -> Instant | None:
        """The instant on a day, at its own offset or else at the one given; None where one is missing."""
        day = self.day or day
        behind = self.offset or offset
        if day is None or (not behind and zone is None):
            return None
        read = read_time(f"{day.isoformat()}T{self.time}{behind}", zone)
        return None if isinstance(read, Unreadable) else read


def leading_clock(line: str) -> ClockTime | None:
    """The clock time that a line begins with, or None."""
    found = _LEADING.match(line)
    if found is None or int(found["minute"]) > 59:
        return None
    hour = int(found["hour"])
    if found["half"]:
        hour = hour % 12 + 12 * (found["half"][0].lower() == "p")
    if hour > 23:
        return None
    rest, offset = line[found.end() :], _offset(found)
    second = f":{found['second']}" if found["second"] else ""
    written = found[0].strip(" |*_`[]()~:.,-\u2013\u2014")
    day = _read_day(found["day"])
    return ClockTime(written, rest, f"{hour:02}:{found['minute']}{second}", day, offset)


def _offset(found: re.Match[str]) -> str:
    if found["offset"]:
        digits = found["offset"].replace(":", "")
        return f"{digits[:3]}:{digits[3:]}"
    return ZONES.get(found["zone"] or "", "")


def day_in(text: str) -> date | None:
    """The first date, written YYYY-MM-DD, in a text."""
    found = _DAY.search(text)
    return _read_day(found[1]) if found else None


def _read_day(written: str | None) -> date | None:
    try:
        return datetime.strptime(written, "%Y-%m-%d").date() if written else None
    except ValueError:
        return None


def follows(earlier: str, later: str) -> timedelta:
    """How many days later a clock time is than the one before it: one where it went back over midnight."""
    hours = int(later[:2]) - int(earlier[:2])
    return timedelta(days=1) if hours < -12 else timedelta()
