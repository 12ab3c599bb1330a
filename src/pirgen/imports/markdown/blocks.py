"""The text of a section in blocks: paragraphs, items of lists, rows of tables, and code."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum

from pirgen.imports.markdown.clock import leading_clock
from pirgen.imports.markdown.dates import is_date

__all__ = ["BlockKind", "MarkdownBlock", "blocks", "cells_of", "is_separator"]

FENCE = re.compile(r"\s{0,3}(?:>\s?)?(```+|~~~+)")
_ITEM = re.compile(r"(\s*)(?:[-*+\u2022\u25e6]|\d{1,3}[.)]|[a-z][.)])\s+(.*)")
_SEPARATOR = re.compile(r"[\s|:+=-]*-[\s|:+=-]*")
_NEXT_DAY = re.compile(r"\W*(?:the )?(?:next|following) day\W*", re.IGNORECASE)
_BREAK = re.compile(r"(?:  +|\\|<br\s*/?>)\s*$")


class BlockKind(Enum):
    """What a block is."""

    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"
    HEAD = "head of a table"
    CODE = "code"


@dataclass(frozen=True)
class MarkdownBlock:
    """A block with its lines as one text. ``indent`` is how many columns an item is indented."""

    kind: BlockKind
    text: str
    indent: int = 0

    @property
    def cells(self) -> tuple[str, ...]:
        """The cells of a row."""
        return cells_of(self.text) if self.kind in (BlockKind.ROW, BlockKind.HEAD) else ()

    @property
    def markdown(self) -> str:
        """The block as Markdown again."""
        return f"{' ' * self.indent}- {self.text}" if self.kind is BlockKind.ITEM else self.text


def cells_of(row: str) -> tuple[str, ...]:
    """The cells of a row of a table."""
    return tuple(
        cell.strip() for cell in re.split(r"(?<!\\)\|", row.strip().removeprefix("|").removesuffix("|"))
    )


def is_separator(line: str) -> bool:
    """Whether a line is the rule below the head of a table."""
    return bool(_SEPARATOR.fullmatch(line)) and ("|" in line or "+" in line)


def blocks(lines: Sequence[str]) -> tuple[MarkdownBlock, ...]:
    """The blocks of some lines in order. Lines of one paragraph or item become one text."""
    made: list[MarkdownBlock] = []
    for kind, indent, piece in _pieces(list(lines)):
        text = "\n".join(piece) if kind is BlockKind.CODE else _joined(piece)
        if text.strip():
            made.append(MarkdownBlock(kind, text, indent))
    return tuple(made)


def _joined(lines: list[str]) -> str:
    """Hard-wrapped lines as one text; a break that was meant stays one."""
    text = ""
    for line in lines:
        glue = "" if not text else "\n" if _BREAK.search(text) else " "
        text = f"{_BREAK.sub('', text) if glue else text}{glue}{line.strip() if glue == ' ' else line.lstrip()}"
    return _BREAK.sub("", text).strip()


_Piece = tuple[BlockKind, int, list[str]]


def _pieces(lines: list[str]) -> Iterator[_Piece]:
    piece: _Piece | None = None
    index = 0
    while index < len(lines):
        line = lines[index]
        if FENCE.match(line):
            yield from [piece] if piece else []
            end = _end_of_code(lines, index)
            yield BlockKind.CODE, 0, lines[index:end]
            piece, index = None, end
            continue
        if _is_row(lines, index):
            yield from [piece] if piece else []
            if not is_separator(line):
                is_head = index + 1 < len(lines) and is_separator(lines[index + 1])
                yield BlockKind.HEAD if is_head else BlockKind.ROW, 0, [line]
            piece = None
        else:
            begun = _begun(line, piece, lines[index + 1] if index + 1 < len(lines) else "")
            if begun is None and piece and line.strip() and not _RULE.fullmatch(line):
                piece[2].append(line)
            else:
                yield from [piece] if piece else []
                piece = begun
        index += 1
    yield from [piece] if piece else []


_RULE = re.compile(r"\s{0,3}(?:(?:-\s*){3,}|(?:\*\s*){3,}|(?:_\s*){3,})")
"""A line across the page, which says nothing."""


def _begun(line: str, piece: _Piece | None, below: str) -> _Piece | None:
    """The block that a line begins; None where it goes on with the one before, or is empty.

    Lines that begin with a time next to others that do, and a line that is a date, are blocks of their own.
    """
    if not line.strip() or _RULE.fullmatch(line):
        return None
    item = _ITEM.fullmatch(line)
    if item:
        return BlockKind.ITEM, len(item[1].expandtabs(4)), [item[2]]
    bare = _unquoted(line)
    if piece is not None and piece[0] is BlockKind.PARAGRAPH and leading_clock(bare):
        first, last = _unquoted(piece[2][0]), _unquoted(piece[2][-1])
        is_label = last.rstrip().endswith(":") or _is_day(first)
        is_next = is_label or any(leading_clock(each) for each in (first, last, _unquoted(below)))
    else:
        is_next = False
    if piece is None or is_next or _is_day(bare):
        return BlockKind.PARAGRAPH, len(line) - len(line.lstrip()), [bare]
    return None


def _unquoted(line: str) -> str:
    return re.sub(r"^\s*>\s?", "", line)


def _is_day(line: str) -> bool:
    """Whether a line is a day for those after it, and nothing else."""
    return is_date(line.strip("*_: ")) or bool(_NEXT_DAY.fullmatch(line))


def _end_of_code(lines: list[str], start: int) -> int:
    """The index after the line that closes a fence, or after the last line."""
    opened = FENCE.match(lines[start])
    sign = opened[1] if opened else "```"
    for index in range(start + 1, len(lines)):
        closing = re.fullmatch(r"\s*(?:>\s?)?(```+|~~~+)\s*", lines[index])
        if closing and closing[1].startswith(sign):
            return index + 1
    return len(lines)


def _is_row(lines: list[str], index: int) -> bool:
    """Whether a line is of a table: between bars, or with bars and next to the rule of one."""
    line = lines[index].strip()
    if line.startswith("|") and line.count("|") > 1:
        return True
    if "|" not in line:
        return False
    first = index
    while first > 0 and "|" in lines[first - 1]:
        first -= 1
    return any(
        is_separator(each) for each in lines[first : first + 2] + lines[index : index + 2]
    ) and not line.startswith("||")
