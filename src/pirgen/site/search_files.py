"""The files that the search of a site loads: incidents by their values, other pages by their texts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import PurePosixPath

from pirgen.cache import Cache
from pirgen.model import Book
from pirgen.pages import Page
from pirgen.retrieval import Document, SearchField, SearchPassage, searchable, synonyms_of
from pirgen.retrieval.index import SearchIndex, build_index
from pirgen.retrieval.shards import shards

__all__ = ["list_documents", "search_files"]

_LISTS = 0


def search_files(
    book: Book, others: Sequence[Document], addresses: Mapping[str, str], cache: Cache | None = None
) -> Iterator[tuple[str, str]]:
    """Each file by its path in the site, with its text.

    ``others`` are the pages beside those of incidents, ``addresses`` where every page is by its source path.
    Incidents without a page are not found.
    """
    whole = searchable(book, cache).index
    indexes = {"incidents": _shown(whole, addresses), "pages": build_index(others)}
    yield from shards(indexes, synonyms_of(book.vocabulary), addresses)


def list_documents(pages: Iterable[Page], book: Book) -> list[Document]:
    """Our pages that list or count, as the search finds them."""
    return [_list_document(page) for page in pages if page.in_search and not _is_incident(page, book)]


def _shown(whole: SearchIndex, addresses: Mapping[str, str]) -> SearchIndex:
    shown = [document for document in whole.documents if document.path in addresses]
    return whole if len(shown) == len(whole.documents) else build_index(shown)


def _list_document(page: Page) -> Document:
    """A page of ours that lists or counts, by its title and headings."""
    passages = [
        SearchPassage(SearchField.TITLE, page.title),
        SearchPassage(SearchField.SUMMARY, page.description),
    ]
    passages += [SearchPassage(SearchField.FACTOR, each.text, each.text, each.id) for each in page.headings]
    kept = tuple(passage for passage in passages if passage.text)
    return Document(page.path, page.path, page.title, kept, (page.title,), group=_LISTS)


def _is_incident(page: Page, book: Book) -> bool:
    """Whether a page is that of an incident, which is found by its values."""
    return PurePosixPath(page.path).stem in book.incident_by_id
