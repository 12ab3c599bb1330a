"""Times as people write them in a timeline: a clock time, perhaps with a date, a zone, or neither."""

from __future__ import annotations

import datetime as clocks
import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from pirgen.imports.markdown.dates import DATE_PATTERN, read_date, weekday_in
from pirgen.imports.markdown.zones import ZONE_PATTERN, is_zone_word, zone_named
from pirgen.model import Instant, Precision

__all__ = ["ClockTime", "any_clock", "follows", "leading_clock"]

_CLOCK = (
    r"(?<![\d:.,$\u20ac/])(?P<hour>\d{1,2})(?:[:\u2236h](?P<minute>\d\d)(?![\d%])(?::(?P<second>\d\d)(?:[.,]\d{1,9})?)?"
    r"(?:\s?(?P<half>[ap]\.?m\b\.?))?|\s?(?P<half2>[ap]\.?m\b\.?)|(?P<minute2>\d\d)(?=\s?(?:UTC|GMT|Z|hrs|h)\b))"
)
_AFTER = rf"(?:\s?(?:hrs|h)\b)?(?:\s?[(\[]?(?P<zone>{ZONE_PATTERN})[)\]]?)?"
_UNTIL = (
    r"(?:\s*(?:[-\u2013\u2014]|to|until|through)\s*(?P<until>(?:\d{1,2}:\d\d(?::\d\d)?(?:\s?[ap]\.?m\b\.?)?))"
    rf"(?:\s?[(\[]?(?P<zone2>{ZONE_PATTERN})[)\]]?)?)?"
)
_APPROXIMATE = r"~|\u2248|ca?\.|circa|approx(?:\.|imately)?|around|about|roughly"
_LEAD = (
    r"[\s|*_`\[(>#]*(?:\b(?:on|at|by|from|since|between|then|until|shortly|just|before|after)\b\s+)*"
    rf"(?P<about>(?:{_APPROXIMATE})\s*)?[*_`\[(]*"
)
_SHORT_DAY = r"(?<![\d-])\d\d?[-/]\d\d?(?=,?\s+\d{1,2}:\d\d)|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
_DAY = rf"(?P<day>{DATE_PATTERN}|{_SHORT_DAY})"
_BETWEEN = r"(?:T(?=\d)|[\s,|*_`@\u2013\u2014:\])-]*(?:\bat\b\s*)?)(?:(?:" + _APPROXIMATE + r")\s*)?[*_`\[(]*"
_TAIL = r"[*_`\])]*[\s|~:.,;\u2013\u2014>-]*(?:[*_`\])]+(?=[\s:|]))?[\s|~:.,;\u2013\u2014>-]*"
_LEADING = re.compile(rf"{_LEAD}(?:{_DAY}{_BETWEEN})?{_CLOCK}{_AFTER}{_UNTIL}{_TAIL}", re.IGNORECASE)
_TRAILING_DAY = re.compile(rf"{_LEAD}{_CLOCK}{_AFTER},?\s+(?:on\s+)?[(\[]?{_DAY}{_TAIL}", re.IGNORECASE)
_ANY = re.compile(rf"(?:{_DAY}{_BETWEEN})?{_CLOCK}{_AFTER}{_UNTIL}", re.IGNORECASE)


@dataclass(frozen=True)
class ClockTime:
    """A clock time in a line: what was written, and the rest of the line.

    ``zone_word`` is the zone as it was written, ``zone`` what it means: None where it is ambiguous or absent.
    """

    written: str
    rest: str
    time: clocks.time
    day_word: str = ""
    zone_word: str = ""
    zone: tzinfo | None = None
    until: clocks.time | None = None
    approximate: bool = False

    def day_near(self, near: date | None) -> date | None:
        """The day that is written with it, read near one that is known; None without one."""
        if not self.day_word:
            return None
        return read_date(self.day_word, near) or (weekday_in(self.day_word, near) if near else None)

    def on(self, day: date | None, zone: tzinfo | None, fallback: tzinfo | None = None) -> Instant | None:
        """The instant on a day; ``zone`` is of all times, ``fallback`` for an ambiguous word too."""
        own = self.zone or (fallback if self.zone_word else zone or fallback)
        return _instant(day, self.time, own)

    def until_on(self, day: date | None, zone: tzinfo | None, fallback: tzinfo | None = None) -> Instant | None:
        """The end, where a range was written."""
        if self.until is None or day is None:
            return None
        own = self.zone or (fallback if self.zone_word else zone or fallback)
        return _instant(day + timedelta(days=self.until < self.time), self.until, own)


def _instant(day: date | None, clock: clocks.time, zone: tzinfo | None) -> Instant | None:
    if day is None or zone is None:
        return None
    precision = Precision.SECOND if clock.second else Precision.MINUTE
    return Instant(datetime.combine(day, clock, zone).astimezone(UTC), precision)


def leading_clock(line: str) -> ClockTime | None:
    """The clock time that a line begins with, or None."""
    found = _TRAILING_DAY.match(line) or _LEADING.match(line)
    return _clock_of(found, line[found.end() :]) if found else None


def any_clock(line: str) -> ClockTime | None:
    """The first clock time anywhere in a line, whose rest is then the whole line."""
    return next((clock for found in _ANY.finditer(line) if (clock := _clock_of(found, line))), None)


def _clock_of(found: re.Match[str], rest: str) -> ClockTime | None:
    groups = found.groupdict()
    clock = _time(
        groups["hour"],
        groups["minute"] or groups["minute2"],
        groups["second"],
        groups["half"] or groups["half2"],
    )
    if clock is None:
        return None
    zone_word = groups["zone"] or groups.get("zone2") or ""
    return ClockTime(
        found[0].strip(" \t|*_`[]()~:.,;>#-\u2013\u2014"),
        rest,
        clock,
        groups["day"] or "",
        zone_word if is_zone_word(zone_word) or zone_named(zone_word) else "",
        zone_named(zone_word) if zone_word else None,
        _until(groups.get("until") or "", groups["half"] or groups["half2"]),
        bool(groups.get("about")),
    )


def _until(written: str, half: str | None) -> clocks.time | None:
    found = re.match(r"(\d{1,2}):(\d\d)(?::(\d\d))?(?:\s?([ap]\.?m))?", written, re.IGNORECASE)
    return _time(found[1], found[2], found[3], found[4] or half) if found else None


def _time(hour: str, minute: str | None, second: str | None, half: str | None) -> clocks.time | None:
    hours = int(hour)
    if half:
        hours = hours % 12 + 12 * (half[0].lower() == "p") if hours <= 12 else hours
    try:
        return clocks.time(hours, int(minute or 0), int(second or 0))
    except ValueError:
        return None


def follows(earlier: clocks.time, later: clocks.time) -> timedelta:
    """How many days later a clock time is than the one before it: one where it went back over midnight."""
    return timedelta(days=1) if later.hour - earlier.hour < -12 else timedelta()
