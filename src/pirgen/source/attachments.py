"""Files beside the YAML of an incident: which may be published, and what is wrong with the others.

A site shows them under its own address, so only types are taken that a browser shows or saves and never runs,
under names that every file system can hold. A hidden file (its name begins with a dot) is never looked at.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping

from pirgen.diagnostics import Diagnostic, Place, Related
from pirgen.source.codes import ATTACHMENT

__all__ = ["PICTURES", "PUBLISHED", "attachment_problems"]

PICTURES = ("png", "jpg", "jpeg", "webp", "gif", "avif")
"""Types of pictures, which pages show."""

PUBLISHED = (*PICTURES, "txt", "log", "csv", "json", "pdf")
"""Types of files that are published as they are."""

LONGEST_NAME = 200
"""How many bytes of UTF-8 the name of a file or folder may have; file systems end at 255."""

_FORBIDDEN = re.compile(r'[<>:"|?*\\\x00-\x1f\x7f]')
_WINDOWS_DEVICE = re.compile(r"(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?", re.IGNORECASE)


def attachment_problems(
    paths: Iterable[str], sizes: Mapping[str, tuple[int, int]], has_bytes: bool = True
) -> Iterator[Diagnostic]:
    """What is wrong with the files at ``incident-id/path``; a picture without a size is none.

    ``has_bytes`` is False where the files were not opened, so that nothing is known of their pictures.
    """
    first: dict[str, str] = {}
    for path in sorted(paths):
        key = unicodedata.normalize("NFC", path).casefold()
        if key in first:
            other = Related(Place(first[key]), "the other file")
            message = f"{_shown(path)} has the same name as '{first[key]}' on disks that ignore case"
            yield _problem(path, message, "rename one of them", (other,))
        first.setdefault(key, path)
        yield from _name_problems(path)
        if has_bytes and _type(path) in PICTURES and path not in sizes:
            yield _problem(path, f"{_shown(path)} is not a picture", "save it as the type that its name says")


def _name_problems(path: str) -> Iterator[Diagnostic]:
    if _type(path) not in PUBLISHED:
        hint = f"published are {', '.join(PUBLISHED)}; begin the name with '.' to keep the file unpublished"
        yield _problem(path, f"{_shown(path)} is of a type that is not published", hint)
    for name in path.split("/")[1:]:
        if sign := _FORBIDDEN.search(name):
            yield _problem(path, f"{_shown(path)} has '{sign[0]}' in its name", "rename it")
        elif _WINDOWS_DEVICE.fullmatch(name) or name.endswith((".", " ")):
            yield _problem(path, f"{_shown(path)} has a name that Windows reserves", "rename it")
        elif len(name.encode("utf-8", "surrogateescape")) > LONGEST_NAME:
            yield _problem(path, f"{_shown(path)} has a name of more than {LONGEST_NAME} bytes", "shorten it")
        elif not name.isprintable():
            yield _problem(path, f"{_shown(path)} has a character in its name that nobody sees", "rename it")


def _type(path: str) -> str:
    return path.rpartition("/")[2].rpartition(".")[2].lower() if "." in path.rpartition("/")[2] else ""


def _shown(path: str) -> str:
    name = path.partition("/")[2]
    return f"'{name if len(name) <= 80 else name[:79] + '…'}'"


def _problem(path: str, message: str, hint: str, related: tuple[Related, ...] = ()) -> Diagnostic:
    return Diagnostic(ATTACHMENT.code, ATTACHMENT.level, message, Place(path), hint=hint, related=related)
