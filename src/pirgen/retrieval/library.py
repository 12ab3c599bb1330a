"""A book made ready to be searched: its documents, their index, and the words that mean the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property, partial

from pirgen.cache import Cache, in_parts, shared
from pirgen.model import Book, Incident, Vocabulary
from pirgen.retrieval.cached_similar import CachedSimilar
from pirgen.retrieval.cached_terms import cached_terms
from pirgen.retrieval.documents import Document, LaterDocument, document_of
from pirgen.retrieval.index import DocumentTerms, SearchIndex, indexed
from pirgen.retrieval.meanings import COMPLETED, slots_of
from pirgen.retrieval.query import parse_query
from pirgen.retrieval.search import Answer, search
from pirgen.retrieval.similar import Similar, document_of_words, shown, similar
from pirgen.retrieval.synonyms import SYNONYMS
from pirgen.retrieval.words import stems_of

__all__ = ["MOST_RELATED", "Searchable", "SearchableBook", "forget_searchable", "searchable", "synonyms_of"]

MOST_RELATED = 6
_AT_ONCE = 20


@dataclass(frozen=True)
class Searchable:
    """Incidents, ready to be searched; ``read`` gives a book that has what answers tell of some of them.

    ``broken`` are the files of their folder that could not be read whole.
    """

    index: SearchIndex
    vocabulary: Vocabulary
    read: Callable[[Sequence[str]], Book]
    broken: frozenset[str] = frozenset()

    def search(self, typed: str, most: int = 10, is_unfinished: bool = False) -> Answer:
        """The incidents that answer what was typed, best first."""
        return search(self.index, typed, synonyms_of(self.vocabulary), most, is_unfinished)

    def similar_to(self, incident: str, most: int = 5, is_strict: bool = True) -> tuple[Similar, ...]:
        """The incidents most like one of them, by its id."""
        number = self.index.numbers[incident]
        return similar(self.index.documents[number], self.index, most, is_strict)

    def similar_to_words(self, words: str, most: int = 5) -> tuple[Similar, ...]:
        """The incidents that a text is most like; of a short one also by synonyms, and with slips put right."""
        query = parse_query(words, is_unfinished=False)
        slots = slots_of(query, self.index, synonyms_of(self.vocabulary)) if not query.is_cut else []
        meant = {
            stem for slot in slots for each in slot.meanings if each.weight > COMPLETED for stem in each.stems
        }
        text = " ".join([words, *(self.index.spellings[stem] for stem in sorted(meant - stems_of(words)))])
        return similar(document_of_words(text), self.index, most, is_strict=False)


@dataclass(frozen=True)
class SearchableBook(Searchable):
    """A whole book, ready to be searched."""

    book: Book = field(default_factory=Book)
    cache: Cache = field(default_factory=Cache)

    def related_to(self, incident: str) -> tuple[Similar, ...]:
        """The few incidents most like one of them; what the cache has of an earlier state is made use of."""
        return (
            shown(self._known.of(incident), self.index)
            if self.cache.is_on
            else self.similar_to(incident, MOST_RELATED)
        )

    @cached_property
    def _known(self) -> CachedSimilar:
        return CachedSimilar(self.index, MOST_RELATED, self.cache)


def searchable(book: Book, cache: Cache | None = None) -> SearchableBook:
    """The book, ready to be searched; the pages and the search of a site share one index."""
    if not _LATEST or _LATEST[0].book is not book:
        known = cache or Cache()
        parts = in_parts(book.incidents, _AT_ONCE)
        index = indexed(shared(parts, partial(_brought, book=book, cache=known), known))
        _LATEST[:] = [SearchableBook(index, book.vocabulary, lambda _: book, book=book, cache=known)]
    return _LATEST[0]


def _brought(
    incidents: Sequence[Incident], book: Book, cache: Cache
) -> Iterator[tuple[Document, DocumentTerms]]:
    """Some incidents of a book as documents, and what each brings to the index."""
    reviews = book.review_by_incident
    ways = [partial(document_of, each, reviews.get(each.id), book.vocabulary) for each in incidents]
    documents = [make() for make in ways]
    yield from zip(map(LaterDocument, documents, ways), cached_terms(documents, cache), strict=True)


_LATEST: list[SearchableBook] = []


def forget_searchable() -> None:
    """Hold no book with its index any more; it is made again when it is asked for."""
    _LATEST.clear()


def synonyms_of(vocabulary: Vocabulary) -> tuple[tuple[str, ...], ...]:
    """The words that mean the same: the trade's, and those of the site."""
    return (*SYNONYMS, *vocabulary.synonyms)
