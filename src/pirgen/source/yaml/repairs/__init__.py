"""Where libyaml gives up: which slip it fell over, and the smallest change that lets it read on.

libyaml says where it gave up and not what went wrong: an open quote is blamed on the end of the file. So
each slip that we know is looked for at that line and at the lines before it, repaired on trial, and taken
for the true one where libyaml then gets further. Of guesses at what a line belongs to, the one with which it
gets furthest is taken, so that one slip is not said again at every line that follows.
"""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.source.yaml.repairs.layout import (
    continuation,
    end_marks,
    indentation,
    joined_lines,
    tabs,
    with_lines_before,
)
from pirgen.source.yaml.repairs.punctuation import (
    bullets,
    colons,
    colons_before,
    commas,
    dashes,
    empty_lists,
    equals_signs,
    lost_dashes,
    spaces_after_colons,
    spaces_after_dashes,
)
from pirgen.source.yaml.repairs.quotes import escapes, open_quotes
from pirgen.source.yaml.repairs.repair import QUOTE, Fault, Repair, Unread
from pirgen.source.yaml.repairs.values import block_values, flow_values, open_brackets, other_brackets
from pirgen.source.yaml.written_lines import WrittenLine, written_line

__all__ = ["QUOTE", "Fault", "Repair", "Unread", "repair_of"]


def repair_of(text: str, fault: Fault, unread: Unread) -> Repair | None:
    """The slip that libyaml fell over, or None where it is none that we know."""
    lines = with_lines_before(text, written_line(text, fault.at))
    known = (repair for repair in _slips(text, fault, lines) if unread(repair.patches) is not None)
    return next(known, None) or _furthest(_guesses(text, fault, lines), unread)


def _furthest(repairs: Iterator[Repair], unread: Unread) -> Repair | None:
    """The repair with which libyaml gets furthest, the smallest and first of those; None where none helps."""
    tried = [(left, repair) for repair in repairs if (left := unread(repair.patches)) is not None]
    return min(tried, key=lambda each: (each[0], each[1].size))[1] if tried else None


def _slips(text: str, fault: Fault, lines: list[WrittenLine]) -> Iterator[Repair]:
    """The slips that it may be, likely ones first."""
    blamed = lines[0]
    yield from tabs(text, fault, blamed)
    yield from escapes(text, fault)
    yield from open_quotes(text, fault)
    yield from end_marks(text, lines)
    yield from commas(text, fault)
    yield from other_brackets(text, fault)
    yield from empty_lists(text, lines)
    yield from bullets(text, blamed)
    for line in lines:
        yield from joined_lines(text, line)
        yield from flow_values(text, fault, line)
        yield from block_values(text, line)
        yield from spaces_after_colons(text, line)
    yield from equals_signs(text, lines)
    yield from dashes(text, fault)
    yield from spaces_after_dashes(text, lines)


def _guesses(text: str, fault: Fault, lines: list[WrittenLine]) -> Iterator[Repair]:
    """What else it may be: a line that stands too deep or not deep enough, or lacks a sign."""
    yield from lost_dashes(text, lines)
    yield from colons(text, fault)
    yield from colons_before(text, lines)
    yield from indentation(text, lines)
    yield from continuation(text, fault)
    yield from open_brackets(text, fault)
