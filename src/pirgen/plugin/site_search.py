"""The site's search: incidents from their values, other pages from their texts, as files for browsers."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from mkdocs.structure.pages import Page as MkDocsPage

from pirgen.model import Book
from pirgen.pages import Page
from pirgen.plugin.page import PirgenPage
from pirgen.plugin.page_text import sections_of
from pirgen.plugin.theme import label_search, link_search
from pirgen.retrieval import Document, SearchField, SearchPassage
from pirgen.site.search_files import search_files

__all__ = ["SiteSearch"]

_GUIDE = 1
_THEME_INDEX = "search/search_index.json"
_BOX = 'data-md-component="search-query"'


class SiteSearch:
    """Collects the pages of one build, and writes the files that its search loads."""

    def __init__(self) -> None:
        self._ours: dict[str, tuple[Page, str]] = {}
        self._guide: list[Document] = []
        self._addresses: dict[str, str] = {}
        self._has_box = False

    def add(self, page: MkDocsPage) -> None:
        """Note a page with its content as it is shown; its front matter may exclude it from the search."""
        path = page.file.src_uri
        if isinstance(page, PirgenPage):
            path = page.ours.path
            self._ours[path] = page.ours, page.url
        elif _is_found(page):
            self._guide.append(_guide_document(page, path))
        self._addresses[path] = page.url

    @property
    def addresses(self) -> Mapping[str, str]:
        """Where the pages of the site are, by their source paths."""
        return self._addresses

    def put_into_box(self, html: str, script: str) -> str:
        """The page with our search in the theme's box, if that is the box of Material for MkDocs."""
        return link_search(label_search(html), script) if _BOX in html else html

    def note_box(self, html: str) -> str:
        """The page, of which it is noted whether its theme has that box."""
        self._has_box = self._has_box or _BOX in html
        return html

    def write(self, site: Path, book: Book) -> None:
        """Write the files into a built site. Incidents whose page the site does not have are not found."""
        ours = [page for page, _ in self._ours.values()]
        for path, text in search_files(book, ours, self._guide, self._addresses):
            _write(site / path, text)
        self._release_theme_index(site)

    def _release_theme_index(self, site: Path) -> None:
        """Leave in the theme's own index no more than its box asks for.

        Material's box asks our files, and would load the index with every page for nothing; it wants no more
        than the settings in it, as a script too where a site is opened as a folder. The boxes of other themes
        find our pages by title and description.
        """
        path = site / _THEME_INDEX
        if not path.is_file():
            return
        index: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        urls = {url: page for page, url in self._ours.values()}
        kept = [doc for doc in index["docs"] if doc["location"].partition("#")[0] not in urls]
        slim = [
            {"location": url, "title": page.title, "text": page.description}
            for url, page in urls.items()
            if page.in_search
        ]
        index["docs"] = [] if self._has_box else [*kept, *slim]
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        _write(path, text)
        if self._has_box:
            _write(path.with_suffix(".js"), f"var __index = {text};\n")


def _guide_document(page: MkDocsPage, path: str) -> Document:
    """A page that the site's authors wrote, by its text."""
    title = str(page.title or path)
    passages = [SearchPassage(SearchField.TITLE, title)]
    for section in sections_of(page.content or ""):
        if section.anchor:
            passages.append(SearchPassage(SearchField.FACTOR, section.title, section.title, section.anchor))
        passages += [
            SearchPassage(SearchField.OTHER, text, section.title, section.anchor) for text in section.texts
        ]
    return Document(path, path, title, tuple(passages), (title,), group=_GUIDE)


def _is_found(page: MkDocsPage) -> bool:
    search = page.meta.get("search")
    return not (isinstance(search, dict) and search.get("exclude"))


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
