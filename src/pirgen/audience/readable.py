"""What can be read in a file, however it is packed, encoded, escaped or marked up."""

from __future__ import annotations

import base64
import binascii
import gzip
import html
import io
import re
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import suppress
from urllib.parse import unquote_to_bytes

from pirgen.audience.pdf_texts import pdf_texts

__all__ = ["readable", "unescaped"]

_MOST = 64 << 20
"""How many bytes are unpacked of one file."""

_DEEPEST = 3
"""How often a packed file, or an escaped text, is looked into."""

_HEX = "[0-9a-fA-F]"
_ESCAPE = re.compile(
    rf"(?:\\+[uU]{_HEX}{{4}})+|\\+[uU]\{{({_HEX}{{1,6}})\}}|\\+[xX]({_HEX}{{2}})|\\[nrtbfNRTBF]|(?:%{_HEX}{{2}})+"
)
_UNSEEN = re.compile(  # what no reader sees, and what only says how a letter is drawn
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164"
    "\ufe00-\ufe0f\ufeff\uffa0\U000e0000-\U000e0fff]"
)
_TAG = re.compile(r"<[^<>]*>")
_TAG_WITHIN_WORDS = re.compile(
    r"</?(?:a|abbr|b|bdi|bdo|code|del|em|font|i|ins|mark|q|s|small|span|strong|sub|sup|tspan|u|wbr)(?:\s[^<>]*)?/?>"
)
_DIVIDED = re.compile(r"(?<=\w)[-\u2010]\s*\n\s*(?=\w)")
_DATA = re.compile(rb";base64,([A-Za-z0-9+/]{16,}={0,2})")


def readable(name: str, content: bytes) -> Iterator[str]:
    """The texts in a file, each as ``unescaped`` leaves it: with its markup, and without."""
    for part in _unpacked(content, _DEEPEST):
        if part.startswith(b"%PDF-"):
            yield from map(unescaped, pdf_texts(part))
        plain = unescaped(_decoded(name, part))
        yield plain
        if "<" in plain:
            yield _TAG.sub(" ", _TAG_WITHIN_WORDS.sub("", plain))
            yield _TAG.sub(" ", plain)
        if _DIVIDED.search(plain):
            yield _DIVIDED.sub("", plain)


def unescaped(text: str) -> str:
    """A text in small letters without escapes of any kind, in one form of Unicode, without what nobody sees."""
    for _ in range(_DEEPEST + 1):
        before, text = text, html.unescape(_ESCAPE.sub(_meant, text))
        text = text if text.isascii() else _UNSEEN.sub("", text)
        if before == text:
            break
    if text.isascii():
        return text.lower()
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())


def _meant(match: re.Match[str]) -> str:
    escape = match[0]
    if number := match[1] or match[2]:
        return chr(min(int(number, 16), 0x10FFFF))
    if escape[0] == "%":
        return unquote_to_bytes(escape).decode("utf-8", "replace")
    if len(escape) == 2:
        return " "
    units = re.sub(r"\\+[uU]", "", escape)
    return bytes.fromhex(units).decode("utf-16-be", "replace")


def _unpacked(content: bytes, deep: int) -> Iterator[bytes]:
    """A file and what is packed in it, or what is packed in it alone where it shows nothing else."""
    inner: list[bytes] = []
    with suppress(OSError, EOFError, zlib.error, zipfile.BadZipFile, RuntimeError, NotImplementedError):
        inner = list(_packed(content)) if deep else []
    if not inner or not content.startswith(b"\x1f\x8b"):
        yield content
    for part in inner:
        yield from _unpacked(part, deep - 1)


def _packed(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"\x1f\x8b"):
        yield gzip.GzipFile(fileobj=io.BytesIO(content)).read(_MOST)
    elif content.startswith(b"PK\x03\x04"):
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            for entry in archive.infolist():
                yield entry.filename.encode()
                with archive.open(entry) as file:
                    yield file.read(_MOST)
    for match in _DATA.finditer(content):
        with suppress(binascii.Error):
            yield base64.b64decode(match[1])


def _decoded(name: str, content: bytes) -> str:
    """A file as text; an unfolded one where long lines are folded."""
    sample = content[:4096]
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        return content.decode("utf-16", "replace")
    if sample and sample[1::2].count(0) > len(sample) // 4:
        return content.decode("utf-16-le", "replace")
    try:
        text = content.decode()
    except UnicodeDecodeError:
        text = content.decode("utf-8" if 0 in sample else "cp1252", "replace")
    return text.replace("\r\n ", "") if name.endswith(".ics") else text
