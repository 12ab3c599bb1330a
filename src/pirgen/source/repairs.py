"""Where libyaml gives up: which slip it fell over, and the smallest change that lets it read on.

libyaml says where it gave up and not what went wrong: an open quote is blamed on the end of the file. So
each slip that we know is looked for at that line and at the lines before it, repaired on trial, and taken
for the true one where libyaml then gets further.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import islice

from pirgen.diagnostics import Explanation
from pirgen.source import codes
from pirgen.source.escapes import BAD_ESCAPE, QUOTED, is_half, literal, whole_letters
from pirgen.source.flow import entries
from pirgen.source.patched import Patch
from pirgen.source.quoting import quoted
from pirgen.source.written_lines import WrittenLine, written_line

LINES_BACK = 12
"""How many lines before the blamed one are looked at."""

MOST_LINES_OF_A_VALUE = 40
"""How many lines a value without quotes may go on for, to be put into quotes whole."""

LONGEST_LINE = 4_000
"""How many characters of brackets and braces on one line are looked into."""

QUOTE = "put the whole value into quotes"


@dataclass(frozen=True, slots=True)
class Fault:
    """Where libyaml gave up, what it said, and where what it was reading began; offsets of the text."""

    said: str
    at: int
    since: int

    @property
    def known_from(self) -> int:
        """From where on something is wrong: an open quote swallows all up to the end of the file."""
        return self.since if "end of stream" in self.said else self.at


@dataclass(frozen=True, slots=True)
class Repair:
    """A slip between two offsets, and patches with which libyaml reads on.

    ``is_safe`` is None where the patches serve for reading on only and nothing is offered to the author.
    """

    start: int
    end: int
    message: str
    hint: str
    patches: tuple[Patch, ...]
    is_safe: bool | None = True
    code: Explanation = codes.SYNTAX


Helps = Callable[[tuple[Patch, ...]], bool]
"""Whether libyaml gets further with patches."""


def repair_of(text: str, fault: Fault, helps: Helps) -> Repair | None:
    """The slip that libyaml fell over, or None where it is none that we know."""
    return next((repair for repair in _candidates(text, fault) if helps(repair.patches)), None)


def _candidates(text: str, fault: Fault) -> Iterator[Repair]:
    """The slips that it may be, likely ones first."""
    blamed = written_line(text, fault.at)
    lines = _with_lines_before(text, blamed)
    yield from _tabs(text, fault, blamed)
    yield from _escapes(text, fault)
    yield from _open_quote(text, fault)
    yield from _end_mark(text, lines)
    yield from _extra_comma(text, fault)
    yield from _other_bracket(text, fault)
    for line in lines:
        yield from _flow_values(text, fault, line)
        yield from _block_values(text, line)
        yield from _no_space(text, line)
    yield from _equals(text, lines)
    yield from _no_dash(text, fault)
    yield from _no_colon(text, fault)
    yield from _indentation(text, lines)
    yield from _open_bracket(text, fault)


def _with_lines_before(text: str, line: WrittenLine) -> list[WrittenLine]:
    """A line and those before it that say something, nearest first."""
    lines = [line]
    while line.start > 0 and len(lines) <= LINES_BACK:
        line = written_line(text, line.start - 1)
        if not line.is_blank:
            lines.append(line)
    return lines


def _lines_after(text: str, line: WrittenLine) -> Iterator[WrittenLine]:
    while (end := text.find("\n", line.start)) >= 0 and end + 1 < len(text):
        line = written_line(text, end + 1)
        yield line


def _tabs(text: str, fault: Fault, line: WrittenLine) -> Iterator[Repair]:
    after_dash = re.compile(r"(?<=-)[ ]*\t[ \t]*").search(text, line.start, line.end)
    if after_dash and after_dash.start() <= fault.at < after_dash.end():
        patches: tuple[Patch, ...] = ((*after_dash.span(), " "),)
        yield Repair(*after_dash.span(), "a tab stands after '-'", "write a space", patches, code=codes.TAB)
    run = [line] if _has_tab(text, line) else []
    if run:
        for following in _lines_after(text, line):
            if not _has_tab(text, following):
                break
            run.append(following)
    message = "a tab stands in the indentation"
    message += f", and in that of the next {len(run) - 1} lines" if len(run) > 2 else ""
    for width in (2, 4, 8) if run else ():
        at = text.index("\t", line.start)
        patches = tuple(_spaces_for_tabs(text, tabbed, width) for tabbed in run)
        yield Repair(at, at + 1, message, "indent with spaces", patches, code=codes.TAB)


def _has_tab(text: str, line: WrittenLine) -> bool:
    return "\t" in text[line.start : line.start + line.indent]


def _spaces_for_tabs(text: str, line: WrittenLine, width: int) -> Patch:
    end = line.start + line.indent
    return line.start, end, text[line.start : end].replace("\t", " " * width)


def _escapes(text: str, fault: Fault) -> Iterator[Repair]:
    match = QUOTED.match(text, fault.since)
    if match is None or not any(said in fault.said for said in BAD_ESCAPE):
        return
    at = text.rfind("\\", fault.since, fault.at + 1)
    whole = whole_letters(match[0])
    if whole != match[0]:
        message, hint = "a letter is written as two halves, as JSON does", "write the letter itself"
        yield Repair(at, at + 6, message, hint, ((*match.span(), whole),))
    if is_half(text[at : at + 6]):
        message, hint = f"'{text[at : at + 6]}' is one half of a letter", "write the letter itself"
        yield Repair(at, at + 6, message, hint, ((*match.span(), literal(match[0])),), is_safe=None)
    message = f"'{text[at : at + 2]}' in double quotes is no escape that YAML knows"
    hint = "use single quotes, where a backslash is a backslash"
    yield Repair(at, at + 2, message, hint, ((*match.span(), literal(match[0])),))


def _open_quote(text: str, fault: Fault) -> Iterator[Repair]:
    if "end of stream" not in fault.said or text[fault.since : fault.since + 1] not in ("'", '"'):
        return
    line = written_line(text, fault.since)
    is_short = line.end - line.start <= LONGEST_LINE
    for entry in entries(text, line.value_start, line.end) if is_short else ():
        if entry.start <= fault.since < entry.end:
            yield _closed_quote(text, fault.since, entry.end)
    yield _closed_quote(text, fault.since, line.value_end)


def _closed_quote(text: str, start: int, end: int) -> Repair:
    """The quote that ``start`` opens, closed at the end of its value or entry."""
    message = "a quote is opened and never closed"
    return Repair(start, start + 1, message, "close it with the same sign", ((end, end, text[start]),))


def _end_mark(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    for line in lines[1:2]:
        if line.value == "..." and line.value_start == line.start:
            message = "'...' ends the document, and what follows would be lost"
            end = text.find("\n", line.start) + 1
            yield Repair(line.start, line.end, message, "delete the line", ((line.start, end, ""),))


def _extra_comma(text: str, fault: Fault) -> Iterator[Repair]:
    if text[fault.at : fault.at + 1] == "," and text[: fault.at].rstrip().endswith((",", "[", "{")):
        message = "nothing stands before this ','"
        yield Repair(fault.at, fault.at + 1, message, "delete it", ((fault.at, fault.at + 1, ""),))


def _flow_values(text: str, fault: Fault, line: WrittenLine) -> Iterator[Repair]:
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


def _block_values(text: str, line: WrittenLine) -> Iterator[Repair]:
    """The value of a line that should be in quotes, alone or with the lines that go on with it."""
    start, end = line.value_start, line.value_end
    if line.is_blank or line.opens_block or start == end:
        return
    if not line.key and not line.has_dash:
        yield from _key(text, line)
    yield from _quotings(text, start, end)
    for following in islice(_lines_after(text, line), MOST_LINES_OF_A_VALUE):
        is_deeper = following.indent > line.key_start - line.start
        if following.is_blank or not is_deeper or _NAME.fullmatch(following.key):
            break
        end = following.value_end
    if end != line.value_end and (line.key or line.has_dash):
        yield from _quotings(text, start, end)


_NAME = re.compile(r"[A-Za-z_][\w-]*")
_COMMENT = re.compile(r"(?:^|\s)(#\S.*)")
_SIGNS = {
    "@": "a sign that YAML keeps for itself",
    "`": "a sign that YAML keeps for itself",
    "%": "the sign of a directive",
    "*": "the sign of an alias",
    "&": "the sign of an anchor",
    "!": "the sign of a tag",
    "|": "the sign of a block of text",
    ">": "the sign of a block of text",
    "?": "the sign of a key",
    ",": "the sign between the entries of a list",
    "]": "the end of a list",
    "}": "the end of a mapping",
}


def _quotings(text: str, start: int, end: int) -> Iterator[Repair]:
    """Ways to quote a value, with what is wrong about it."""
    value = text[start:end]
    patches: tuple[Patch, ...] = ((start, end, quoted(value)),)
    comment = _COMMENT.search(value)
    if value[:1] in ("'", '"'):
        yield from _quotes_in_quotes(text, start, end)
    elif value[:1] in _SIGNS:
        message = f"a value begins with '{value[0]}', {_SIGNS[value[0]]}"
        yield Repair(start, start + 1, message, QUOTE, patches)
    elif value[:1] in ("[", "{"):
        yield _brackets(value, start, end)
    elif colon := re.search(r":(?=\s|$)", value):
        at = start + colon.start()
        yield Repair(at, at + 1, "a ': ' stands inside a value without quotes", QUOTE, patches)
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
            start, start + 1, message, "put the key into quotes", ((start, end, quoted(text[start:end])),)
        )


def _quotes_in_quotes(text: str, start: int, end: int) -> Iterator[Repair]:
    """A value that begins with a quote: one that is not closed, or that goes on behind the closing one."""
    value = text[start:end]
    sign, double = value[0], value[0] * 2 if value[0] == "'" else "\\" + value[0]
    masked = value[1:].replace(double, "\0\0")
    closing = masked.find(sign) + 1
    if closing == 0:
        yield _closed_quote(text, start, end)
    elif closing < len(value) - 1:
        is_inside = value[closing + 1].isalnum() or value[closing - 1].isspace()
        written = value[1:-1] if is_inside and masked.endswith(sign) else value
        at = start + closing + 1
        message = "a value goes on behind its closing quote"
        hint = "put the whole value into quotes of the other sort"
        yield Repair(at, at + 1, message, hint, ((start, end, quoted(written.replace(double, sign))),))


def _brackets(value: str, start: int, end: int) -> Repair:
    """A value that begins with a bracket: one that is not closed, or that goes on behind the closing one."""
    opened, closing = value[0], "]" if value[0] == "[" else "}"
    closed = value.find(closing)
    if closed < 0:
        return _open(opened, start, end)
    patches: tuple[Patch, ...] = ((start, end, quoted(value)),)
    if value.startswith("{{"):
        message = "a value begins with '{{', the signs of a mapping in a mapping"
        return Repair(start, start + 2, message, QUOTE, patches)
    behind = end - len(value[closed + 1 :].lstrip())
    message = "a value goes on behind its closing bracket"
    return Repair(
        behind, behind + 1, message, QUOTE, patches, is_safe=value[closed + 1 : closed + 2] in (" ", "(")
    )


def _open(opened: str, start: int, end: int) -> Repair:
    closing = "]" if opened == "[" else "}"
    message = f"a '{opened}' is opened and never closed"
    hint = f"close it with '{closing}', or {QUOTE} if it is a text"
    return Repair(start, start + 1, message, hint, ((end, end, closing),), is_safe=None)


_UNSPACED = re.compile(r"[ ]*(?:- +)*([A-Za-z_][\w-]*):(?=[^\s/:])")


def _no_space(text: str, line: WrittenLine) -> Iterator[Repair]:
    match = _UNSPACED.match(text, line.start, line.end)
    if match and not line.key:
        at = match.end()
        message = f"no space stands after '{match[1]}:'"
        hint = f"write '{match[1]}: ' and then its value"
        yield Repair(match.start(1), at, message, hint, ((at, at, " "),))


_EQUALS = re.compile(r"([A-Za-z_][\w-]*)[ ]*=[ ]*(?=\S)")


def _equals(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    """A ``=`` in the place of the ``:`` of a key."""
    for line in lines:
        match = None if line.key else _EQUALS.match(text, line.value_start, line.value_end)
        if match:
            message, hint = f"'=' stands behind '{match[1]}'", f"write '{match[1]}: ' and then its value"
            yield Repair(match.start(), line.value_end, message, hint, ((match.end(1), match.end(), ": "),))


def _no_dash(text: str, fault: Fault) -> Iterator[Repair]:
    """A line that stands where an entry of a list should, without a ``-``."""
    line = written_line(text, fault.since)
    before = [other for other in _with_lines_before(text, line)[1:2] if other.has_dash and not other.key]
    if "could not find expected ':'" in fault.said and before and before[0].indent == line.indent:
        message, hint = "the line stands between the entries of a list and has no '-'", "begin it with '- '"
        patches: tuple[Patch, ...] = ((fault.since, fault.since, "- "),)
        yield Repair(fault.since, line.value_end, message, hint, patches, is_safe=False)


def _no_colon(text: str, fault: Fault) -> Iterator[Repair]:
    """A line that stands where a key should, without a ``:``."""
    if "could not find expected ':'" in fault.said:
        end = written_line(text, fault.since).value_end
        message, hint = "a key has no ':' after it", "write 'key: value'; indent what goes on"
        yield Repair(fault.since, end, message, hint, ((end, end, ":"),), is_safe=None)


def _indentation(text: str, lines: list[WrittenLine]) -> Iterator[Repair]:
    """A key that stands deeper, or less deep, than those it belongs to; or a line of a block that does."""
    line = lines[0]
    start = line.start + line.indent
    if line.has_dash or _has_tab(text, line):
        return
    for number, before in enumerate(lines[1:], start=1):
        column = before.key_start - before.start
        if line.key and before.key and column != line.indent:
            where = "deeper" if line.indent > column else "less"
            message = f"the line is indented {where} than '{before.key}', beside which it seems to belong"
            patches: tuple[Patch, ...] = ((line.start, start, " " * column),)
            yield Repair(start, start + len(line.key), message, "indent both alike", patches, is_safe=False)
        elif before.opens_block and number > 1 and column < line.indent:
            message = "the line is indented less than the text of the block that it seems to belong to"
            patches = ((line.start, start, " " * lines[number - 1].indent),)
            yield Repair(start, line.end, message, "indent all its lines alike", patches, is_safe=False)


_NEXT_KEY = re.compile(r",\s*[\w-]+:\s")


def _other_bracket(text: str, fault: Fault) -> Iterator[Repair]:
    """A list that is open yet where the mapping around it is closed, or the other way round."""
    opened, closing = text[fault.since : fault.since + 1], text[fault.at : fault.at + 1]
    if (opened, closing) in (("[", "}"), ("{", "]")):
        following = _NEXT_KEY.search(text, fault.since, fault.at) if opened == "[" else None
        yield _open(opened, fault.since, following.start() if following else fault.at)


def _open_bracket(text: str, fault: Fault) -> Iterator[Repair]:
    opened = text[fault.since : fault.since + 1]
    if opened in ("[", "{"):
        yield _open(opened, fault.since, written_line(text, fault.since).value_end)
