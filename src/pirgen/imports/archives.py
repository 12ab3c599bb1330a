"""Zip archives of exports, such as Notion's and Slack's: the files in them, each to be read on its own."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import PurePath

from pirgen.imports.documents import is_zip

__all__ = ["unpacked"]

_READ = (
    ".md",
    ".markdown",
    ".html",
    ".htm",
    ".xml",
    ".json",
    ".csv",
    ".tsv",
    ".docx",
    ".xlsx",
    ".atom",
    ".rss",
    ".zip",
)
_MOST_FILES = 5_000
_MOST_BYTES = 400 * 1024 * 1024


def unpacked(content: bytes, file: str) -> tuple[tuple[tuple[str, bytes], ...], tuple[str, ...]]:
    """The files of an archive with their names, and what was left out; any other file is one of itself.

    A document of Word or a sheet of Excel, which are archives too, is a file of its own. Raises ValueError for
    an archive that is broken or too large.
    """
    if not is_zip(content) or b"word/document.xml" in content or b"xl/workbook.xml" in content:
        return ((file, content),), ()
    try:
        found = _files(content, file, may_nest=True)
    except (zipfile.BadZipFile, OSError, RuntimeError, NotImplementedError, EOFError) as problem:
        raise ValueError("the archive cannot be unpacked") from problem
    texts = {PurePath(name).with_suffix("") for name, _ in found if name.endswith(".md")}
    kept, notes = [], Counter[str]()
    for name, blob in found:
        suffix = PurePath(name).suffix.lower()
        if suffix not in _READ:
            notes[f"files in {suffix or 'no'} form"] += 1
        elif suffix == ".csv" and any(PurePath(name).with_suffix("") in text.parents for text in texts):
            notes["tables that list the pages beside them"] += 1
        else:
            kept.append((name, blob))
    return tuple(kept), tuple(f"{file}: left out: {what} ({number})" for what, number in sorted(notes.items()))


def _files(content: bytes, file: str, may_nest: bool) -> list[tuple[str, bytes]]:
    """The files of an archive in the order of their names, and those of archives in it."""
    made: list[tuple[str, bytes]] = []
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        members = sorted(
            (each for each in archive.infolist() if not each.is_dir()), key=lambda each: each.filename
        )
        if len(members) > _MOST_FILES or sum(each.file_size for each in members) > _MOST_BYTES:
            raise ValueError(
                f"the archive has more than {_MOST_FILES:,} files, or {_MOST_BYTES:,} bytes when unpacked"
            )
        for member in members:
            parts = PurePath(member.filename).parts
            if "__MACOSX" in parts or parts[-1].startswith("."):
                continue
            blob = archive.read(member)
            if may_nest and member.filename.lower().endswith(".zip"):
                made += _files(blob, file, may_nest=False)
            else:
                made.append((f"{file}/{member.filename}", blob))
    return made
