"""The book of a preview: read again when a file was saved, with each page made when somebody asks for it."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path

from pirgen import pipeline
from pirgen.analysis.statistics import compute
from pirgen.diagnostics import Diagnostic
from pirgen.diagrams import Drawer
from pirgen.model import Book, Incident
from pirgen.pages import Figures, Page, Settings, Site
from pirgen.plugin.readers import readers_of
from pirgen.retrieval import SearchableBook, searchable
from pirgen.source import Incidents, Library
from pirgen.source.several import real_paths
from pirgen.wording.plain_text import plain


class LiveBook:
    """A folder of incidents as it was when it last had no error.

    It says what an audience may read.
    """

    def __init__(
        self,
        checked: pipeline.Checked,
        settings: Settings,
        folder: Incidents,
        drawer: Drawer,
        audience: str,
    ) -> None:
        self._audience = audience
        self._folder = folder
        self._as_of: date = checked.as_of
        self._settings = settings
        self._drawer = drawer
        self._library = checked.library
        self._statistics = compute(readers_of(checked.book, audience).book, checked.as_of, cache=drawer.cache)
        self._site = Site(self._statistics, settings, drawer.cache)
        self._parts: dict[str, dict[str, Page]] = {}
        self._index: SearchableBook | None = None  # as of the last time that nobody waited

    @property
    def book(self) -> Book:
        """What the folder says."""
        return self._statistics.book

    def contains(self, path: str) -> bool:
        """Whether a path of this machine lies in the folder."""
        return any(Path(path).is_relative_to(folder) for folder in real_paths(self._folder))

    def update(self) -> tuple[Library, tuple[Diagnostic, ...]]:
        """Read what changed; with an error, the book stays what it was."""
        library, errors = pipeline.first_errors(pipeline.read(self._folder), self._as_of, self._library)
        if not errors:
            self._library = library
            book, cache = readers_of(library.book, self._audience).book, self._drawer.cache
            self._statistics = compute(book, self._as_of, self._statistics, cache)
            self._site = Site(self._statistics, self._settings, cache)
            self._parts = {}
        return library, errors

    def judge(self) -> pipeline.Checked:
        """The book judged by every rule, which takes longer than a reader of the preview waits."""
        self._index = searchable(self.book, self._drawer.cache)
        return pipeline.judged(pipeline.read(self._folder), self._as_of, self._library, self._drawer.cache)

    def outlines(self) -> dict[str, Page]:
        """Every page by its path, those of incidents still without content."""
        pages = {page.path: page for page in self._site.lists()}
        return pages | {page.path: page for page in map(self._outline, self.book.incidents)}

    def page(self, path: str) -> Page | None:
        """The page of a path as it is now."""
        folder, name = posixpath.split(path)
        id = name.removesuffix(".md")
        if folder == "incidents" and id in self.book.incident_by_id:
            return self._incident(self.book.incident_by_id[id])
        part = path.removesuffix(".md").partition("/")[0]
        if part not in self._parts:
            self._parts[part] = {page.path: page for page in self._site.part(part)}
        return self._parts[part].get(path)

    def _incident(self, incident: Incident) -> Page:
        index = self._index
        is_known = index is not None and _ids(index.book) == _ids(self.book)
        return self._site.incident(incident.id, self._draw, index if is_known else None)

    def _draw(self, incidents: Sequence[Incident]) -> Figures:
        return pipeline.draw(incidents, self.book, self._statistics.trees, self._drawer)

    def _outline(self, incident: Incident) -> Page:
        name = "pir" if incident.id in self.book.review_by_id else "incident"
        return Page(
            f"incidents/{incident.id}.md",
            plain(incident.title),
            "",
            source=f"{incident.id}/{name}.yaml",
            hide=("navigation",),
        )

    def same_pages(self, other: Book) -> bool:
        """Whether a book has the incidents, services, tags and files that another one has."""
        return _shape(self.book) == _shape(other)


class LivePages(Mapping[str, Page]):
    """The pages of a preview by their paths, each made when it is looked up."""

    def __init__(self, book: LiveBook) -> None:
        self._book = book

    def __getitem__(self, path: str) -> Page:
        if (page := self._book.page(path)) is None:
            raise KeyError(path)
        return page

    def __iter__(self) -> Iterator[str]:
        return iter(self._book.outlines())

    def __len__(self) -> int:
        return len(self._book.outlines())


def _ids(book: Book) -> list[str]:
    return [incident.id for incident in book.incidents]


def _shape(book: Book) -> tuple[object, ...]:
    services = sorted({service for incident in book.incidents for service in incident.services})
    tags = sorted({tag for incident in book.incidents for tag in incident.tags})
    reviews = sorted(book.review_by_id)
    return [incident.id for incident in book.incidents], reviews, services, tags, sorted(book.attachments)
