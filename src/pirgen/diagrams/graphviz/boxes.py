"""What Graphviz is given and gives back: the cards of many drawings as bare boxes, with their relations.

No text goes there, nor a font, link or class. One pixel is one inch, since Graphviz's plain format has five
significant digits of an inch: so tenths of a pixel come back as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import ceil, floor

from pirgen.diagrams.diagram import Diagram, Point

__all__ = ["LostCardError", "boxes", "shifts"]

_HEAD = 'digraph{graph[layout=nop2,splines=none]node[shape=box,label="",fixedsize=true]'
_NODE = re.compile(r"^node (\d+) (-?[\d.e+]+) (-?[\d.e+]+) ", re.MULTILINE)
_STRIP = 4096  # beyond so many pixels, five digits are too few for tenths: cards start again beside the others


class LostCardError(ValueError):
    """Graphviz gave back other boxes than it got."""


def boxes(diagrams: Sequence[Diagram]) -> str:
    """DOT text of all cards of those drawings, numbered throughout, at the places where they were laid out."""
    lines = [_HEAD]
    first = 0
    for diagram in diagrams:
        for number, (card, (x, y)) in enumerate(zip(diagram.cards, _asked(diagram), strict=True), first):
            _, _, width, height = card.box
            pos = f"{x * 72:.1f},{-y * 72:.1f}"
            lines.append(f'{number}[pos="{pos}!",width={_even(width)},height={_even(height)}]')
        lines += [f"{first + each.tail}->{first + each.head}" for each in diagram.relations]
        first += len(diagram.cards)
    return "\n".join([*lines, "}"])


def shifts(plain: str, diagrams: Sequence[Diagram]) -> list[list[Point]]:
    """For each drawing, how far each card came back from where it was laid out: next to nothing."""
    found = {int(number): (float(x), -float(y)) for number, x, y in _NODE.findall(plain)}
    asked = [[*_asked(diagram)] for diagram in diagrams]
    if sorted(found) != list(range(sum(map(len, asked)))):
        raise LostCardError("Graphviz gave back other boxes than it got")
    origin = _moved(found[0], asked[0][0]) if found else (0.0, 0.0)
    numbers = iter(range(len(found)))
    return [[_moved(_moved(found[next(numbers)], place), origin) for place in places] for places in asked]


def _asked(diagram: Diagram) -> Iterator[Point]:
    """The middle of each card, in tenths of a pixel, and as if every few thousand pixels it started again."""
    for card in diagram.cards:
        x, y = card.box.centre
        yield round(x - floor(x / _STRIP) * _STRIP, 1), round(y - floor(y / _STRIP) * _STRIP, 1)


def _even(size: float) -> int:
    """The size in whole pixels, half of which are whole pixels too, so that no place becomes crooked by it."""
    return 2 * ceil(min(size, _STRIP) / 2)


def _moved(place: Point, other: Point) -> Point:
    return round(place[0] - other[0], 1) + 0.0, round(place[1] - other[1], 1) + 0.0
