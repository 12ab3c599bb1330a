"""Data as the text of a YAML file that means exactly the same."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pirgen.drafts.yaml_text import WIDTH, scalar, value

__all__ = ["data_text"]

_TIME = re.compile(r"\d{4}-\d\d-\d\d(T\d\d:\d\d(:\d\d(\.\d+)?)?Z)?")
_WORDS = frozenset(("null", "true", "false", "yes", "no", "on", "off", "y", "n"))
"""What some reader of YAML takes for something else than text."""


def data_text(data: Mapping[str, Any]) -> str:
    """The mapping as a file: a key a line, lists and mappings in blocks."""
    return "".join(_entries(data, 0))


def _entries(data: Mapping[str, Any], indent: int) -> Iterator[str]:
    for key, held in data.items():
        yield f"{' ' * indent}{_text(key)}:{_value(held, indent)}"


def _value(held: Any, indent: int) -> str:
    """What comes after the colon of a key, with the line's end."""
    if isinstance(held, Mapping) and held:
        return "\n" + "".join(_entries(held, indent + 2))
    if isinstance(held, list) and held:
        flow = f"[{', '.join(map(_text, held))}]" if all(map(_is_word, held)) else ""
        fits = flow and len(flow) + indent < WIDTH - 20
        return f" {flow}\n" if fits else "\n" + "".join(_items(held, indent + 2))
    if isinstance(held, str) and _is_seen_whole(held):
        block = value(held, indent)
        return f" |-{block[1:]}\n" if "\n" in held else f" {block}\n"
    return f" {_text(held)}\n"


def _items(held: Sequence[Any], indent: int) -> Iterator[str]:
    for item in held:
        if isinstance(item, Mapping) and item:
            lines = "".join(_entries(item, indent + 2))
            yield f"{' ' * indent}- {lines[indent + 2 :]}"
        else:
            yield f"{' ' * indent}-{_value(item, indent)}"


def _is_word(item: Any) -> bool:
    return not isinstance(item, str | Mapping | list) or (isinstance(item, str) and len(item) < 40)


def _text(held: Any) -> str:
    """One value on a line."""
    if not isinstance(held, str):
        return json.dumps(held)
    if _TIME.fullmatch(held):
        return held
    written = json.dumps(held, ensure_ascii=False) if held.lower() in _WORDS else scalar(held)
    return "".join(letter if letter.isprintable() else _escaped(letter) for letter in written)


def _is_seen_whole(text: str) -> bool:
    """Whether a text can be written as a block: nothing in it is invisible, or changed by an indentation."""
    lines = text.split("\n")
    is_plain = len(text) > WIDTH or len(lines) > 1
    return (
        is_plain
        and all(line.isprintable() and line == line.rstrip() for line in lines)
        and not (text.startswith((" ", "\n")) or text.endswith("\n"))
    )


def _escaped(letter: str) -> str:
    """A letter that cannot be seen, as double quotes have it."""
    return f"\\U{ord(letter):08x}" if ord(letter) > 0xFFFF else f"\\u{ord(letter):04x}"
