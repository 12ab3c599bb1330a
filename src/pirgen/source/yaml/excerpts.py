"""Where words of a value stand in its file: YAML may quote, fold and indent a text, but leaves its words be."""

from __future__ import annotations

import re
from functools import lru_cache

from pirgen.diagnostics import Excerpt, Span


def narrowed(span: Span, excerpt: Excerpt, source: str) -> Span:
    """The span of an excerpt inside the span of its value; that one where the words cannot be told for sure.

    The words are counted in the value and in its source: if there are as many, their order tells which is
    meant. There are fewer where an escape sequence runs through them, and more where a comment repeats them.
    """
    written = _written(span, source)
    words = r"\s+".join(re.escape(word) for word in excerpt.words.split())
    starts, found = _places(words, excerpt.text), _places(words, written)
    if excerpt.start not in starts or len(found) != len(starts):
        return span
    start, end = list(found.items())[list(starts).index(excerpt.start)]
    return Span(*_position(written, start, span), *_position(written, end, span))


@lru_cache(maxsize=64)
def _places(words: str, text: str) -> dict[int, int]:
    """Where words begin in a text, in order, and where they end; mostly the next excerpt asks the same."""
    return {match.start(): match.end() for match in re.finditer(words, text)}


@lru_cache(maxsize=8)
def _written(span: Span, source: str) -> str:
    """The source text of a span, every line of it from its own beginning save the first."""
    lines = source.split("\n")[span.line - 1 : span.end_line]
    if len(lines) == span.end_line - span.line + 1:
        lines[-1] = lines[-1][: span.end_column - 1]
    if lines:
        lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


def _position(written: str, offset: int, span: Span) -> tuple[int, int]:
    before = written[:offset]
    line = before.count("\n")
    column = offset - before.rfind("\n") if line else span.column + offset
    return span.line + line, column
