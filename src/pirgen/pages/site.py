"""The site: every page of a book, with its numbers and drawings, as values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from pirgen.analysis.statistics import Statistics
from pirgen.pages import (
    actions,
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
from pirgen.pages.incident import Figures
from pirgen.pages.page import Asset, Page
from pirgen.pages.renderer import Renderer, Settings
from pirgen.reports.notice import marked

__all__ = ["Figures", "Settings", "render"]


def render(statistics: Statistics, figures: Figures, settings: Settings) -> tuple[Page, ...]:
    """Every page of the site, in the order of the navigation; raises ``TemplateProblem``.

    The files that pages offer have the site's notice in them. Its pages get it from the door that shows them,
    together with those that are not ours.
    """
    notice = statistics.book.vocabulary.notice
    pages = _pages(statistics, figures, Renderer(statistics, settings))
    return tuple(replace(page, assets=tuple(_marked(page.assets, notice))) for page in pages)


def _marked(assets: Iterable[Asset], notice: str) -> Iterator[Asset]:
    return (Asset(asset.path, marked(asset.path, asset.text, notice)) for asset in assets)


def _pages(statistics: Statistics, figures: Figures, renderer: Renderer) -> Iterator[Page]:
    yield home.page(statistics, renderer)
    yield from incident_list.pages(statistics, renderer)
    yield from actions.pages(statistics, renderer)
    yield open_paths.page(statistics, renderer)
    yield from trends.pages(statistics, renderer)
    yield from lessons.pages(statistics, renderer)
    yield recurring.page(statistics, renderer)
    yield from factors.pages(statistics, renderer)
    yield from services.pages(statistics, renderer)
    yield from teams.pages(statistics, renderer)
    yield from tags.pages(statistics, renderer)
    yield on_this_day.page(statistics, renderer)
    yield severity_guide.page(statistics.book, renderer)
    yield from glossary.pages(statistics.book, renderer)
    yield rules.page(statistics.book, renderer)
    yield find.page(renderer)
    yield from incident.pages(statistics, figures, renderer)
