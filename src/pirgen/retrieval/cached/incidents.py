"""What the cache has of a folder that was searched: its index, and of each incident what answers tell of it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pirgen import model
from pirgen.cache import Cache, Codec, UnreadableError, key_of, types_in
from pirgen.errors import PirgenError
from pirgen.model import Book, Incident, Review, Vocabulary
from pirgen.retrieval.cached.index import IndexPart, cached_index, ends_part, part_key, read_part, written_part
from pirgen.retrieval.cached.state import FolderState
from pirgen.retrieval.cached_terms import cached_terms
from pirgen.retrieval.documents import Document, SearchField, SearchPassage, document_of
from pirgen.retrieval.index import Told, document_terms, in_row, told_of
from pirgen.retrieval.library import Searchable

__all__ = [
    "CachedFolder",
    "are_kept",
    "index_parts",
    "keep_incidents",
    "keep_value",
    "kept_value",
    "read_cached",
    "searchable_parts",
    "tied_ids",
]

_CODEC = Codec([*types_in(model), Document, FolderState, SearchField, SearchPassage])
_AT_ONCE = 200


@dataclass(frozen=True)
class CachedFolder:
    """A folder as it was when it was searched.

    ``keys`` are those of its incidents' entries, by their ids in order. ``tied`` are the incidents about which
    files of others say something, such as that a review covers them too; ``broken`` the files that could not be
    read whole.
    """

    state: FolderState
    vocabulary: Vocabulary
    keys: Mapping[str, str]
    tied: frozenset[str]
    broken: frozenset[str]

    def save(self, name: str, cache: Cache) -> None:
        """Keep it under a name."""
        keep_value(name, (self.state, self.vocabulary, self.keys, self.tied, self.broken), cache)


def read_cached(name: str, cache: Cache) -> CachedFolder | None:
    """What was kept under a name; None where nothing was, or it cannot be read."""
    found = kept_value(name, cache)
    return CachedFolder(*found) if isinstance(found, tuple) and len(found) == 5 else None


def tied_ids(book: Book) -> frozenset[str]:
    """The incidents about which files of others say something."""
    ids = {id for each in book.incidents if each.aliases for id in (each.id, *each.aliases)}
    return frozenset(ids | {id for review in book.reviews if review.covers for id in review.incidents})


def keep_incidents(
    book: Book, ids: Iterable[str], marks: Mapping[str, str], cache: Cache, is_part: bool = False
) -> dict[str, str]:
    """Keep what answers tell of some incidents of a book; the keys of their entries by their ids.

    ``marks`` are a digest of everything that each file depends on, by its name. What is a part of the index is
    kept as such too.
    """
    keys = {id: _key(id, book, marks) for id in ids}
    known = cache.has(keys.values())
    new = [id for id, key in keys.items() if key not in known]
    reviews = book.review_by_incident
    documents = [document_of(book.incident_by_id[id], reviews.get(id), book.vocabulary) for id in new]
    brought = list(map(document_terms, documents) if is_part else cached_terms(documents, cache))
    for id, document, terms in zip(new, documents, brought, strict=True):
        words, weights, headings = told_of(terms)
        entry = document, words, tuple(weights), tuple(headings)
        told = _told(book.incident_by_id[id], reviews.get(id))
        cache.save({keys[id]: _CODEC.write(entry), f"{keys[id]}.told": _CODEC.write(told)})
    if is_part and len(new) == len(keys):
        cache.save({part_key([*keys.values()]): written_part(documents, brought)})
    return keys


def _key(id: str, book: Book, marks: Mapping[str, str]) -> str:
    review = book.review_by_incident.get(id)
    own = marks.get(f"{review.id}/pir.yaml", "") if review else ""
    return key_of("searched incident", id, marks.get(f"{id}/incident.yaml", ""), own)


def _told(incident: Incident, review: Review | None) -> tuple[Incident, Review | None]:
    """The two without what no answer tells."""
    short = Incident(
        incident.id, incident.title, incident.severity, incident.status, incident.services, timeline=()
    )
    if review is None:
        return short, None
    return short, Review(
        review.id, review.status, review.owner, "", provenance=review.provenance, published=review.published,
        covers=review.covers, lessons=review.lessons, actions=review.actions,
    )  # fmt: skip


def searchable_parts(keys: Mapping[str, str], vocabulary: Vocabulary, cache: Cache) -> Searchable | None:
    """The incidents of those keys, ready to be searched; None where the cache cannot hold them."""
    parts = _parts(keys, cache)
    if parts is None:
        return None

    def read(id: str) -> tuple[Document, Told]:
        document, words, weights, headings = _entry(keys[id], cache)
        return document, (words, bytes(weights), in_row(headings))

    def book(ids: Sequence[str]) -> Book:
        pairs = [_entry(f"{keys[id]}.told", cache) for id in sorted(ids)]
        reviews = {review.id: review for _, review in pairs if review}
        return Book(tuple(incident for incident, _ in pairs), tuple(reviews.values()), vocabulary)

    return Searchable(cached_index(parts, read), vocabulary, book)


def _parts(keys: Mapping[str, str], cache: Cache) -> list[IndexPart] | None:
    """The parts of the index, those that are not kept made now."""
    groups = [[keys[id] for id in part] for part in index_parts(keys)]
    names = [part_key(group) for group in groups]
    if not are_kept(keys.values(), cache):
        return None
    found = cache.load(names)
    parts = []
    for name, group in zip(names, groups, strict=True):
        part = read_part(found[name]) if name in found else None
        if part is None:
            documents = [_entry(key, cache)[0] for key in group]
            data = written_part(documents, list(cached_terms(documents, cache)))
            cache.save({name: data})
            part = read_part(data)
        if part:
            parts.append(part)
    return parts


def index_parts(ids: Iterable[str]) -> list[list[str]]:
    """The ids of incidents, in their order, by the part of the index that they are in."""
    parts: list[list[str]] = [[]]
    for id in ids:
        parts[-1].append(id)
        if ends_part(id):
            parts.append([])
    return [part for part in parts if part]


def are_kept(keys: Collection[str], cache: Cache) -> bool:
    """Whether the cache has all entries of incidents with these keys."""
    entries = [*keys, *(f"{key}.told" for key in keys)]
    return len(cache.has(entries)) == len(entries)


def kept_value(name: str, cache: Cache) -> Any:
    """What was kept under a name; None where nothing was, or it cannot be read."""
    return _values([name], cache).get(name)


def keep_value(name: str, value: object, cache: Cache) -> None:
    """Keep a value under a name."""
    cache.save({name: _CODEC.write(value)})


def _entry(key: str, cache: Cache) -> Any:
    found = _values([key], cache)
    if key not in found:
        raise PirgenError("the cache in .cache/pirgen was changed while it was read; run the command again")
    return found[key]


def _values(keys: Iterable[str], cache: Cache) -> dict[str, Any]:
    read = {}
    for key, data in cache.load(keys).items():
        try:
            read[key] = _CODEC.read(data)
        except UnreadableError:
            continue
    return read
