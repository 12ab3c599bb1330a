"""The site: every page of a book, with its numbers and drawings, as values."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.model import Book
from pirgen.pages import actions, home, incident, incident_list, knowledge, open_paths, trends
from pirgen.pages.incident import Figures
from pirgen.pages.page import Page
from pirgen.pages.press import Press, Settings

__all__ = ["Figures", "Settings", "render"]


def render(book: Book, figures: Figures, settings: Settings) -> tuple[Page, ...]:
    """Every page of the site, in the order of the navigation; raises ``TemplateProblem``."""
    return tuple(_pages(book, figures, Press(book, settings), settings))


def _pages(book: Book, figures: Figures, press: Press, settings: Settings) -> Iterator[Page]:
    trees = open_paths.trees_of(book)
    yield home.page(book, press, settings)
    yield incident_list.page(book, press)
    yield actions.page(book, press, settings)
    yield open_paths.page(book, trees, press)
    yield from trends.pages(book, press, settings)
    yield from knowledge.pages(book, press)
    yield from incident.pages(book, figures, trees, press, settings)
