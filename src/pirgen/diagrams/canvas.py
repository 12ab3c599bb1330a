"""Drawings whose every place is computed: values with pixel boxes, written as a graph that is only drawn."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from pirgen.diagrams.graphviz.dot import Align, Value, at, bend, edge, graph, inches, node, route
from pirgen.diagrams.svg.geometry import Box
from pirgen.diagrams.svg.sanitizer import TEXT_ONLY
from pirgen.diagrams.text.metrics import line_height, text_width

__all__ = ["Piece", "Stroke", "graph_of", "label"]


@dataclass(frozen=True)
class Piece:
    """Something with an outline, a text or both; ``classes`` are CSS classes."""

    box: Box
    classes: str
    lines: tuple[str, ...] = ()
    size: float = 13
    align: Align = "centre"
    link: str = ""
    tooltip: str = ""
    shape: str = "box"


@dataclass(frozen=True)
class Stroke:
    """A line through some points; a bent one goes softly from the first to the last."""

    points: tuple[tuple[float, float], ...]
    classes: str
    is_bent: bool = False


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
    width = max((text_width(line, size, bold) for line in lines), default=1)
    left = x - width * {"left": 0, "centre": 0.5, "right": 1}[align]
    box = Box(left, y, width, line_height(size) * len(lines))
    return Piece(box, f"{TEXT_ONLY} {classes}", tuple(lines), size, align, link, tooltip)


def graph_of(name: str, pieces: Iterable[Piece | Stroke], classes: str) -> str:
    """The graph of those pieces: strokes lie below, and of the others what comes later lies above."""
    return graph(name, _statements(pieces), layout="nop2", outputorder="edgesfirst", pad=0.06, class_=classes)


def _statements(pieces: Iterable[Piece | Stroke]) -> Iterator[str]:
    for index, piece in enumerate(pieces):
        if isinstance(piece, Piece):
            yield node(f"n{index}", piece.align, **_attributes(piece))
            continue
        end = f"n{index}"  # an edge needs a node, though its route is given
        yield node(
            end, label="", pos=at(*piece.points[0]), shape="point", style="invis", width=0.01, height=0.01
        )
        way = bend(piece.points[0], piece.points[-1]) if piece.is_bent else route(piece.points)
        yield edge(end, end, pos=way, arrowhead="none", class_=piece.classes)


def _attributes(piece: Piece) -> dict[str, Value]:
    x, y = piece.box.centre
    attributes: dict[str, Value] = {
        "label": "\n".join(piece.lines),
        "pos": at(x, y),
        "shape": piece.shape,
        "width": inches(piece.box.width),
        "height": inches(piece.box.height),
        "fixedsize": True,
        "class": piece.classes,
    }
    if piece.lines:
        attributes["fontsize"] = piece.size
    if piece.link:
        attributes |= {"URL": piece.link} | ({"tooltip": piece.tooltip} if piece.tooltip else {})
    return attributes
