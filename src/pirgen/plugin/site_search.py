"""The site's search: incidents from their values, other pages from their texts, as files for browsers."""

from __future__ import annotations

import json
from itertools import chain
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url, write_file

from pirgen.analysis.watched_books import book_digest
from pirgen.cache import Cache, ValueDigests, key_of
from pirgen.model import Book
from pirgen.pages import FEED, Page
from pirgen.pages.page import LaterPage
from pirgen.plugin.options import site_address
from pirgen.plugin.page import PirgenPage
from pirgen.plugin.page_text import sections_of
from pirgen.plugin.publishing import Publishing
from pirgen.plugin.theme import (
    addresses_of,
    finish_frame,
    label_search,
    link_feed,
    link_incidents,
    link_search,
)
from pirgen.reports.notice import marked
from pirgen.retrieval import Document, SearchField, SearchPassage
from pirgen.site.assistant_files import assistant_files
from pirgen.site.files import SiteFile
from pirgen.site.search_files import list_documents, search_files

__all__ = ["SiteSearch"]

BOX_SCRIPT = "assets/pirgen/search-box.js"
"""What puts our search into the theme's box."""

_GUIDE = 1
_THEME_INDEX = "search/search_index.json"
_BOX = 'data-md-component="search-query"'


class SiteSearch:
    """Collects the pages of one build, and writes the files that its search loads."""

    def __init__(self, mount: str = "") -> None:
        self._mount = mount
        self._ours: dict[str, tuple[Page, str]] = {}
        self._guide: list[Document] = []
        self._addresses: dict[str, str] = {}
        self.has_box = False

    def add(self, page: MkDocsPage) -> None:
        """Note a page with its content as it is shown; its front matter may exclude it from the search."""
        path = _from(self._mount, page.file.src_uri)
        if isinstance(page, PirgenPage):
            path = page.ours.path
            self._ours[path] = page.ours, page.url
        elif _is_found(page):
            self._guide.append(_guide_document(page, path))
        self._addresses[path] = _from(self._mount, page.url)

    def put_into_box(self, html: str, script: str) -> str:
        """The page with our search in the theme's box, if that is the box of Material for MkDocs."""
        return link_search(label_search(html), script, self._mount) if _BOX in html else html

    def framed(self, html: str, page: MkDocsPage, config: MkDocsConfig, has_feed: bool) -> str:
        """The page with all that the theme's frame lacks: our search, a link to the feed, and the rest."""
        named = self.put_into_box(html, get_relative_url(self._mount + BOX_SCRIPT, page.url))
        finished = finish_frame(named, page, config, self._mount)
        return link_feed(finished, get_relative_url(self._mount + FEED, page.url)) if has_feed else finished

    def linked(self, html: str, config: MkDocsConfig, notice: str) -> str:
        """The page for an address that is none, with a link to the incidents and what every page shows."""
        root, listing = addresses_of(config, self._mount)
        found = self.put_into_box(self.note_box(html), f"{root}/{BOX_SCRIPT}")
        return link_incidents(found, listing, marked("page.html", "", notice))

    def note_box(self, html: str) -> str:
        """The page, of which it is noted whether its theme has that box."""
        self.has_box = self.has_box or _BOX in html
        return html

    def write(self, config: MkDocsConfig, book: Book, cache: Cache, publishing: Publishing) -> None:
        """Write the files into a built site, unless the one that is there has them all.

        Incidents whose page the site does not have are not found.
        """
        site = Path(config.site_dir)
        self._release_theme_index(site)
        others = [*list_documents((page for page, _ in self._ours.values()), book), *self._guide]
        named = (config.site_name, site_address(config, self._mount))
        shown = ValueDigests().digest((self._mount, others, self._addresses, named)) if cache.is_on else ""
        key = key_of("search", book_digest(book), shown) if cache.is_on else ""
        marks = _marks(cache.load([key]).get(key, b"{}"))
        if not marks or not publishing.has(marks):
            searched = search_files(book, others, self._addresses, cache)
            told = assistant_files(book, self._addresses, *named, marks=self._marks_of_pages())
            missing = (file for file in told if not (site / self._mount / file.path).exists())
            marks = {}
            for file in chain((SiteFile(*each) for each in searched), missing):
                path = self._mount + file.path
                marks[path] = file.mark
                if not publishing.leave(path, marks[path]):
                    write_file(file.content, str(site / path))
            cache.save({key: json.dumps(marks).encode()})
        else:
            for path, mark in marks.items():
                publishing.leave(path, mark)

    def _marks_of_pages(self) -> dict[str, str]:
        """Digests of all that pages are made from, by their paths, where these are known."""
        return {path: page.key for path, (page, _) in self._ours.items() if isinstance(page, LaterPage)}

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
        index["docs"] = [] if self.has_box else [*kept, *slim]
        text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
        write_file(text.encode(), str(path))
        if self.has_box:
            write_file(f"var __index = {text};\n".encode(), str(path.with_suffix(".js")))


def _marks(data: bytes) -> dict[str, str]:
    try:
        return {str(path): str(mark) for path, mark in json.loads(data).items()}
    except (ValueError, AttributeError):
        return {}


def _from(mount: str, url: str) -> str:
    """An address or a path in the site as one from the folder of our pages."""
    return url.removeprefix(mount) if url.startswith(mount) else "../" * mount.count("/") + url


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
