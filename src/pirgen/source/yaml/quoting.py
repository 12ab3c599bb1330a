"""A text as a YAML scalar of one line that means exactly that text."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[A-Za-z0-9_](?:[\w ./+-]*[\w.+/-])?")
"""What needs no quotes anywhere, also in brackets and braces: no sign that YAML gives a meaning."""


def quoted(text: str) -> str:
    """The text in quotes: single ones, in which nothing is special, or double ones around an apostrophe."""
    if "'" in text and not any(sign in text for sign in '"\\'):
        return f'"{text}"'
    return "'" + text.replace("'", "''") + "'"


def as_written(text: str) -> str:
    """The text without quotes where none are needed, otherwise in quotes."""
    return text if _PLAIN.fullmatch(text) else quoted(text)
