"""What recurs: the same kind of factor, trigger or service in several incidents, named plainly."""

from __future__ import annotations

from pirgen.analysis.recurrence import Recurrence, factors_of
from pirgen.model import Book
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press

__all__ = ["page"]


def page(book: Book, recurrence: Recurrence, press: Press) -> Page:
    """The page of repeats."""
    values = {
        "recurrence": recurrence,
        "published": sum(review.is_published for review in book.reviews),
        "factors_of": lambda incident, category: factors_of(incident, category, book),
    }
    about = About("What recurs", "What several incidents share.", in_navigation=True, hide=("lone-navigation",))
    return press.page("recurring.md", "recurring.html", values, about)
