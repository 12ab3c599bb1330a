"""The difference between two versions of a file, as 'git apply' takes it."""

from __future__ import annotations

import re
from difflib import unified_diff

from pirgen.cli.shared.terminal import print_note, print_text
from pirgen.wording.printed import printable

__all__ = ["difference", "print_difference"]


def difference(before: str, after: str, name: str) -> str:
    """The unified difference of a file's text; empty where there is none."""
    return "".join(
        line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n"
        for line in unified_diff(_lines(before), _lines(after), f"a/{name}", f"b/{name}")
    )


def print_difference(before: str, after: str, name: str) -> None:
    """Print it, with a note where it is not to the letter and 'git apply' may refuse it."""
    text = difference(before, after, name)
    print_text(text, end="")
    if printable(text) != text:
        print_note(f"{name}: control characters and log commands are shown in a harmless form here")


def _lines(text: str) -> list[str]:
    """The lines with their ends; only a line feed ends one."""
    return re.findall(r"[^\n]*\n|[^\n]+", text)
