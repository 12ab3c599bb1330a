"""How wide a text will be, without asking any installed font: so the same drawing comes out everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

__all__ = ["LINE", "line_height", "text_width", "wrap", "wrap_evenly"]

LINE = 1.28
"""Distance of two baselines, in font sizes."""

_SPARE = 1.03  # the fonts that stand in for Helvetica run a little wider
_ELLIPSIS = "\u2026"

# Advance widths in thousandths of the font size for U+0020 to U+007E: Helvetica's AFM tables, which Arial
# and Liberation Sans share.
_REGULAR = (
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556,
    556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584,
)  # fmt: skip
_BOLD = (
    278, 333, 474, 556, 556, 889, 722, 238, 333, 333, 389, 584, 278, 333, 278, 278,
    556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 333, 333, 584, 584, 584, 611,
    975, 722, 722, 722, 722, 667, 611, 778, 722, 278, 556, 722, 611, 833, 722, 778,
    667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 333, 278, 333, 584, 556,
    333, 556, 611, 556, 611, 556, 333, 611, 611, 278, 278, 556, 278, 889, 611, 611,
    611, 611, 389, 556, 333, 611, 556, 778, 556, 556, 500, 389, 280, 389, 584,
)  # fmt: skip
_PUNCTUATION = {"\u2013": 556, "\u2014": 1000, "\u2018": 278, "\u2019": 278, "\u201c": 500, "\u201d": 500}
_PUNCTUATION |= {"\u2026": 1000, "\u00b7": 333, "\u00a0": 278, "\u202f": 278, "\u2192": 1000, "\u00d7": 584}
_UNKNOWN = 680

_PIECES = re.compile(r"[^\s/_.:=-]*[/_.:=-]+|[^\s/_.:=-]+")


def line_height(size: float) -> float:
    """The distance of two baselines for a font of that size."""
    return size * LINE


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line in points, a little generously, so that Arial-like fonts fit too."""
    return sum(_advance(character, bold) for character in text) * size / 1000 * _SPARE


def wrap(text: str, width: float, size: float, bold: bool = False, most: int | None = None) -> tuple[str, ...]:
    """Break a text into lines no wider than ``width`` points; an ellipsis ends what exceeds ``most`` lines.

    Lines break at spaces. Only a word that is wider than a whole line is broken: after its own
    punctuation where it has any (paths, identifiers), else between letters.
    """
    lines: list[str] = []
    for word in text.split():
        joined = f"{lines[-1]} {word}" if lines else word
        if lines and text_width(joined, size, bold) <= width:
            lines[-1] = joined
        else:
            lines.extend(_broken(word, width, size, bold))
    if most is None or len(lines) <= most:
        return tuple(lines)
    return (*lines[: most - 1], _shortened(lines[most - 1], width, size, bold))


def wrap_evenly(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The text in as few lines as ``wrap`` needs, and these about equally long."""
    lines = wrap(text, width, size, bold)
    longest_word = max((text_width(word, size, bold) for word in text.split()), default=width)
    narrower = width - size / 3
    while narrower > longest_word and len(tried := wrap(text, narrower, size, bold)) == len(lines):
        lines = tried
        narrower -= size / 3
    return lines


def _advance(character: str, bold: bool) -> int:
    base = unicodedata.normalize("NFD", character)[0]
    if " " <= base <= "~":
        return (_BOLD if bold else _REGULAR)[ord(base) - 32]
    if base in _PUNCTUATION:
        return _PUNCTUATION[base]
    if unicodedata.combining(base) or unicodedata.category(base) in ("Cf", "Mn", "Me"):
        return 0
    return 1000 if unicodedata.east_asian_width(base) in "WF" else _UNKNOWN


def _broken(word: str, width: float, size: float, bold: bool) -> list[str]:
    """The word in as few lines as it needs."""
    lines = [""]
    for piece in _pieces(word, width, size, bold):
        if lines[-1] and text_width(lines[-1] + piece, size, bold) > width:
            lines.append("")
        lines[-1] += piece
    return lines


def _pieces(word: str, width: float, size: float, bold: bool) -> Iterator[str]:
    for piece in _PIECES.findall(word):
        if text_width(piece, size, bold) <= width:
            yield piece
        else:
            yield from piece


def _shortened(line: str, width: float, size: float, bold: bool) -> str:
    while line and text_width(line + _ELLIPSIS, size, bold) > width:
        line = line[:-1]
    return line.rstrip(" ,;:.") + _ELLIPSIS
