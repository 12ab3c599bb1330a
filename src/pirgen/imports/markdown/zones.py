"""Time zones as people write them after a clock time, or once for a whole timeline."""

from __future__ import annotations

import re
from datetime import timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

__all__ = ["ZONE_PATTERN", "is_zone_word", "zone_named", "zone_of_all"]

# abbreviations that mean one offset nearly everywhere; others, such as CST and IST, mean several
_OFFSETS = {
    "Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "EST": -5, "EDT": -4, "CDT": -5, "MDT": -6, "PST": -8, "PDT": -7,
    "AKST": -9, "AKDT": -8, "HST": -10, "CET": 1, "CEST": 2, "MEZ": 1, "MESZ": 2, "EET": 2, "EEST": 3, "MSK": 3,
    "JST": 9, "KST": 9, "SGT": 8, "HKT": 8, "AEST": 10, "AEDT": 11, "NZST": 12, "NZDT": 13, "BRT": -3,
}  # fmt: skip
_PLACES = {
    "PT": "America/Los_Angeles", "ET": "America/New_York", "CT": "America/Chicago", "MT": "America/Denver",
    "PACIFIC": "America/Los_Angeles", "EASTERN": "America/New_York", "CENTRAL": "America/Chicago",
    "MOUNTAIN": "America/Denver", "CENTRAL EUROPEAN": "Europe/Berlin",
}  # fmt: skip
_AMBIGUOUS = ("CST", "IST", "BST", "MST", "AST", "ART", "PKT", "WAT", "EAT", "SAST", "ICT", "WIB", "CAT")

_WORDS = sorted((*_OFFSETS, *(word for word in _PLACES if len(word) == 2), *_AMBIGUOUS), key=len, reverse=True)
ZONE_PATTERN = (
    rf"(?:(?:UTC|GMT)\s?[+-]\s?\d{{1,2}}(?::?\d\d)?|[+-]\d\d:?\d\d|(?-i:{'|'.join(_WORDS)})\b"
    r"|(?-i:[A-Z][a-z]+/[A-Z][A-Za-z_]+))"
)
"""What may follow a clock time; case counts for letters."""


def is_zone_word(written: str) -> bool:
    """Whether a word is a zone, known or ambiguous."""
    return written.upper() in _OFFSETS or written.upper() in _PLACES or written.upper() in _AMBIGUOUS


def zone_named(written: str) -> tzinfo | None:
    """The zone of a word such as 'UTC', 'PST', 'UTC+1' or 'Europe/Berlin'; None where it is ambiguous."""
    word = " ".join(written.replace("\u2212", "-").split())
    bare = re.sub(r"(?i)\s+(?:standard |daylight )?time$", "", word).upper()
    if bare in _OFFSETS:
        return timezone(timedelta(hours=_OFFSETS[bare]))
    if bare in _PLACES:
        return ZoneInfo(_PLACES[bare])
    offset = re.fullmatch(r"(?:UTC|GMT)?\s?([+-])\s?(\d{1,2})(?::?(\d\d))?", word, re.IGNORECASE)
    if offset:
        span = timedelta(hours=int(offset[2]), minutes=int(offset[3] or 0))
        return timezone(-span if offset[1] == "-" else span) if span <= timedelta(hours=14) else None
    try:
        return ZoneInfo(word) if "/" in word else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None


_NAMES = r"Central European(?: Time)?|Pacific(?: Time)?|Eastern(?: Time)?|Mountain Time|Central Time"
_SAID_ONCE = re.compile(
    rf"(?i:\btimes?\b[^\n.;|]{{0,60}}?(?<![\w+-])|\btime\s?zone\b\W{{0,6}}(?:is\s+)?"
    r"|[(\[](?:in |all |times? )*)"
    rf"(?P<zone>{ZONE_PATTERN}|(?i:{_NAMES}))(?i:\s+(?:standard |daylight )?time)?\s*"
    r"(?=[)\].,;:*|(]|$|\n|\s+(?:and|unless|time|on)\b)",
)


def zone_of_all(text: str) -> tzinfo | None:
    """The zone that a heading, a column or a sentence such as 'All times in PST' names for what follows."""
    return next(
        (
            zone
            for found in _SAID_ONCE.finditer(re.sub(r"[*`]+|\b_|_\b", "", text))
            if (zone := zone_named(found["zone"]))
        ),
        None,
    )
