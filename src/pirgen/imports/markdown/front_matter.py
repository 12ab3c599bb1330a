"""What the head of a file says by key: front matter in YAML or TOML, plain lines, bold lines, a small table."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime

from pirgen.diagnostics import Level
from pirgen.imports.markdown.blocks import cells_of, is_separator
from pirgen.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from pirgen.source.yaml.tree import parse

__all__ = ["FileKeys", "front_matter", "head_keys", "key_of"]

FileKeys = dict[str, tuple[str, ...]]
"""The texts of each key; keys are in lower case with underscores."""


def key_of(written: str) -> str:
    """A key as it is looked up: 'Start time (UTC)' is 'start_time'."""
    return re.sub(r"\W+", "_", re.sub(r"\(.*?\)", "", written).strip().lower()).strip("_")


def front_matter(text: str, file: str) -> tuple[FileKeys, str, tuple[str, ...]]:
    """The keys of front matter, the text after it, and what is wrong with it."""
    lines = text.split("\n")
    sign = lines[0].rstrip()
    if sign not in ("---", "+++"):
        return {}, text, ()
    ends = ("---", "...") if sign == "---" else ("+++",)
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() in ends), None)
    if end is None:
        if sign == "---" and not re.match(r"[\w-]+:", lines[1] if len(lines) > 1 else ""):
            return {}, text, ()  # a rule, not front matter
        return {}, text, (f"line 1: the front matter is opened by '{sign}' and never closed",)
    inner, rest = lines[1:end], "\n".join(lines[end + 1 :])
    if sign == "+++":
        keys, problems = _toml("\n".join(inner))
        return keys, rest, problems
    if inner and not any(re.match(r"\s*[\w\"'-]+\s*:", line) for line in inner):
        return {}, text, ()
    node, diagnostics = parse("".join(f"{_quoted(line)}\n" for line in inner), file)
    problems = tuple(
        f"line {each.place.span.line + 1}: {each.message}" for each in diagnostics if each.level is Level.ERROR
    )
    found = (
        {key_of(key.text): _texts(value) for key, value in node.entries} if isinstance(node, Mapping) else {}
    )
    return found, rest, problems


def _quoted(line: str) -> str:
    """A line whose value begins with a sign that YAML reserves, as handles do, with its value in quotes."""
    return re.sub(r"^(\s*(?:[\w-]+:|-)\s+)([@`%][^\"#]*)$", r'\1"\2"', line)


def _toml(text: str) -> tuple[FileKeys, tuple[str, ...]]:
    try:
        root = tomllib.loads(text)
    except tomllib.TOMLDecodeError as problem:
        line = re.search(r"at line (\d+)", str(problem))
        where = f"line {int(line[1]) + 1}: " if line else ""
        return {}, (f"{where}the front matter is not TOML: {str(problem).partition(' (at ')[0].lower()}",)
    return {key_of(key): texts for key, value in _flat(root) if (texts := tuple(_toml_texts(value)))}, ()


def _flat(table: dict[str, object]) -> Iterator[tuple[str, object]]:
    """The keys of a table and of those in it, such as Zola's 'extra' and 'taxonomies'."""
    for key, value in table.items():
        if isinstance(value, dict):
            yield from _flat(value)
        else:
            yield key, value


def _toml_texts(value: object) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _toml_texts(each)
    elif isinstance(value, (datetime, date)):
        yield value.isoformat()
    elif str(value).strip():
        yield str(value).lower() if isinstance(value, bool) else str(value)


def _texts(node: Node) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        return (node.text,) if node.text.strip() else ()
    inner = node.items if isinstance(node, Sequence) else tuple(value for _, value in node.entries)
    return tuple(text for each in inner for text in _texts(each))


_KEY = r"[A-Za-z][A-Za-z0-9 _/()-]{1,34}?"
_BOLD = re.compile(
    rf"\s*(?:[-*+>]\s+)?(?:\*\*|__)({_KEY})\s*(?::(?:\*\*|__)|(?:\*\*|__)\s*[:|\u2013\u2014-]|(?:\*\*|__)\s(?=\S))\s*(.*)"
)
_PLAIN = re.compile(rf"\s*(?:[-*+>]\s+)?({_KEY})\s*:\s+(\S.*)")
_END = re.compile(r"\s{0,3}##+\s")


def head_keys(text: str, known: frozenset[str]) -> tuple[FileKeys, str]:
    """What lines such as ``Date: ...`` above the second heading say of known keys, and the other lines."""
    keys: FileKeys = {}
    kept: list[str] = []
    lines = text.split("\n")
    is_open, index = True, 0
    while index < len(lines):
        line = lines[index]
        is_open = is_open and not _END.match(line)
        found = _pair(line) if is_open else None
        if found and key_of(found[0]) in known and found[1].strip("*_ "):
            value = found[1].strip("*_ ") if "**" not in found[1][2:-2] else found[1].strip()
            while index + 1 < len(lines) and line[:1] not in "|-*+" and re.match(r"\s{2,}\S", lines[index + 1]):
                index += 1
                value += f" {lines[index].strip()}"
            keys.setdefault(key_of(found[0]), (value,))
        else:
            kept.append(line)
        index += 1
    return keys, _without_empty_table("\n".join(kept)) if keys else text


def _pair(line: str) -> tuple[str, str] | None:
    if line.strip().startswith("|"):
        cells = cells_of(line)
        return (cells[0].strip("*_: "), cells[1]) if len(cells) == 2 and not is_separator(line) else None
    found = _BOLD.fullmatch(line) or _PLAIN.fullmatch(line)
    return (found[1], found[2]) if found else None


def _without_empty_table(text: str) -> str:
    """The text without a table of which only the head is left."""
    return re.sub(r"(?m)^\s*\|[^\n]*\|\s*\n\s*\|[\s|:-]+\|\s*\n(?!\s*\|)", "", text + "\n").rstrip("\n")
