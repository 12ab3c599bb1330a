"""The trends page: counts that keep their lists, and no time that stands for many."""

from __future__ import annotations

from pirgen.analysis.trends import Period, by_category, by_detection, by_quarter, by_service, by_trigger
from pirgen.model import Book
from pirgen.pages.chart import incidents_chart
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press, Settings

__all__ = ["page"]

_FEWEST = 5
"""Fewer incidents make a table and not a chart."""


def page(book: Book, press: Press, settings: Settings) -> Page:
    """Incidents by quarter and severity, and by what they were classed as."""
    periods = by_quarter(book.incidents, settings.as_of)
    severities = _severities(book)
    counted = sum(len(period.incidents) for period in periods)
    values = {
        "periods": [period for period in reversed(periods) if _has_any(period) or not period.is_complete],
        "severities": severities,
        "counted": counted,
        "fewest": _FEWEST,
        "near_misses": sum(len(period.near_misses) for period in periods),
        "chart": incidents_chart(periods, severities) if counted >= _FEWEST else None,
        "categories": by_category(book),
        "triggers": by_trigger(book),
        "detections": by_detection(book),
        "services": by_service(book),
        "published": sum(review.is_published for review in book.reviews),
    }
    description = "How many incidents were reported, and how they were classed."
    about = About("Trends", description, in_navigation=True, hide=("navigation",))
    return press.page("trends.md", "trends.html", values, about)


def _severities(book: Book) -> list[str]:
    """The vocabulary's severities, worst first, then any other that an incident carries."""
    known = [level.id for level in book.vocabulary.severities]
    return known + sorted({incident.severity for incident in book.incidents} - set(known))


def _has_any(period: Period) -> bool:
    return bool(period.incidents or period.near_misses)
