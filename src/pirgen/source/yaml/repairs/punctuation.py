"""Slips of the signs that YAML is made of: ``:``, ``-`` and ``,``, missing, doubled, or without their space."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise, takewhile

from pirgen.source.yaml.patched import Patch
from pirgen.source.yaml.repairs.layout import lines_from, with_lines_before
from pirgen.source.yaml.repairs.repair import Fault, Repair
from pirgen.source.yaml.written_lines import WrittenLine, written_line

_UNSPACED = re.compile(r"[ ]*(?:- +)*([A-Za-z_][\w-]*):(?=[^\s/:])")


def spaces_after_colons(text: str, line: WrittenLine) -> Iterator[Repair]:
    """A key such as ``title:x``, whose colon has no space behind it; not ``https://``."""
    match = _UNSPACED.match(text, line.start, line.end)
    if match and not line.key:
        at = match.end()
        message = f"no space after '{match[1]}:'"
        hint = f"write '{match[1]}: ' and then its value"
        yield Repair(match.start(1), at, message, hint, ((at, at, " "),))


_EQUALS = re.compile(r"([A-Za-z_][\w-]*)[ ]*=[ ]*(?=\S)")


def equals_signs(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    """A ``=`` in the place of the ``:`` of a key."""
    for line in lines:
        match = None if line.key else _EQUALS.match(text, line.value_start, line.value_end)
        if match:
            message, hint = f"'=' after '{match[1]}'", f"write '{match[1]}: ' and then its value"
            yield Repair(match.start(), line.value_end, message, hint, ((match.end(1), match.end(), ": "),))


def dashes(text: str, fault: Fault) -> Iterator[Repair]:
    """A line in the place of a list entry, without a ``-``."""
    line = written_line(text, fault.since)
    before = [other for other in with_lines_before(text, line)[1:2] if other.has_dash and not other.key]
    if "could not find expected ':'" in fault.said and before and before[0].indent == line.indent:
        message, hint = "the line is between the entries of a list and has no '-'", "begin it with '- '"
        patches: tuple[Patch, ...] = ((fault.since, fault.since, "- "),)
        yield Repair(fault.since, line.value_end, message, hint, patches, is_safe=False)


def colons(text: str, fault: Fault) -> Iterator[Repair]:
    """A line in the place of a key, without a ``:``."""
    if "could not find expected ':'" in fault.said:
        end = written_line(text, fault.since).value_end
        message, hint = (
            "a key has no ':' after it",
            "write 'key: value', and indent lines that continue the value",
        )
        yield Repair(fault.since, end, message, hint, ((end, end, ":"),), is_safe=None)


def colons_before(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    """A key without a ``:`` on the line before the blamed one, whose other keys stand deeper or beside it."""
    for line in lines[1:2]:
        word = None if line.key else re.compile(r"[a-z][\w-]*(?=[ ]|$)").match(line.value)
        if word:
            end = line.value_start + word.end()
            message, hint = f"'{word[0]}' has no ':' after it", f"write '{word[0]}:' if it is a key"
            yield Repair(line.value_start, end, message, hint, ((end, end, ":"),), is_safe=False)


_BULLET = re.compile(r"[ ]*[*\u2022\u2013](?=[ ]+\S)")


def bullets(text: str, line: WrittenLine) -> Iterator[Repair]:
    """Entries of a list that begin with a bullet, as in Markdown and in mail."""
    matches = list(
        takewhile(bool, (_BULLET.match(text, each.start, each.end) for each in lines_from(text, line)))
    )
    signs = [match.end() for match in matches if match]
    if signs:
        sign = text[signs[0] - 1]
        more = f", here and {len(signs) - 1} times below" if len(signs) > 1 else ""
        message = f"a list entry begins with '- ', not with '{sign}'{more}"
        patches: tuple[Patch, ...] = tuple((at - 1, at, "-") for at in signs)
        yield Repair(signs[0] - 1, signs[0], message, "write '- '", patches, is_safe=len(signs) > 1)


def empty_lists(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    """A ``[]`` behind a key whose entries stand below it."""
    for line, above in pairwise(lines):
        if line.has_dash and above.value in ("[]", "{}") and above.key:
            start, end = len(text[: above.value_start].rstrip()), above.value_end
            message = f"'{above.value}' is empty, but entries of '{above.key}' follow below it"
            yield Repair(above.value_start, end, message, "delete it", ((start, end, ""),))


def spaces_after_dashes(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    """An entry such as ``-id: x`` whose dash has no space behind it."""
    for line in lines[:2]:
        match = re.compile(r"[ ]*-(?=[A-Za-z_][\w-]*:(?:[ ]|$))").match(text, line.start, line.end)
        if match:
            at = match.end()
            yield Repair(at - 1, at, "no space after '-'", "write '- '", ((at, at, " "),))


def lost_dashes(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    """A line with the key that the entry before it begins with, and without its ``-``."""
    line = lines[0]
    first = next((other for other in lines[1:] if other.has_dash), None)
    if first and line.key and line.key == first.key and not line.has_dash:
        start = line.start + line.indent
        dash = text[first.start : first.key_start]
        message, hint = f"'{line.key}' begins a list entry but has no '-'", "begin it with '- '"
        yield Repair(start, start + len(line.key), message, hint, ((line.start, start, dash),), is_safe=False)


def commas(text: str, fault: Fault) -> Iterator[Repair]:
    """A comma with nothing before it."""
    if text[fault.at : fault.at + 1] == "," and text[: fault.at].rstrip().endswith((",", "[", "{")):
        message = "nothing before this ','"
        yield Repair(fault.at, fault.at + 1, message, "delete it", ((fault.at, fault.at + 1, ""),))
