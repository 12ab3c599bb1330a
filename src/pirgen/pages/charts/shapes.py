"""What every kind of chart is made of. A look is a word that the stylesheet knows; places are in px."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

__all__ = ["SIZE", "SMALL", "Anchor", "Chart", "ChartMark", "Disk", "GridLine", "Label", "Rectangle", "px"]

SIZE = 12
"""The size of a chart's letters."""

SMALL = 11
"""The size of a number inside a mark."""


class Anchor(Enum):
    """Which part of a line of words lies at its place (SVG names)."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


@dataclass(frozen=True)
class Rectangle:
    """A rectangle."""

    x: float
    y: float
    width: float
    height: float
    look: str


@dataclass(frozen=True)
class Disk:
    """A disk around its centre."""

    x: float
    y: float
    radius: float
    look: str


@dataclass(frozen=True)
class GridLine:
    """A straight line."""

    x1: float
    y1: float
    x2: float
    y2: float
    look: str


@dataclass(frozen=True)
class Label:
    """A line of text on its baseline; ``is_turned`` reads upwards from the place."""

    x: float
    y: float
    text: str
    look: str
    anchor: Anchor = Anchor.MIDDLE
    is_turned: bool = False


@dataclass(frozen=True)
class ChartMark:
    """What a chart says: a shape, or words alone, leading to what it counts.

    ``target`` is a place in the site, ``label`` what the mark says in words. ``count`` is how many rows
    the target holds; None where the mark is the one thing that it leads to.
    """

    shape: Rectangle | Disk | Label
    target: str
    label: str
    count: int | None = None
    number: Label | None = None


@dataclass(frozen=True)
class Chart:
    """A drawing of marks over a ground of boxes, rules and words."""

    width: float
    height: float
    grounds: tuple[Rectangle, ...]
    rules: tuple[GridLine, ...]
    words: tuple[Label, ...]
    marks: tuple[ChartMark, ...]


def px(number: float) -> float:
    """A place with one decimal, so that a drawing is short and the same everywhere."""
    return round(number, 1)
