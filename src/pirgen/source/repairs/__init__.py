"""Where libyaml gives up: which slip it fell over, and the smallest change that lets it read on.

libyaml says where it gave up and not what went wrong: an open quote is blamed on the end of the file. So
each slip that we know is looked for at that line and at the lines before it, repaired on trial, and taken
for the true one where libyaml then gets further.
"""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.source.repairs.layout import end_marks, indentation, tabs, with_lines_before
from pirgen.source.repairs.punctuation import colons, commas, dashes, equals_signs, spaces_after_colons
from pirgen.source.repairs.quotes import escapes, open_quotes
from pirgen.source.repairs.repair import QUOTE, Fault, Helps, Repair
from pirgen.source.repairs.values import block_values, flow_values, open_brackets, other_brackets
from pirgen.source.written_lines import written_line

__all__ = ["QUOTE", "Fault", "Helps", "Repair", "repair_of"]


def repair_of(text: str, fault: Fault, helps: Helps) -> Repair | None:
    """The slip that libyaml fell over, or None where it is none that we know."""
    return next((repair for repair in _candidates(text, fault) if helps(repair.patches)), None)


def _candidates(text: str, fault: Fault) -> Iterator[Repair]:
    """The slips that it may be, likely ones first."""
    blamed = written_line(text, fault.at)
    lines = with_lines_before(text, blamed)
    yield from tabs(text, fault, blamed)
    yield from escapes(text, fault)
    yield from open_quotes(text, fault)
    yield from end_marks(text, lines)
    yield from commas(text, fault)
    yield from other_brackets(text, fault)
    for line in lines:
        yield from flow_values(text, fault, line)
        yield from block_values(text, line)
        yield from spaces_after_colons(text, line)
    yield from equals_signs(text, lines)
    yield from dashes(text, fault)
    yield from colons(text, fault)
    yield from indentation(text, lines)
    yield from open_brackets(text, fault)
