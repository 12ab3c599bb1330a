"""Dots along a scale of equal ratios: one for each thing, stacked where they would lie on each other."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from pirgen.pages.charts.scales import LogScale, Tick
from pirgen.pages.charts.shapes import Anchor, Chart, ChartMark, Disk, GridLine, Label, px

__all__ = ["Dot", "Strip", "dot_chart"]

_LEFT, _RIGHT, _ROOM = 40, 60, 760
_LINE = 18
_GAP = 14
_LEVELS = 3
"""A strip is at least this many dots high."""
_HIGHEST = 240
"""Dots that would stack higher than this overlap."""
_RADII = ((60, 6.0), (300, 4.5), (1000, 3.5))
"""Up to this many dots in a strip, the radius of each."""
_SMALLEST = 2.5


@dataclass(frozen=True)
class Dot:
    """One thing: its value, the page it leads to, and what it says in words; not exact if it is approximate."""

    value: float
    target: str
    label: str
    is_approximate: bool = False


@dataclass(frozen=True)
class Strip:
    """Dots that share a line and its title."""

    title: str
    dots: tuple[Dot, ...]


def dot_chart(strips: Sequence[Strip], ticks: Sequence[Tick]) -> Chart:
    """The strips below each other over one scale, of which only the ticks around the values are shown."""
    values = [dot.value for strip in strips for dot in strip.dots]
    scale = LogScale.over(values, ticks, _LEFT, _LEFT + _ROOM)
    radius = _radius(max(len(strip.dots) for strip in strips))
    rules: list[GridLine] = []
    words: list[Label] = []
    marks: list[ChartMark] = []
    y = 0.0
    for strip in strips:
        placed = _stacked(strip.dots, scale, radius)
        levels = max(_LEVELS, 1 + max(level for _, _, level in placed))
        apart = min(2 * radius + 1, _HIGHEST / levels)
        height = levels * apart + radius
        words.append(Label(0, px(y + _LINE), strip.title, "strip", Anchor.START))
        top, base = y + _LINE + _GAP, y + _LINE + _GAP + height
        rules += [GridLine(px(x), px(top), px(x), px(base), "grid") for x in map(scale.place, _values(scale))]
        rules.append(GridLine(_LEFT, px(base), _LEFT + _ROOM, px(base), "base"))
        marks += [_mark(dot, x, base - radius - 1 - level * apart, radius) for dot, x, level in placed]
        y = base + _GAP
    words += [Label(px(scale.place(tick.value)), px(y + 4), tick.text, "axis-name") for tick in scale.ticks]
    return Chart(_LEFT + _ROOM + _RIGHT, px(y + _LINE), (), tuple(rules), tuple(words), tuple(marks))


def _mark(dot: Dot, x: float, y: float, radius: float) -> ChartMark:
    look = "dot-about" if dot.is_approximate else "dot"
    return ChartMark(Disk(px(x), px(y), radius, look), dot.target, dot.label)


def _stacked(dots: Sequence[Dot], scale: LogScale, radius: float) -> list[tuple[Dot, float, int]]:
    """Every dot at the x of its value, on the lowest level where it touches no dot before it."""
    ends: list[float] = []
    placed = []
    for dot in sorted(dots, key=lambda dot: (dot.value, dot.target)):
        x = scale.place(dot.value)
        level = next((level for level, end in enumerate(ends) if end <= x - radius), len(ends))
        ends[level : level + 1] = [x + radius + 1]
        placed.append((dot, x, level))
    return placed


def _values(scale: LogScale) -> Iterator[float]:
    return (tick.value for tick in scale.ticks)


def _radius(count: int) -> float:
    return next((radius for most, radius in _RADII if count <= most), _SMALLEST)
