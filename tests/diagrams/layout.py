"""Reads a drawing's DOT back, so that tests can ask what stands where without Graphviz."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import combinations

_STATEMENT = re.compile(r'^  "[^"]*"(?P<edge> -> "[^"]*")? \[(?P<attributes>.*)\];$')
_ATTRIBUTE = re.compile(r'(\w+)=("(?:[^"\\]|\\.)*"|[\w.-]+)')


@dataclass(frozen=True)
class Part:
    """A node or edge as drawn: pixels with y downwards."""

    text: str
    classes: frozenset[str]
    link: str
    points: tuple[tuple[float, float], ...]
    width: float
    height: float

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


def parts(dot: str) -> list[Part]:
    """The drawn nodes and edges, in order."""
    found = [_part(match["attributes"]) for match in map(_STATEMENT.match, dot.splitlines()) if match]
    return [part for part in found if part]


def texts(dot: str) -> list[str]:
    """What a reader reads, in order."""
    return [part.text for part in parts(dot) if part.text]


def of_class(dot: str, name: str) -> list[Part]:
    """The parts of a CSS class."""
    return [part for part in parts(dot) if name in part.classes]


def overlapping_texts(dot: str) -> list[tuple[str, str]]:
    """Pairs of texts that stand on each other."""
    shown = [part for part in parts(dot) if part.text]
    return [(one.text, other.text) for one, other in combinations(shown, 2) if _overlap(one, other)]


def _overlap(one: Part, other: Part) -> bool:
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.1 and down > 0.1


def _part(text: str) -> Part | None:
    attributes = {name: _plain(value) for name, value in _ATTRIBUTE.findall(text)}
    if "pos" not in attributes or attributes.get("style") == "invis":
        return None
    places = [place.strip("!").split(",") for place in attributes["pos"].split()]
    return Part(
        attributes.get("label", ""),
        frozenset(attributes.get("class", "").split()),
        attributes.get("URL", ""),
        tuple((float(x), -float(y)) for x, y in places),
        float(attributes.get("width", 0)) * 72,
        float(attributes.get("height", 0)) * 72,
    )


def _plain(value: str) -> str:
    if not value.startswith('"'):
        return value
    text = re.sub(r"\\[lr]", r"\\n", value[1:-1]).removesuffix(r"\n").replace(r"\n", " ")
    return text.replace(r"\"", '"').replace(r"\\", "\\").replace("&amp;", "&")
