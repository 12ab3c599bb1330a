"""The outlines that Graphviz draws around nodes, read and written anew without their looks."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET

from pirgen.diagrams.svg.allow_list import name_of
from pirgen.diagrams.svg.geometry import Box, Transform, placed, short

__all__ = ["bare", "box_of"]


def bare(element: ET.Element, transform: Transform) -> ET.Element:
    """The outline without its looks; an upright rectangle becomes one, so that CSS can round it."""
    name = name_of(element)
    if name == "path":
        return ET.Element("path", d=placed(element.get("d", ""), transform))
    box = box_of(element, transform)
    if name == "ellipse":
        x, y = box.centre
        radii = {"rx": short(box.width / 2), "ry": short(box.height / 2)}
        return ET.Element("ellipse", {"cx": short(x), "cy": short(y), **radii})
    points = _points(element, transform)
    if name == "polygon" and _is_upright(points, box):
        size = {"width": short(box.width), "height": short(box.height)}
        return ET.Element("rect", {"x": short(box.x), "y": short(box.y), **size})
    return ET.Element(name, points=" ".join(f"{short(x)},{short(y)}" for x, y in points))


def box_of(element: ET.Element, transform: Transform) -> Box:
    """The upright rectangle around an outline."""
    if name_of(element) == "ellipse":
        x, y, across, down = (float(element.get(name, "0")) for name in ("cx", "cy", "rx", "ry"))
        return Box(transform.put("x", x - across), transform.put("y", y - down), 2 * across, 2 * down)
    points = _points(element, transform)
    left, top = min(x for x, _ in points), min(y for _, y in points)
    return Box(left, top, max(x for x, _ in points) - left, max(y for _, y in points) - top)


def _is_upright(points: list[tuple[float, float]], box: Box) -> bool:
    """Whether these are the corners of the box, give or take Graphviz's rounding."""
    sides, levels = (box.x, box.x + box.width), (box.y, box.y + box.height)
    at_corners = all(_near(x, sides) and _near(y, levels) for x, y in points)
    return len(points) == 5 and at_corners


def _near(number: float, others: tuple[float, float]) -> bool:
    return min(abs(number - other) for other in others) < 0.02


def _points(element: ET.Element, transform: Transform) -> list[tuple[float, float]]:
    places = element.get("points", element.get("d", ""))
    numbers = [float(number) for number in re.findall(r"-?[\d.]+", places)]
    pairs = zip(numbers[::2], numbers[1::2], strict=True)
    return [(transform.put("x", x), transform.put("y", y)) for x, y in pairs]
