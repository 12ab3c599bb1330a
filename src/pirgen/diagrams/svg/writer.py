"""The one writer of SVG: a laid-out drawing becomes an element for a page, and nothing else can come out.

Every element and attribute is written here; texts are escaped, links and classes checked, and colours,
strokes and fonts come from the stylesheet, by class. Links are ``xlink:href``: Material's instant navigation
sets the property ``href`` of whatever has that attribute, which the links of a drawing do not allow. They say
that they are links, for programs that look for ``href``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import groupby

from pirgen.diagrams.diagram import Box, Diagram, Piece, Point, Stroke
from pirgen.diagrams.svg.gate import UnsafeSvgError, checked
from pirgen.diagrams.svg.links import safe_link
from pirgen.diagrams.svg.outlines import TENTHS, short, stretched
from pirgen.diagrams.text.metrics import line_height

__all__ = ["BROAD", "INSET", "write_svg"]

INSET = 11.0
"""How far a text at the left or right side of an outline stays away from it, in pixels."""

BROAD = 850
"""A drawing of more pixels across may leave its column; unless it is as high, it is printed sideways."""

_SHEET_ACROSS, _SHEET_UPRIGHT = (945, 605), (680, 920)  # pixels of A4 that a drawing may take
_LEAST_SCALE = 0.6  # below this nobody can read a drawing on paper, where its words are printed instead
_PAD = 4.32  # around the whole drawing
_BASELINE = 0.35  # how far the baseline lies below a line's middle, in font sizes
_LONGEST = 4000  # letters of a text
_CLASSES = re.compile(r"[A-Za-z0-9_ -]*")

# What XML cannot hold or nobody can see: C0, DEL and C1, surrogates, non-characters.
_UNSEEN = "\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff"
_FORBIDDEN, _SPECIAL = re.compile(f"[{_UNSEEN}]"), re.compile(f"[{_UNSEEN}&<>]")

Corners = tuple[float, float, float, float]
"""Left, top, right and bottom."""

_HEAD = (
    '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" class="{classes}"'
    ' width="{width}" height="{height}" viewBox="0 0 {width} {height}" role="group"'
    ' aria-labelledby="{name}-title {name}-description">'
    '<title id="{name}-title">{title}</title>\n<desc id="{name}-description">{description}</desc>'
)


def write_svg(diagram: Diagram, shifts: Sequence[Point]) -> str:
    """The drawing as an ``<svg>`` element, named and described for those who cannot see it.

    ``shifts`` are how far each card lies from where the layout put it. Links other than http, https, mailto and
    relative ones lose their target and keep their text.
    """
    parts = diagram.parts()
    left, top, right, bottom = _extent(parts, shifts)
    width, height = round(right - left + 2 * _PAD), round(bottom - top + 2 * _PAD)
    head = _HEAD.format(
        classes=_classes(f"pirgen-drawing{_format(width, height)} {diagram.classes}"),
        width=width,
        height=height,
        name=_classes(diagram.name),
        title=_text(diagram.title),
        description=_text(diagram.description),
    )
    moves = [(_PAD - left + dx, _PAD - top + dy) for dx, dy in shifts]
    drawn = (_group(part, *moves[index]) for index, part in parts)
    return checked("\n".join((head, *filter(None, drawn), "</svg>")))


def _format(width: int, height: int) -> str:
    """The classes that say how much room a drawing needs, on a page and on paper."""
    across, upright = (min(w / width, h / height) for w, h in (_SHEET_ACROSS, _SHEET_UPRIGHT))
    if max(across, upright) < _LEAST_SCALE:
        return " pirgen-broad pirgen-vast" if width > BROAD else " pirgen-vast"
    if width <= BROAD:
        return ""
    return " pirgen-broad pirgen-landscape" if width > 1.2 * height else " pirgen-broad"


def _extent(parts: Sequence[tuple[int, Piece | Stroke]], shifts: Sequence[Point]) -> Corners:
    """The rectangle around everything."""
    corners = []
    for index, part in parts:
        dx, dy = shifts[index]
        if isinstance(part, Piece):
            x, y, width, height = part.box
            corners.append((x + dx, y + dy, x + width + dx, y + height + dy))
        else:
            corners += [(x + dx, y + dy, x + dx, y + dy) for x, y in part.points]
    lefts, tops, rights, bottoms = zip(*corners or [(0.0, 0.0, 0.0, 0.0)], strict=True)
    return min(lefts), min(tops), max(rights), max(bottoms)


def _group(part: Piece | Stroke, dx: float, dy: float) -> str:
    if isinstance(part, Stroke):
        return f'<g class="{_classes(part.classes)}"><path d="{_route(part, dx, dy)}" /></g>'
    x, y, width, height = part.box
    inside = _outline(part.outline, x + dx, y + dy, width, height)
    if part.lines:
        inside += _lines(part, x + dx, y + dy)
    if part.link and inside and (link := safe_link(part.link)):
        tooltip = f"<title>{_text(part.tooltip)}</title>" if part.tooltip else ""
        inside = f'<a role="link" xlink:href="{link.replace("&", "&amp;")}">{tooltip}{inside}</a>'
    return f'<g class="{_classes(part.classes)}">{inside}</g>' if inside else ""


def _outline(outline: str, x: float, y: float, width: float, height: float) -> str:
    tenths = TENTHS
    if outline == "rect":
        return (
            f'<rect x="{tenths[round(x * 10)]}" y="{tenths[round(y * 10)]}"'
            f' width="{tenths[round(width * 10)]}" height="{tenths[round(height * 10)]}" />'
        )
    if outline == "ellipse":
        rx, ry = width / 2, height / 2
        return f'<ellipse cx="{short(x + rx)}" cy="{short(y + ry)}" rx="{short(rx)}" ry="{short(ry)}" />'
    return f'<path d="{stretched(outline, Box(x, y, width, height))}" />' if outline else ""


def _lines(piece: Piece, left: float, top: float) -> str:
    """The piece's lines, set around the middle of its box."""
    (_, _, width, height), _, lines, size, align, _, _, outline = piece
    inset = INSET if outline else 0
    if align == "left":
        x, anchor = left + inset, ""
    elif align == "right":
        x, anchor = left + width - inset, ' text-anchor="end"'
    else:
        x, anchor = left + width / 2, ' text-anchor="middle"'
    pitch = line_height(size)
    y = top + height / 2 - (len(lines) - 1) / 2 * pitch + size * _BASELINE
    start, look = f'<text x="{short(x)}" y="', f'" font-size="{short(size)}"{anchor}>'
    if len(lines) == 1:
        return f"{start}{short(y)}{look}{_text(lines[0])}</text>"
    return "".join([f"{start}{short(y + n * pitch)}{look}{_text(line)}</text>" for n, line in enumerate(lines)])


def _route(stroke: Stroke, dx: float, dy: float) -> str:
    points, _, is_bent = stroke
    if is_bent:
        (x1, y1), (x2, y2) = points[0], points[-1]
        middle = short((x1 + dx + (x2 + dx)) / 2)
        start, end = f"M{short(x1 + dx)} {short(y1 + dy)}", f"{short(x2 + dx)} {short(y2 + dy)}"
        return f"{start}C{middle} {short(y1 + dy)} {middle} {short(y2 + dy)} {end}"
    places = (place for place, _ in groupby(points))
    return "M" + "L".join([f"{short(x + dx)} {short(y + dy)}" for x, y in places])


@lru_cache(maxsize=4096)
def _classes(classes: str) -> str:
    if not _CLASSES.fullmatch(classes):
        raise UnsafeSvgError(f"{classes!r} is not a list of CSS classes")
    return classes


def _text(text: str) -> str:
    """The text as text, whatever is in it; shortened past 4,000 letters."""
    text = text[:_LONGEST]
    if _SPECIAL.search(text):
        clean = _FORBIDDEN.sub("\ufffd", text)
        text = clean.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text
