"""Text as YAML values, written so that nothing is read as something else."""

from __future__ import annotations

import json
import re
import textwrap

__all__ = ["WIDTH", "comment", "entry", "flow", "scalar", "value"]

WIDTH = 110
"""The columns that a written line takes at most, where words can be broken."""

_PLAIN = re.compile(r"[A-Za-z][A-Za-z0-9 _./()-]*[A-Za-z0-9)]")
_FOLDED = re.compile(r"\S+( \S+)*")
_UNPRINTED = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\s]+")


def scalar(text: str) -> str:
    """The text on one line: as it is where nothing could be misread, in double quotes otherwise."""
    is_plain = _PLAIN.fullmatch(text) and text.lower() != "null"
    return text if is_plain else json.dumps(text, ensure_ascii=False)


def value(text: str, indent: int) -> str:
    """The text after a key that is indented by ``indent`` columns: a block where it is long or has lines."""
    inner = " " * (indent + 2)
    if "\n" in text and not text.startswith((" ", "\n")):
        lines = (f"{inner}{line}".rstrip() for line in text.rstrip("\n").split("\n"))
        return "|\n" + "\n".join(lines)
    if len(text) > WIDTH - indent - 12 and _FOLDED.fullmatch(text):
        return ">-\n" + "\n".join(inner + line for line in _wrapped(text, WIDTH - len(inner)))
    return scalar(text)


def entry(name: str, text: str, indent: int = 0) -> str:
    """A key with its text; nothing where there is none."""
    return f"{' ' * indent}{name}: {value(text, indent)}\n" if text else ""


def flow(texts: tuple[str, ...]) -> str:
    """The texts as a list on one line."""
    return f"[{', '.join(map(scalar, texts))}]"


def comment(text: str, indent: int = 0) -> str:
    """The text as lines of comment, each ended; control characters become spaces."""
    words = _UNPRINTED.sub(" ", text).strip()
    start = " " * indent + "# "
    return "".join(f"{start}{line}\n" for line in _wrapped(words, WIDTH - len(start)))


def _wrapped(text: str, width: int) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)
