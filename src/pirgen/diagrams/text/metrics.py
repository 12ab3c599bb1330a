"""How wide a text will be, without asking any installed font: so the same drawing comes out everywhere."""

from __future__ import annotations

import unicodedata
from functools import lru_cache

from wcwidth import iter_graphemes

__all__ = ["LINE", "advance_of", "line_height", "most_advance", "points", "text_width"]

LINE = 1.28
"""Distance of two baselines, in font sizes."""

_SPARE = 1.03  # the fonts that stand in for Helvetica run a little wider

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
_JOINER = "\u200d"  # makes one sign of several, as in pictures of families


def line_height(size: float) -> float:
    """The distance of two baselines for a font of that size."""
    return size * LINE


def text_width(text: str, size: float, bold: bool = False) -> float:
    """The width of a line in points, a little generously, so that Arial-like fonts fit too."""
    return points(advance_of(text, bold), size)


class _Advances(dict[str, int]):
    """Advance widths by letter, each looked up once."""

    def __init__(self, bold: bool) -> None:
        self._bold = bold

    def __missing__(self, character: str) -> int:
        self[character] = advance = _advance(character, self._bold)
        return advance


_ADVANCES = {bold: _Advances(bold) for bold in (False, True)}


@lru_cache(maxsize=1 << 14)
def advance_of(text: str, bold: bool) -> int:
    """How far a text advances, in thousandths of the font size; what is joined into one sign counts once."""
    advances = _ADVANCES[bold]
    if _JOINER in text:
        return sum(max(advances[letter] for letter in sign) for sign in iter_graphemes(text))
    return sum(map(advances.__getitem__, text))


def points(advance: int, size: float) -> float:
    """An advance at a font size, a little generously."""
    return advance * size / 1000 * _SPARE


def most_advance(width: float, size: float) -> int:
    """The largest advance that is no wider than that."""
    most = int(width * 1000 / size / _SPARE) + 1
    return most if points(most, size) <= width else most - 1


def _advance(character: str, bold: bool) -> int:
    base = unicodedata.normalize("NFD", character)[0]
    if " " <= base <= "~":
        return (_BOLD if bold else _REGULAR)[ord(base) - 32]
    if base in _PUNCTUATION:
        return _PUNCTUATION[base]
    if unicodedata.combining(base) or unicodedata.category(base) in ("Cf", "Mn", "Me"):
        return 0
    return 1000 if unicodedata.east_asian_width(base) in "WF" else _UNKNOWN
