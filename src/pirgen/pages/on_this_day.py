"""This day in past years: old incidents are read again when their day comes round."""

from __future__ import annotations

from pirgen.analysis.anniversaries import around, by_month
from pirgen.analysis.sums import Sums
from pirgen.pages import times
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press

__all__ = ["page"]


def page(sums: Sums, press: Press) -> Page:
    """What happened around this day, and the whole year below it."""
    values = {
        "anniversaries": around(sums.book.incidents, sums.as_of),
        "months": [(times.month(month), incidents) for month, incidents in by_month(sums.book.incidents)],
    }
    about = About("On this day", "This day in past years.", in_navigation=True, hide=("lone-navigation",))
    return press.page("on-this-day.md", "on-this-day.html", values, about)
