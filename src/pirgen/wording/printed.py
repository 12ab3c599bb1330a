"""Text for terminals and logs: what a terminal or a build server would obey is made visible instead.

A terminal obeys control characters, and characters that change the direction of writing make a line read as
something else. Build servers obey commands in their logs: ``##[group]`` and ``##vso[task.setvariable]``
anywhere in a line, and ``::error::`` at its start, also after spaces.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from json.encoder import encode_basestring, encode_basestring_ascii
from typing import Any

__all__ = ["harmless", "indented_json", "json_text", "markup_text", "printable"]

_UNSEEN = ("Cc", "Cf", "Cs", "Zl", "Zp")
_JOINERS = "\u200c\u200d"
"""Unseen too, but words of Persian and pictures of families need them, and they command nothing."""

_LOG_COMMAND = re.compile(r"(##\w*)\[")
_COLOUR = re.compile(r"(\x1b\[[0-9;]*m)")
_LINE_COMMAND = re.compile(r"^((?:\s|\x1b\[[0-9;]*m)*)::")
_MARKUP_COMMAND = re.compile(r"^([^\S\n]*)::", re.MULTILINE)


def harmless(text: str) -> str:
    """A line with everything that commands or cannot be seen made visible; as long as before."""
    shown = text if text.isprintable() else "".join(map(_visible, text))
    return _LOG_COMMAND.sub(r"\1(", shown)


def printable(text: str, in_colour: bool = False) -> str:
    """Whole lines, ready to be printed; ``in_colour`` lets our own colours through, and nothing else."""
    *lines, last = text.split("\n")
    return "".join(_ended(line, in_colour) for line in lines) + _line(last, in_colour)


def json_text(document: Any, in_ascii: bool = False) -> str:
    """JSON to print or to write: the same values, with what a log would obey as ``\\u`` escapes."""
    text = indented_json(document, 2, in_ascii)
    shown = text if text.replace("\n", "").isprintable() else "".join(map(_escaped, text))
    return _LOG_COMMAND.sub(r"\1\\u005b", shown)


def indented_json(value: object, indent: int, in_ascii: bool = False) -> str:
    """What ``json.dumps`` writes of mappings with texts as keys, lists and plain values, in less time.

    A list may be a ``map`` too, whose values are not all in memory at once.
    """
    return _indented(value, " " * indent, "\n", encode_basestring_ascii if in_ascii else encode_basestring)


def _indented(value: object, step: str, margin: str, quoted: Callable[[str], str]) -> str:
    if isinstance(value, str):
        return quoted(value)
    if value is None:
        return "null"
    inner = f"{margin}{step}"
    if isinstance(value, Mapping):
        entries = [f"{quoted(key)}: {_indented(each, step, inner, quoted)}" for key, each in value.items()]
        return _joined("{", entries, "}", inner, margin)
    if isinstance(value, list | tuple | map):
        return _joined("[", [_indented(each, step, inner, quoted) for each in value], "]", inner, margin)
    return json.dumps(value)


def _joined(start: str, entries: list[str], end: str, inner: str, margin: str) -> str:
    """The entries between two brackets, of which a long document needs only one copy."""
    if not entries:
        return start + end
    entries[0] = f"{start}{inner}{entries[0]}"
    entries[-1] = f"{entries[-1]}{margin}{end}"
    return f",{inner}".join(entries)


def markup_text(text: str) -> str:
    """XML or DOT to print: the same labels, with what a log would obey as character references."""
    shown = text if text.isprintable() else "".join(map(_referenced, text))
    return _MARKUP_COMMAND.sub(r"\1&#58;:", _LOG_COMMAND.sub(r"\1&#91;", shown))


def _ended(line: str, in_colour: bool) -> str:
    """A line with its end, which may be that of Windows: a difference is to show it as it is."""
    end = "\r\n" if line.endswith("\r") else "\n"
    return _line(line.removesuffix("\r"), in_colour) + end


def _line(line: str, in_colour: bool) -> str:
    pieces = _COLOUR.split(line) if in_colour else [line]
    shown = "".join(_piece(piece) if place % 2 == 0 else piece for place, piece in enumerate(pieces))
    return _LINE_COMMAND.sub(r"\1\\::", _LOG_COMMAND.sub(r"\1(", shown))


def _piece(text: str) -> str:
    """A part of a line; tabs stay, which a difference shows as they are."""
    if text.isprintable():
        return text
    return "".join(letter if letter in _JOINERS or letter == "\t" else _visible(letter) for letter in text)


def _visible(letter: str) -> str:
    if letter == "\t":
        return " "
    return "\N{REPLACEMENT CHARACTER}" if unicodedata.category(letter) in _UNSEEN else letter


def _escaped(letter: str) -> str:
    if letter == "\n" or unicodedata.category(letter) not in _UNSEEN:
        return letter  # JSON has line ends between values only
    return json.dumps(letter)[1:-1] if letter > "\x7f" else "\\u007f"


def _referenced(letter: str) -> str:
    if letter in "\n\t" or unicodedata.category(letter) not in _UNSEEN:
        return letter
    return f"&#{ord(letter)};" if unicodedata.category(letter) == "Cf" else "\N{REPLACEMENT CHARACTER}"
