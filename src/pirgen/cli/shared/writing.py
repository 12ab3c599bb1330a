"""Writes new files, and leaves alone those that are there."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pirgen.cli.shared.terminal import print_data, print_note
from pirgen.errors import PirgenError
from pirgen.wording.printed import markup_text
from pirgen.writing import create_file, create_folder, replace_file

if TYPE_CHECKING:
    from pirgen.drafts import Draft
    from pirgen.model import Vocabulary

BOM = b"\xef\xbb\xbf"

__all__ = ["put_out", "replace_text", "write_missing", "write_new"]


def write_missing(files: Mapping[Path, str]) -> tuple[list[Path], list[Path]]:
    """Write the files that are not there yet; those written, and those that were there and are kept."""
    written: list[Path] = []
    kept: list[Path] = []
    for path, text in files.items():
        try:
            is_new = create_file(path, text.encode())
            (written if is_new else kept).append(path)
        except OSError as problem:
            raise PirgenError(f"cannot write '{path}': {problem.strerror}") from problem
    return written, kept


def replace_text(path: Path, before: bytes | None, text: str) -> None:
    """Put a text in the place of a file's, with the mark that it began with, unless it changed meanwhile."""
    if path.is_symlink() or path.read_bytes() != before:
        raise PirgenError(f"'{path}' changed meanwhile; try again")
    replace_file(path, (BOM if (before or b"").startswith(BOM) else b"") + text.encode().removeprefix(BOM))


def write_new(folder: Path, draft: Draft, vocabulary: Vocabulary, with_review: bool = True) -> Path:
    """Write the files of a draft into a folder of its own and give the first; an existing one is left alone.

    The schemas that they name are written too where they are not there yet.
    """
    from pirgen.drafts import incident_text, review_text
    from pirgen.source import INCIDENT_FILE, REVIEW_FILE
    from pirgen.source.schema.json_schema import schema_files

    home = folder / draft.id
    files = {INCIDENT_FILE: incident_text(draft)} | ({REVIEW_FILE: review_text(draft)} if with_review else {})
    if not home.exists():
        schemas = folder.parent / "schemas"
        written, _ = write_missing({schemas / name: text for name, text in schema_files(vocabulary).items()})
        if written:
            print_note(f"'{schemas}' is new: it lets editors complete and check these files")
    try:
        create_folder(home, {name: text.encode() for name, text in files.items()})
    except FileExistsError as problem:
        raise PirgenError(f"'{home}' is already there; choose another title, --date or --id") from problem
    except OSError as problem:
        raise PirgenError(f"cannot write '{home}': {problem.strerror}") from problem
    return home / INCIDENT_FILE


def put_out(content: bytes, path: Path | None, is_text: bool) -> None:
    """Write a document where ``--output`` says, whole or not at all; print it where nothing says so."""
    if path is None:
        print_data(markup_text(content.decode()) if is_text else content)
        return
    if not path.parent.is_dir():
        raise PirgenError(f"cannot write '{path}': there is no folder '{path.parent}'")
    try:
        replace_file(path, content)
    except OSError as problem:
        raise PirgenError(f"cannot write '{path}': {problem.strerror}") from problem
