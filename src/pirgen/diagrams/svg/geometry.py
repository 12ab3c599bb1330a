"""SVG path data: moved, scaled, and made short."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["Box", "Transform", "placed", "short", "straightened"]

Command = tuple[str, tuple[float, ...]]

# What each number of a command is: a place (x, y), a length (w, h) or neither (=).
_KINDS = {"M": "xy", "L": "xy", "H": "x", "V": "y", "C": "xyxyxy", "Q": "xyxy", "A": "wh===xy", "Z": ""}
_PATH = re.compile(r"M[MLHVCQAZ0-9eE.,\s+-]*")
_COMMAND = re.compile(r"([MLHVCQAZ])([^MLHVCQAZ]*)")
_NUMBER = re.compile(r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?")


@dataclass(frozen=True)
class Box:
    """A rectangle in pixels: its top left corner and its size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        """The point in its middle."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True)
class Transform:
    """Where a drawing's own coordinates land: scaled first, then moved."""

    x: float = 0
    y: float = 0
    across: float = 1
    down: float = 1

    def put(self, kind: str, number: float) -> float:
        """One number of a path; ``kind`` is x or y for a place, w or h for a length, else it stays."""
        if kind in "xw":
            return number * self.across + (self.x if kind == "x" else 0)
        if kind in "yh":
            return number * self.down + (self.y if kind == "y" else 0)
        return number


def placed(path: str, transform: Transform) -> str:
    """The path in that transform, its numbers rounded; only absolute commands are understood."""
    return "".join(_written(letter, numbers, transform) for letter, numbers in straightened(_commands(path)))


def straightened(commands: Iterator[Command]) -> Iterator[Command]:
    """The same path with a line for each curve that is none: Graphviz draws lines as curves."""
    here: tuple[float, ...] = ()
    for letter, numbers in commands:
        if letter == "C" and {numbers[:2], numbers[2:4]} <= {here, numbers[4:]}:
            letter, numbers = "L", numbers[4:]
        if letter != "L" or numbers != here:
            yield letter, numbers
        here = numbers[-2:]


def short(number: float) -> str:
    """The number with at most one decimal place."""
    text = f"{number:.1f}".removesuffix(".0")
    return "0" if text == "-0" else text


def _commands(path: str) -> Iterator[Command]:
    if not _PATH.fullmatch(path):
        raise ValueError(f"not a path of absolute commands: {path[:40]!r}")
    for letter, text in _COMMAND.findall(path):
        numbers = [float(number) for number in _NUMBER.findall(text)]
        size = len(_KINDS[letter])
        if size == 0:
            yield letter, ()
        elif len(numbers) % size:
            raise ValueError(f"{letter} with {len(numbers)} numbers in a path")
        for start in range(0, len(numbers) if size else 0, size or 1):
            yield letter, tuple(numbers[start : start + size])


def _written(letter: str, numbers: tuple[float, ...], transform: Transform) -> str:
    pairs = zip(_KINDS[letter], numbers, strict=True)
    return letter + " ".join(short(transform.put(kind, number)) for kind, number in pairs)
