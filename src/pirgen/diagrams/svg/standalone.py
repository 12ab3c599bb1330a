"""A drawing as a file of its own: the looks that the stylesheet gives by class become attributes.

So it looks the same where our stylesheet is not and CSS is not understood: in slides, tickets, editors.
"""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from collections.abc import Iterator, Mapping, Sequence
from math import ceil
from typing import Any

from pirgen.diagrams.text.metrics import text_width
from pirgen.errors import PirgenError

__all__ = ["standalone", "unlinked"]

_SVG, _XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
_LOOKS = frozenset(
    {"fill", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin"}
    | {"font-weight", "font-style", "opacity", "rx", "text-decoration"}
)
_FONTS = "Helvetica, Arial, Liberation Sans, DejaVu Sans, sans-serif"
_DARK = '[data-md-color-scheme="slate"]'
_VARIABLE = re.compile(r"var\((--[\w-]+)(?:,\s*((?:[^()]|\([^()]*\))*))?\)")

_SIZE, _LINE = 13, 20  # of the lines above a drawing
_DEEPEST = 8  # variables within variables: a circle of them has no value

Declarations = dict[str, str]


def standalone(svg: str, css: str, is_dark: bool = False, head: Sequence[str] = ()) -> str:
    """The drawing with the looks of a stylesheet on a ground of its own; only links to the web stay.

    ``head`` are lines to write above it, the first one in bold.
    """
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(svg)
    _write_head(root, head)
    _style(root, css, is_dark)
    _unlink(root)
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{ET.tostring(root, encoding="unicode")}\n'


def unlinked(svg: str) -> str:
    """The drawing for a page of another site, which brings the stylesheet: only links to the web stay."""
    ET.register_namespace("", _SVG)
    ET.register_namespace("xlink", _XLINK)
    root = ET.fromstring(svg)
    _unlink(root)
    return ET.tostring(root, encoding="unicode")


def _write_head(root: ET.Element, lines: Sequence[str]) -> None:
    """Make room above the drawing, and beside it where a line is longer, and write the lines there."""
    top = -_LINE * len(lines)
    for number, line in enumerate(lines):
        group = ET.SubElement(root, f"{{{_SVG}}}g", {"class": "pirgen-muted" if number else "pirgen-strong"})
        place = {"x": "4.3", "y": str(top + number * _LINE + 15), "font-size": str(_SIZE)}
        ET.SubElement(group, f"{{{_SVG}}}text", place).text = line
    widths = [ceil(text_width(line, _SIZE, bold=True)) + 9 for line in lines]
    width, height = max(int(root.get("width", "0")), *widths, 0), int(root.get("height", "0")) - top
    root.attrib.update(width=str(width), height=str(height), viewBox=f"0 {top} {width} {height}")


def _style(root: ET.Element, css: str, is_dark: bool) -> None:
    """Give every element its looks; custom properties pass down to what is inside."""
    matcher, elements = _matched(root, css, is_dark)
    known: dict[ET.Element, Declarations] = {}
    for element in elements:
        node, parent = element.etree_element, element.parent
        declared: Declarations = {}
        for _, _, _, declarations in matcher.match(element):
            declared |= declarations
        custom = {name: value for name, value in declared.items() if name.startswith("--")}
        known[node] = (known[parent.etree_element] if parent else {}) | custom
        for name in sorted(_LOOKS & declared.keys()):
            if value := _resolved(declared[name], known[node]):
                node.set(name, value.removesuffix("px"))
    root.set("font-family", _FONTS)
    surface = _resolved("var(--pirgen-surface, #fff)", known[root])
    top = root.get("viewBox", "0 0").split()[1]
    ground = {"y": top, "width": "100%", "height": "100%", "fill": surface}
    root.insert(2, ET.Element(f"{{{_SVG}}}rect", ground))  # after its title and description
    for node in list(root.iter()):
        node.attrib.pop("class", None)
        _part_sign(node)


def _part_sign(node: ET.Element) -> None:
    """Set a sign before words apart, since a font that has it would be used for the words too."""
    text = node.text or ""
    if node.tag == f"{{{_SVG}}}text" and text[:2] in ("✓ ", "○ "):
        sign = ET.SubElement(node, f"{{{_SVG}}}tspan", {"font-family": "DejaVu Sans, sans-serif"})
        node.text, sign.text, sign.tail = None, text[0], text[1:]


def _matched(root: ET.Element, css: str, is_dark: bool) -> tuple[Any, list[Any]]:
    """The rules of the stylesheet, and the elements that they are for."""
    try:
        import cssselect2
        import tinycss2
    except ImportError as problem:
        raise PirgenError("drawings as files need more: run 'pip install \"pirgen[draw]\"'") from problem
    matcher = cssselect2.Matcher()
    for selectors, content in _rules(tinycss2, css, is_dark):
        declarations = {
            declaration.name: tinycss2.serialize(declaration.value).strip()
            for declaration in tinycss2.parse_blocks_contents(content)
            if declaration.type == "declaration"
        }
        try:
            for selector in cssselect2.compile_selector_list(selectors):
                matcher.add_selector(selector, declarations)
        except cssselect2.SelectorError:
            continue  # what no drawing has by itself: states, and the boxes of a page around it
    wrapped = cssselect2.ElementWrapper.from_xml_root(root)
    return matcher, list(wrapped.iter_subtree())


def _rules(tinycss2: Any, css: str, is_dark: bool) -> Iterator[tuple[Any, Any]]:
    """The rules that hold on every medium, and the colours of the dark scheme if it is wanted, for the root."""
    for rule in tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True):
        if rule.type == "qualified-rule":
            yield rule.prelude, rule.content
        elif rule.type == "at-rule" and rule.lower_at_keyword == "media" and is_dark:
            for inner in tinycss2.parse_rule_list(rule.content, skip_comments=True, skip_whitespace=True):
                if inner.type == "qualified-rule" and tinycss2.serialize(inner.prelude).strip() == _DARK:
                    yield ":root", inner.content


def _resolved(value: str, known: Mapping[str, str], depth: int = 0) -> str:
    """The value without variables; empty where one is neither known nor has a value to fall back on."""
    while found := _VARIABLE.search(value):
        if depth > _DEEPEST:
            return ""
        instead = _resolved(known.get(found[1], found[2] or ""), known, depth + 1)
        if not instead:
            return ""
        value = value[: found.start()] + instead + value[found.end() :]
    return value


def _unlink(element: ET.Element) -> None:
    """Leave links out that lead to a place on a page of the site."""
    for place, child in enumerate(list(element)):
        _unlink(child)
        target = child.get(f"{{{_XLINK}}}href", "")
        if child.tag == f"{{{_SVG}}}a" and not target.startswith(("https://", "http://", "mailto:")):
            child.tag = f"{{{_SVG}}}g"
            child.attrib.clear()
            element[place] = child
