"""Parts of a site as the cache keeps them, each found by what was read of the book when it was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields, replace
from functools import cached_property, partial
from weakref import WeakKeyDictionary

from pirgen.analysis.statistics import Statistics, compute
from pirgen.cache import Cache, CachedResults, Codec, UnreadableError, ValueDigests, Watch, key_of
from pirgen.model import Book, Incident, Review, Vocabulary
from pirgen.pages.page import Asset, Heading, Outline, Page
from pirgen.pages.renderer import Renderer, Settings

__all__ = ["CachedParts", "book_digest"]

_WATCHED: WeakKeyDictionary[Book, tuple[Watch, Book]] = WeakKeyDictionary()


def book_digest(book: Book) -> str:
    """A digest of all that a book says, made once."""
    watch, _ = _watched(book)
    return watch.digest((kind.__name__, each.name) for kind in _KINDS for each in fields(kind))


_KINDS = (Book, Incident, Review, Vocabulary)


def _watched(book: Book) -> tuple[Watch, Book]:
    """The book, watched."""
    if book not in _WATCHED:
        watch = Watch()
        incidents, reviews = watch.copies(book.incidents), watch.copies(book.reviews)
        words = watch.copy(book.vocabulary)
        _WATCHED[book] = (
            watch,
            watch.copy(replace(book, incidents=incidents, reviews=reviews, vocabulary=words)),
        )
    return _WATCHED[book]


MakePart = Callable[[Statistics, Renderer], Iterable[Page]]


@dataclass(frozen=True)
class _Sources:
    """All that parts are made from."""

    statistics: Statistics
    settings: Settings

    @cached_property
    def renderer(self) -> Renderer:
        """What fills their templates."""
        return Renderer(self.statistics, self.settings)


class CachedParts:
    """Parts of a site that were made before from a book that says the same in what they read of it."""

    def __init__(self, statistics: Statistics, settings: Settings, cache: Cache, templates: str) -> None:
        self._book = statistics.book
        self._settings = settings
        self._cache = cache
        self._templates = templates
        watch, book = _watched(self._book)
        sums = watch.copy(compute(book, statistics.as_of, cache=cache))
        self._sources = watch.copy(_Sources(sums, watch.copy(settings)))
        self._results = CachedResults(cache, watch, _PAGES)

    def part(self, name: str, make: MakePart) -> tuple[Page, ...]:
        """The pages of a part, as they were made before, else made now and kept."""

        def made() -> tuple[Page, ...]:
            pages = make(self._sources.statistics, self._sources.renderer)
            return tuple(replace(page, figures=dict(page.figures)) for page in pages)

        return self._results.get("part", (name, self._templates), made, partial(_are, Page))

    def outlines(
        self, name: str, by: str, make: Callable[[], Iterable[Page | Outline]]
    ) -> Iterable[Page | Outline]:
        """The same of a part whose pages are kept one by one; those that may not be are made each time.

        ``by`` is what else the part depends on.
        """
        settings = ValueDigests().digest(self._settings)
        key = key_of("outlines", name, by, book_digest(self._book), settings, self._templates)
        try:
            found = _PAGES.read(self._cache.load([key]).get(key, b""))
        except UnreadableError:
            found = None
        if found is not None and _are(Outline, found):
            outlines: tuple[Outline, ...] = found
            return outlines
        made = tuple(make())
        if _are(Outline, made):
            self._cache.save({key: _PAGES.write(made)})
        return made


def _are(kind: type[object], found: object) -> bool:
    return isinstance(found, tuple) and all(isinstance(each, kind) for each in found)


_PAGES = Codec([Asset, Heading, Outline, Page])
