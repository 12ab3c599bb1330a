"""What documents of Word and Excel have in common: they are archives of XML, read by libraries of others."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Callable
from html import unescape
from typing import Any

from pirgen.imports.incident import NamedPerson

__all__ = ["BROKEN_ARCHIVE", "MissingReaderError", "is_zip", "library", "members_of", "people_of"]

MOST_BYTES = 100 * 1024 * 1024
"""How large a document may be when unpacked."""
BROKEN_ARCHIVE = (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError, zlib.error)
"""What reading a zip archive raises where that is broken, locked or packed in an unknown way."""

_EXTRA = "install it with: pip install 'pirgen[documents]'"


class MissingReaderError(Exception):
    """A library that reads a kind of file is not installed; its name is the message."""


def is_zip(content: bytes) -> bool:
    """Whether a file is a zip archive, as Word's and Excel's are."""
    return content.startswith(b"PK\x03\x04")


def members_of(content: bytes, names: str, kind: str, most: int = MOST_BYTES) -> dict[str, str]:
    """The parts of a document whose names match, as text.

    Raises ValueError where it is broken, and so not of its ``kind``, or too large.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            size = sum(each.file_size for each in archive.infolist())
            if size > most:
                raise ValueError(f"it would have {size:,} bytes when unpacked; at most {most:,} are read")
            found = [each for each in archive.infolist() if re.fullmatch(names, each.filename)]
            parts = {each.filename: archive.read(each).decode("utf-8", "replace") for each in found}
    except BROKEN_ARCHIVE as problem:
        raise ValueError(f"it is not {kind}") from problem
    if any("<!DOCTYPE" in text[:2000] for text in parts.values()):
        raise ValueError("its XML has a document type, which no such document has")
    return parts


_AUTHORS = re.compile(
    r"<(?:dc:creator|cp:lastModifiedBy|Manager|author)>([^<]{3,80})</"
    r"|\b(?:w:author|w15:author|displayName|w:userId)=\"([^\"]{3,80})\""
)


def people_of(parts: dict[str, str]) -> tuple[NamedPerson, ...]:
    """Whom the parts of a document name: authors, editors, and those who commented."""
    names = (unescape(one or other).strip() for text in parts.values() for one, other in _AUTHORS.findall(text))
    return tuple(NamedPerson(name=name) for name in dict.fromkeys(names) if " " in name)


def library(module: str, name: str) -> Callable[..., Any]:
    """A function of a library that only some imports need."""
    from importlib import import_module

    try:
        found: Callable[..., Any] = getattr(import_module(module), name)
    except ImportError as problem:
        raise MissingReaderError(f"needs the library '{module}'; {_EXTRA}") from problem
    return found
