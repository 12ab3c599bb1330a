"""The site: every page of a book, with its numbers and drawings, as values."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.sums import Sums, sums_of
from pirgen.model import Book
from pirgen.pages import (
    actions,
    factors,
    home,
    incident,
    incident_list,
    knowledge,
    lessons,
    on_this_day,
    open_paths,
    recurring,
    rules,
    services,
    tags,
    trends,
)
from pirgen.pages.incident import Figures
from pirgen.pages.page import Page
from pirgen.pages.press import Press, Settings

__all__ = ["Figures", "Settings", "render"]


def render(book: Book, figures: Figures, settings: Settings) -> tuple[Page, ...]:
    """Every page of the site, in the order of the navigation; raises ``TemplateProblem``."""
    sums = sums_of(book, settings.as_of)
    return tuple(_pages(sums, figures, Press(sums, settings)))


def _pages(sums: Sums, figures: Figures, press: Press) -> Iterator[Page]:
    yield home.page(sums, press)
    yield incident_list.page(sums.book, press)
    yield from actions.pages(sums, press)
    yield open_paths.page(sums, press)
    yield from trends.pages(sums, press)
    yield lessons.page(sums.book, press)
    yield recurring.page(sums, press)
    yield from factors.pages(sums, press)
    yield from services.pages(sums, press)
    yield from tags.pages(sums, press)
    yield on_this_day.page(sums, press)
    yield from knowledge.pages(sums.book, press)
    yield rules.page(sums.book, press)
    yield from incident.pages(sums, figures, press)
