"""The lines of a text: from a line and column to an offset and back."""

from __future__ import annotations

import re
from bisect import bisect_right
from functools import cached_property

from pirgen.diagnostics.diagnostic import Span

_LINE_FEED = re.compile("\n")


class Lines:
    """A text cut at its line feeds. A column counts code points from 1, an offset counts them from 0."""

    def __init__(self, text: str) -> None:
        self.text = text

    @cached_property
    def _starts(self) -> list[int]:
        """The offset of each line's start; most files have nothing to tell of, and need none."""
        return [0, *(match.end() for match in _LINE_FEED.finditer(self.text))]

    def __len__(self) -> int:
        return len(self._starts)

    @property
    def line_end(self) -> str:
        """How the text ends its first line, which is how it ends all of them, most probably."""
        return "\r\n" if len(self) > 1 and self.text.endswith("\r\n", 0, self._starts[1]) else "\n"

    def line(self, number: int) -> str:
        """A line by its number from 1, without its end; empty where there is none."""
        if not 1 <= number <= len(self):
            return ""
        end = self._starts[number] - 1 if number < len(self) else len(self.text)
        return self.text[self._starts[number - 1] : end].removesuffix("\r")

    def offset(self, line: int, column: int) -> int:
        """The offset of a place; the nearest one in the text for a place outside of it."""
        number = min(max(line, 1), len(self))
        end = self._starts[number] - 1 if number < len(self) else len(self.text)
        return min(self._starts[number - 1] + max(column, 1) - 1, end)

    def position(self, offset: int) -> tuple[int, int]:
        """The line and column of an offset."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1] + 1

    def span(self, start: int, end: int) -> Span:
        """The span between two offsets."""
        return Span(*self.position(start), *self.position(end))

    def offsets(self, span: Span) -> tuple[int, int]:
        """The offsets of the start and the end of a span."""
        return self.offset(span.line, span.column), self.offset(span.end_line, span.end_column)

    def written(self, span: Span) -> str:
        """What the text has at a span."""
        start, end = self.offsets(span)
        return self.text[start:end]
