"""Columns along time: what each holds is stacked; what is never added to it is in a lane below."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from pirgen.diagrams.text.metrics import text_width
from pirgen.pages.charts.scales import counts
from pirgen.pages.charts.shapes import SIZE, SMALL, Anchor, Chart, ChartMark, GridLine, Label, Rectangle, px

__all__ = ["Column", "Segment", "column_chart"]

_ROOM = 880
"""The width that columns share before they get as narrow as they may."""
_NARROWEST, _WIDEST = 14, 56
_TALLEST, _HIGHEST = 30, 240
"""A count of one is at most so tall, and the tallest column."""

_RIGHT = 10
_GAP = 6
"""Between words, and between words and marks."""
_COUNT_GAP = 8
_LINE = 16
_LEGIBLE = 13
"""A segment of that height has room for its number."""


@dataclass(frozen=True)
class Segment:
    """A count of a column: how it looks, where it leads, and what it says in words."""

    count: int
    look: str
    target: str
    label: str


@dataclass(frozen=True)
class Column:
    """A span of time. ``name`` is written below it, ``group`` below all columns that share it.

    ``segments`` are stacked from the bottom up; ``below`` is a series of its own. ``running``
    says in words that the span is not over; empty for one that is. ``target`` and ``label`` are for the
    total of several segments.
    """

    name: str
    group: str = ""
    segments: tuple[Segment, ...] = ()
    below: Segment | None = None
    running: str = ""
    target: str = ""
    label: str = ""

    @property
    def total(self) -> int:
        """What its segments amount to, without what lies below."""
        return sum(segment.count for segment in self.segments)


@dataclass(frozen=True)
class _Frame:
    """What all columns share: their pitch, the height of a count of one, and their base lines.

    ``headroom`` is what the number above a column needs.
    """

    left: float
    right: float
    pitch: float
    unit: float
    headroom: float
    base: float

    def x(self, place: int) -> float:
        return self.left + place * self.pitch


def column_chart(columns: Sequence[Column], lane: str = "") -> Chart:
    """The columns from left to right; ``lane`` names what lies below, drawn to the same scale."""
    frame = _frame(columns)
    names = list(_names(columns, frame))
    foot = max(words.y for words in names)
    marks = [mark for place, column in enumerate(columns) for mark in _marks(place, column, frame)]
    lane_base, lane_words, lane_marks = _below(columns, lane, frame, foot)
    rules = [*_grid(columns, frame), *_starts(columns, frame)]
    if lane_marks:
        rules.append(GridLine(frame.left, px(lane_base), px(frame.right), px(lane_base), "base"))
    words = [*_counts(columns, frame), *names, *_running_words(columns, frame)]
    return Chart(
        width=px(max([frame.right, *map(_end, [*names, *lane_words])]) + _RIGHT),
        height=px(lane_base + _GAP),
        grounds=tuple(_running(columns, frame)),
        rules=tuple(rules),
        words=(*words, *lane_words),
        marks=(*marks, *lane_marks),
    )


def _frame(columns: Sequence[Column]) -> _Frame:
    pitch = max(_NARROWEST, min(_WIDEST, _ROOM // len(columns)))
    most = max(column.total for column in columns)
    highest = max(most, *(column.below.count if column.below else 0 for column in columns), 1)
    unit = min(_TALLEST, _HIGHEST / highest)
    widest = text_width(f"{highest:,}", SIZE, bold=True)
    headroom = _GAP + (widest if _is_turned(f"{highest:,}", pitch) else SIZE)
    top = headroom + (_LINE if any(column.running for column in columns) else 0)
    left = px(text_width(f"{counts(most)[-1]:,}", SIZE) + 2 * _GAP + _COUNT_GAP)
    return _Frame(left, left + pitch * len(columns), pitch, unit, headroom, top + most * unit)


def _is_turned(number: str, pitch: float) -> bool:
    """Whether a number above a column has room only if it reads upwards."""
    return text_width(number, SIZE, bold=True) + 2 > pitch


def _marks(place: int, column: Column, frame: _Frame) -> Iterator[ChartMark]:
    """The segments and their total, which is part of the mark where there is one segment only."""
    marks = list(_stack(place, column, frame))
    if len(marks) == 1:
        yield replace(marks[0], number=_total(place, column, frame))
    else:
        yield from marks
        if marks:
            yield ChartMark(_total(place, column, frame), column.target, column.label, column.total)


def _stack(place: int, column: Column, frame: _Frame) -> Iterator[ChartMark]:
    inset = 1 if frame.pitch < 24 else frame.pitch / 8
    x, width = frame.x(place) + inset, frame.pitch - 2 * inset
    below = 0
    for segment in column.segments:
        height = segment.count * frame.unit
        y = frame.base - below * frame.unit - height
        box = Rectangle(px(x), px(y), px(width), px(height), segment.look)
        number = Label(px(x + width / 2), px(y + height / 2 + 4), f"{segment.count:,}", f"on-{segment.look}")
        is_shown = _fits(number.text, width, height)
        yield ChartMark(box, segment.target, segment.label, segment.count, number if is_shown else None)
        below += segment.count


def _fits(text: str, width: float, height: float) -> bool:
    return height >= _LEGIBLE and text_width(text, SMALL) + 2 <= width


def _total(place: int, column: Column, frame: _Frame) -> Label:
    x = frame.x(place) + frame.pitch / 2
    y = frame.base - column.total * frame.unit - 5
    number = f"{column.total:,}"
    if _is_turned(number, frame.pitch):
        return Label(px(x + 4), px(y), number, "total", Anchor.START, is_turned=True)
    return Label(px(x), px(y), number, "total")


def _grid(columns: Sequence[Column], frame: _Frame) -> Iterator[GridLine]:
    for count in counts(max(column.total for column in columns)):
        y = px(frame.base - count * frame.unit)
        yield GridLine(frame.left, y, px(frame.right), y, "grid" if count else "base")


def _counts(columns: Sequence[Column], frame: _Frame) -> Iterator[Label]:
    for count in counts(max(column.total for column in columns)):
        yield Label(
            frame.left - _COUNT_GAP,
            px(frame.base - count * frame.unit + 4),
            f"{count:,}",
            "axis-count",
            Anchor.END,
        )


def _names(columns: Sequence[Column], frame: _Frame) -> Iterator[Label]:
    """Every column's name where all have room, else every second, third, … counted from the latest.

    Where groups say the same more shortly, names that have no room are left out.
    """
    groups = _groups(columns)
    widest = max(text_width(column.name, SIZE) for column in columns)
    step = _step(widest, frame.pitch)
    line = frame.base + _LINE
    if step == 1 or not groups:
        for place in range(len(columns) - 1, -1, -step):
            yield Label(px(frame.x(place) + frame.pitch / 2), px(line), columns[place].name, "axis-name")
        line += _LINE
    yield from _group_names(columns, groups, frame, line)


def _group_names(
    columns: Sequence[Column], groups: Sequence[int], frame: _Frame, line: float
) -> Iterator[Label]:
    """The name of a group at its first column, as many as have room, the latest for certain."""
    if not groups:
        return
    lengths = [after - before for before, after in zip(groups, [*groups[1:], len(columns)], strict=True)]
    widest = max(text_width(columns[place].group, SIZE) for place in groups)
    step = _step(widest, frame.pitch * max(lengths))
    kept = groups[::-1][::step]
    for place, later in zip(kept, [None, *kept], strict=False):
        if later is None or (later - place) * frame.pitch >= widest + _GAP:
            yield Label(px(frame.x(place) + 4), px(line), columns[place].group, "axis-group", Anchor.START)


def _groups(columns: Sequence[Column]) -> list[int]:
    """The place of the first column of each group; none where columns have no groups."""
    if not any(column.group for column in columns):
        return []
    runs = groupby(range(len(columns)), key=lambda place: columns[place].group)
    return [next(run) for _, run in runs]


def _starts(columns: Sequence[Column], frame: _Frame) -> Iterator[GridLine]:
    """A short line where a group begins."""
    for place in _groups(columns):
        x = px(frame.x(place))
        yield GridLine(x, px(frame.base), x, px(frame.base + 8), "base")


def _step(width: float, pitch: float) -> int:
    """One of how many neighbours may carry words of that width."""
    step = 1
    while pitch * step < width + _GAP:
        step += 1
    return step


def _running(columns: Sequence[Column], frame: _Frame) -> Iterator[Rectangle]:
    for place, column in enumerate(columns):
        if column.running:
            yield Rectangle(px(frame.x(place)), _LINE, frame.pitch, px(frame.base - _LINE), "running")


def _running_words(columns: Sequence[Column], frame: _Frame) -> Iterator[Label]:
    """The words over the last column that is not over, so that those before it do not collide."""
    running = [place for place, column in enumerate(columns) if column.running]
    if running:
        words = columns[running[-1]].running
        right = frame.x(running[-1] + 1)
        is_wider = text_width(words, SIZE) > right
        x = 0.0 if is_wider else right
        yield Label(px(x), SIZE - 1, words, "running-words", Anchor.START if is_wider else Anchor.END)


def _below(
    columns: Sequence[Column], lane: str, frame: _Frame, foot: float
) -> tuple[float, list[Label], list[ChartMark]]:
    """The lane under what the columns have above: its base line, its words and its marks."""
    alone = [
        (place, Column(column.name, segments=(column.below,)))
        for place, column in enumerate(columns)
        if column.below
    ]
    if not alone:
        return foot, [], []
    title = foot + 2 * _LINE
    tallest = max(column.total for _, column in alone)
    lower = replace(frame, base=title + frame.headroom + tallest * frame.unit)
    words = [Label(frame.left, px(title), lane, "lane", Anchor.START)]
    return lower.base, words, [mark for place, column in alone for mark in _marks(place, column, lower)]


def _end(words: Label) -> float:
    """The x at which the words end."""
    if words.is_turned:
        return words.x
    width = text_width(words.text, SIZE, bold=True)
    return words.x + (width if words.anchor is Anchor.START else width / 2)
