"""Parts of a site as the cache keeps them, each found by what was read of the book when it was made."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache as once
from functools import cached_property, partial

from pirgen.analysis.statistics import Statistics, compute
from pirgen.analysis.watched_books import book_digest, forget_watched, watched
from pirgen.cache import Cache, CachedResults, Codec, ValueDigests, digest, in_parts, key_of
from pirgen.pages.page import Asset, Heading, LaterAsset, Outline, Page
from pirgen.pages.renderer import Renderer, Settings

__all__ = ["CachedParts"]

_AT_ONCE = 200
"""How many outlines are one entry of the cache."""

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
        self._as_of = statistics.as_of

    @cached_property
    def _watched(self) -> tuple[_Sources, CachedResults]:
        """What parts are made from, watched, and what knows parts by it."""
        watch, book = watched(self._book)
        sums = watch.copy(compute(book, self._as_of, cache=self._cache))
        sources = watch.copy(_Sources(sums, watch.copy(self._settings)))
        return sources, CachedResults(self._cache, watch, _PAGES)

    def forget(self) -> None:
        """Hold no longer what parts were made from; it is there again when one is asked for."""
        vars(self).pop("_watched", None)
        book_digest(self._book)  # which is made from the watched book, and asked for later
        forget_watched(self._book)

    def part(self, name: str, make: MakePart) -> tuple[Page, ...]:
        """The pages of a part, as they were made before, else made now and kept.

        The texts of their files stay in the cache until somebody asks for them.
        """

        def made() -> tuple[Page, ...]:
            sources, _ = self._watched
            return tuple(make(sources.statistics, sources.renderer))

        def kept() -> tuple[Outline, ...]:
            return tuple(map(self._without_files, made()))

        outlines = self._watched[1].get("part", (name, self._templates), kept, partial(_are, Outline))
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
            sources, _ = self._watched
            return make(sources.statistics, sources.settings)

        return self._watched[1].get("files", (name,), made, partial(_are, Asset))

    def outlines(
        self, name: str, by: str, make: Callable[[], Iterable[Page | Outline]]
    ) -> Iterator[Page | Outline]:
        """The same of a part whose pages are kept one by one; those that may not be are made each time.

        ``by`` is what else the part depends on.
        """
        settings = ValueDigests().digest(self._settings)
        key = key_of("outlines", name, by, book_digest(self._book), settings, self._templates)
        found = self._outlines(key)
        if found is not None:
            yield from found
            return
        made = []
        for each in make():
            made.append(each)
            yield each
        if _are(Outline, tuple(made)):
            parts = in_parts(made, _AT_ONCE)
            for place, part in enumerate(parts):
                self._cache.save({f"{key}.{place}": _PAGES.write(tuple(part))})
            self._cache.save({key: str(len(parts)).encode()})

    def _outlines(self, key: str) -> list[Outline] | None:
        """The outlines that are kept under a key; None where one is missing."""
        found: list[Outline] = []
        try:
            for place in range(int(self._cache.load([key])[key])):
                part = _PAGES.read(self._cache.load([f"{key}.{place}"])[f"{key}.{place}"])
                if not _are(Outline, part):
                    return None
                found += part
        except (KeyError, ValueError):
            return None
        return found


def _key_of_text(mark: str) -> str:
    return key_of("file of a part", mark)


def _are(kind: type[object], found: object) -> bool:
    return isinstance(found, tuple) and all(isinstance(each, kind) for each in found)


_PAGES = Codec([Asset, Heading, Outline, Page])
