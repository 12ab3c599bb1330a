"""What Graphviz may write into a page: the list of elements, attributes and links, and nothing else."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from urllib.parse import quote

__all__ = ["SVG", "XLINK", "UnsafeSvgError", "check", "name_of", "safe_link"]

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}"
_XML = "{http://www.w3.org/XML/1998/namespace}"

_LOOKS = {"fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-opacity"}
_FONT = {"font-family", "font-weight", "font-style", "text-decoration", f"{_XML}space"}
_KNOWN = {
    "svg": {"width", "height", "viewBox"},
    "g": {"id", "class", "transform"},
    "title": set[str](),
    "a": {f"{XLINK}href", f"{XLINK}title", "target"},
    "polygon": {"points"} | _LOOKS,
    "polyline": {"points"} | _LOOKS,
    "path": {"d"} | _LOOKS,
    "ellipse": {"cx", "cy", "rx", "ry"} | _LOOKS,
    "text": {"x", "y", "text-anchor", "font-size", "fill"} | _FONT,
}
_LINK = re.compile(r"(https?://|mailto:)\S+|(?!//)[^\s\\:?#]*(/[^\s\\?#]*)?(\?[^\s\\#]*)?(#[^\s\\]*)?")


class UnsafeSvgError(ValueError):
    """Graphviz wrote something that our pages do not take."""


def check(drawing: ET.Element) -> None:
    """Raise ``UnsafeSvgError`` for an element or attribute that is not on the list."""
    for element in drawing.iter():
        known = _KNOWN.get(name_of(element))
        if known is None:
            raise UnsafeSvgError(f"Graphviz wrote the element {element.tag!r}")
        if unknown := sorted(set(element.attrib) - known):
            raise UnsafeSvgError(f"Graphviz wrote the attribute {unknown[0]!r}")


def name_of(element: ET.Element) -> str:
    """The element's name; one of another namespace keeps that before it, and so is not on the list."""
    return element.tag.removeprefix(SVG)


def safe_link(target: str) -> str:
    """The target, if pages may lead there: http, https, mailto, relative or on the page; else nothing."""
    return quote(target, safe="%/:=&?~#+!$,;'@()*[]|^{}") if _LINK.fullmatch(target) else ""
