"""A site as a plain docs tree: Markdown with safe HTML and the files beside it, for any engine that reads it.

Addresses are flat, ``actions.html`` and not ``actions/``. A link then is the same from a page and from its
source, so that engines which look at links in HTML and engines which do not make the same site of it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path

from pirgen.model import Book
from pirgen.pages import Page, Settings, builtin_folder
from pirgen.pages.links import address, relative
from pirgen.reports.notice import marked
from pirgen.site.assistant_files import assistant_files
from pirgen.site.embedding import fill_blocks, find_blocks
from pirgen.site.files import SiteFile, files_beside
from pirgen.site.markdown_pages import markdown_page
from pirgen.site.search_files import list_documents, search_files
from pirgen.source import Incidents

__all__ = ["docs_tree"]

Log = Callable[[str], None]
"""Told of what is left out, and of blocks that name what is not there."""


def docs_tree(
    pages: Iterable[Page], book: Book, own: Mapping[str, Path], incidents: Incidents, site: Settings,
    mount: str, log: Log,
) -> Iterator[SiteFile]:  # fmt: skip
    """Every file of the tree. ``own`` are the site's own files by their paths; they take precedence.

    ``mount`` is the folder of the site that our pages are in, with a ``/`` at its end.
    """
    taken = {_address(path): path for path in own}
    shown: dict[str, Page] = {}
    for page in pages:
        if (place := _address(mount + page.path)) in taken:
            log(f"'{taken[place]}' is the site's own page; pirgen's is left out")
        else:
            shown[page.path] = page
    notice = marked("page.html", "", book.vocabulary.notice)
    for file in _ours(shown, book, incidents, site, notice):
        if mount + file.path not in own:
            yield replace(file, path=mount + file.path)
    for path, source in own.items():
        yield _own(path, source, shown, mount, notice, log)


def _ours(
    pages: Mapping[str, Page], book: Book, incidents: Incidents, site: Settings, notice: str
) -> Iterator[SiteFile]:
    """Our pages and what belongs to them, by their paths in our folder of the site.

    The incidents as Markdown end in ``.txt``, since engines take every ``.md`` for a page.
    """
    for page in pages.values():
        is_searched = page.source != ""
        yield SiteFile(page.path, markdown_page(page, notice, is_searched))
    yield from files_beside(pages.values(), book, incidents, site.templates or builtin_folder())
    addresses = {path: address(path, False) for path in pages}
    for path, text in search_files(book, list_documents(pages.values(), book), addresses):
        yield SiteFile(path, text)
    yield from assistant_files(book, addresses, site.site_name, site.site_url, ".txt")


def _address(path: str) -> str:
    """Where a page or file is: ``README.md`` is an index, as engines have it."""
    folder, name = posixpath.split(path)
    return address(posixpath.join(folder, "index.md") if name == "README.md" else path, False)


def _own(path: str, source: Path, pages: Mapping[str, Page], mount: str, notice: str, log: Log) -> SiteFile:
    """A page or file of the site's own, with the drawings that its blocks name."""
    if not path.endswith(".md"):
        return SiteFile(path, copied=source)
    text = source.read_text(encoding="utf-8-sig")
    if "pirgen" in text:
        placed = find_blocks(text, pages, lambda said: log(f"{path}: {said}"))
        text = fill_blocks(placed, pages, lambda target: relative(path, mount + target, False))
    return SiteFile(path, _noted(text, notice))


def _noted(text: str, notice: str) -> str:
    """The page with the notice above its content, and below its front matter."""
    if not notice:
        return text
    head, mark, rest = text.partition("\n---\n") if text.startswith("---\n") else ("", "", text)
    return f"{head}{mark}\n{notice}\n{rest}"
