"""The site: every page of a book, with its numbers and drawings, as values."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.recurrence import recurrence_of
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
    return tuple(_pages(book, figures, Press(book, settings), settings))


def _pages(book: Book, figures: Figures, press: Press, settings: Settings) -> Iterator[Page]:
    trees = open_paths.trees_of(book)
    recurrence = recurrence_of(book)
    yield home.page(book, recurrence, press, settings)
    yield incident_list.page(book, press, settings)
    yield from actions.pages(book, press, settings)
    yield open_paths.page(book, trees, press)
    yield from trends.pages(book, recurrence, press, settings)
    yield lessons.page(book, press)
    yield recurring.page(book, recurrence, press)
    yield from factors.pages(book, press)
    yield from services.pages(book, press, settings)
    yield from tags.pages(book, press)
    yield on_this_day.page(book, press, settings)
    yield from knowledge.pages(book, press)
    yield rules.page(book, press)
    yield from incident.pages(book, figures, trees, press, settings)
