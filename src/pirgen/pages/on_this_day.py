"""This day in past years: old incidents are read again when their day comes round."""

from __future__ import annotations

from pirgen.analysis.anniversaries import around, by_month, nearest
from pirgen.analysis.statistics import Statistics
from pirgen.pages.page import Page
from pirgen.pages.renderer import MOST_LISTED, PageMeta, Renderer
from pirgen.wording.instants import month as month_name

__all__ = ["page"]


def page(statistics: Statistics, renderer: Renderer) -> Page:
    """What happened around this day, and the whole year below it."""
    found = around(statistics.book.incidents, statistics.as_of)
    values = {
        "anniversaries": nearest(found, MOST_LISTED),
        "total": len(found),
        "months": [
            (number, month_name(number), incidents) for number, incidents in by_month(statistics.book.incidents)
        ],
    }
    meta = PageMeta("On this day", "This day in past years.", in_navigation=True, hide=("lone-navigation",))
    return renderer.page("on-this-day.md", "on-this-day.html", values, meta)
