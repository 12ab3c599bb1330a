"""Slips in and around quotes: one that is not closed, one inside another, a backslash that is no escape."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.source.yaml.escapes import BAD_ESCAPE, QUOTED, is_half, literal, whole_letters
from pirgen.source.yaml.flow import entries
from pirgen.source.yaml.quoting import quoted
from pirgen.source.yaml.repairs.repair import LONGEST_LINE, Fault, Repair
from pirgen.source.yaml.written_lines import written_line


def escapes(text: str, fault: Fault) -> Iterator[Repair]:
    """A backslash in double quotes that begins no escape, most probably of a path or a pattern."""
    match = QUOTED.match(text, fault.since)
    if match is None or not any(said in fault.said for said in BAD_ESCAPE):
        return
    at = text.rfind("\\", fault.since, fault.at + 1)
    whole = whole_letters(match[0])
    if whole != match[0]:
        message, hint = "character written as a surrogate pair, as JSON does", "write the character itself"
        yield Repair(at, at + 6, message, hint, ((*match.span(), whole),))
    if is_half(text[at : at + 6]):
        message, hint = f"'{text[at : at + 6]}' is half of a surrogate pair", "write the character itself"
        yield Repair(at, at + 6, message, hint, ((*match.span(), literal(match[0])),), is_safe=None)
    message = f"'{text[at : at + 2]}' in double quotes is not an escape that YAML knows"
    hint = "use single quotes, where a backslash is a backslash"
    yield Repair(at, at + 2, message, hint, ((*match.span(), literal(match[0])),))


def open_quotes(text: str, fault: Fault) -> Iterator[Repair]:
    """A quote that swallowed all up to the end of the file."""
    if "end of stream" not in fault.said or text[fault.since : fault.since + 1] not in ("'", '"'):
        return
    line = written_line(text, fault.since)
    is_short = line.end - line.start <= LONGEST_LINE
    for entry in entries(text, line.value_start, line.end) if is_short else ():
        if entry.start <= fault.since < entry.end:
            yield closed_quote(text, fault.since, entry.end)
    yield closed_quote(text, fault.since, line.value_end)


def closed_quote(text: str, start: int, end: int) -> Repair:
    """The quote that ``start`` opens, closed at the end of its value or entry."""
    message = "quote is never closed"
    return Repair(start, start + 1, message, "close it with the same quote", ((end, end, text[start]),))


def quotes_in_quotes(text: str, start: int, end: int) -> Iterator[Repair]:
    """A value that begins with a quote: one that is not closed, or that goes on behind the closing one."""
    value = text[start:end]
    sign, double = value[0], value[0] * 2 if value[0] == "'" else "\\" + value[0]
    masked = value[1:].replace(double, "\0\0")
    closing = masked.find(sign) + 1
    if closing == 0:
        yield closed_quote(text, start, end)
    elif value[closing + 1 :].strip() == ",":
        at = start + closing + 1
        yield Repair(at, end, "',' after the closing quote", "delete it", ((at, end, ""),))
    elif closing < len(value) - 1:
        is_inside = value[closing + 1].isalnum() or value[closing - 1].isspace()
        written = value[1:-1] if is_inside and masked.endswith(sign) else value
        at = start + closing + 1
        message = "text after the closing quote"
        hint = "put the whole value in quotes of the other kind"
        yield Repair(at, at + 1, message, hint, ((start, end, quoted(written.replace(double, sign))),))
