"""What documents bring to the index, as the cache keeps it, so that their words are not counted again."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from pirgen.cache import Cache, in_parts, key_of, shared
from pirgen.retrieval.documents import Document
from pirgen.retrieval.index import DocumentTerms, document_terms

__all__ = ["cached_terms"]

_AT_ONCE = 20


def cached_terms(documents: Sequence[Document], cache: Cache) -> Iterator[DocumentTerms]:
    """What each document brings to the index, in their order."""

    def terms_of(some: Sequence[Document]) -> Iterator[DocumentTerms]:
        keys = [key_of("document", document.mark) for document in some]
        found = cache.load(keys)
        new: dict[str, bytes] = {}
        for document, key in zip(some, keys, strict=True):
            terms = _read(found[key]) if key in found else None
            if terms is None:
                terms = document_terms(document)
                new[key] = json.dumps(list(vars(terms).values())).encode()
            yield terms
        cache.save(new)

    return shared(in_parts(documents, _AT_ONCE), terms_of, cache)


def _read(data: bytes) -> DocumentTerms | None:
    try:
        weights, words, told, headings = json.loads(data)
        return DocumentTerms(weights, words, told, headings)
    except (ValueError, TypeError):
        return None
