"""Keys that a record does not know: a typo, a missing space, or what a comma cut off a text."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field

from pirgen.diagnostics import Fix, Span, surely_meant
from pirgen.source import codes
from pirgen.source.fields.meanings import (
    SURE_KEYS,
    has_own_sense,
    is_same_word,
    meant_word,
    named_in,
    near_word,
)
from pirgen.source.fields.reading import Reading, replaced
from pirgen.source.fields.scalars import inserted, is_empty, quoting, said
from pirgen.source.yaml.nodes import Mapping as MappingNode
from pirgen.source.yaml.nodes import Node, Scalar


@dataclass(frozen=True, slots=True)
class Meant:
    """The known keys that unknown ones were meant to be.

    ``surely`` gives those by what was written, where there is no doubt, so that the value can be read. Of the
    values of ``cut`` a comma took a part away.
    """

    keys: Collection[str] = ()
    surely: Mapping[str, str] = field(default_factory=dict)
    cut: Collection[str] = ()


_NONE = Meant()


def report_unknown_keys(
    node: MappingNode, known: Collection[str], reading: Reading, lists: Collection[str] = ()
) -> Meant:
    """Report each unknown key; the known keys that they were most probably meant to be.

    ``lists`` are the known keys that take a list.
    """
    if all(key.text in known for key, _ in node.entries):
        return _NONE
    written = {key.text for key, _ in node.entries}
    free = [name for name in known if name not in written]
    meant: set[str] = set()
    surely: dict[str, str] = {}
    cut: set[str] = set()
    for number, (key, value) in enumerate(node.entries):
        if key.text in known or key.text.startswith("x-"):
            continue
        spaced = space_after_key(key, free) if is_empty(value) else None
        if spaced:
            name = key.text.partition(":")[0]
            meant.add(name)
            hint = f"write '{name}: ' and then its value"
            reading.report(codes.UNKNOWN_KEY, key.span, f"no space after '{name}:'", hint=hint, fix=spaced)
        elif number and _goes_on(node, number):
            cut |= _report_cut_text(node, number, known, lists, reading)
        elif near := _near_key(key.text, free, known, reading):
            meant.add(near)
            reading.findings.keys.setdefault((*reading.path, near), key.span)
            sure = _sure_key(key.text, free)
            fix = replaced(key.span, sure) if sure else None
            reading.report(codes.UNKNOWN_KEY, key.span, f"unknown key {said(key)}", near=near, fix=fix)
            if sure and sure not in surely.values():
                surely[key.text] = sure
        else:
            expected, hint = _where_it_belongs(key.text, known, reading)
            message = f"unknown key {said(key)}"
            reading.report(codes.UNKNOWN_KEY, key.span, message, expected=expected, hint=hint)
    return Meant(meant, surely, cut)


def _where_it_belongs(written: str, known: Collection[str], reading: Reading) -> tuple[str, str]:
    """What is expected, if that helps, and a hint: it is there already, belongs elsewhere, or is foreign."""
    own = f"a key of your own begins with 'x-': x-{written}" if written.isidentifier() else ""
    foreign = f"one of {', '.join(known)}", own or "a key of your own begins with 'x-'"
    if reading.is_crowded:
        return foreign
    keys = [name for name in known if name != "internal"]
    there = next((name for name in keys if is_same_word(written, name)), "") or meant_word(written, keys)
    if not there and (hint := reading.elsewhere(written, reading.path)):
        return "", hint
    there = there or surely_meant(written, keys) or named_in(written, keys)
    return ("", f"'{there}' is there already; put both into one") if there else foreign


def report_misplaced(key: Scalar, value: Node, reading: Reading) -> bool:
    """Report a key of the top level among ids, which has no mapping as all of those have; whether it is one."""
    hint = "" if isinstance(value, MappingNode) else reading.elsewhere(key.text, reading.path)
    if "top level" in hint:
        reading.report(codes.UNKNOWN_KEY, key.span, f"unknown key {said(key)}", hint=hint)
    return "top level" in hint


def _near_key(written: str, free: list[str], known: Collection[str], reading: Reading) -> str:
    """The key that was meant here; a likeness of letters counts only for what belongs nowhere else."""
    if reading.is_crowded:
        return ""
    own = [name for name in known if name != "internal"]
    meant = _sure_key(written, free) or meant_word(written, [name for name in own if name in free])
    if meant or reading.elsewhere(written, reading.path):
        return meant
    near = near_word(written, own) or named_in(written, own)
    return near if near in free else ""


def _sure_key(written: str, free: list[str]) -> str:
    meant = SURE_KEYS.get(written, "")
    if meant in free:
        return meant
    sure = surely_meant(written, free)
    return sure if is_same_word(sure, written) or not has_own_sense(written) else ""


def _report_cut_text(
    node: MappingNode, number: int, known: Collection[str], lists: Collection[str], reading: Reading
) -> set[str]:
    """What a comma in braces cut off the text or list before it; the key before, if that is a list."""
    key, (name, before), fix = node.entries[number][0], node.entries[number - 1], None
    hint = "a ',' ends a value in braces; put the text before it and what follows in quotes"
    if isinstance(before, Scalar) and before.is_plain and not is_empty(before):
        last = number
        while last + 1 < len(node.entries) and _goes_on(node, last + 1):
            last += 1
        end = node.entries[last][0].span
        whole = Span(before.span.line, before.span.column, end.end_line, end.end_column)
        fix = quoting(whole, reading)
        if name.text in lists:
            brackets = f"[{reading.written(whole)}]"
            hint, fix = f"a list has brackets: {name.text}: {brackets}", replaced(whole, brackets)
    expected, message = f"one of {', '.join(known)}", f"unknown key {said(key)}"
    reading.report(codes.UNKNOWN_KEY, key.span, message, expected=expected, hint=hint, fix=fix)
    return {name.text} if name.text in lists else set()


def _goes_on(node: MappingNode, number: int) -> bool:
    """Whether an entry of a mapping in braces is a bare text behind the comma of another on its line."""
    (_, before), (key, value) = node.entries[number - 1], node.entries[number]
    is_bare = isinstance(value, Scalar) and value.is_plain and value.text == ""
    return is_bare and key.is_plain and before.span.end_line == key.span.line == value.span.end_line


def space_after_key(node: Node, known: list[str]) -> Fix | None:
    """The space that ``at:2026-03-14T12:30Z`` lacks, if a known key comes before the first ``:``."""
    if not isinstance(node, Scalar) or not node.is_plain or node.span.line != node.span.end_line:
        return None
    name, colon, rest = node.text.partition(":")
    if not colon or rest.startswith("/"):
        return None
    return inserted(node.span.line, node.span.column + len(name) + 1, " ") if name in known else None
