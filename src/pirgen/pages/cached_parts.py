"""Parts of a site as the cache keeps them, each found by what was read of the book when it was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache as once
from functools import cached_property, partial

from pirgen.analysis.statistics import Statistics, compute
from pirgen.analysis.watched_books import book_digest, watched
from pirgen.cache import Cache, CachedResults, Codec, UnreadableError, ValueDigests, digest, key_of
from pirgen.pages.page import Asset, Heading, LaterAsset, Outline, Page
from pirgen.pages.renderer import Renderer, Settings

__all__ = ["CachedParts"]

MakePart = Callable[[Statistics, Renderer], Iterable[Page]]
MakeFiles = Callable[[Statistics, Settings], tuple[Asset, ...]]


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
        watch, book = watched(self._book)
        sums = watch.copy(compute(book, statistics.as_of, cache=cache))
        self._sources = watch.copy(_Sources(sums, watch.copy(settings)))
        self._results = CachedResults(cache, watch, _PAGES)

    def part(self, name: str, make: MakePart) -> tuple[Page, ...]:
        """The pages of a part, as they were made before, else made now and kept.

        The texts of their files stay in the cache until somebody asks for them.
        """

        def made() -> tuple[Page, ...]:
            return tuple(make(self._sources.statistics, self._sources.renderer))

        def kept() -> tuple[Outline, ...]:
            return tuple(map(self._without_files, made()))

        outlines = self._results.get("part", (name, self._templates), kept, partial(_are, Outline))
        lost = once(lambda: {file.path: file.text for page in made() for file in page.assets})
        return tuple(self._with_files(each, lost) for each in outlines)

    def _without_files(self, page: Page) -> Outline:
        texts = {file.path: file.text for file in page.assets}
        marks = {path: digest(text) for path, text in texts.items()}
        self._cache.save(
            {_key_of_text(marks[path]): text.encode(errors="surrogatepass") for path, text in texts.items()}
        )
        return Outline("", replace(page, figures=dict(page.figures), assets=()), tuple(marks.items()))

    def _with_files(self, outline: Outline, lost: Callable[[], Mapping[str, str]]) -> Page:
        files = (LaterAsset(path, mark, partial(self._text, path, mark, lost)) for path, mark in outline.files)
        return replace(outline.page, assets=tuple(files))

    def _text(self, path: str, mark: str, lost: Callable[[], Mapping[str, str]]) -> str:
        key = _key_of_text(mark)
        found = self._cache.load([key]).get(key)
        return lost()[path] if found is None else found.decode(errors="surrogatepass")

    def files(self, name: str, make: MakeFiles) -> tuple[Asset, ...]:
        """The same of files that the home page offers."""

        def made() -> tuple[Asset, ...]:
            return make(self._sources.statistics, self._sources.settings)

        return self._results.get("files", (name,), made, partial(_are, Asset))

    def outlines(
        self, name: str, by: str, make: Callable[[], Iterable[Page | Outline]]
    ) -> Iterator[Page | Outline]:
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
            yield from found
            return
        made = []
        for each in make():
            made.append(each)
            yield each
        if _are(Outline, tuple(made)):
            self._cache.save({key: _PAGES.write(tuple(made))})


def _key_of_text(mark: str) -> str:
    return key_of("file of a part", mark)


def _are(kind: type[object], found: object) -> bool:
    return isinstance(found, tuple) and all(isinstance(each, kind) for each in found)


_PAGES = Codec([Asset, Heading, Outline, Page])
