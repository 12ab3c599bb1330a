"""The home page: the latest reviews, what is still to be done, and what keeps coming back."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pirgen.analysis.anniversaries import around, nearest
from pirgen.analysis.backlog import states
from pirgen.analysis.recurrence import Recurrence
from pirgen.analysis.statistics import Statistics
from pirgen.analysis.trends import IncidentGroup
from pirgen.model import Book, Incident, Review
from pirgen.pages.actions import tile_targets
from pirgen.pages.data.calendar import due_actions
from pirgen.pages.data.counts import counts
from pirgen.pages.data.feeds import FEED, feeds
from pirgen.pages.page import Asset, Page
from pirgen.pages.renderer import PageMeta, Renderer, Settings
from pirgen.reports.action_words import not_overdue_words

__all__ = ["FILES", "page"]

_CARDS = 6
_LESSONS = 4
_GROUPS = 8
_ANNIVERSARIES = 5


FILES: Mapping[str, Callable[[Statistics, Settings], tuple[Asset, ...]]] = {
    "feeds": lambda statistics, settings: feeds(statistics.book, settings),
    "due": lambda statistics, settings: (due_actions(statistics.items, settings),),
    "counts": lambda statistics, _: (counts(statistics),),
}
"""What the site offers with this page."""


def page(statistics: Statistics, renderer: Renderer) -> Page:
    """The page that a reader comes to first."""
    book, settings = statistics.book, renderer.settings
    found = states(statistics.items)
    values = {
        "cards": list(_latest(book))[:_CARDS],
        "lessons": list(_lessons(book))[:_LESSONS],
        "states": found,
        "tile_targets": tile_targets(found),
        "not_overdue": not_overdue_words(found),
        "feed": FEED if settings.site_url else "",
        "recurrence": statistics.recurrence,
        "recurring_groups": _recurring(statistics.recurrence),
        "anniversaries": nearest(around(book.unplanned, statistics.as_of), _ANNIVERSARIES),
    }
    description = "What happened, how it came about, and what was done about it."
    meta = PageMeta("Home", description, in_navigation=True, hide=("navigation", "toc"))
    return renderer.page("index.md", "home.html", values, meta)


def _latest(book: Book) -> Iterator[tuple[Incident, Review]]:
    """Reviewed incidents, the latest first; a review of several is shown with its own incident."""
    for incident in reversed(book.incidents):
        review = book.review_by_id.get(incident.id)
        if review:
            yield incident, review


def _recurring(found: Recurrence) -> dict[str, list[IncidentGroup]]:
    """Of each kind the groups with most incidents; the page of repeats has the others too."""
    kinds = {"categories": found.categories, "services": found.services, "triggers": found.triggers}
    return {
        kind: sorted(groups, key=lambda group: -len(group.incidents))[:_GROUPS]
        for kind, groups in kinds.items()
    }


def _lessons(book: Book) -> Iterator[tuple[str, Incident]]:
    """The first lesson of each published review, the latest first."""
    for incident, review in _latest(book):
        if review.is_published and review.lessons:
            yield review.lessons[0], incident
