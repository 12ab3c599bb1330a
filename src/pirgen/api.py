"""What a script may use, as ``from pirgen import read``: ``docs/guide/python.md`` has the promise.

Each function takes a folder of incidents and gives values; nothing is printed, and nothing is written.
"""

from __future__ import annotations

from datetime import date
from os import PathLike
from pathlib import Path

from pirgen import history, pipeline
from pirgen.audience import public_book, refuse_leaks
from pirgen.diagnostics import Diagnostic, Level, headline
from pirgen.errors import PirgenError
from pirgen.model import Audience, Book
from pirgen.reports.found_incidents import FoundIncident, found_similar
from pirgen.retrieval import searchable
from pirgen.source import is_incident_id

__all__ = ["build", "check", "read", "similar"]

Folder = str | PathLike[str]


def read(folder: Folder, audience: str = "internal") -> Book:
    """The incidents and reviews of a folder, as that audience may read them.

    Raises ``PirgenError`` where a file has an error, which names the first.
    """
    checked = _checked(folder, None)
    errors = [found for found in checked.diagnostics if found.level is Level.ERROR]
    if errors:
        raise PirgenError(headline(errors[0], f"{Path(folder).as_posix()}/"))
    return public_book(checked.book) if Audience(audience) is Audience.PUBLIC else checked.book


def check(folder: Folder, as_of: date | None = None) -> tuple[Diagnostic, ...]:
    """What 'pirgen check' finds in a folder, in the order of its files.

    What is late is judged as of a day, by default that of the folder's last commit.
    """
    return _checked(folder, as_of).diagnostics


def build(folder: Folder, as_of: date | None = None, audience: str = "internal") -> dict[str, str]:
    """The pages of a site and its files for programs, by their paths, as HTML and other texts.

    A page, such as ``incidents/index.html``, is its content without a theme around it; links lead from one to
    another. Raises ``PirgenError`` where a file has an error, and where a page for the public has internal
    words.
    """
    from pirgen.diagrams import Drawer
    from pirgen.pages import Settings, complete
    from pirgen.pages.links import address

    full = read(folder)
    book = public_book(full) if Audience(audience) is Audience.PUBLIC else full
    settings = Settings(as_of or history.as_of(Path(folder)), directory_urls=False)
    with Drawer() as drawer:
        pages = pipeline.build(book, settings, drawer)
    texts = {address(page.path, directory_urls=False): complete(page) for page in pages}
    texts |= {asset.path: asset.text for page in pages for asset in page.assets}
    refuse_leaks(full, book, ((name, text.encode()) for name, text in texts.items()))
    return texts


def similar(folder: Folder, what: str, most: int = 5) -> tuple[FoundIncident, ...]:
    """The incidents most like one, named by its id, or like a text; the most similar first, with reasons."""
    library = searchable(read(folder))
    if not is_incident_id(what):
        nearest = library.similar_to_words(what, most)
    elif what in library.book.incident_by_id:
        nearest = library.similar_to(what, most)
    else:
        raise PirgenError(f"there is no incident '{what}' in '{Path(folder).as_posix()}'")
    return tuple(found_similar(nearest, library, history.as_of(Path(folder))))


def _checked(folder: Folder, as_of: date | None) -> pipeline.Checked:
    path = Path(folder)
    if not path.is_dir():
        raise PirgenError(f"there is no folder '{path.as_posix()}'")
    return pipeline.check(path, as_of or history.as_of(path))
