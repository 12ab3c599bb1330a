"""A site as a plain docs tree: Markdown with safe HTML and the files beside it, for any engine that reads it.

Addresses are flat, ``actions.html`` and not ``actions/``. A link then is the same from a page and from its
source, so that engines which look at links in HTML and engines which do not make the same site of it.
"""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from pirgen.model import Book
from pirgen.pages import Page
from pirgen.pages.links import address, relative
from pirgen.reports.notice import marked
from pirgen.site.embedding import fill_blocks, find_blocks
from pirgen.site.files import SiteFile, files_beside
from pirgen.site.markdown_pages import markdown_page
from pirgen.site.search_files import search_files
from pirgen.source import Incidents

__all__ = ["docs_tree"]

Log = Callable[[str], None]
"""Told of what is left out, and of blocks that name what is not there."""


def docs_tree(
    pages: Iterable[Page], book: Book, own: Mapping[str, Path], incidents: Incidents, templates: Path, log: Log
) -> Iterator[SiteFile]:
    """Every file of the tree. ``own`` are the site's own files by their paths; they take precedence."""
    taken = {_address(path): path for path in own}
    shown: dict[str, Page] = {}
    for page in pages:
        if _address(page.path) in taken:
            log(f"'{taken[_address(page.path)]}' is the site's own page; pirgen's is left out")
        else:
            shown[page.path] = page
    notice = marked("page.html", "", book.vocabulary.notice)
    for page in shown.values():
        is_searched = page.source != ""
        yield SiteFile(page.path, markdown_page(page, notice, is_searched))
    ours = [*files_beside(shown.values(), book, incidents, templates), *_search(book, shown)]
    yield from (file for file in ours if file.path not in own)
    for path, source in own.items():
        yield _own(path, source, shown, notice, log)


def _address(path: str) -> str:
    """Where a page or file is: ``README.md`` is an index, as engines have it."""
    folder, name = posixpath.split(path)
    return address(posixpath.join(folder, "index.md") if name == "README.md" else path, False)


def _search(book: Book, pages: Mapping[str, Page]) -> Iterator[SiteFile]:
    addresses = {path: address(path, False) for path in pages}
    for path, text in search_files(book, pages.values(), (), addresses):
        yield SiteFile(path, text)


def _own(path: str, source: Path, pages: Mapping[str, Page], notice: str, log: Log) -> SiteFile:
    """A page or file of the site's own, with the drawings that its blocks name."""
    if not path.endswith(".md"):
        return SiteFile(path, copied=source)
    text = source.read_text(encoding="utf-8-sig")
    if "pirgen" in text:
        placed = find_blocks(text, pages, lambda said: log(f"{path}: {said}"))
        text = fill_blocks(placed, pages, lambda target: relative(path, target, False))
    return SiteFile(path, _noted(text, notice))


def _noted(text: str, notice: str) -> str:
    """The page with the notice above its content, and below its front matter."""
    if not notice:
        return text
    head, mark, rest = text.partition("\n---\n") if text.startswith("---\n") else ("", "", text)
    return f"{head}{mark}\n{notice}\n{rest}"
