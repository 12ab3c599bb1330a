"""Slips of the signs that YAML is made of: ``:``, ``-`` and ``,``, missing, doubled, or without their space."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.source.patched import Patch
from pirgen.source.repairs.layout import with_lines_before
from pirgen.source.repairs.repair import Fault, Repair
from pirgen.source.written_lines import WrittenLine, written_line

_UNSPACED = re.compile(r"[ ]*(?:- +)*([A-Za-z_][\w-]*):(?=[^\s/:])")


def spaces_after_colons(text: str, line: WrittenLine) -> Iterator[Repair]:
    """A key such as ``title:x``, whose colon has no space behind it; not ``https://``."""
    match = _UNSPACED.match(text, line.start, line.end)
    if match and not line.key:
        at = match.end()
        message = f"no space stands after '{match[1]}:'"
        hint = f"write '{match[1]}: ' and then its value"
        yield Repair(match.start(1), at, message, hint, ((at, at, " "),))


_EQUALS = re.compile(r"([A-Za-z_][\w-]*)[ ]*=[ ]*(?=\S)")


def equals_signs(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    """A ``=`` in the place of the ``:`` of a key."""
    for line in lines:
        match = None if line.key else _EQUALS.match(text, line.value_start, line.value_end)
        if match:
            message, hint = f"'=' stands behind '{match[1]}'", f"write '{match[1]}: ' and then its value"
            yield Repair(match.start(), line.value_end, message, hint, ((match.end(1), match.end(), ": "),))


def dashes(text: str, fault: Fault) -> Iterator[Repair]:
    """A line that stands where an entry of a list should, without a ``-``."""
    line = written_line(text, fault.since)
    before = [other for other in with_lines_before(text, line)[1:2] if other.has_dash and not other.key]
    if "could not find expected ':'" in fault.said and before and before[0].indent == line.indent:
        message, hint = "the line stands between the entries of a list and has no '-'", "begin it with '- '"
        patches: tuple[Patch, ...] = ((fault.since, fault.since, "- "),)
        yield Repair(fault.since, line.value_end, message, hint, patches, is_safe=False)


def colons(text: str, fault: Fault) -> Iterator[Repair]:
    """A line that stands where a key should, without a ``:``."""
    if "could not find expected ':'" in fault.said:
        end = written_line(text, fault.since).value_end
        message, hint = "a key has no ':' after it", "write 'key: value'; indent what goes on"
        yield Repair(fault.since, end, message, hint, ((end, end, ":"),), is_safe=None)


def commas(text: str, fault: Fault) -> Iterator[Repair]:
    """A comma with nothing before it."""
    if text[fault.at : fault.at + 1] == "," and text[: fault.at].rstrip().endswith((",", "[", "{")):
        message = "nothing stands before this ','"
        yield Repair(fault.at, fault.at + 1, message, "delete it", ((fault.at, fault.at + 1, ""),))
