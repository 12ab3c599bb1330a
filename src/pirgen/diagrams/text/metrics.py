"""How wide a text will be, without asking any installed font: so the same drawing comes out everywhere."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

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
    return _points(_measure(text, bold), size)


def wrap(text: str, width: float, size: float, bold: bool = False, most: int | None = None) -> tuple[str, ...]:
    """Break a text into lines no wider than ``width`` points; an ellipsis ends what exceeds ``most`` lines.

    Lines break at spaces. Only a word that is wider than a whole line is broken: after its own
    punctuation where it has any (paths, identifiers), else between letters.
    """
    lines = _filled(_words(text, bold), width, size, bold)
    if most is None or len(lines) <= most:
        return tuple(line for line, _ in lines)
    kept = [line for line, _ in lines[:most]]
    return (*kept[:-1], _shortened(kept[-1], width, size, bold))


def wrap_evenly(text: str, width: float, size: float, bold: bool = False) -> tuple[str, ...]:
    """The text in as few lines as ``wrap`` needs, and these about equally long."""
    words = _words(text, bold)
    lines = _filled(words, width, size, bold)
    longest_word = _points(max((advance for _, advance in words), default=0), size) if words else width
    widest, narrower = _widest(lines, size), width - size / 3
    while narrower > longest_word:
        if widest > narrower:  # else every line stays as it is
            tried = _filled(words, narrower, size, bold)
            if len(tried) > len(lines):
                break
            lines, widest = tried, _widest(tried, size)
        narrower -= size / 3
    return tuple(line for line, _ in lines)


Measured = tuple[str, int]
"""A text and its advance in thousandths of the font size."""


def _widest(lines: Sequence[Measured], size: float) -> float:
    return _points(max((advance for _, advance in lines), default=0), size)


def _words(text: str, bold: bool) -> list[Measured]:
    return [(word, _measure(word, bold)) for word in text.split()]


def _filled(words: Sequence[Measured], width: float, size: float, bold: bool) -> list[Measured]:
    """Words in lines, each as full as it can be."""
    lines: list[Measured] = []
    most = _most(width, size)
    room = -1  # what is left of the last line
    space = _ADVANCES[bold][" "]
    line: list[str] = []
    for word, advance in words:
        if space + advance <= room:
            line.append(word)
            room -= space + advance
            continue
        if line:
            lines.append((" ".join(line), most - room))
        if advance <= most:
            line, room = [word], most - advance
        else:
            *whole, (rest, so_far) = _broken(word, most, bold)
            lines += whole
            line, room = [rest], most - so_far
    return [*lines, (" ".join(line), most - room)] if line else lines


class _Advances(dict[str, int]):
    """Advance widths by letter, each looked up once."""

    def __init__(self, bold: bool) -> None:
        self._bold = bold

    def __missing__(self, character: str) -> int:
        self[character] = advance = _advance(character, self._bold)
        return advance


_ADVANCES = {bold: _Advances(bold) for bold in (False, True)}


@lru_cache(maxsize=1 << 14)
def _measure(text: str, bold: bool) -> int:
    return sum(map(_ADVANCES[bold].__getitem__, text))


def _points(advance: int, size: float) -> float:
    return advance * size / 1000 * _SPARE


def _most(width: float, size: float) -> int:
    """The largest advance that is no wider than that."""
    most = int(width * 1000 / size / _SPARE) + 1
    return most if _points(most, size) <= width else most - 1


def _advance(character: str, bold: bool) -> int:
    base = unicodedata.normalize("NFD", character)[0]
    if " " <= base <= "~":
        return (_BOLD if bold else _REGULAR)[ord(base) - 32]
    if base in _PUNCTUATION:
        return _PUNCTUATION[base]
    if unicodedata.combining(base) or unicodedata.category(base) in ("Cf", "Mn", "Me"):
        return 0
    return 1000 if unicodedata.east_asian_width(base) in "WF" else _UNKNOWN


def _broken(word: str, most: int, bold: bool) -> list[Measured]:
    """The word in as few lines as it needs."""
    lines: list[Measured] = [("", 0)]
    for piece, advance in _pieces(word, most, bold):
        if lines[-1][0] and lines[-1][1] + advance > most:
            lines.append(("", 0))
        line, so_far = lines[-1]
        lines[-1] = line + piece, so_far + advance
    return lines


def _pieces(word: str, most: int, bold: bool) -> Iterator[Measured]:
    for piece in _PIECES.findall(word):
        advance = _measure(piece, bold)
        if advance <= most:
            yield piece, advance
        else:
            yield from ((letter, _ADVANCES[bold][letter]) for letter in piece)


def _shortened(line: str, width: float, size: float, bold: bool) -> str:
    while line and text_width(line + _ELLIPSIS, size, bold) > width:
        line = line[:-1]
    return line.rstrip(" ,;:.") + _ELLIPSIS
