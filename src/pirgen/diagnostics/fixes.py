"""Fixes change a text at their spans and nowhere else; comments, order and line ends stay as they are."""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Sequence

from pirgen.diagnostics.diagnostic import Edit, Fix, Span
from pirgen.diagnostics.lines import Lines


def apply_fixes(text: str, fixes: Iterable[Fix]) -> tuple[str, tuple[Fix, ...]]:
    """The text with the fixes made, and those that were made.

    A fix is made whole or not at all. Where two touch the same place the first wins; the other is for the
    next reading of the text, which may not need it any more.
    """
    lines = Lines(text)
    made: list[Fix] = []
    edits: list[tuple[int, int, str]] = []
    for fix in fixes:
        wanted = [(*lines.offsets(edit.span), edit.text) for edit in fix.edits]
        if not any(_touches(edit, edits) for edit in wanted):
            for edit in wanted:
                insort(edits, edit)
            made.append(fix)
    return spliced(text, edits), tuple(made)


def spliced(text: str, edits: Sequence[tuple[int, int, str]]) -> str:
    """The text with each stretch between two offsets replaced; they are in order and don't overlap."""
    parts, at = [], 0
    for start, end, replacement in edits:
        parts += [text[at:start], replacement]
        at = end
    return "".join([*parts, text[at:]])


def reordered(lines: Lines, items: Sequence[Span], order: Sequence[int]) -> Fix | None:
    """The entries of a list in another order, each with the comments above it; a guess at what was meant.

    None where entries share a line.
    """
    starts = [_with_comments(lines, item.line) for item in items]
    is_block = all(lines.line(item.line).lstrip().startswith("-") for item in items)
    if not is_block or starts != sorted(set(starts)):
        return None
    ends = [*starts[1:], _end_of_last(lines, items[-1])]
    parts = [_whole_lines(lines, start, end) for start, end in zip(starts, ends, strict=True)]
    span = Span(starts[0], 1, ends[-1] - 1, len(lines.line(ends[-1] - 1)) + 1)
    return Fix((Edit(span, lines.line_end.join(parts[index] for index in order)),), is_safe=False)


def _with_comments(lines: Lines, number: int) -> int:
    """The number of the first of the comment lines directly above a line, or its own."""
    indent = lines.line(number).index("-") if "-" in lines.line(number) else 0
    while lines.line(number - 1).startswith(" " * indent + "#"):
        number -= 1
    return number


def _end_of_last(lines: Lines, item: Span) -> int:
    """The number of the line behind an entry; without what stands less deep or is empty."""
    end = item.end_line + (item.end_column > 1)
    while end > item.line + 1 and not lines.line(end - 1)[: item.column - 1].isspace():
        end -= 1
    return end


def _whole_lines(lines: Lines, start: int, end: int) -> str:
    return lines.line_end.join(lines.line(number) for number in range(start, end))


def _touches(edit: tuple[int, int, str], others: Sequence[tuple[int, int, str]]) -> bool:
    """Whether an edit shares a letter with one of others in order, or touches it: then order would matter."""
    start, end, _ = edit
    at = bisect_right(others, (start,))
    follows = at < len(others) and others[at][0] <= end
    return follows or (at > 0 and others[at - 1][1] >= start)
