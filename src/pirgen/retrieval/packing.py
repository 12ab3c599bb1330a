"""Where a word is, as a short text: how many documents further on, and a letter for the weight."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["base36", "packed", "packed_size", "unpacked"]

_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_WITHOUT_STEPS = dict.fromkeys(map(ord, _DIGITS))
_STEP = re.compile(r"([0-9a-z]*)([A-Z])")


def packed(postings: Iterable[tuple[int, int]]) -> str:
    """Documents and weights as text; a step of one is left out."""
    steps, last = [], -1
    for number, weight in postings:
        step = number - last
        steps.append(f"{base36(step) if step > 1 else ''}{chr(64 + weight)}")
        last = number
    return "".join(steps)


def unpacked(text: str, first: int = 0) -> list[tuple[int, int]]:
    """Documents, counted from ``first``, and weights of a text."""
    postings, number = [], first - 1
    for step, letter in _STEP.findall(text):
        number += int(step, 36) if step else 1
        postings.append((number, ord(letter) - 64))
    return postings


def packed_size(text: str) -> int:
    """How many documents a text has."""
    return len(text.translate(_WITHOUT_STEPS))


def base36(number: int) -> str:
    """A number to the base 36."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits
