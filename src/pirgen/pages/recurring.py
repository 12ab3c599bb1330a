"""What recurs: the same kind of factor, trigger or service in several incidents, named plainly."""

from __future__ import annotations

from pirgen.analysis.recurrence import factors_of
from pirgen.analysis.sums import Sums
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press

__all__ = ["page"]


def page(sums: Sums, press: Press) -> Page:
    """The page of repeats."""
    book = sums.book
    values = {
        "recurrence": sums.recurrence,
        "published": sum(review.is_published for review in book.reviews),
        "factors_of": lambda incident, category: factors_of(incident, category, book),
    }
    about = About("What recurs", "What several incidents share.", in_navigation=True, hide=("lone-navigation",))
    return press.page("recurring.md", "recurring.html", values, about)
