"""Retrieval: what is searched, how it is ranked, and what is like what; a pure function of the book."""

from pirgen.retrieval.documents import Document, SearchField, SearchPassage, document_of
from pirgen.retrieval.library import Searchable, SearchableBook, searchable, synonyms_of
from pirgen.retrieval.reasons import reasons
from pirgen.retrieval.search import Answer, Hit, PassageHit
from pirgen.retrieval.similar import Similar

__all__ = [
    "Answer",
    "Document",
    "Hit",
    "PassageHit",
    "SearchField",
    "SearchPassage",
    "Searchable",
    "SearchableBook",
    "Similar",
    "document_of",
    "reasons",
    "searchable",
    "synonyms_of",
]
