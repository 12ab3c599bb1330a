"""One event of a timeline: its time, its tags, its text and its evidence, beside the axis."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pirgen.diagrams.diagram import Box, Piece, label
from pirgen.diagrams.text.metrics import line_height, text_width
from pirgen.diagrams.text.wrapping import wrap
from pirgen.diagrams.timeline.icons import SIGNS
from pirgen.model import Event, Instant
from pirgen.wording.instants import clock, period
from pirgen.wording.plain_text import plain
from pirgen.wording.zones import local_time

__all__ = ["BADGE", "SMALL", "Columns", "TimelineEntry", "draw_entry", "time_of"]

BADGE = 22.0
SMALL = 12.0
_TEXT = 14.0
_DATE_HEIGHT = 18.0


@dataclass(frozen=True)
class Columns:
    """Where things stand across, in pixels; ``times`` and ``kinds`` are 0 where they stand above the text.

    ``zone`` names the time zone that is shown beside UTC, if any.
    """

    width: float
    axis: float
    text: float
    times: float = 0
    kinds: float = 0
    zone: str = ""

    @property
    def is_wide(self) -> bool:
        """Whether times and kinds have columns of their own."""
        return self.times > 0

    @property
    def text_width(self) -> float:
        """How wide a line of text may be."""
        return (self.kinds - 20 if self.is_wide else self.width) - self.text


@dataclass(frozen=True)
class TimelineEntry:
    """An event as it is drawn: the phase after it, where it begins and ends, and where its badge sits."""

    event: Event
    phase: str
    pieces: tuple[Piece, ...]
    top: float
    middle: float
    bottom: float


def draw_entry(
    event: Event, phase: str, columns: Columns, top: float, new_day: str, link: str = ""
) -> TimelineEntry:
    """An event with its top at that height; ``new_day`` is its day where the event before has another.

    Its time leads to ``link``.
    """
    pieces: list[Piece] = []
    time, line = time_of(event), top
    if new_day and time:
        pieces.append(_date(new_day, columns, top))
        line += _DATE_HEIGHT
    pieces += _head(event, columns, line, time or (_day(event) or "—"), link)
    tags, y = _tags(event, phase, columns, line if columns.is_wide else line + 20)
    lines = wrap(plain(event.text), columns.text_width, _TEXT)
    pieces += [
        *tags,
        label(columns.text, y, lines, _TEXT, "pirgen-said" if event.known_then else "pirgen-later"),
    ]
    links, y = _evidence(event, columns, y + len(lines) * line_height(_TEXT))
    middle = line + line_height(_TEXT) / 2
    below = len(_below(event, columns)) if columns.is_wide else int(event.until is not None)
    bottom = max(y, line + 18 + 16 * below) if below else y
    return TimelineEntry(
        event, phase, (*_badge(event, phase, columns, middle), *pieces, *links), top, middle, bottom
    )


def time_of(event: Event) -> str:
    """The time of day with its tilde; empty where only the date is known, or nothing."""
    time = clock(event.at) if isinstance(event.at, Instant) else ""
    return f"~{time}" if time and event.approximate else time


def _day(event: Event) -> str:
    about = "~" if event.approximate else ""
    return about + period(event.at) if isinstance(event.at, Instant) else ""


def _until(event: Event) -> str:
    if event.until is None:
        return ""
    date_of_end, time = period(event.until), clock(event.until)
    if time and isinstance(event.at, Instant) and period(event.at) == date_of_end:
        return f"to {time}"
    return f"to {date_of_end} {time}".rstrip()


def _below(event: Event, columns: Columns) -> list[str]:
    """What is beside or below the time of an event: when it ended, and the time of the zone."""
    local = local_time(event.at, columns.zone) if isinstance(event.at, Instant) else ""
    shown = local if columns.is_wide else f"({local})"
    return [words for words in (_until(event), shown if local else "") if words]


def _date(day: str, columns: Columns, top: float) -> Piece:
    if columns.is_wide:
        return label(columns.times, top, [day], SMALL, "pirgen-date", "right", bold=True)
    return label(columns.text, top, [day], SMALL, "pirgen-date", bold=True)


def _head(event: Event, columns: Columns, top: float, time: str, link: str) -> Iterator[Piece]:
    """When it was and of what kind it is."""
    below, kind = _below(event, columns), event.kind.value
    classes = "pirgen-time" if isinstance(event.at, Instant) else "pirgen-muted"
    if columns.is_wide:
        yield label(columns.times, top, [time], _TEXT, classes, "right", link, bold=True)
        for row, words in enumerate(below):
            yield label(columns.times, top + 18 + 16 * row, [words], SMALL, "pirgen-muted", "right")
        yield label(columns.kinds, top + 1, [kind], SMALL, "pirgen-muted")
    else:
        yield label(columns.text, top, [" ".join([time, *below])], _TEXT, classes, "left", link, bold=True)
        yield label(columns.width, top + 1, [kind], SMALL, "pirgen-muted", "right")


def _tags(event: Event, phase: str, columns: Columns, top: float) -> tuple[list[Piece], float]:
    """The moments and milestones that it is, and whether it was learned later; and where the text may begin."""
    reached = (*(moment.value for moment in event.marks), *event.milestones)
    words = [(word, f"pirgen-tag pirgen-{phase or 'over'}") for word in reached]
    if not event.known_then:
        words.append(("learned later", "pirgen-tag pirgen-tag-later"))
    if not words:
        return [], top
    pieces = []
    left, y = columns.text, top - 1 if columns.is_wide else top + 4
    for word, classes in words:
        width = text_width(word, SMALL, bold=True) + 16
        if left + width > columns.text + columns.text_width:
            left, y = columns.text, y + 24
        pieces.append(Piece(Box(left, y, width, 19), classes, (word,), SMALL))
        left += width + 6
    return pieces, y + 25


def _evidence(event: Event, columns: Columns, top: float) -> tuple[list[Piece], float]:
    """The evidence as links below the text."""
    pieces = []
    for evidence in event.evidence:
        full = plain(evidence.title) or evidence.kind.value
        shown = wrap(full, columns.text_width, SMALL, most=1)
        tooltip = full if shown[0] != full else ""
        pieces.append(label(columns.text, top + 2, shown, SMALL, "pirgen-link", "left", evidence.url, tooltip))
        top += line_height(SMALL) + 2
    return pieces, top


def _badge(event: Event, phase: str, columns: Columns, middle: float) -> Iterator[Piece]:
    """The disk on the axis with the sign of the event's kind; filled where it marks a moment."""
    colour = f" pirgen-{phase or 'over'}" if event.marks else ""
    later = "" if event.known_then else " pirgen-badge-later"
    disk = Box(columns.axis - BADGE / 2, middle - BADGE / 2, BADGE, BADGE)
    yield Piece(disk, f"pirgen-badge{colour}{later}", outline="ellipse")
    sign = Box(columns.axis - BADGE / 4, middle - BADGE / 4, BADGE / 2, BADGE / 2)
    yield Piece(sign, f"pirgen-sign{colour} pirgen-sign-{event.kind.value}", outline=SIGNS[event.kind])
