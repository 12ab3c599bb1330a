"""The entries of lists in brackets and mappings in braces on one line, also where YAML cannot read it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """What is between two commas or brackets, without the space around it; offsets of the whole text."""

    start: int
    end: int
    in_braces: bool


def entries(text: str, start: int, end: int) -> list[Entry]:
    """The entries that end between two offsets of one line; those of an inner list come before its own."""
    found: list[Entry] = []
    open_: list[tuple[str, int]] = [("", start)]
    quote = before = ""
    for at in range(start, end):
        sign = text[at]
        if quote:
            quote = "" if sign == quote and text[at - 1] != "\\" else quote
        elif sign in "'\"" and before in "[{,:":
            quote = sign
        elif sign in "[{" and before in "[{,:-":
            open_.append((sign, at + 1))
        elif sign in ",]}":
            bracket, since = open_.pop()
            found += _entry(text, since, at, bracket)
            if sign == "," or not open_:
                open_.append((bracket, at + 1))
        before = before if sign.isspace() else sign
    bracket, since = open_.pop()
    found += _entry(text, since, end, bracket)
    return found


def _entry(text: str, start: int, end: int, bracket: str) -> Iterator[Entry]:
    written = text[start:end]
    if bracket and written.strip():
        lead = len(written) - len(written.lstrip())
        yield Entry(start + lead, start + len(written.rstrip()), bracket == "{")
