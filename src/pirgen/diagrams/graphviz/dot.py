"""A small, strict writer of DOT: texts can say anything, and are only ever text.

Pinned drawings are laid out in pixels with y downwards; ``at`` and ``route`` turn that into
Graphviz's points with y upwards. One pixel is one point.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import Literal

__all__ = ["Align", "at", "bend", "edge", "graph", "inches", "node", "quote", "route"]

Align = Literal["left", "centre", "right"]
Value = str | int | float | bool
Point = tuple[float, float]

_LONGEST = 4000
_BREAKS: dict[Align, str] = {"left": "\\l", "centre": "\\n", "right": "\\r"}

# What XML cannot hold or nobody can see: C0 without the line feed, DEL and C1, surrogates, non-characters.
_FORBIDDEN = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")

# Whatever reads files or writes raw attributes is left out: image, shapefile, stylesheet, fontname ...
_ATTRIBUTES = frozenset(
    {"URL", "arrowhead", "bgcolor", "class", "fixedsize", "fontsize", "height", "id", "label", "layout"}
    | {"outputorder", "pad", "pos", "shape", "style", "tooltip", "width"}
)
_SHAPES = frozenset({"box", "circle", "ellipse", "point"})
_CLASSES = re.compile(r"[A-Za-z0-9_ -]*")


def graph(name: str, statements: Iterable[str], **attributes: Value) -> str:
    """A directed graph of those statements; a fully placed one carries ``layout="nop2"``."""
    head = f"graph{_list({'bgcolor': 'transparent', **attributes})}"
    body = "".join(f"  {statement}\n" for statement in (head, *statements))
    return f"digraph {quote(name)} {{\n{body}}}\n"


def node(name: str, align: Align = "centre", **attributes: Value) -> str:
    """A node statement; every line of its label stands at the ``align`` side of the outline."""
    return f"{quote(name)}{_list(attributes, align)}"


def edge(tail: str, head: str, **attributes: Value) -> str:
    """An edge statement."""
    return f"{quote(tail)} -> {quote(head)}{_list(attributes)}"


def at(x: float, y: float) -> str:
    """The ``pos`` of a node whose centre lies at that pixel."""
    return f"{_number(x)},{_number(-y)}!"


def inches(pixels: float) -> float:
    """The ``width`` or ``height`` of a node of that many pixels."""
    return pixels / 72


def route(points: Sequence[Point]) -> str:
    """The ``pos`` of an edge that runs straight from each pixel to the next.

    Graphviz knows only cubic splines, so each leg is one whose control points are its ends.
    """
    stops = [f"{_number(x)},{_number(-y)}" for x, y in points]
    legs = [f"{start} {end} {end}" for start, end in pairwise(stops)]
    return " ".join([stops[0], *legs])


def bend(start: Point, end: Point) -> str:
    """The ``pos`` of an edge that leaves and arrives level, with a soft bend between."""
    middle = (start[0] + end[0]) / 2
    stops = (start, (middle, start[1]), (middle, end[1]), end)
    return " ".join(f"{_number(x)},{_number(-y)}" for x, y in stops)


def quote(text: str, align: Align = "centre") -> str:
    """A DOT string that means exactly this text, shortened past 4,000 characters."""
    clean = _FORBIDDEN.sub("\ufffd", text[:_LONGEST])
    escaped = clean.replace("&", "&amp;").replace("\\", "\\\\").replace('"', '\\"')
    end = _BREAKS[align]
    closing = end if align != "centre" and escaped else ""
    return f'"{escaped.replace(chr(10), end)}{closing}"'


def _list(attributes: dict[str, Value], align: Align = "centre") -> str:
    pairs = [f"{_name(name)}={_value(_name(name), value, align)}" for name, value in attributes.items()]
    return f" [{', '.join(pairs)}];" if pairs else ";"


def _name(keyword: str) -> str:
    """``class_`` and ``dir_`` stand for the words that Python keeps for itself."""
    name = keyword.rstrip("_")
    if name not in _ATTRIBUTES:
        raise ValueError(f"{name!r} is not among the attributes that drawings may use")
    return name


def _value(name: str, value: Value, align: Align) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return _number(value, 4)
    if name == "class" and not _CLASSES.fullmatch(value):
        raise ValueError(f"{value!r} is not a list of CSS classes")
    if name == "shape" and value not in _SHAPES:
        raise ValueError(f"{value!r} is not among the shapes that drawings may use")
    if name == "tooltip":  # Graphviz reads escapes in tooltips twice, so none may be left after the first time
        value = value.replace("\\", "\N{SET MINUS}")
    return quote(value, align if name == "label" else "centre")


def _number(value: float, digits: int = 2) -> str:
    text = f"{value:.{digits}f}".rstrip("0").rstrip(".") if digits else f"{value:.0f}"
    return "0" if text in ("-0", "") else text
