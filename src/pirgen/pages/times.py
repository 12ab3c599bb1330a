"""Days, instants and lengths as HTML: for people, and for machines in ``<time>``."""

from __future__ import annotations

from datetime import date, timedelta
from functools import lru_cache

from markupsafe import Markup

from pirgen.analysis.calendar import CalendarSpan, Quarter
from pirgen.analysis.durations import Length
from pirgen.model import Event, Instant, NotRecorded, Review
from pirgen.wording import instants
from pirgen.wording.durations import duration
from pirgen.wording.zones import local_time

__all__ = ["clock", "date_of", "day", "instant", "length", "local", "of_others", "span", "term"]

_NOT_RECORDED = Markup('<span class="pirgen-unknown">not recorded</span>')
_NOT_PUBLISHED = Markup('<span class="pirgen-unknown">not published</span>')


def of_others(html: Markup, review: Review | None) -> Markup:
    """Of a review of what others have published: what is not recorded, they did not publish."""
    return Markup(html.replace(_NOT_RECORDED, _NOT_PUBLISHED)) if review and review.is_external else html


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
    return _day(value)


@lru_cache(maxsize=1 << 14)
def _day(value: date) -> Markup:
    return Markup(f'<time datetime="{value:%Y-%m-%d}">{instants.day(value)}</time>')


def date_of(at: Instant) -> Markup:
    """The day in UTC of a point in time, or its month or year where no day is known."""
    date_alone, _, _ = instants.stamp(at).partition("T")
    return Markup(f'<time datetime="{date_alone}">{instants.period(at)}</time>')


def instant(at: Instant | NotRecorded, approximate: bool = False) -> Markup:
    """A point in time in full: ``31 Jan 2017 23:27 UTC``, ``~`` before it where it is approximate."""
    if isinstance(at, NotRecorded):
        return _NOT_RECORDED
    return _time(at, instants.instant(at), approximate)


def clock(at: Instant | NotRecorded, approximate: bool = False) -> Markup:
    """The time of day alone, where the day is shown nearby; ``year only`` where no more is known."""
    if isinstance(at, NotRecorded):
        return _NOT_RECORDED
    return _time(at, instants.clock(at) or f"{at.precision.value} only", approximate)


def local(at: Instant | NotRecorded, zone: str) -> Markup:
    """The time in the site's own zone, to be shown beside UTC; empty where there is none."""
    words = local_time(at, zone) if isinstance(at, Instant) else ""
    return Markup(' <span class="pirgen-local">{}</span>').format(words) if words else Markup()


def span(event: Event) -> Markup:
    """When an event was, beside its day: ``23:27``, or ``23:27 to 1 Feb 2017 00:10`` for one that lasted."""
    start = clock(event.at, event.approximate)
    if event.until is None:
        return start
    is_same_day = isinstance(event.at, Instant) and instants.period(event.at) == instants.period(event.until)
    end = clock(event.until) if is_same_day else instant(event.until)
    return Markup("{} to {}").format(start, end)


def term(value: CalendarSpan) -> str:
    """A quarter or year such as ``2017 Q1`` or ``2017``."""
    return f"{value.year} Q{value.number}" if isinstance(value, Quarter) else str(value.year)


def _time(at: Instant, text: str, approximate: bool) -> Markup:
    return Markup(f'<time datetime="{instants.stamp(at)}">{"~" * approximate}{text}</time>')
