"""The site: every page of a book, with its numbers and drawings, as values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace

from pirgen.analysis.statistics import Statistics
from pirgen.cache import Cache
from pirgen.pages import (
    actions,
    audit,
    factors,
    find,
    glossary,
    home,
    incident,
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
from pirgen.pages.data.index import index_files
from pirgen.pages.incident import Figures
from pirgen.pages.kept_pages import KeptParts
from pirgen.pages.page import Asset, Page
from pirgen.pages.renderer import Renderer, Settings
from pirgen.reports.notice import marked
from pirgen.retrieval import SearchableBook

__all__ = ["OPTIONAL_PARTS", "Figures", "Settings", "Site", "render"]


def render(
    statistics: Statistics, figures: Figures, settings: Settings, cache: Cache | None = None
) -> tuple[Page, ...]:
    """Every page of the site, in the order of the navigation; raises ``TemplateProblem``.

    The files that pages offer have the site's notice in them. Its pages get it from the door that shows them,
    together with those that are not ours.
    """
    site = Site(statistics, settings, cache)
    home, *others = (*site.lists(), *site.incidents(figures))
    assets = (asset for page in (home, *others) for asset in page.assets)
    index = index_files(assets, statistics.book, settings)
    return (replace(home, assets=(*home.assets, *_marked(index, statistics.book.vocabulary.notice))), *others)


class Site:
    """The pages of a book, each part made when it is asked for; every method raises ``TemplateProblem``."""

    def __init__(self, statistics: Statistics, settings: Settings, cache: Cache | None = None) -> None:
        self._statistics = statistics
        self._left_out = settings.left_out
        self._renderer = Renderer(statistics, settings, cache)
        self._kept = KeptParts(cache or Cache(), statistics.book, settings, self._renderer.templates_digest)
        self._notice = statistics.book.vocabulary.notice

    def lists(self) -> Iterator[Page]:
        """Every page that is about more than one incident."""
        for name in PARTS:
            yield from self.part(name)

    def part(self, name: str) -> tuple[Page, ...]:
        """The pages of one part: ``actions`` is actions.md and what lies in it; none of an unknown one."""
        make = PARTS.get(name)
        if make is None or name in self._left_out:
            return ()
        pages = self._kept.part(name, lambda: make(self._statistics, self._renderer))
        return tuple(map(self._marked, pages))

    def incidents(
        self, figures: Figures, only: str | None = None, index: SearchableBook | None = None
    ) -> Iterator[Page]:
        """The page of every incident, or of the one of an id; ``index`` finds similar ones."""
        return map(self._marked, incident.pages(self._statistics, figures, self._renderer, only, index))

    def _marked(self, page: Page) -> Page:
        return replace(page, assets=tuple(_marked(page.assets, self._notice)))


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
    "find": lambda sums, renderer: [find.page(renderer)],
}
"""The parts of the site by the first word of their pages' paths, in the order of the navigation."""

OPTIONAL_PARTS = tuple(name for name in PARTS if name not in ("index", "incidents", "find"))
"""Those that a site can do without."""
