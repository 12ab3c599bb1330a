"""What YAML reads without a word and otherwise than its author most probably meant it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pirgen.diagnostics import Diagnostic, Explanation, Fix, Place
from pirgen.source import codes
from pirgen.source.yaml.characters import name_of, unseen_in
from pirgen.source.yaml.escapes import is_path, literal, meant_as_backslashes
from pirgen.source.yaml.patched import Patched
from pirgen.source.yaml.written_lines import written_line


class WrittenText(NamedTuple):
    """A scalar of a file: its style as libyaml names it, its place as offsets, and what it says.

    Only those that a trap may lie in: texts in quotes and blocks, and plain ones with a dash at the head of a
    word.
    """

    style: str
    start: int
    end: int
    says: str


def traps(texts: Sequence[WrittenText], patched: Patched, file: str) -> Iterator[Diagnostic]:
    """The traps that the texts of a file fell into, and its untidy lines."""
    for written in texts:
        if written.style == '"':
            yield from _escapes(written, patched, file)
        elif not written.style and written.says.startswith("-"):
            yield from _items_without_space(written, patched, file)
        elif not written.style:
            yield from _swallowed_entries(written, patched, file)
    yield from _untidy_lines([text for text in texts if text.style], patched, file)


def _escapes(written: WrittenText, patched: Patched, file: str) -> Iterator[Diagnostic]:
    raw = patched.text[written.start : written.end]
    if "\\" not in raw:
        return
    meant = meant_as_backslashes(raw)
    unseen = unseen_in(written.says.replace("\n", "").replace("\t", ""))
    if not meant and not unseen:
        return
    at, escape = meant[0] if meant else (raw.index("\\"), "")
    fix = patched.fix(((written.start, written.end, literal(raw)),), is_safe=is_path(raw)) if meant else None
    start = written.start + at
    end = start + len(escape) if escape else written.end
    hint = "use single quotes, where a backslash is a backslash"
    if unseen:
        what = f"'{escape}' in double quotes" if escape else "an escape in double quotes"
        message = f"{what} becomes U+{ord(unseen):04X} {name_of(unseen)}"
        yield _found(codes.CHARACTER, message, start, end, patched, file, hint, fix)
    else:
        becomes = "a line break" if escape == "\\n" else "a tab"
        message = f"'{escape}' in double quotes becomes {becomes}"
        yield _found(codes.ESCAPE, message, start, end, patched, file, hint, fix)


_ITEM = re.compile(r"^[ ]*-(?=[^\s-])", re.MULTILINE)


def _items_without_space(written: WrittenText, patched: Patched, file: str) -> Iterator[Diagnostic]:
    """A list whose dashes have no space behind them, which YAML reads as one text of several lines."""
    text = patched.text
    line_start = text.rfind("\n", 0, written.start) + 1
    lines = text[line_start : written.end].split("\n")
    if text[line_start : written.start].strip() or not all(_ITEM.match(line) for line in lines):
        return
    dashes = [match.end() + line_start for match in _ITEM.finditer(text[line_start : written.end])]
    fix = patched.fix(((at, at, " ") for at in dashes), is_safe=len(dashes) > 1)
    message, hint = "no space after '-', so this is text, not a list", "write '- ' before each entry"
    yield _found(codes.SYNTAX, message, written.start, written.end, patched, file, hint, fix)


_ENTRY = re.compile(r"(?<=\S)[ \t]*\r?\n(?P<indent>[ ]*)(?P<entry>- [^\r\n]*)")


def _swallowed_entries(written: WrittenText, patched: Patched, file: str) -> Iterator[Diagnostic]:
    """An entry of a list that stands deeper than those before it, which YAML reads as more text of the last."""
    text = patched.text
    entries = list(_ENTRY.finditer(text, written.start, written.end))
    if not entries:
        return
    line = written_line(text, written.start)
    of_a_list = line.has_dash and not line.key
    for match in entries:
        message = "the entry is read as part of the text before it" if of_a_list else "the list is read as text"
        hint = (
            "indent both alike"
            if of_a_list
            else "start a list on the line below its key, or start the text with a word"
        )
        dash = " " * line.indent
        fix = patched.fix(((*match.span("indent"), dash),), is_safe=False) if of_a_list else None
        yield _found(codes.SYNTAX, message, *match.span("entry"), patched, file, hint, fix)
        if not of_a_list:
            return


_LINE_ENDS = re.compile(r"\n(?:(?<=[ \t]\n)|(?<=[ \t]\r\n))")  # looks at line feeds only, which is fast
_KEY_AND_TAB = re.compile(r"^[ ]*(?:- +)*[\w.-]+:(?P<gap>[ ]*\t[ \t]*)(?=\S)", re.MULTILINE)


def _untidy_lines(texts: Sequence[WrittenText], patched: Patched, file: str) -> Iterator[Diagnostic]:
    """Space at the ends of lines, a tab after a key, a last line without end; not inside quotes and blocks."""
    text = patched.text
    ends = [_run_before(text, match.start()) for match in _LINE_ENDS.finditer(text)]
    ends += [_run_before(text, len(text))] if text.endswith((" ", "\t")) else []
    tabs = [match.span("gap") for match in _KEY_AND_TAB.finditer(text)] if "\t" in text else []
    yield from _untidy(_outside(ends, texts), "", "trailing whitespace", patched, file)
    yield from _untidy(_outside(tabs, texts), " ", "tab after ':'", patched, file)
    if not text.endswith("\n"):
        fix = patched.fix(((len(text), len(text), patched.file.line_end),))
        message, hint = "no newline at end of file", "add a newline"
        yield _found(codes.UNTIDY, message, len(text), len(text), patched, file, hint, fix)


def _run_before(text: str, end: int) -> tuple[int, int]:
    """The run of spaces and tabs that ends at an offset, or at the carriage return before it."""
    end -= text.endswith("\r", 0, end)
    start = end
    while start and text[start - 1] in " \t":
        start -= 1
    return start, end


def _outside(stretches: list[tuple[int, int]], texts: Sequence[WrittenText]) -> list[tuple[int, int]]:
    """The stretches that lie in none of the texts in quotes or blocks, of which space is a part."""
    starts = [text.start for text in texts]
    return [
        (start, end)
        for start, end in stretches
        if not (at := bisect_right(starts, start)) or texts[at - 1].end <= start
    ]


def _untidy(
    stretches: list[tuple[int, int]], replacement: str, message: str, patched: Patched, file: str
) -> Iterator[Diagnostic]:
    """One finding for all the lines that have the same blemish, at the first."""
    if stretches:
        more = f" on {len(stretches)} lines" if len(stretches) > 1 else ""
        fix = patched.fix([(start, end, replacement) for start, end in stretches])
        hint = "write a space" if replacement else "delete it"
        yield _found(codes.UNTIDY, message + more, *stretches[0], patched, file, hint, fix)


def _found(
    code: Explanation,
    message: str,
    start: int,
    end: int,
    patched: Patched,
    file: str,
    hint: str,
    fix: Fix | None,
) -> Diagnostic:
    place = Place(file, patched.span(start, end))
    return Diagnostic(code.code, code.level, message, place, hint=hint, fix=fix)
