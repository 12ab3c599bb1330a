"""Scales: where a number lies on a line, and which numbers are written beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import log10

__all__ = ["LogScale", "Tick", "counts"]

_MOST_COUNTS = 5


@dataclass(frozen=True)
class Tick:
    """A value with the words for it."""

    value: float
    text: str


@dataclass(frozen=True)
class LogScale:
    """Places from left to right in equal ratios, between the first tick and the last."""

    ticks: tuple[Tick, ...]
    left: float
    right: float

    @classmethod
    def over(cls, values: Sequence[float], ticks: Sequence[Tick], left: float, right: float) -> LogScale:
        """The scale from the last tick at or below all values to the first at or above them."""
        first = max((place for place, tick in enumerate(ticks) if tick.value <= min(values)), default=0)
        last = min(
            (place for place, tick in enumerate(ticks) if tick.value >= max(values)), default=len(ticks) - 1
        )
        first = min(first, len(ticks) - 2)
        return cls(tuple(ticks[first : max(last, first + 1) + 1]), left, right)

    def place(self, value: float) -> float:
        """Where a value lies; at the end that it exceeds, if it does."""
        low, high = self.ticks[0].value, self.ticks[-1].value
        share = log10(min(max(value, low), high) / low) / log10(high / low)
        return self.left + share * (self.right - self.left)


def counts(most: int) -> range:
    """Round counts from 0 up to ``most``, few enough to read: steps of 1, 2 or 5 times a power of ten."""
    step, power = 1, 1
    while most / step > _MOST_COUNTS:
        step = next(power * factor for factor in (1, 2, 5, 10) if power * factor > step)
        power = power * 10 if step >= power * 10 else power
    return range(0, most + 1, step)
