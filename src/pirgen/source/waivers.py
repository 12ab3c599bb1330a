"""Comments in which an author allows a finding, with the reason.

    # pirgen: allow CODE because REASON
    # pirgen: allow CODE, CODE because REASON

At the end of a line the comment speaks of that line, alone on a line of the next one with a value; of a
value that goes on over several lines, such as a block of text, it speaks of all of them. PyYAML drops
comments, so they are found in the text: a '#' that no value holds.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from pirgen.diagnostics import Diagnostic, Place, Span, near_miss
from pirgen.source.codes import WAIVER_FORM
from pirgen.source.yaml.nodes import Node, Scalar, Sequence


@dataclass(frozen=True, slots=True)
class Waiver:
    """What a comment allows: the codes as written, each with its span, from its line to ``last_line``."""

    place: Place
    codes: tuple[tuple[str, Span], ...]
    reason: str
    last_line: int

    def speaks_of(self, place: Place) -> bool:
        """Whether a place lies in what the comment is about."""
        is_here = place.file == self.place.file
        return is_here and self.place.span.line <= place.span.line <= self.last_line


# a comment meant for pirgen, also one in which the colon was forgotten
_COMMENT = re.compile(r"#(?<!\S#)[ \t]*pirgen(?:[ \t]*:|(?=[ \t].*\bPIR\d))", re.IGNORECASE)
_PARTS = re.compile(
    r"#[ \t]*(?P<name>pirgen[ \t]*:?)[ \t]*(?P<verb>[^\s:]*)[ \t]*"
    r"(?P<codes>.*?)(?:\bbecause\b(?P<reason>.*))?$",
    re.IGNORECASE,
)
_CODE = re.compile(r"[^\s,]+")
_FORM = "# pirgen: allow CODE because REASON"


def read_waivers(text: str, root: Node, file: str) -> tuple[list[Waiver], list[Diagnostic]]:
    """The waivers of a file whose values are known, and what is wrong with their form."""
    if not _COMMENT.search(text):
        return [], []
    sheet = _Sheet(text, root)
    waivers, problems = [], []
    for number, line in enumerate(sheet.lines, start=1):
        starts = [match.start() + 1 for match in _COMMENT.finditer(line)]
        column = next((start for start in starts if not sheet.is_in_value(number, start)), None)
        if column is None:
            continue
        read = _waiver(line[column - 1 :], Place(file, Span(number, column, number, len(line) + 1)), sheet)
        if isinstance(read, Waiver):
            waivers.append(read)
        else:
            problems.append(read)
    return waivers, problems


class _Sheet:
    """The lines of a file, and where its values lie in them."""

    def __init__(self, text: str, root: Node) -> None:
        self.lines = [line.rstrip("\r") for line in text.split("\n")]
        self._values = sorted(_scalars(root), key=lambda value: value.span)
        self._starts = [(value.span.line, value.span.column) for value in self._values]
        self._last_lines: dict[int, int] = {}
        for value in self._values:
            line = value.span.line
            self._last_lines[line] = max(_last_line(value.span), self._last_lines.get(line, line))

    def is_in_value(self, line: int, column: int) -> bool:
        """Whether a place lies in the text of a value; the line that opens a block of text does not."""
        before = bisect_right(self._starts, (line, column)) - 1
        if before < 0:
            return False
        value = self._values[before]
        if (line, column) >= (value.span.end_line, value.span.end_column):
            return False
        first = self.lines[value.span.line - 1][value.span.column - 1 :]
        opens_block = not value.is_plain and first.startswith(("|", ">"))
        return not opens_block or line > value.span.line

    def last_line_meant(self, line: int, column: int) -> int:
        """The last line that a comment speaks of."""
        if not self.lines[line - 1][: column - 1].strip():
            following = bisect_right(self._starts, (line, column))
            line = self._starts[following][0] if following < len(self._starts) else line
        return self._last_lines.get(line, line)


def _waiver(comment: str, place: Place, sheet: _Sheet) -> Waiver | Diagnostic:
    parts = _PARTS.match(comment)
    assert parts is not None  # it takes whatever _COMMENT does
    line, column = place.span.line, place.span.column
    codes = tuple(
        (code[0], Span(line, column + code.start(), line, column + code.end()))
        for code in _CODE.finditer(comment, parts.start("codes"), parts.end("codes"))
        if code[0] != "and"
    )
    reason = (parts["reason"] or "").strip(" \t:")
    wrong = _wrong(parts, bool(codes), reason)
    if wrong is None:
        return Waiver(place, codes, reason, sheet.last_line_meant(line, column))
    message, near, hint = wrong
    return Diagnostic(WAIVER_FORM.code, WAIVER_FORM.level, message, place, expected=_FORM, near=near, hint=hint)


def _wrong(parts: re.Match[str], has_codes: bool, reason: str) -> tuple[str, str, str] | None:
    """What is wrong with the form of a waiver, the near miss and a hint; None where nothing is."""
    if parts["verb"] != "allow":
        near = near_miss(parts["verb"], ("allow", "ignore", "disable", "waive", "noqa")) and "allow"
        said = (
            f"'{parts['verb']}' is not something a pirgen comment can say"
            if parts["verb"]
            else "comment does not say what to allow"
        )
        return said, near, ""
    if parts["name"] != "pirgen:":
        return "waiver does not begin with 'pirgen:'", "pirgen:", ""
    if not has_codes:
        return "waiver names no code", "", "use the code of the finding, such as PIR202"
    if not reason:
        return "waiver gives no reason", "", "after 'because', say why it is right as it is"
    return None


def _scalars(root: Node) -> Iterator[Scalar]:
    """Every key and value, without recursion."""
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if isinstance(node, Scalar):
            yield node
        elif isinstance(node, Sequence):
            waiting += node.items
        else:
            for key, value in node.entries:
                waiting += (key, value)


def _last_line(span: Span) -> int:
    """The last line with text of a span; that of a block of text ends at the start of the next line."""
    return span.end_line - 1 if span.end_column == 1 and span.end_line > span.line else span.end_line
