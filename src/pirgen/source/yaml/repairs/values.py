"""Values that should stand in quotes, in blocks and between brackets; and brackets that are not closed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from pirgen.source.yaml.flow import entries
from pirgen.source.yaml.patched import Patch
from pirgen.source.yaml.quoting import quoted
from pirgen.source.yaml.repairs.layout import MOST_LINES_OF_A_VALUE, lines_after
from pirgen.source.yaml.repairs.quotes import quotes_in_quotes
from pirgen.source.yaml.repairs.repair import LONGEST_LINE, QUOTE, Fault, Repair
from pirgen.source.yaml.written_lines import WrittenLine, written_line


def flow_values(text: str, fault: Fault, line: WrittenLine) -> Iterator[Repair]:
    """Values between brackets or braces that should be in quotes: the one where libyaml gave up, or before."""
    if line.end - line.start > LONGEST_LINE:
        return
    found = entries(text, line.start, line.end)
    for number, entry in enumerate(found):
        if entry.start > fault.at:
            continue
        colon = re.compile(r":\s+").search(text, entry.start, entry.end) if entry.in_braces else None
        start = colon.end() if colon else entry.start
        ends = [entry.end]
        for later in found[number + 1 :] if colon else ():
            if ":" in text[later.start : later.end] or later.start < entry.end:
                break
            ends.insert(0, later.end)
        for end in ends:
            yield from _quotings(text, start, end)


def block_values(text: str, line: WrittenLine) -> Iterator[Repair]:
    """The value of a line that should be in quotes, alone or with the lines that go on with it."""
    start, end = line.value_start, line.value_end
    if line.is_blank or line.opens_block or start == end:
        return
    if not line.key and not line.has_dash:
        yield from _key(text, line)
    yield from _quotings(text, start, end)
    for following in islice(lines_after(text, line), MOST_LINES_OF_A_VALUE):
        is_deeper = following.indent > line.key_start - line.start
        if following.is_blank or not is_deeper or _NAME.fullmatch(following.key):
            break
        end = following.value_end
    if end != line.value_end and (line.key or line.has_dash):
        yield from _quotings(text, start, end)


_NAME = re.compile(r"[A-Za-z_][\w-]*")
_COMMENT = re.compile(r"(?:^|\s)(#\S.*)")
_OPENING = "\N{LEFT DOUBLE QUOTATION MARK}\N{DOUBLE LOW-9 QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}"
_CLOSING = "\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK}"
_HASHTAGS = re.compile(r"\[\s*(?:[\w-]+\s*,\s*)*(#)[\w-]+(?:\s*,\s*#?[\w-]+)*\s*\]")
_SIGNS = {
    "@": "a character that YAML reserves",
    "`": "a character that YAML reserves",
    "%": "which begins a directive",
    "*": "which begins an alias",
    "&": "which begins an anchor",
    "!": "which begins a tag",
    "|": "which begins a block of text",
    ">": "which begins a block of text",
    "?": "which begins a key",
    ",": "which separates list entries",
    "]": "which ends a list",
    "}": "which ends a mapping",
}


def _quotings(text: str, start: int, end: int) -> Iterator[Repair]:
    """Ways to quote a value, with what is wrong about it."""
    value = text[start:end]
    is_in_curly_quotes = len(value) > 2 and value[0] in _OPENING and value[-1] in _CLOSING
    patches: tuple[Patch, ...] = ((start, end, quoted(value[1:-1] if is_in_curly_quotes else value)),)
    comment = _COMMENT.search(value)
    if value[:1] in ("'", '"'):
        yield from quotes_in_quotes(text, start, end)
    elif value[:1] in _SIGNS:
        message, is_block = f"a value begins with '{value[0]}', {_SIGNS[value[0]]}", value[0] in "|>"
        hint = f"begin the text on the next line, indented, or {QUOTE}" if is_block else QUOTE
        yield Repair(start, start + 1, message, hint, patches, is_safe=not is_block)
    elif hashtags := _HASHTAGS.fullmatch(value):
        at, bare = start + hashtags.start(1), value.replace("#", "")
        message = "'#' in a list begins a comment"
        yield Repair(at, at + 1, message, f"write {bare}", ((start, end, bare),), is_safe=False)
    elif value[:1] in ("[", "{"):
        yield _brackets(value, start, end)
    elif colon := re.search(r":(?=\s|$)", value):
        at = start + colon.start()
        yield Repair(at, at + 1, "': ' in a value without quotes", QUOTE, patches)
    elif comment:
        at = start + comment.start(1)
        message = f"'{comment[1]}' is read as a comment and lost"
        yield Repair(at, start + comment.end(1), message, QUOTE, patches)


def _key(text: str, line: WrittenLine) -> Iterator[Repair]:
    """A key that begins with a sign of YAML."""
    start, colon = line.value_start, line.value.find(": ")
    if line.value[:1] in _SIGNS and colon > 0:
        end = start + colon
        message = f"a key begins with '{line.value[0]}', {_SIGNS[line.value[0]]}"
        yield Repair(
            start, start + 1, message, "put the key in quotes", ((start, end, quoted(text[start:end])),)
        )


def _brackets(value: str, start: int, end: int) -> Repair:
    """A value that begins with a bracket: one that is not closed, or that goes on behind the closing one."""
    opened, closing = value[0], "]" if value[0] == "[" else "}"
    closed = value.find(closing)
    if closed < 0:
        return _open(opened, start, end)
    patches: tuple[Patch, ...] = ((start, end, quoted(value)),)
    if value.startswith("{{"):
        message = "a value begins with '{{', which begin a mapping in a mapping"
        return Repair(start, start + 2, message, QUOTE, patches)
    behind = end - len(value[closed + 1 :].lstrip())
    message = "text after the closing bracket"
    return Repair(
        behind, behind + 1, message, QUOTE, patches, is_safe=value[closed + 1 : closed + 2] in (" ", "(")
    )


def _open(opened: str, start: int, end: int) -> Repair:
    closing = "]" if opened == "[" else "}"
    message = f"a '{opened}' is never closed"
    hint = f"close it with '{closing}', or {QUOTE} if it is a text"
    return Repair(start, start + 1, message, hint, ((end, end, closing),), is_safe=None)


_NEXT_KEY = re.compile(r",\s*[\w-]+:\s")


def other_brackets(text: str, fault: Fault) -> Iterator[Repair]:
    """A list that is open yet where the mapping around it is closed, or the other way round."""
    opened, closing = text[fault.since : fault.since + 1], text[fault.at : fault.at + 1]
    if (opened, closing) in (("[", "}"), ("{", "]")):
        following = _NEXT_KEY.search(text, fault.since, fault.at) if opened == "[" else None
        yield _open(opened, fault.since, following.start() if following else fault.at)


def open_brackets(text: str, fault: Fault) -> Iterator[Repair]:
    """A bracket that is not closed on its line."""
    opened = text[fault.since : fault.since + 1]
    if opened in ("[", "{"):
        yield _open(opened, fault.since, written_line(text, fault.since).value_end)
