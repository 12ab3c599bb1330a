"""The site: every page of a book, with its numbers and drawings, as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from pathlib import PurePosixPath

from pirgen.analysis.statistics import Statistics
from pirgen.cache import MANY_TO_HOLD, Cache, in_parts, shared
from pirgen.diagrams.graphviz.engine import version
from pirgen.model import Incident
from pirgen.pages import (
    actions,
    audit,
    factors,
    find,
    glossary,
    home,
    incident_list,
    lessons,
    on_this_day,
    open_paths,
    recurring,
    rules,
    services,
    severity_guide,
    tags,
    teams,
    trends,
)
from pirgen.pages.cached_parts import CachedParts
from pirgen.pages.data.index import index_files
from pirgen.pages.incident import Figures, IncidentPages, IncidentSources, compare
from pirgen.pages.page import Asset, Outline, Page
from pirgen.pages.renderer import Renderer, Settings
from pirgen.reports.notice import marked
from pirgen.retrieval import SearchableBook, searchable

__all__ = ["OPTIONAL_PARTS", "Draw", "Figures", "Settings", "Site", "render"]

Draw = Callable[[Sequence[Incident]], Figures]
"""Makes the drawings of some incidents."""

_AT_ONCE = 20
"""Of how many incidents drawings are held at a time."""


def render(
    statistics: Statistics, draw: Draw, settings: Settings, cache: Cache | None = None
) -> tuple[Page, ...]:
    """Every page of the site, in the order of the navigation; raises ``TemplateProblem``.

    With a cache, the content of an incident's page is in it and not in memory.

    The files that pages offer have the site's notice in them. Its pages get it from the door that shows them,
    together with those that are not ours.
    """
    site = Site(statistics, settings, cache)
    incidents = site.incidents(draw)
    is_large = len(statistics.book.incidents) > MANY_TO_HOLD
    begun = [*islice(incidents, 0 if is_large else _AT_ONCE + 1)]  # now others help, while lists are made too
    home, *others = site.lists()
    site.forget()
    others += [*begun, *incidents]
    site.forget()
    assets = (asset for page in (home, *others) for asset in page.assets)
    index = index_files(assets, statistics.book, settings)
    return (replace(home, assets=(*home.assets, *_marked(index, statistics.book.vocabulary.notice))), *others)


class Site:
    """The pages of a book, each part made when it is asked for; every method raises ``TemplateProblem``."""

    def __init__(self, statistics: Statistics, settings: Settings, cache: Cache | None = None) -> None:
        self._statistics = statistics
        self._left_out = settings.left_out
        self._cache = cache or Cache()
        self._renderer = Renderer(statistics, settings, cache)
        self._kept: CachedParts | None = None
        if self._cache.is_on:
            self._kept = CachedParts(statistics, settings, self._cache, self._renderer.templates_digest())
        self._notice = statistics.book.vocabulary.notice

    def forget(self) -> None:
        """Hold no sums any longer; those that are asked for again are made again."""
        self._statistics.forget()
        if self._kept:
            self._kept.forget()

    def lists(self) -> Iterator[Page]:
        """Every page that is about more than one incident."""
        for name in PARTS:
            yield from self.part(name)

    def part(self, name: str) -> tuple[Page, ...]:
        """The pages of one part: ``actions`` is actions.md and what lies in it; none of an unknown one."""
        make = PARTS.get(name)
        if make is None or name in self._left_out:
            return ()
        pages = self._kept.part(name, make) if self._kept else make(self._statistics, self._renderer)
        if name == "index":
            pages = [replace(page, assets=tuple(self._files_of_home())) for page in pages]
        return tuple(map(self._marked, pages))

    def _files_of_home(self) -> Iterator[Asset]:
        for name, make in home.FILES.items():
            settings = self._renderer.settings
            yield from self._kept.files(name, make) if self._kept else make(self._statistics, settings)

    def incident(self, id: str, draw: Draw, index: SearchableBook | None = None) -> Page:
        """The page of an incident; ``index`` finds similar ones."""
        pages, incident = self._incident_pages(index), self._statistics.book.incident_by_id[id]
        return pages.page(pages.view(pages.sources(incident)), draw([incident]).get(id, {}))

    def incidents(self, draw: Draw) -> Iterator[Page]:
        """The page of every incident, oldest first."""
        made = partial(self._incidents, draw)
        for each in self._kept.outlines("incidents", version(), made) if self._kept else made():
            if isinstance(each, Page):
                yield each
            else:
                id = PurePosixPath(each.page.path).stem
                yield self._renderer.kept.later(each, partial(self.incident, id, draw))

    def _incidents(self, draw: Draw) -> Iterator[Page | Outline]:
        pages, every = self._incident_pages(None), self._statistics.book.incidents
        pages.find_related()

        def made(some: Sequence[Incident]) -> Iterator[Page | Outline]:
            return self._some([pages.sources(each) for each in some], pages, draw)

        yield from shared(in_parts(every, _AT_ONCE), made, self._cache)

    def _incident_pages(self, index: SearchableBook | None) -> IncidentPages:
        book = self._statistics.book
        return IncidentPages(self._statistics, self._renderer, lambda: index or searchable(book, self._cache))

    def _some(
        self, some: Sequence[IncidentSources], pages: IncidentPages, draw: Draw
    ) -> Iterator[Page | Outline]:
        """The pages of some incidents: those that were made before, and the others made now and kept."""
        kept = self._renderer.kept
        keys = [pages.key(each, version()) if kept.is_on else None for each in some]
        outlines = {key: pages.outline(each) for key, each in zip(keys, some, strict=True) if key}
        found = kept.find(outlines)
        new = [each.incident for key, each in zip(keys, some, strict=True) if key not in found]
        figures = draw(new) if new else {}
        for key, each in zip(keys, some, strict=True):
            if key in found:
                yield found[key]
                continue
            drawn = figures.get(each.incident.id, {})
            page = pages.page(pages.view(each), drawn)
            is_complete = key and all(figure.svg for figure in drawn.values())
            yield kept.keep(key, page, drawn) if key and is_complete else page

    def _marked(self, page: Page) -> Page:
        return page if not self._notice else replace(page, assets=tuple(_marked(page.assets, self._notice)))


def _marked(assets: Iterable[Asset], notice: str) -> Iterator[Asset]:
    return (Asset(asset.path, marked(asset.path, asset.text, notice)) for asset in assets)


PARTS: Mapping[str, Callable[[Statistics, Renderer], Iterable[Page]]] = {
    "index": lambda sums, renderer: [home.page(sums, renderer)],
    "incidents": incident_list.pages,
    "actions": actions.pages,
    "open-paths": lambda sums, renderer: [open_paths.page(sums, renderer)],
    "trends": trends.pages,
    "lessons": lessons.pages,
    "recurring": lambda sums, renderer: [recurring.page(sums, renderer)],
    "factors": factors.pages,
    "services": services.pages,
    "teams": teams.pages,
    "tags": tags.pages,
    "audit": audit.pages,
    "on-this-day": lambda sums, renderer: [on_this_day.page(sums, renderer)],
    "severity": lambda sums, renderer: [severity_guide.page(sums.book, renderer)],
    "glossary": lambda sums, renderer: glossary.pages(sums.book, renderer),
    "rules": lambda sums, renderer: [rules.page(sums.book, renderer)],
    "compare": compare.pages,
    "find": lambda sums, renderer: [find.page(renderer)],
}
"""The parts of the site by the first word of their pages' paths, in the order of the navigation."""

OPTIONAL_PARTS = tuple(name for name in PARTS if name not in ("index", "incidents", "find"))
"""Those that a site can do without."""
