"""A Markdown text taken apart: its front matter, its sections, and the lists and tables in them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pirgen.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from pirgen.source.yaml.tree import parse

__all__ = ["MarkdownSection", "bold_keys", "bullets", "front_matter", "paragraphs", "sections", "table"]

_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
_HEADING = re.compile(r"\s{0,3}(#{1,6})\s+(.*?)\s*#*\s*")
_UNDERLINE = re.compile(r"(=+|-{2,})\s*")
_BULLET = re.compile(r"(\s*)(?:[-*+]|\d{1,3}[.)])\s+(.*)")


@dataclass(frozen=True)
class MarkdownSection:
    """A heading, the headings above it from the top down, and the lines up to the next heading."""

    heading: str
    above: tuple[str, ...]
    lines: tuple[str, ...]

    @property
    def text(self) -> str:
        """The lines as one text."""
        return "\n".join(self.lines).strip()


def front_matter(text: str, file: str) -> tuple[dict[str, tuple[str, ...]], str, tuple[str, ...]]:
    """The front matter's keys in lower case with their texts, the text after it, and what is wrong with it."""
    lines = text.split("\n")
    if lines[0].rstrip() != "---":
        return {}, text, ()
    end = next((index for index, line in enumerate(lines[1:], 1) if line.rstrip() in ("---", "...")), None)
    if end is None:
        return {}, text, ("line 1: the front matter is opened by '---' and never closed",)
    node, diagnostics = parse("".join(f"{line}\n" for line in lines[1:end]), file)
    problems = tuple(f"line {each.place.span.line + 1}: {each.message}" for each in diagnostics)
    keys = {_key(key.text): _texts(value) for key, value in node.entries} if isinstance(node, Mapping) else {}
    return keys, "\n".join(lines[end + 1 :]), problems


_BOLD_KEY = re.compile(r"\s*(?:[-*+]\s+)?\*\*([A-Za-z][A-Za-z _-]{1,30}?)(?::\*\*|\*\*\s*:)\s*(.*)")


def bold_keys(text: str, known: frozenset[str]) -> tuple[dict[str, tuple[str, ...]], str]:
    """What lines such as ``**Date:** ...`` above the second heading say of known keys, and the other lines."""
    keys: dict[str, tuple[str, ...]] = {}
    kept: list[str] = []
    is_open = True
    for line in text.split("\n"):
        found = _BOLD_KEY.fullmatch(line) if is_open else None
        if found and _key(found[1]) in known and found[2].strip():
            keys.setdefault(_key(found[1]), (found[2].strip(),))
        else:
            kept.append(line)
        is_open = is_open and not re.match(r"\s{0,3}##+\s|-{3,}\s*$", line)
    return keys, "\n".join(kept)


def _key(written: str) -> str:
    return re.sub(r"[\s-]+", "_", written.strip().lower())


def _texts(node: Node) -> tuple[str, ...]:
    if isinstance(node, Scalar):
        return (node.text,) if node.text.strip() else ()
    inner = node.items if isinstance(node, Sequence) else tuple(value for _, value in node.entries)
    return tuple(text for each in inner for text in _texts(each))


def sections(text: str) -> tuple[MarkdownSection, ...]:
    """The sections in order; the first has no heading where text stands before any."""
    made: list[MarkdownSection] = []
    heading, level, lines = "", 0, list[str]()
    above: list[tuple[int, str]] = []
    fence = ""
    for line in text.split("\n"):
        opened = _FENCE.match(line)
        found = None if fence or opened else _HEADING.fullmatch(line)
        if opened:
            fence = "" if fence and opened[1].startswith(fence) else fence or opened[1][:3]
        is_underlined = not fence and _UNDERLINE.fullmatch(line) and lines and _is_title(lines)
        if not found and not is_underlined:
            lines.append(line)
            continue
        title = found[2] if found else lines.pop().strip()
        made.append(MarkdownSection(heading, tuple(name for _, name in above), tuple(lines)))
        if heading:
            above.append((level, heading))
        level = len(found[1]) if found else (1 if line.startswith("=") else 2)
        above = [(rank, name) for rank, name in above if rank < level]
        heading, lines = _bare(title), []
    made.append(MarkdownSection(heading, tuple(name for _, name in above), tuple(lines)))
    return tuple(section for section in made if section.heading or section.text)


def _is_title(lines: list[str]) -> bool:
    """Whether the last line may be a heading that the next one underlines."""
    alone = len(lines) == 1 or not lines[-2].strip()
    return alone and bool(lines[-1].strip()) and not _BULLET.match(lines[-1]) and "|" not in lines[-1]


def _bare(text: str) -> str:
    return re.sub(r"[*_`]+", "", text).strip()


def bullets(lines: tuple[str, ...]) -> tuple[str, ...]:
    """The items of the lists, each with the lines that belong to it; paragraphs where there is no list."""
    items: list[list[str]] = []
    depth = 0
    for line in lines:
        found = _BULLET.fullmatch(line)
        if found and (not items or len(found[1]) <= depth):
            depth = len(found[1])
            items.append([found[2]])
        elif items and line.strip():
            items[-1].append(line.strip() if not found else f"- {found[2]}")
    if not items:
        return paragraphs("\n".join(lines))
    return tuple("\n".join(item) for item in items)


def paragraphs(text: str) -> tuple[str, ...]:
    """The pieces between empty lines."""
    return tuple(piece.strip() for piece in re.split(r"\n\s*\n", text) if piece.strip())


def table(lines: tuple[str, ...]) -> tuple[dict[str, str], ...]:
    """The rows of the first table by their headings in lower case; nothing where there is no table."""
    rows = [_cells(line) for line in lines if line.strip().startswith("|") or re.search(r"\S\s\|\s", line)]
    if len(rows) < 2 or not all(re.fullmatch(r":?-+:?", cell) for cell in rows[1]):
        return ()
    heads = [_bare(cell).lower() for cell in rows[0]]
    return tuple(dict(zip(heads, row, strict=False)) for row in rows[2:])


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in re.split(r"(?<!\\)\|", line.strip().removeprefix("|").removesuffix("|"))]
