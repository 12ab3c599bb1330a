"""The one incident that a command is about."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from pirgen.cli.shared.exits import FOUND
from pirgen.cli.shared.folders import checked_folder, errors_text, folder_of
from pirgen.cli.shared.terminal import print_note
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.diagrams import Drawing
    from pirgen.model import Book

__all__ = ["drawings_in", "incident_in"]


def incident_in(written: str) -> tuple[Book, str]:
    """The book of an incident, and its id, by its id or its folder; errors in the folder end the command."""
    from pirgen.diagnostics import near_miss

    path = Path(written)
    folder, name = folder_of(path) if path.exists() else (folder_of(Path())[0], f"{written}/")
    checked = checked_folder(folder)
    if checked.has_errors:
        print_note(errors_text(checked, folder))
        sys.exit(FOUND)
    book, id = checked.book, name.partition("/")[0]
    if id not in book.incident_by_id:
        near = near_miss(id, book.incident_by_id)
        meant = f"; did you mean: {near}" if near else ""
        raise PirgenError(f"'{written}' is neither an incident's id nor its folder{meant}")
    return book, id


def drawings_in(book: Book, id: str) -> list[Drawing]:
    """The drawings of an incident of a book."""
    from pirgen.analysis.open_paths import analyse
    from pirgen.diagrams import drawings_of

    review = book.review_by_id.get(id)
    tree = analyse(review, book.review_by_id) if review else None
    return [*drawings_of(book.incident_by_id[id], book, {id: tree} if tree else {})]
