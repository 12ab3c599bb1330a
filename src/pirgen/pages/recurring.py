"""What recurs: the same kind of factor, trigger or service in several incidents, named plainly."""

from __future__ import annotations

from pirgen.analysis.recurrence import factors_of
from pirgen.analysis.statistics import Statistics
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["page"]


def page(statistics: Statistics, renderer: Renderer) -> Page:
    """The page of repeats."""
    book = statistics.book
    values = {
        "recurrence": statistics.recurrence,
        "reviewed": len({incident.id for group in statistics.categories for incident in group.incidents}),
        "published": sum(review.is_published for review in book.reviews),
        "factors_of": lambda incident, category: factors_of(incident, category, book),
    }
    meta = PageMeta(
        "What recurs", "What several incidents share.", in_navigation=True, hide=("lone-navigation",)
    )
    return renderer.page("recurring.md", "recurring.html", values, meta)
