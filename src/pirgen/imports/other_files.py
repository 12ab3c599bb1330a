"""Which files may be exports: not too large, of no other kind, and what text they have; else what to do."""

from __future__ import annotations

import json

__all__ = ["kind_of_other_file", "text_of_file", "why_not_read"]

MOST_BYTES = 32 * 1024 * 1024
"""The size in bytes up to which an export is read."""

_BEGINNINGS = (
    (b"%PDF-", "is a PDF; save the document it was made from as Word (.docx), HTML or Markdown"),
    (
        b"\xd0\xcf\x11\xe0",
        "is an older file of Office, or one with a password; save it as .docx, .xlsx or CSV without a password",
    ),
    (b"{\\rtf", "is rich text (RTF); save it as Word (.docx), HTML or Markdown"),
    (b"\x89PNG", "is a picture; its text cannot be read"),
    (b"\xff\xd8\xff", "is a picture; its text cannot be read"),
    (b"GIF8", "is a picture; its text cannot be read"),
    (b"\x1f\x8b", "is compressed (gzip); unpack it first"),
    (b"7z\xbc\xaf", "is an archive (7z); unpack it, or save it as a zip archive"),
    (b"SQLite format 3\x00", "is a database (SQLite); export a table of it as CSV"),
    (b"\x7fELF", "is a program"),
    (b"MZ", "is a program"),
)
_IN_ARCHIVES = (
    (b"application/vnd.oasis.opendocument.text", "is an OpenDocument text; save it as Word (.docx) or HTML"),
    (b"application/vnd.oasis.opendocument.spreadsheet", "is an OpenDocument sheet; save it as .xlsx or CSV"),
    (b"ppt/presentation.xml", "is a presentation; save its text as Word (.docx) or Markdown"),
    (b"xl/workbook.bin", "is a binary sheet of Excel; save it as .xlsx or CSV"),
)


def kind_of_other_file(content: bytes) -> str:
    """What a file is that is not read, and what to do; nothing where it may be an export."""
    begins = next((said for sign, said in _BEGINNINGS if content.startswith(sign)), "")
    if begins or not content.startswith(b"PK"):
        return begins
    return next((said for sign, said in _IN_ARCHIVES if sign in content), "")


def why_not_read(content: bytes) -> str:
    """Why a file is not read at all; nothing where it may be an export."""
    if len(content) > MOST_BYTES:
        return f"has {len(content):,} bytes; at most {MOST_BYTES:,} are read"
    return kind_of_other_file(content)


def text_of_file(content: bytes) -> tuple[str, str]:
    """The text of a file in UTF-8 or UTF-16 with plain line ends, and why it has none."""
    try:
        text = content.decode(json.detect_encoding(content))
    except UnicodeDecodeError as problem:
        return "", f"byte {problem.start + 1:,} is not UTF-8; save the file as UTF-8"
    return text.replace("\r\n", "\n"), "" if text.strip() else "is empty"
