"""The site's search: incidents from their values, other pages from their texts, as files for browsers."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path, PurePosixPath
from typing import Any

from mkdocs.structure.pages import Page as MkDocsPage

from pirgen.model import Book
from pirgen.pages import Page
from pirgen.plugin.page_text import sections_of
from pirgen.retrieval import Document, Passage, SearchField, documents_of, synonyms_of
from pirgen.retrieval.index import build_index
from pirgen.retrieval.shards import shards

__all__ = [
    "guide_document",
    "is_found",
    "is_incident",
    "list_document",
    "release_theme_index",
    "summary_html",
    "write_search",
]

_LISTS, _GUIDE = 0, 1
_THEME_INDEX = "search/search_index.json"


def list_document(page: Page) -> Document:
    """A page of ours that lists or counts, by its title and headings."""
    passages = [Passage(SearchField.TITLE, page.title), Passage(SearchField.SUMMARY, page.description)]
    passages += [Passage(SearchField.FACTOR, each.text, each.text, each.id) for each in page.headings]
    kept = tuple(passage for passage in passages if passage.text)
    return Document(page.path, page.path, page.title, kept, (page.title,), group=_LISTS)


def guide_document(page: MkDocsPage, path: str) -> Document:
    """A page that the site's authors wrote, by its text."""
    title = str(page.title or path)
    passages = [Passage(SearchField.TITLE, title)]
    for section in sections_of(page.content or ""):
        if section.anchor:
            passages.append(Passage(SearchField.FACTOR, section.title, section.title, section.anchor))
        passages += [Passage(SearchField.OTHER, text, section.title, section.anchor) for text in section.texts]
    return Document(path, path, title, tuple(passages), (title,), group=_GUIDE)


def is_incident(page: Page, book: Book) -> bool:
    """Whether a page of ours is that of an incident, which is found by its values."""
    return PurePosixPath(page.path).stem in book.incident_by_id


def is_found(page: MkDocsPage) -> bool:
    """Whether a page may be found: its front matter may say ``search: {exclude: true}``."""
    search = page.meta.get("search")
    return not (isinstance(search, dict) and search.get("exclude"))


def summary_html(page: Page) -> str:
    """What a theme's own search may know of a page of ours: its title and what it is about."""
    return f"<h1>{escape(page.title)}</h1>\n<p>{escape(page.description)}</p>\n"


def write_search(site: Path, book: Book, others: Iterable[Document], addresses: dict[str, str]) -> None:
    """Write the files of the search into a built site."""
    indexes = {"incidents": build_index(documents_of(book)), "pages": build_index(tuple(others))}
    for path, text in _texts(shards(indexes, synonyms_of(book.vocabulary), addresses)):
        path = site / path
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


def _texts(files: Iterable[tuple[str, str]]) -> Iterator[tuple[Path, str]]:
    return ((Path(path), text) for path, text in files)


def release_theme_index(site: Path) -> None:
    """Leave of Material's index what its box asks for at the start, also where a site is opened as a folder.

    Every load of a page would read the rest, and nothing would ask for it.
    """
    path = site / _THEME_INDEX
    if not path.is_file():
        return
    index: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    text = json.dumps({"config": index.get("config", {}), "docs": []}, separators=(",", ":"))
    path.write_text(text, encoding="utf-8")
    path.with_suffix(".js").write_text(f"var __index = {text};\n", encoding="utf-8")
