"""A drawing laid out: cards, the relations between them, and what is drawn of both, in pixels."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import inf
from typing import Literal, NamedTuple

from pirgen.diagrams.text.metrics import advance_of, line_height, points

__all__ = ["Align", "Box", "Card", "Diagram", "Piece", "Point", "Relation", "Stroke", "label"]

Align = Literal["left", "centre", "right"]
Point = tuple[float, float]

_SHARES: dict[Align, float] = {"left": 0, "centre": 0.5, "right": 1}
"""How much of a text's width lies before its place."""


class Box(NamedTuple):
    """A rectangle: its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> Point:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


class Piece(NamedTuple):
    """Something with an outline, a text or both; ``classes`` are CSS classes.

    ``outline`` is ``rect`` or ``ellipse``, path data in a box of 100 by 100 that is stretched to the piece's
    own, or empty where there is only text.
    """

    box: Box
    classes: str
    lines: tuple[str, ...] = ()
    size: float = 13
    align: Align = "centre"
    link: str = ""
    tooltip: str = ""
    outline: str = "rect"


class Stroke(NamedTuple):
    """A line through some points; a bent one goes softly from the first to the last."""

    points: tuple[Point, ...]
    classes: str
    is_bent: bool = False


@dataclass(frozen=True)
class Card:
    """What belongs together at one place, such as an event with its time, text and badge; never empty.

    ``is_key`` where it explains the symbols of the others, below them.
    """

    parts: tuple[Piece | Stroke, ...]
    is_key: bool = False

    @cached_property
    def box(self) -> Box:
        """The rectangle around its pieces."""
        return around(part.box for part in self.parts if isinstance(part, Piece))


@dataclass(frozen=True)
class Relation:
    """That one card leads to another, by their numbers, and what is drawn between them."""

    tail: int
    head: int
    parts: tuple[Piece | Stroke, ...] = ()


@dataclass(frozen=True)
class Diagram:
    """A whole drawing. ``name`` is unique on its page and goes before its ids.

    ``title`` names it and ``description`` says in a sentence or two what a reader would see.
    Strokes lie below pieces, relations below cards, and of two cards the later one lies above.
    """

    name: str
    title: str
    description: str
    classes: str
    cards: tuple[Card, ...]
    relations: tuple[Relation, ...] = ()

    def parts(self) -> list[tuple[int, Piece | Stroke]]:
        """Everything that is drawn, from below to above, with the number of the card that it moves with."""
        every = [(relation.head, part) for relation in self.relations for part in relation.parts]
        every += [(index, part) for index, card in enumerate(self.cards) for part in card.parts]
        strokes = [each for each in every if isinstance(each[1], Stroke)]
        return strokes + [each for each in every if isinstance(each[1], Piece)]


def label(
    x: float,
    y: float,
    lines: Sequence[str],
    size: float,
    classes: str,
    align: Align = "left",
    link: str = "",
    tooltip: str = "",
    *,
    bold: bool = False,
) -> Piece:
    """A text whose top lies at y, and whose left side, middle or right side lies at x."""
    width = points(max([advance_of(line, bold) for line in lines]), size) if lines else 1
    box = Box(x - width * _SHARES[align], y, width, line_height(size) * len(lines))
    return Piece(box, classes, tuple(lines), size, align, link, tooltip, "")


def around(boxes: Iterable[Box]) -> Box:
    """The rectangle around some; an empty one where there is none."""
    left = top = inf
    right = bottom = -inf
    for x, y, width, height in boxes:  # which takes a third of the time of four sums
        left = x if x < left else left
        top = y if y < top else top
        right = x + width if x + width > right else right
        bottom = y + height if y + height > bottom else bottom
    return Box(left, top, right - left, bottom - top) if left < inf else Box(0, 0, 0, 0)
