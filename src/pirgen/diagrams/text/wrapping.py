"""Texts broken into lines, where readers of their script expect it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from wcwidth import iter_graphemes

from pirgen.diagrams.text.metrics import advance_of, most_advance, points, text_width

__all__ = ["wrap", "wrap_evenly"]

_ELLIPSIS = "\u2026"

# Chinese and Japanese have no spaces: lines break before any letter, but never before what closes or goes on,
# nor after what opens (the least of the rules that JIS X 4051 and the W3C's requirements for Japanese have).
_LETTER = "\u2e80-\u2fdf\u3003-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003ffff"
_OPENING = "\uff08\uff3b\uff5b\u300c\u300e\u3010\u3008\u300a\u3014"
_CLOSING = (
    "\u3001\u3002\uff0c\uff0e\u30fb\uff1a\uff1b\uff1f\uff01\u30fc\u2026\uff09\uff3d\uff5d\u300d\u300f\u3011\u3009\u300b\u3015"
    "\u3005\u3041\u3043\u3045\u3047\u3049\u3063\u3083\u3085\u3087\u30a1\u30a3\u30a5\u30a7\u30a9\u30c3\u30e3\u30e5\u30e7"
)
_HAS_LETTER = re.compile(f"[{_LETTER}]")
_UNIT = re.compile(f"[{_OPENING}]*(?:[{_LETTER}]|[^{_LETTER}]+)[{_CLOSING}]*")

_MARKS = r"/_.:=,;@&?+|\\)\]}>~\-"
_SEAM = re.compile(  # after marks, and in camelCase before a capital
    rf"(?<=[{_MARKS}])(?![{_MARKS}])|(?<=[a-z\xdf-\xff\d])(?=[A-Z\xc0-\xde])|(?<=[A-Z])(?=[A-Z][a-z])"
)


_Unit = tuple[str, int, int]
"""What stays together if it fits a line, its advance, and that of the space before it."""


@lru_cache(maxsize=4096)
def wrap(text: str, width: float, size: float, bold: bool = False, most: int | None = None) -> tuple[str, ...]:
    """Break a text into lines no wider than ``width`` points; an ellipsis ends what exceeds ``most`` lines.

    Lines break at spaces, and between Chinese and Japanese letters. Only a word that is wider than a whole
    line is broken: after its own marks and before its capitals where it has any (paths, identifiers), else
    between letters.
    """
    lines = [line for line, _ in _filled(_units(text, bold), width, size, bold)]
    if most is None or len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _shortened(lines[most - 1], width, size, bold))


@lru_cache(maxsize=4096)
def wrap_evenly(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The text in as few lines as ``wrap`` needs, and these about equally long."""
    units = _units(text, bold)
    lines = _filled(units, width, size, bold)
    longest = points(max([advance for _, advance, _ in units]), size) if units else width
    widest, narrower = _widest(lines, size), width - size / 3
    while narrower > longest:
        if widest > narrower:  # else every line stays as it is
            tried = _filled(units, narrower, size, bold)
            if len(tried) > len(lines):
                break
            lines, widest = tried, _widest(tried, size)
        narrower -= size / 3
    return tuple(line for line, _ in lines)


Line = tuple[str, int]
"""A line and its advance."""


def _widest(lines: Sequence[Line], size: float) -> float:
    return points(max((advance for _, advance in lines), default=0), size)


def _units(text: str, bold: bool) -> list[_Unit]:
    space = advance_of(" ", bold)
    words = text.split()
    if not _HAS_LETTER.search(text):
        return [(word, advance_of(word, bold), space) for word in words]
    return [
        (unit, advance_of(unit, bold), 0 if index else space)
        for word in words
        for index, unit in enumerate(_UNIT.findall(word))
    ]


def _filled(units: Sequence[_Unit], width: float, size: float, bold: bool) -> list[Line]:
    """Units in lines, each as full as it can be."""
    lines: list[Line] = []
    most = most_advance(width, size)
    room = -1  # what is left of the last line
    line: list[str] = []
    for text, advance, space in units:
        if line and space + advance <= room:
            line += (" ", text) if space else (text,)
            room -= space + advance
            continue
        if line:
            lines.append(("".join(line), most - room))
        if advance <= most:
            line, room = [text], most - advance
        else:
            *whole, (rest, so_far) = _broken(text, most, bold)
            lines += whole
            line, room = [rest], most - so_far
    return [*lines, ("".join(line), most - room)] if line else lines


def _broken(word: str, most: int, bold: bool) -> list[Line]:
    """The word in as few lines as it needs."""
    lines: list[Line] = [("", 0)]
    for piece, advance in _pieces(word, most, bold):
        if lines[-1][0] and lines[-1][1] + advance > most:
            lines.append(("", 0))
        line, so_far = lines[-1]
        lines[-1] = line + piece, so_far + advance
    return lines


def _pieces(word: str, most: int, bold: bool) -> Iterator[Line]:
    for piece in _SEAM.split(word):
        advance = advance_of(piece, bold)
        if advance <= most:
            yield piece, advance
        else:
            yield from ((letter, advance_of(letter, bold)) for letter in iter_graphemes(piece))


def _shortened(line: str, width: float, size: float, bold: bool) -> str:
    letters = [*iter_graphemes(line)]
    while letters and text_width("".join(letters) + _ELLIPSIS, size, bold) > width:
        letters.pop()
    return "".join(letters).rstrip(" ,;:.") + _ELLIPSIS
