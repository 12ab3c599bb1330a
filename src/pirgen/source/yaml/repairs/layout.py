"""Slips of a file's layout: tabs, indentation, and marks that end the document."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice, takewhile

from pirgen.source import codes
from pirgen.source.yaml.patched import Patch
from pirgen.source.yaml.repairs.repair import Fault, Repair
from pirgen.source.yaml.written_lines import WrittenLine, is_block_header, written_line

MOST_LINES_OF_A_VALUE = 40
"""How many lines a value without quotes may go on for, to be put into quotes or indented whole."""

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


def lines_from(text: str, line: WrittenLine) -> Iterator[WrittenLine]:
    """A line and the lines behind it, in order."""
    yield line
    yield from lines_after(text, line)


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
        yield Repair(*after_dash.span(), "tab after '-'", "write a space", patches, code=codes.TAB)
    run = [line] if _has_tab(text, line) else []
    if run:
        for following in lines_after(text, line):
            if not _has_tab(text, following):
                break
            run.append(following)
    message = "tab in indentation"
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


_SECOND = re.compile(r"(?P<dash>(?:- +)?)[a-z][\w-]*:(?=[ ]+(?P<value>\S)|[ ]*$)")


def joined_lines(text: str, line: WrittenLine) -> Iterator[Repair]:
    """A line such as ``factors: no-test:`` whose second key, or entry, should begin a line of its own."""
    second = _SECOND.match(line.value) if line.key else None
    following = next((after for after in lines_after(text, line) if not after.is_blank), None)
    outer = line.key_start - line.start
    if second is None or following is None or following.indent <= outer:
        return
    has_below = not second["value"] or is_block_header(line.value[second.start("value") :])
    column = outer + 2 if has_below and not second["dash"] else following.indent - len(second["dash"])
    if outer < column and (column < following.indent or (following.key and not has_below)):
        line_end = "\r\n" if text.startswith("\r", line.end) else "\n"
        key_end = len(text[: line.value_start].rstrip())
        patches: tuple[Patch, ...] = ((key_end, line.value_start, line_end + " " * column),)
        start, end = line.value_start, line.value_start + second.end()
        message = f"'{second[0]}' is on the line of '{line.key}'"
        yield Repair(start, end, message, "put it on a line of its own", patches, is_safe=False)


def indentation(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    """A key, an entry, or a line of a block that stands deeper, or less deep, than those it belongs to."""
    line = lines[0]
    if _has_tab(text, line):
        return
    others = list(_one_a_column(text, line))
    following = None if line.value else next(lines_after(text, line), None)
    for other in others:
        if following is None or other.key_start - other.start < following.indent + following.has_dash:
            yield from _moved(text, line, other)
    for number, before in enumerate(lines[2:], start=2):
        if before.opens_block and before.key_start - before.start < line.indent:
            start = line.start + line.indent
            message = "the line is indented less than the block of text it seems to belong to"
            patches: tuple[Patch, ...] = ((line.start, start, " " * lines[number - 1].indent),)
            yield Repair(start, line.end, message, "indent all its lines alike", patches, is_safe=False)
    for other in others:
        yield from _moved(text, other, line)
        if not other.value and not line.has_dash:
            yield from _moved(text, other, line, by_less=2)


def _are_alike(line: WrittenLine, before: WrittenLine) -> bool:
    """Whether two lines may belong beside each other: an entry beside entries, a key beside any key."""
    return before.has_dash if line.has_dash else bool(line.key and before.key)


def _one_a_column(text: str, line: WrittenLine) -> Iterator[WrittenLine]:
    """Of the lines before a line that are like it the nearest of each column, other than its own."""
    own = line.key_start - line.start
    columns, line_start = {own}, line.start
    while line_start > 0 and 0 not in columns - {own}:
        before = written_line(text, line_start - 1)
        line_start, column = before.start, before.key_start - before.start
        if column not in columns and _are_alike(line, before):
            columns.add(column)
            yield before


def _moved(text: str, line: WrittenLine, beside: WrittenLine, by_less: int = 0) -> Iterator[Repair]:
    """A line moved so that its key is in the column of another's, at its beginning or behind its dash.

    With ``by_less`` so many columns less deep: it is the key that the other belongs to.
    """
    by = (beside.key_start - beside.start - by_less) - (line.key_start - line.start)
    where = "deeper" if by < 0 else "less"
    message = f"the line is indented {where} than '{beside.key}', but seems to belong at its level"
    hint = "indent both alike"
    if line.has_dash and beside.has_dash:
        message = f"the entry is indented {where} than the others of its list"
    elif by_less:
        message = f"'{beside.key}' seems to belong under this line, but is not indented deeper"
        hint = f"indent it less, or '{beside.key}' deeper"
    for start in (line.start, line.key_start + min(by, 0))[: 1 + line.has_dash]:
        end = start - min(by, 0)
        if text[start:end].isspace() or start == end:
            key_end = line.key_start + len(line.key)
            patches: tuple[Patch, ...] = ((start, end, " " * by),)
            yield Repair(line.key_start, key_end, message, hint, patches, is_safe=False)


def continuation(text: str, fault: Fault) -> Iterator[Repair]:
    """Lines of text that stand less deep than the key whose value they go on with."""
    line, *before = with_lines_before(text, written_line(text, fault.since))
    key = next((other for other in before if other.key), None)
    lines = islice(lines_from(text, line), MOST_LINES_OF_A_VALUE)
    run = list(takewhile(lambda each: _is_text(text, each), lines))
    if key and run and not line.is_blank:
        message = f"the line is indented less than '{key.key}', whose value it seems to continue"
        column = " " * (key.key_start - key.start + 2)
        patches = tuple((each.start, each.start + each.indent, column) for each in run if not each.is_blank)
        start = line.start + line.indent
        yield Repair(start, line.value_end, message, "indent it deeper", patches, is_safe=False)


def _is_text(text: str, line: WrittenLine) -> bool:
    return not (line.key or line.has_dash or _has_tab(text, line))
