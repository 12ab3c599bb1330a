"""Zip archives of exports, such as Notion's and Slack's: the files in them, each to be read on its own."""

from __future__ import annotations

import io
import zipfile
from collections import Counter
from pathlib import PurePath

from pirgen.imports.documents import BROKEN_ARCHIVE, is_zip
from pirgen.imports.other_files import kind_of_other_file

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
_MOST_BYTES = 300 * 1024 * 1024


def unpacked(content: bytes, file: str) -> tuple[tuple[tuple[str, bytes], ...], tuple[str, ...]]:
    """The files of an archive with their names, and what was left out; any other file is one of itself.

    A document of Word or a sheet of Excel, which are archives too, is a file of its own. Raises ValueError for
    an archive that is broken or too large.
    """
    is_document = b"word/document.xml" in content or b"xl/workbook.xml" in content
    if not is_zip(content) or is_document or kind_of_other_file(content):
        return ((file, content),), ()
    unpacker = _Unpacker()
    try:
        unpacker.take(content, file)
    except BROKEN_ARCHIVE as problem:
        raise ValueError("the archive cannot be unpacked") from problem
    texts = {PurePath(name).with_suffix("") for name, _ in unpacker.found if name.endswith(".md")}
    kept, notes = [], unpacker.others
    for name, blob in unpacker.found:
        path = PurePath(name)
        if path.suffix.lower() == ".csv" and any(path.with_suffix("") in text.parents for text in texts):
            notes["tables that list the pages beside them"] += 1
        else:
            kept.append((name, blob))
    return tuple(kept), tuple(f"{file}: left out: {what} ({number})" for what, number in sorted(notes.items()))


class _Unpacker:
    """The files of an archive and of those in it, within limits that count for all of them together."""

    def __init__(self) -> None:
        self.found: list[tuple[str, bytes]] = []
        self.others: Counter[str] = Counter()
        self._files = self._bytes = 0

    def take(self, content: bytes, file: str, depth: int = 0) -> None:
        """Take in the files of an archive in the order of their names; those that nothing reads are counted."""
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            members = sorted(
                (each for each in archive.infolist() if not each.is_dir()), key=lambda each: each.filename
            )
            self._count(members)
            for member in members:
                path = PurePath(member.filename)
                suffix = path.suffix.lower()
                if "__MACOSX" in path.parts or path.name.startswith("."):
                    continue
                if suffix not in _READ or (suffix == ".zip" and depth):
                    self.others[f"files in {suffix or 'no'} form"] += 1
                elif suffix == ".zip":
                    self.take(archive.read(member), file, depth + 1)
                else:
                    self.found.append((f"{file}/{_plain(path)}", archive.read(member)))

    def _count(self, members: list[zipfile.ZipInfo]) -> None:
        self._files += len(members)
        self._bytes += sum(each.file_size for each in members)
        if self._files > _MOST_FILES or self._bytes > _MOST_BYTES:
            raise ValueError(
                f"the archive has more than {_MOST_FILES:,} files, or {_MOST_BYTES:,} bytes when unpacked"
            )


def _plain(path: PurePath) -> str:
    """A name in an archive without what would lead out of it; nothing is written under it."""
    return "/".join(part for part in path.parts if part not in ("..", path.anchor))
