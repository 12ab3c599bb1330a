"""Bytes become text: the encoding and the characters of a file, checked before any YAML is read."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from pirgen.diagnostics import Diagnostic, Explanation, Place, Span
from pirgen.source.codes import CHARACTER, ENCODING, SIZE, SYMLINK
from pirgen.source.yaml.patched import Patch, Patched

MOST_BYTES = 256 * 1024
"""The size in bytes up to which a file is read."""

MOST_FINDINGS = 20
"""How many places with invisible characters are reported one by one."""

BOM = b"\xef\xbb\xbf"
"""The mark that some editors put before UTF-8."""

# C0 without tab and line feed, DEL, C1, no-break space, soft hyphen, zero-width spaces and joiners of words,
# line separators, direction controls, BOM, noncharacters. Joiners and marks that scripts need are not here.
_UNSEEN = (
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\xa0\xad\u180e\u200b\u2028\u2029\u202a-\u202e\u2060-\u2064\u2066-\u206f"
    "\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
# Spaces that typography needs, where YAML needs a plain one: in the indentation, after '-' and ':'
_ODD_SPACE = "[\u1680\u2000-\u200a\u202f\u205f\u3000]"
_FOUND = re.compile(
    rf"(?P<sign>{_UNSEEN})(?P=sign)*|\r(?!\n)|(?:(?<=\n)|(?<=\n )|(?<=\n  )|(?<=- )|(?<=[:-])){_ODD_SPACE}+"
)
_SUSPECT = re.compile(rf"[{_UNSEEN[1:-1]}{_ODD_SPACE[1:-1]}\r]")
"""Quick to look for, and in most files not there."""

_MAGIC = (
    (b"PK\x03\x04", "a zip file, such as a Word or LibreOffice document,"),
    (b"\xd0\xcf\x11\xe0", "an old Word or Excel document"),
    (b"%PDF-", "a PDF"),
    (b"{\\rtf", "a document in rich text"),
    (b"\x1f\x8b", "a gzip file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"<!DOCTYPE html", "a web page"),
    (b"<html", "a web page"),
)
"""How files begin that are no text at all."""

_NAMES = {
    "\0": "null",
    "\t": "tab",
    "\r": "carriage return",
    "\x1b": "escape",
    "\x7f": "delete",
    "\x85": "next line",
}


def text_of(content: bytes | None, file: str) -> tuple[Patched | None, tuple[Diagnostic, ...]]:
    """The text of a file, None where it has none, and why it should not be read.

    What cannot be seen is patched. ``content`` is None for a symbolic link, which is never followed, and for
    pipes and devices.
    """
    decoded = _decoded(content, file)
    if not isinstance(decoded, str):
        return None, (decoded,)
    text = Patched.of(decoded)
    if not _SUSPECT.search(text.text):
        return text, ()
    patches = [_patch(match) for match in _FOUND.finditer(text.text)]
    return text.patch(patches), tuple(_unseen_problems(text, patches, file))


def text_in(content: bytes | None) -> str:
    """The text of a file as it was written, empty where it has none."""
    decoded = _decoded(content, "")
    return decoded if isinstance(decoded, str) else ""


def _decoded(content: bytes | None, file: str) -> str | Diagnostic:
    """The text of a file, or why it has none."""
    start = Place(file)
    if content is None:
        return _error(SYMLINK, start, "file is a symbolic link, a pipe or a device", "put the file itself here")
    if len(content) > MOST_BYTES:
        message = f"file has {len(content):,} bytes"
        return _error(SIZE, start, message, f"at most {MOST_BYTES:,} bytes are read; move logs beside it")
    if kind := next((kind for mark, kind in _MAGIC if content.startswith(mark)), ""):
        hint = "write YAML here; another document can go beside it"
        return _error(ENCODING, start, f"file is {kind} and not text", hint)
    if wide := _wide_encoding(content):
        return _error(ENCODING, start, f"file is {wide}", "save it as UTF-8")
    try:
        return content.removeprefix(BOM).decode("utf-8")
    except UnicodeDecodeError as problem:
        return _encoding_problem(content, problem, file)


def unseen_in(text: str) -> str:
    """The first character of a text that cannot be seen, or an empty string."""
    match = re.search(_UNSEEN, text)
    return match[0] if match else ""


def name_of(sign: str) -> str:
    """What a character is called."""
    return _NAMES.get(sign) or unicodedata.name(sign, "control character").lower()


def _error(code: Explanation, place: Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic(code.code, code.level, message, place, hint=hint)


def _wide_encoding(content: bytes) -> str:
    """UTF-16 or UTF-32, by its mark or by the zero bytes beside plain letters; otherwise nothing."""
    head = content[:4].ljust(4, b"x")
    if head in (b"\xff\xfe\0\0", b"\0\0\xfe\xff") or (head[0:1] and head[1:] == b"\0\0\0"):
        return "UTF-32"
    if head[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "UTF-16"
    sample = content[:200]
    zeros = max(sample[0::2].count(0), sample[1::2].count(0))
    return "UTF-16 without a byte order mark" if len(sample) >= 4 and zeros * 4 > len(sample) else ""


def _encoding_problem(content: bytes, problem: UnicodeDecodeError, file: str) -> Diagnostic:
    before = content[: problem.start].removeprefix(BOM)
    line_start = before.rfind(b"\n") + 1
    line = before.count(b"\n") + 1
    column = len(before[line_start:].decode("utf-8", "replace")) + 1
    byte = content[problem.start]
    message = f"byte 0x{byte:02X} is not UTF-8"
    place = Place(file, Span(line, column, line, column + 1))
    return _error(ENCODING, place, message, f"save the file as UTF-8; {_code_page(byte)}")


def _code_page(byte: int) -> str:
    """Where a byte that is not UTF-8 comes from, most probably."""
    letter = bytes([byte]).decode("cp1252", "replace")
    if letter == "\N{REPLACEMENT CHARACTER}":
        return "no common Western encoding has this byte"
    page = "Windows-1252" if byte < 0xA0 else "Windows-1252 or Latin-1"
    return f"as {page} this byte would be '{letter}'"


def _patch(match: re.Match[str]) -> Patch:
    sign = match[0][0]
    if sign == "\r":
        return match.start(), match.end(), "\n"
    is_space = unicodedata.category(sign) in ("Zs", "Zl", "Zp") or sign == "\x85"
    return match.start(), match.end(), " " * len(match[0]) if is_space else ""


def _unseen_problems(text: Patched, patches: list[Patch], file: str) -> Iterator[Diagnostic]:
    for number, patch in enumerate(patches[:MOST_FINDINGS], start=1):
        start, end, replacement = patch
        sign = text.text[start]
        message = f"U+{ord(sign):04X} {name_of(sign)} here"
        message += f", {end - start} times" if end - start > 1 else ""
        rest = patches[number:] if number == MOST_FINDINGS else []
        message += f"; and {len(rest)} more places" if rest else ""
        hint = {"": "delete it", "\n": "end the line with a line feed"}.get(replacement, "write a plain space")
        place = Place(file, text.span(start, end))
        fix = text.fix((patch, *rest))
        yield Diagnostic(CHARACTER.code, CHARACTER.level, message, place, hint=hint, fix=fix)
