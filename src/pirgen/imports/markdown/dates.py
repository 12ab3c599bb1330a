"""Dates in every common writing; one that could be two days is read near the day at hand, or not at all."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

__all__ = [
    "DATE_PATTERN",
    "MONTH_PATTERN",
    "WrittenDate",
    "date_in",
    "dates_in",
    "is_date",
    "month_in",
    "read_date",
    "weekday_in",
]

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
MONTH_PATTERN = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?"
    r"|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WEEKDAY = (
    r"(?:(?:mon|tue|tues|wed|weds|thu|thur|thurs|fri|sat|sun)\b|(?:mon|tues|wednes|thurs|fri|satur|sun)day)"
)

DATE_PATTERN = (
    rf"(?:{_WEEKDAY}\.?,?\s+)?(?:"
    r"(?<!\d)\d{4}(?P<sep>[-/.])\d{1,2}(?P=sep)\d{1,2}(?!\d)"
    rf"|(?<!\d)\d{{1,2}}(?:st|nd|rd|th)?[\s-]+(?:of\s+)?{MONTH_PATTERN}(?:,?[\s-]+(?:19|20)\d\d(?!\d))?(?![a-z])"
    rf"|\b{MONTH_PATTERN}\s+\d{{1,2}}(?:st|nd|rd|th)?(?!\d|:\d|\s?[ap]\.?m\b)(?:,?\s+(?:19|20)\d\d(?!\d))?"
    r"|(?<![\d.])\d{1,2}(?P<sep2>[/.-])\d{1,2}(?P=sep2)(?:19|20)?\d\d(?![\d.]\d?)"
    rf"|(?<![\d.])(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])(?!\d))"
)
"""A date in running text, perhaps with its weekday in front."""

_DATE = re.compile(DATE_PATTERN, re.IGNORECASE)
_DAY_ALONE = re.compile(rf"\b{_WEEKDAY}", re.IGNORECASE)


@dataclass(frozen=True)
class WrittenDate:
    """A date and its place in a text."""

    day: date
    start: int
    end: int


def date_in(text: str, near: date | None = None) -> date | None:
    """The first date in a text; one without a year is read near a day that is known."""
    return next((found.day for found in dates_in(text, near)), None)


def dates_in(text: str, near: date | None = None) -> Iterator[WrittenDate]:
    """Every date in a text, with its place."""
    for found in _DATE.finditer(text):
        day = read_date(found[0], near)
        if day:
            yield WrittenDate(day, *found.span())


def read_date(written: str, near: date | None = None) -> date | None:
    """The day that a text names, such as '14 Jan' or 'January 14th, 2026'; None where it is unclear."""
    text = re.sub(rf"^{_WEEKDAY}\.?,?\s+", "", written.strip(), flags=re.IGNORECASE)
    if found := re.fullmatch(r"(\d{4})[-/.]?(\d{1,2})[-/.]?(\d{1,2})", text):
        return _day(int(found[1]), int(found[2]), int(found[3]))
    if found := re.search(r"([a-z]{3})", text, re.IGNORECASE):
        month = month_in(text)
        year = re.search(r"(?:19|20)\d\d(?!\d)", text)
        day = re.search(r"(?<!\d)\d{1,2}(?!\d)", text)
        return _near(month, int(day[0]), int(year[0]) if year else None, near) if month and day else None
    if near and re.fullmatch(r"\d\d?[-/]\d\d?", text):
        return _month_and_day(text, near)
    if found := re.fullmatch(r"(\d{1,2})([/.-])(\d{1,2})\2(\d{2,4})", text):
        return _numbers(int(found[1]), int(found[3]), int(found[4]), found[2], near)
    return None


def _month_and_day(text: str, near: date) -> date | None:
    """The day of two numbers, in whichever order is nearer."""
    one, other = (int(number) for number in re.split("[-/]", text))
    read = (_near(one, other, None, near), _near(other, one, None, near))
    return min((day for day in read if day), key=lambda day: abs(day - near), default=None)


def is_date(text: str) -> bool:
    """Whether a text is a date and nothing else."""
    return bool(_DATE.fullmatch(text.strip()))


def weekday_in(text: str, near: date) -> date | None:
    """The first day from ``near`` on that is the weekday a text begins with; None without one."""
    found = _DAY_ALONE.match(text.strip(" *_#"))
    if not found:
        return None
    wanted = next(index for index, name in enumerate(_WEEKDAYS) if name.startswith(found[0].lower()[:3]))
    return near + timedelta(days=(wanted - near.weekday()) % 7)


def month_in(text: str) -> int:
    """The number of the month that a text names; 0 where it names none."""
    found = re.search(MONTH_PATTERN, text, re.IGNORECASE)
    return _MONTHS.index(found[0].lower()[:3]) + 1 if found else 0


def _near(month: int, day: int, year: int | None, near: date | None) -> date | None:
    if year or not near:
        return _day(year, month, day) if year else None
    days = [made for each in (near.year - 1, near.year, near.year + 1) if (made := _day(each, month, day))]
    return min(days, key=lambda made: abs(made - near), default=None)


def _numbers(first: int, second: int, year: int, sign: str, near: date | None) -> date | None:
    """Dots are for day, month, year; other signs may be either way round, unless only one of both is a day."""
    year += 2000 if year < 100 else 0
    day_first, month_first = _day(year, second, first), _day(year, first, second)
    if sign == "." or not month_first:
        return day_first
    if not day_first or day_first == month_first:
        return month_first
    if near is None:
        return None
    return min((day_first, month_first), key=lambda made: abs(made - near))


def _day(year: int, month: int, day: int) -> date | None:
    try:
        made = date(year, month, day)
    except ValueError:
        return None
    return made if 1900 <= made.year <= 2999 else None
