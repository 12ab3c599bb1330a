"""Outlines as path data: read once, stretched to a box, and written short."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from pirgen.diagrams.diagram import Box

__all__ = ["TENTHS", "short", "stretched"]

Command = tuple[str, tuple[tuple[str, float], ...]]
"""A letter and its numbers, each with what it is: a place (x, y), a length (w, h) or neither (=)."""

_KINDS = {"M": "xy", "L": "xy", "H": "x", "V": "y", "C": "xyxyxy", "Q": "xyxy", "A": "wh===xy", "Z": ""}
_PATH = re.compile(r"M[MLHVCQAZ0-9eE.,\s+-]*")
_COMMAND = re.compile(r"([MLHVCQAZ])([^MLHVCQAZ]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


def stretched(path: str, box: Box) -> str:
    """A path of a box of 100 by 100 in another box; only absolute commands are understood."""
    x, y, width, height = box
    offsets = (0.0, x, y)
    return "".join(
        [
            f"{before}{TENTHS[round((number + offsets[axis]) * 10)]}" if axis >= 0 else before
            for before, number, axis in _scaled(path, width, height)
        ]
    )


class _Tenths(dict[int, str]):
    """Numbers of tenths as text, each written once."""

    def __missing__(self, tenths: int) -> str:
        self[tenths] = text = str(tenths // 10) if tenths % 10 == 0 else f"{tenths / 10:.1f}"
        return text


TENTHS = _Tenths()
"""Numbers with at most one decimal place, by how many tenths they have."""


def short(number: float) -> str:
    """The number with at most one decimal place."""
    return TENTHS[round(number * 10)]


@lru_cache(maxsize=4096)
def _scaled(path: str, width: float, height: float) -> tuple[tuple[str, float, int], ...]:
    """What is written before each number, the number, and whether it is a place across (1) or down (2).

    The axis of a command without numbers is less than 0.
    """
    scales = {"x": (width / 100, 1), "y": (height / 100, 2), "w": (width / 100, 0), "h": (height / 100, 0)}
    scaled = []
    for letter, numbers in _commands(path):
        before = letter
        for kind, number in numbers:
            scale, axis = scales.get(kind, (1.0, 0))
            scaled.append((before, number * scale, axis))
            before = " "
        if not numbers:
            scaled.append((letter, 0.0, -1))
    return tuple(scaled)


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
