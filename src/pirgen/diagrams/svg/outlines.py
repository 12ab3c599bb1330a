"""Outlines as path data: read once, stretched to a box, and written short."""

from __future__ import annotations

import re
from functools import cache

from pirgen.diagrams.diagram import Box

__all__ = ["short", "stretched"]

Command = tuple[str, tuple[tuple[str, float], ...]]
"""A letter and its numbers, each with what it is: a place (x, y), a length (w, h) or neither (=)."""

_KINDS = {"M": "xy", "L": "xy", "H": "x", "V": "y", "C": "xyxyxy", "Q": "xyxy", "A": "wh===xy", "Z": ""}
_PATH = re.compile(r"M[MLHVCQAZ0-9eE.,\s+-]*")
_COMMAND = re.compile(r"([MLHVCQAZ])([^MLHVCQAZ]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


def stretched(path: str, box: Box) -> str:
    """A path of a box of 100 by 100 in another box; only absolute commands are understood."""
    x, y, width, height = box
    across, down = width / 100, height / 100
    scales = {"x": (across, x), "y": (down, y), "w": (across, 0.0), "h": (down, 0.0), "=": (1.0, 0.0)}
    written = []
    for letter, numbers in _commands(path):
        scaled = (short(number * scales[kind][0] + scales[kind][1]) for kind, number in numbers)
        written.append(letter + " ".join(scaled))
    return "".join(written)


class _Tenths(dict[int, str]):
    """Numbers of tenths as text, each written once."""

    def __missing__(self, tenths: int) -> str:
        self[tenths] = text = str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"
        return text


_TENTHS = _Tenths()


def short(number: float) -> str:
    """The number with at most one decimal place."""
    return _TENTHS[round(number * 10)]


@cache
def _commands(path: str) -> tuple[Command, ...]:
    if not _PATH.fullmatch(path):
        raise ValueError(f"not a path of absolute commands: {path[:40]!r}")
    return tuple(command for letter, text in _COMMAND.findall(path) for command in _read(letter, text))


def _read(letter: str, text: str) -> list[Command]:
    kinds = _KINDS[letter]
    numbers = [float(number) for number in _NUMBER.findall(text)]
    if not kinds:
        return [(letter, ())]
    if len(numbers) % len(kinds):
        raise ValueError(f"{letter} with {len(numbers)} numbers in a path")
    starts = range(0, len(numbers), len(kinds))
    return [(letter, tuple(zip(kinds, numbers[start:], strict=False))) for start in starts]
