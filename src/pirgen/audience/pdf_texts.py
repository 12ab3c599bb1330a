"""The words of a PDF as far as they can be told without its layout (ISO 32000-1, 9.10).

Letters are numbers of a font, and a table of the font says which letter is meant. Which font is chosen where is
not looked at: each piece is read by every table, as only the right one makes words of it.
"""

from __future__ import annotations

import base64
import re
import zlib
from collections.abc import Iterator, Mapping
from contextlib import suppress

__all__ = ["pdf_texts"]

_MOST = 64 << 20
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_PIECE = re.compile(rb"\(((?:[^\\()]|\\.)*)\)|<([0-9A-Fa-f\s]*)>|(-\d{3,})|\b(ET|T\*|Td|TD)\b", re.DOTALL)
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|\r?\n|(.))", re.DOTALL)
_SHORT = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_TABLE = re.compile(rb"begin(bfchar|bfrange)(.*?)endbf", re.DOTALL)
_HEX = re.compile(rb"<([0-9A-Fa-f\s]+)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f]+)>\s*<([0-9A-Fa-f]+)>\s*(?:<([0-9A-Fa-f]+)>|\[([^\]]*)\])")

Letters = Mapping[bytes, str]


def pdf_texts(content: bytes) -> Iterator[str]:
    """What the pages and the titles of a PDF may say."""
    streams = [content, *_streams(content)]
    tables: list[Letters | None] = [None]
    tables += [
        dict(_letters(stream)) for stream in streams if b"beginbfchar" in stream or b"beginbfrange" in stream
    ]
    for stream in streams:
        pieces = list(_pieces(stream)) if b"(" in stream or b"<" in stream else []
        for letters in tables if b"Tj" in stream or b"TJ" in stream else tables[:1]:
            said = [each if isinstance(each, str) else _read(each, letters) for each in pieces]
            yield "".join(said)
            yield "".join(each for each in said if each != " ")


def _streams(content: bytes) -> Iterator[bytes]:
    left = _MOST
    for match in _STREAM.finditer(content):
        with suppress(zlib.error, ValueError):
            is_letters = match[1].rstrip().endswith(b"~>")
            packed = base64.a85decode(match[1].rstrip()[:-2]) if is_letters else match[1]
            stream = zlib.decompressobj().decompress(packed, left)
            left -= len(stream)
            yield stream
        if left <= 0:
            return


def _pieces(stream: bytes) -> Iterator[bytes | str]:
    """Strings as bytes, and a space where a word or a line ends."""
    for literal, digits, gap, end in _PIECE.findall(stream):
        if gap or end:
            yield " "
        else:
            yield _hex(digits) if digits else _ESCAPE.sub(_byte, literal)


def _byte(match: re.Match[bytes]) -> bytes:
    if match[1]:
        return bytes((int(match[1], 8) & 0xFF,))
    return _SHORT.get(match[2], match[2]) if match[2] else b""


def _hex(digits: bytes) -> bytes:
    plain = b"".join(digits.split())
    return bytes.fromhex((plain + b"0" * (len(plain) % 2)).decode())


def _read(piece: bytes, letters: Letters | None) -> str:
    if letters is None:
        return piece.decode("utf-16" if piece[:2] in (b"\xfe\xff", b"\xff\xfe") else "cp1252", "replace")
    width = len(next(iter(letters), b".."))
    return "".join(letters.get(piece[at : at + width], "") for at in range(0, len(piece), width))


def _letters(stream: bytes) -> Iterator[tuple[bytes, str]]:
    """The letters of a font by their numbers."""
    for kind, body in _TABLE.findall(stream):
        if kind == b"bfchar":
            numbers = [_hex(digits) for digits in _HEX.findall(body)]
            yield from zip(numbers[::2], map(_meant, numbers[1::2]), strict=False)
        for first, last, start, listed in _RANGE.findall(body) if kind == b"bfrange" else ():
            low, meant = _hex(first), [_hex(digits) for digits in _HEX.findall(listed)] or [_hex(start)]
            count = min(int.from_bytes(_hex(last)) - int.from_bytes(low) + 1, 0x10000)
            for at in range(count):
                letter = meant[at] if at < len(meant) else meant[0][:-1] + bytes(((meant[0][-1] + at) & 0xFF,))
                yield ((int.from_bytes(low) + at) % (1 << 8 * len(low))).to_bytes(len(low)), _meant(letter)


def _meant(letter: bytes) -> str:
    return letter.decode("utf-16-be", "replace")
