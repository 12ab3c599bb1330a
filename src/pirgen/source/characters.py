"""Bytes become text: the encoding and the characters of a file, checked before any YAML is read."""

from __future__ import annotations

import re
import unicodedata

from pirgen.diagnostics import Diagnostic, Explanation, Place, Span
from pirgen.source.codes import CHARACTER, ENCODING, SIZE, SYMLINK

MOST_BYTES = 256 * 1024
"""The size in bytes up to which a file is read."""

_BOM = b"\xef\xbb\xbf"
# C0 without tab and line feed, DEL, C1, no-break and zero-width spaces, line separators, bidi controls, BOM
_UNSEEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xa0\u200b\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]"
    "|\r(?!\n)"
)


def text_of(content: bytes | None, file: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    """The text of a file, None where it has none, and why it should not be read.

    ``content`` is None for a symbolic link, which is never followed.
    """
    start = Place(file)
    if content is None:
        return None, (_error(SYMLINK, start, "file is a symbolic link", "put the file itself there"),)
    if len(content) > MOST_BYTES:
        message = f"file has {len(content):,} bytes"
        return None, (
            _error(SIZE, start, message, f"at most {MOST_BYTES:,} bytes are read; move logs beside it"),
        )
    try:
        text = content.removeprefix(_BOM).decode("utf-8")
    except UnicodeDecodeError as problem:
        return None, (_encoding_problem(content, problem, file),)
    unseen = tuple(_unseen_problem(text, match, file) for match in _UNSEEN.finditer(text))
    return text, unseen[:20]


def _error(code: Explanation, place: Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code.code, code.level, message, place, hint=hint)


def _encoding_problem(content: bytes, problem: UnicodeDecodeError, file: str) -> Diagnostic:
    if content[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return _error(ENCODING, Place(file), "file is UTF-16", "save it as UTF-8")
    before = content[: problem.start]
    line_start = before.rfind(b"\n") + 1
    line = before.count(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    guess = content[problem.start : problem.start + 1].decode("cp1252", "replace")
    message = f"byte 0x{content[problem.start]:02X} is not UTF-8"
    hint = f"save the file as UTF-8; as Windows-1252 or Latin-1 this byte would be '{guess}'"
    return _error(ENCODING, Place(file, Span(line, column, line, column + 1)), message, hint)


def _unseen_problem(text: str, match: re.Match[str], file: str) -> Diagnostic:
    at = match.start()
    line = text.count("\n", 0, at) + 1
    column = at - text.rfind("\n", 0, at)
    name = unicodedata.name(match[0], "CONTROL CHARACTER")
    message = f"U+{ord(match[0]):04X} {name.lower()} stands here"
    hint = "write a plain space" if unicodedata.category(match[0]) == "Zs" else "delete it"
    return _error(CHARACTER, Place(file, Span(line, column, line, column + 1)), message, hint)
