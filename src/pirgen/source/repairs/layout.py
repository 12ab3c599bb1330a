"""Slips of a file's layout: tabs, indentation, and marks that end the document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.source import codes
from pirgen.source.patched import Patch
from pirgen.source.repairs.repair import Fault, Repair
from pirgen.source.written_lines import WrittenLine, written_line

LINES_BACK = 12
"""How many lines before the blamed one are looked at."""


def with_lines_before(text: str, line: WrittenLine) -> list[WrittenLine]:
    """A line and those before it that say something, nearest first."""
    lines = [line]
    while line.start > 0 and len(lines) <= LINES_BACK:
        line = written_line(text, line.start - 1)
        if not line.is_blank:
            lines.append(line)
    return lines


def lines_after(text: str, line: WrittenLine) -> Iterator[WrittenLine]:
    """The lines behind a line, in order."""
    while (end := text.find("\n", line.start)) >= 0 and end + 1 < len(text):
        line = written_line(text, end + 1)
        yield line


def tabs(text: str, fault: Fault, line: WrittenLine) -> Iterator[Repair]:
    """Tabs after a dash, and tabs that indent the blamed line and those behind it, as wide as can be read."""
    after_dash = re.compile(r"(?<=-)[ ]*\t[ \t]*").search(text, line.start, line.end)
    if after_dash and after_dash.start() <= fault.at < after_dash.end():
        patches: tuple[Patch, ...] = ((*after_dash.span(), " "),)
        yield Repair(*after_dash.span(), "a tab stands after '-'", "write a space", patches, code=codes.TAB)
    run = [line] if _has_tab(text, line) else []
    if run:
        for following in lines_after(text, line):
            if not _has_tab(text, following):
                break
            run.append(following)
    message = "a tab stands in the indentation"
    message += f", and in that of the next {len(run) - 1} lines" if len(run) > 2 else ""
    for width in (2, 4, 8) if run else ():
        at = text.index("\t", line.start)
        patches = tuple(_spaces_for_tabs(text, tabbed, width) for tabbed in run)
        yield Repair(at, at + 1, message, "indent with spaces", patches, code=codes.TAB)


def _has_tab(text: str, line: WrittenLine) -> bool:
    return "\t" in text[line.start : line.start + line.indent]


def _spaces_for_tabs(text: str, line: WrittenLine, width: int) -> Patch:
    end = line.start + line.indent
    return line.start, end, text[line.start : end].replace("\t", " " * width)


def end_marks(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    """A ``...`` before the blamed line."""
    for line in lines[1:2]:
        if line.value == "..." and line.value_start == line.start:
            message = "'...' ends the document, and what follows would be lost"
            end = text.find("\n", line.start) + 1
            yield Repair(line.start, line.end, message, "delete the line", ((line.start, end, ""),))


def indentation(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    """A key that stands deeper, or less deep, than those it belongs to; or a line of a block that does."""
    line = lines[0]
    start = line.start + line.indent
    if line.has_dash or _has_tab(text, line):
        return
    for number, before in enumerate(lines[1:], start=1):
        column = before.key_start - before.start
        if line.key and before.key and column != line.indent:
            where = "deeper" if line.indent > column else "less"
            message = f"the line is indented {where} than '{before.key}', beside which it seems to belong"
            patches: tuple[Patch, ...] = ((line.start, start, " " * column),)
            yield Repair(start, start + len(line.key), message, "indent both alike", patches, is_safe=False)
        elif before.opens_block and number > 1 and column < line.indent:
            message = "the line is indented less than the text of the block that it seems to belong to"
            patches = ((line.start, start, " " * lines[number - 1].indent),)
            yield Repair(start, line.end, message, "indent all its lines alike", patches, is_safe=False)
