"""Graphviz's SVG made fit for our pages: checked against a list, and bare of all looks but its geometry.

Colours, strokes and fonts come from the stylesheet, by class. Whatever Graphviz should not have
written ends in a ``UnsafeSvgError``: a drawing is either known to be harmless or not shown.

Links stay ``xlink:href`` as Graphviz writes them: Material's instant navigation sets the property ``href`` of
whatever has that attribute, which the links of a drawing do not allow.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from pirgen.diagrams.svg.allow_list import SVG, XLINK, UnsafeSvgError, check, name_of, safe_link
from pirgen.diagrams.svg.geometry import Transform, placed, short
from pirgen.diagrams.svg.outlines import bare, box_of
from pirgen.diagrams.text.metrics import line_height

__all__ = ["BROAD", "INSET", "TEXT_ONLY", "UnsafeSvgError", "sanitize"]

TEXT_ONLY = "pirgen-text"
"""The outline of a node of this class only says where its text stands; it is not drawn."""

INSET = 11.0
"""How far a text at the left or right side of an outline stays away from it, in pixels."""

BROAD = 850.0
"""A drawing of more pixels across is printed on a page across: on an upright one nobody could read it."""

_OUTLINES = ("polygon", "ellipse", "path")
_TRANSFORM = re.compile(r"scale\(1 1\) rotate\(0\) translate\((-?[\d.]+) (-?[\d.]+)\)")
_ID = re.compile(r"[A-Za-z][\w-]*")
_COUNTED_ID = re.compile(r"(a_)?(graph|node|edge|clust)\d+(_\d+)?")
_BASELINE = 0.35  # how far the baseline lies below a line's middle, in font sizes


@dataclass
class _Group:
    """What one node or edge of the graph consists of, read from Graphviz's SVG."""

    id: str = ""
    classes: tuple[str, ...] = ()
    href: str = ""
    tooltip: str = ""
    drawn: list[ET.Element] = field(default_factory=list)
    texts: list[ET.Element] = field(default_factory=list)


def sanitize(
    svg: str, *, prefix: str, title: str, description: str, shapes: Mapping[str, str] | None = None
) -> str:
    """The drawing as an ``<svg>`` element for a page, named and described for those who cannot see it.

    ``prefix`` goes before every id. ``shapes`` gives nodes of a class another outline: path data with
    absolute commands in a box of 100 by 100, stretched to the node's size. Font sizes stay, since the
    layout counts on them; other looks go. Links other than http, https, mailto and relative ones lose
    their target and keep their text. Raises ``UnsafeSvgError`` for what is not on the list.
    """
    try:
        return _sanitized(svg, prefix, title, description, shapes or {})
    except UnsafeSvgError:
        raise
    except (ET.ParseError, ValueError) as problem:
        raise UnsafeSvgError(f"Graphviz wrote something odd: {problem}") from problem


def _sanitized(svg: str, prefix: str, title: str, description: str, shapes: Mapping[str, str]) -> str:
    root = ET.fromstring(svg[svg.index("<svg") :])
    check(root)
    picture = root.find(f"{SVG}g")
    if picture is None:
        raise UnsafeSvgError("Graphviz drew nothing")
    transform = _transform(picture)
    page = _root(root, picture, prefix, title, description)
    for element in picture.findall(f"{SVG}g"):
        page.extend([*_drawn(_group(element), prefix, transform, shapes)])
    for child in page:
        child.tail = "\n"
    return ET.tostring(page, encoding="unicode")


def _transform(picture: ET.Element) -> Transform:
    """Where the picture lies on the page, so that no transform is needed there."""
    match = _TRANSFORM.fullmatch(picture.get("transform", ""))
    if not match:
        raise UnsafeSvgError("Graphviz placed the drawing in an unknown way")
    return Transform(float(match[1]), float(match[2]))


def _root(root: ET.Element, picture: ET.Element, prefix: str, title: str, description: str) -> ET.Element:
    width, height = (short(float(number)) for number in root.get("viewBox", "0 0 0 0").split()[2:])
    page = ET.Element("svg", {"xmlns": SVG[1:-1], "xmlns:xlink": XLINK[1:-1]})
    broad = ("pirgen-broad",) if float(width) > BROAD else ()
    page.set("class", " ".join(("pirgen-drawing", *broad, *_classes(picture))))
    page.attrib |= {"width": width, "height": height, "viewBox": f"0 0 {width} {height}", "role": "group"}
    page.set("aria-labelledby", f"{prefix}-title {prefix}-description")
    ET.SubElement(page, "title", id=f"{prefix}-title").text = title
    ET.SubElement(page, "desc", id=f"{prefix}-description").text = description
    return page


def _group(element: ET.Element) -> _Group:
    group = _Group(id=element.get("id", ""), classes=_classes(element))
    for part in element.iter():
        name = name_of(part)
        if name == "a":
            group.href, group.tooltip = part.get(f"{XLINK}href", ""), part.get(f"{XLINK}title", "")
        elif name == "text":
            group.texts.append(part)
        elif name not in ("g", "title"):
            group.drawn.append(part)
    return group


def _drawn(group: _Group, prefix: str, transform: Transform, shapes: Mapping[str, str]) -> Iterator[ET.Element]:
    parts = [*_outlines(group, transform, shapes), *_lines(group, transform)]
    if not parts:
        return
    holder = element = ET.Element("g", _marks(group, prefix))
    if link := safe_link(group.href):
        holder = ET.SubElement(element, "a", {"xlink:href": link})
        if _squeezed(group.tooltip) not in ("", _squeezed(_label(group))):
            ET.SubElement(holder, "title").text = group.tooltip
    holder.extend(parts)
    yield element


def _marks(group: _Group, prefix: str) -> dict[str, str]:
    classes = " ".join(name for name in group.classes if name != TEXT_ONLY)
    marks = {"class": classes} if classes else {}
    if not group.id or _COUNTED_ID.fullmatch(group.id):
        return marks
    if not _ID.fullmatch(group.id):
        raise UnsafeSvgError(f"{group.id!r} is not an id")
    return {"id": f"{prefix}-{group.id}", **marks}


def _outlines(group: _Group, transform: Transform, shapes: Mapping[str, str]) -> Iterator[ET.Element]:
    if TEXT_ONLY in group.classes:
        return
    shape = next((shapes[name] for name in group.classes if name in shapes), "")
    if shape and group.drawn:
        box = box_of(group.drawn[0], transform)
        scaled = Transform(box.x, box.y, box.width / 100, box.height / 100)
        yield ET.Element("path", d=placed(shape, scaled))
        return
    for element in group.drawn:
        yield bare(element, transform)


def _lines(group: _Group, transform: Transform) -> Iterator[ET.Element]:
    """The label's lines, set anew around the outline's middle: Graphviz sets them by the fonts it finds."""
    outline = next(
        (box_of(element, transform) for element in group.drawn if name_of(element) in _OUTLINES), None
    )
    for index, line in enumerate(group.texts):
        size, anchor = float(line.get("font-size", "14")), line.get("text-anchor", "start")
        x, y = transform.put("x", float(line.get("x", "0"))), transform.put("y", float(line.get("y", "0")))
        if outline:
            inset = 0 if TEXT_ONLY in group.classes else INSET
            sides = {"start": outline.x + inset, "end": outline.x + outline.width - inset}
            x = sides.get(anchor, outline.centre[0])
            offset = (index - (len(group.texts) - 1) / 2) * line_height(size)
            y = outline.centre[1] + offset + size * _BASELINE
        text = ET.Element("text", {"x": short(x), "y": short(y), "font-size": short(size)})
        if anchor != "start":
            text.set("text-anchor", anchor)
        text.text = line.text
        yield text


def _label(group: _Group) -> str:
    return " ".join(line.text or "" for line in group.texts)


def _squeezed(text: str) -> str:
    return re.sub(r"\\[nlr]|[\s\\]", "", text)


def _classes(element: ET.Element) -> tuple[str, ...]:
    """The classes that the drawing gave, after Graphviz's own word for what it is."""
    return tuple(element.get("class", "").split()[1:])
