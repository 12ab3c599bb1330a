"""What documents bring to the index, as the cache keeps it, so that their words are not counted again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from pirgen.cache import Cache, key_of
from pirgen.retrieval.documents import Document
from pirgen.retrieval.index import DocumentTerms, document_terms

__all__ = ["cached_terms"]


def cached_terms(documents: Sequence[Document], cache: Cache) -> Iterator[DocumentTerms]:
    """What each document brings to the index, in their order."""
    if not cache.is_on:
        yield from map(document_terms, documents)
        return
    keys = [key_of("document", document.mark) for document in documents]
    found = cache.load(keys)
    new: dict[str, bytes] = {}
    for document, key in zip(documents, keys, strict=True):
        terms = _read(found[key]) if key in found else None
        if terms is None:
            terms = document_terms(document)
            new[key] = json.dumps(list(vars(terms).values())).encode()
        yield terms
    cache.save(new)


def _read(data: bytes) -> DocumentTerms | None:
    try:
        weights, words, told, headings = json.loads(data)
        return DocumentTerms(weights, words, told, headings)
    except (ValueError, TypeError):
        return None
