"""How days, instants and durations look on a page, for people and in ``<time>``."""

from __future__ import annotations

from datetime import date, timedelta

from markupsafe import Markup

from pirgen.analysis.calendar import CalendarSpan, Quarter
from pirgen.analysis.durations import Length
from pirgen.model import Event, Instant, NotRecorded, Precision

__all__ = [
    "clock",
    "date_of",
    "day",
    "day_of_year",
    "duration",
    "instant",
    "length",
    "month",
    "span",
    "stamp",
    "term",
]

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July",
    "August", "September", "October", "November", "December",
)  # fmt: skip
_NOT_RECORDED = Markup('<span class="pirgen-unknown">not recorded</span>')


def duration(time: timedelta) -> str:
    """A duration in its two largest units, and in one where more would pretend: ``1 h 40 min``, ``7 years``."""
    seconds = round(abs(time.total_seconds()))
    minutes, hours, days = seconds // 60, seconds // 3600, seconds // 86400
    if seconds < 60:
        return f"{seconds} s" if seconds else "under 1 min"
    if seconds < 600:
        return _two(minutes, "min", seconds % 60, "s")
    if hours < 48:
        return _two(hours, "h", minutes % 60, "min")
    if days < 60:
        return _two(days, "d", hours % 24, "h")
    return f"{round(days / 30.44)} months" if days < 700 else f"{round(days / 365.25)} years"


def length(value: Length | None) -> Markup:
    """A length between two moments, ``about`` where it is not exact."""
    if value is None:
        return _NOT_RECORDED
    sign = "\N{MINUS SIGN}" if value.time < timedelta() else ""
    about = "about " if value.is_approximate and value.time else ""
    return Markup(f"{about}{sign}{duration(value.time)}".replace(" ", "\N{NO-BREAK SPACE}"))


def day(value: date | NotRecorded | None) -> Markup:
    """A date such as ``31 Jan 2017``; None and what was not recorded say so."""
    if not isinstance(value, date):
        return _NOT_RECORDED
    return Markup(f'<time datetime="{value:%Y-%m-%d}">{_day(value)}</time>')


def day_of_year(value: date) -> str:
    """A day without its year: ``31 Jan``."""
    return f"{value.day} {month(value.month)[:3]}"


def month(number: int) -> str:
    """The name of a month, 1 to 12."""
    return _MONTHS[number - 1]


def date_of(at: Instant) -> Markup:
    """The day in UTC of a point in time."""
    return day(at.at.date())


def instant(at: Instant | NotRecorded, approximate: bool = False) -> Markup:
    """A point in time in full: ``31 Jan 2017 23:27 UTC``, ``~`` before it where it is approximate."""
    if isinstance(at, NotRecorded):
        return _NOT_RECORDED
    text = _day(at.at.date()) if at.precision is Precision.DAY else f"{_day(at.at.date())} {_clock(at)} UTC"
    return _time(at, text, approximate)


def clock(at: Instant | NotRecorded, approximate: bool = False) -> Markup:
    """The time of day alone, where the day stands nearby; ``day only`` where no more is known."""
    if isinstance(at, NotRecorded):
        return _NOT_RECORDED
    return _time(at, "day only" if at.precision is Precision.DAY else _clock(at), approximate)


def span(event: Event) -> Markup:
    """When an event was, beside its day: ``23:27``, or ``23:27 to 1 Feb 2017 00:10`` for one that lasted."""
    start = clock(event.at, event.approximate)
    if event.until is None:
        return start
    is_same_day = isinstance(event.at, Instant) and event.at.at.date() == event.until.at.date()
    end = clock(event.until) if is_same_day else instant(event.until)
    return Markup("{} to {}").format(start, end)


def stamp(at: Instant) -> str:
    """The instant for a machine: ``2017-01-31T23:27Z``, or the date where only that is known."""
    pattern = {
        Precision.DAY: "%Y-%m-%d",
        Precision.MINUTE: "%Y-%m-%dT%H:%MZ",
        Precision.SECOND: "%Y-%m-%dT%H:%M:%SZ",
    }
    return at.at.strftime(pattern[at.precision])


def term(value: CalendarSpan) -> str:
    """A quarter or year such as ``2017 Q1`` or ``2017``."""
    return f"{value.year} Q{value.number}" if isinstance(value, Quarter) else str(value.year)


def _time(at: Instant, text: str, approximate: bool) -> Markup:
    return Markup('<time datetime="{}">{}{}</time>').format(stamp(at), "~" * approximate, text)


def _day(value: date) -> str:
    return f"{day_of_year(value)} {value.year}"


def _clock(at: Instant) -> str:
    return f"{at.at:%H:%M:%S}" if at.precision is Precision.SECOND else f"{at.at:%H:%M}"


def _two(large: int, large_unit: str, small: int, small_unit: str) -> str:
    parts = ((large, large_unit), (small, small_unit))
    return " ".join(f"{count} {unit}" for count, unit in parts if count)
