"""Asks a laid-out drawing what stands where, without Graphviz."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice
from operator import itemgetter

from pirgen.diagrams.diagram import Diagram, Piece, Stroke


@dataclass(frozen=True)
class Part:
    """A piece or stroke as drawn: pixels with y downwards; a piece's one point is its middle."""

    text: str
    classes: frozenset[str]
    link: str
    points: tuple[tuple[float, float], ...]
    width: float = 0
    height: float = 0
    outline: str = ""

    @property
    def left(self) -> float:
        return self.points[0][0] - self.width / 2

    @property
    def top(self) -> float:
        return self.points[0][1] - self.height / 2

    @property
    def right(self) -> float:
        return self.left + self.width

    @property
    def bottom(self) -> float:
        return self.top + self.height


def parts(diagram: Diagram) -> list[Part]:
    """Everything that is drawn, in order."""
    return [_part(part) for _, part in diagram.parts()]


def texts(diagram: Diagram) -> list[str]:
    """What a reader reads, in order."""
    return [part.text for part in parts(diagram) if part.text]


def of_class(diagram: Diagram, name: str) -> list[Part]:
    """The parts of a CSS class, without those of a key below the drawing."""
    return [part for part in parts(diagram) if name in part.classes and "pirgen-legend" not in part.classes]


def overlapping_texts(diagram: Diagram) -> list[tuple[str, str]]:
    """Pairs of texts that stand on each other."""
    shown = [part for part in parts(diagram) if part.text]
    return [(one.text, other.text) for one, other in overlapping(shown)]


def overlapping(some: Iterable[Part], least: float = 0.1) -> list[tuple[Part, Part]]:
    """Pairs that stand on each other by more than so many pixels; with less than none, those that touch too."""
    found = []
    ordered = sorted(((part.left, part.right, part.top, part.bottom, part) for part in some), key=itemgetter(0))
    for place, (_, right, top, bottom, one) in enumerate(ordered, 1):
        for left, other_right, other_top, other_bottom, other in islice(ordered, place, None):
            if right - left <= least:
                break  # all others are further right
            across = min(right, other_right) - left
            if across > least and min(bottom, other_bottom) - max(top, other_top) > least:
                found.append((one, other))
    return found


def _part(part: Piece | Stroke) -> Part:
    classes = frozenset(part.classes.split())
    if isinstance(part, Stroke):
        return Part("", classes, "", part.points)
    text, box = " ".join(part.lines), part.box
    return Part(text, classes, part.link, (box.centre,), box.width, box.height, part.outline)
