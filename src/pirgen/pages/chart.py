"""The geometry of a chart of stacked bars: numbers in, places in px out. Colours are the stylesheet's."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pirgen.analysis.trends import Period

__all__ = ["Bar", "Chart", "Label", "incidents_chart"]

_WIDEST, _NARROWEST, _ROOM = 54, 15, 840
_TALLEST, _HIGHEST = 40, 220
_LEFT, _TOP, _RIGHT = 30, 24, 14
_AXIS = 26
_LANE = 40


@dataclass(frozen=True)
class Bar:
    """A rectangle with its place; ``severity`` is empty for near misses."""

    x: float
    y: float
    width: float
    height: float
    period: Period
    severity: str
    count: int


@dataclass(frozen=True)
class Label:
    """A word or number at a place."""

    x: float
    y: float
    text: str


@dataclass(frozen=True)
class Chart:
    """Bars of incidents above the base line, near misses in a lane of their own below it.

    ``running`` is the x of the quarter that is not over, or None; ``lane`` the y of the near misses'
    base, or None where there are none.
    """

    width: float
    height: float
    left: float
    right: float
    base: float
    pitch: float
    bars: tuple[Bar, ...]
    rows: tuple[Label, ...]
    columns: tuple[Label, ...]
    totals: tuple[Label, ...]
    running: float | None
    lane: float | None


def incidents_chart(periods: Sequence[Period], severities: Sequence[str]) -> Chart:
    """A bar for each quarter, the worst severity at its foot."""
    pitch = max(_NARROWEST, min(_WIDEST, _ROOM // len(periods)))
    most = max(len(period.incidents) for period in periods)
    unit = min(_TALLEST, _HIGHEST / most) if most else _TALLEST
    base = _TOP + most * unit
    right = _LEFT + pitch * len(periods)
    has_misses = any(period.near_misses for period in periods)
    lane = base + _AXIS + _LANE if has_misses else None
    places = [(_LEFT + place * pitch, period) for place, period in enumerate(periods)]
    bars = [bar for x, period in places for bar in _stack(x, period, severities, pitch, unit, base)]
    if lane is not None:
        tallest = max(len(period.near_misses) for period in periods)
        bars += [_miss(x, period, pitch, lane, tallest) for x, period in places if period.near_misses]
    return Chart(
        width=right + _RIGHT,
        height=(lane if lane is not None else base + _AXIS) + 8,
        left=_LEFT,
        right=right,
        base=_short(base),
        pitch=pitch,
        bars=tuple(bars),
        rows=tuple(Label(_LEFT, _short(base - count * unit), str(count)) for count in _ticks(most)),
        columns=tuple(_columns(places, pitch, base)),
        totals=tuple(
            Label(x + pitch / 2, _short(base - len(period.incidents) * unit - 6), str(len(period.incidents)))
            for x, period in places
            if period.incidents
        ),
        running=next((x for x, period in places if not period.is_complete), None),
        lane=lane,
    )


def _stack(
    x: float, period: Period, severities: Sequence[str], pitch: float, unit: float, base: float
) -> list[Bar]:
    bars = []
    below = 0
    for severity in severities:
        count = len(period.of_severity(severity))
        if count:
            top = base - (below + count) * unit
            bars.append(Bar(x + 2, _short(top), pitch - 4, _short(count * unit), period, severity, count))
            below += count
    return bars


def _miss(x: float, period: Period, pitch: float, lane: float, tallest: int) -> Bar:
    height = _short(len(period.near_misses) * min(14, 30 / tallest))
    return Bar(x + 2.5, _short(lane - height), pitch - 5, height, period, "", len(period.near_misses))


def _columns(places: Sequence[tuple[float, Period]], pitch: float, base: float) -> list[Label]:
    """A year under its first quarter, or every quarter where there is room."""
    if pitch >= 48:
        return [
            Label(x + pitch / 2, _short(base + 17), f"{period.quarter.year} Q{period.quarter.number}")
            for x, period in places
        ]
    labels: list[Label] = []
    for x, period in places:
        if period.quarter.number == 1 and (not labels or x - labels[-1].x >= 36):
            labels.append(Label(x, _short(base + 17), str(period.quarter.year)))
    return labels


def _ticks(most: int) -> range:
    step = next(step for step in (1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, most) if most / step <= 6)
    return range(0, most + 1, step)


def _short(number: float) -> float:
    return round(number, 1)
