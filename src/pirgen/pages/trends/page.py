"""The trends page: patterns first, then counts that keep their lists, and no average of times."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.statistics import Statistics
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer
from pirgen.pages.trends.classes import tables
from pirgen.pages.trends.lengths import length_section
from pirgen.pages.trends.lists import FEWEST, MOST_TABLED, page_of
from pirgen.pages.trends.open_actions import open_section
from pirgen.pages.trends.over_time import pages as pages_over_time
from pirgen.pages.trends.patterns import most_first, patterns
from pirgen.pages.trends.periods import series_of, views
from pirgen.pages.trends.reviewing import review_section

__all__ = ["pages"]


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """The page itself and the lists that its numbers lead to."""
    book = statistics.book
    series = series_of(book)
    over_time = tuple(views(book, series, statistics.as_of))
    classed = tuple(tables(statistics, renderer.service_paths))
    backlog = open_section(statistics)
    reviews = review_section(book, statistics.as_of)
    durations = length_section(book)
    values = {
        "fewest": FEWEST,
        "most_tabled": MOST_TABLED,
        "recurring": most_first(statistics.recurrence.categories),
        "patterns": patterns(book),
        "series": series,
        "views": over_time,
        "tables": classed,
        "backlog": backlog,
        "reviews": reviews,
        "durations": durations,
    }
    meta = PageMeta(
        "Trends",
        "What recurs, how many incidents were reported, and how they were classified.",
        in_navigation=True,
        hide=("navigation",),
        assets=(
            *(view.asset for view in over_time),
            *(table.asset for table in classed),
            backlog.asset,
            backlog.ages_asset,
            reviews.asset,
            durations.asset,
        ),
    )
    yield renderer.page("trends.md", "trends.html", values, meta)
    listings = [part.listing for part in over_time]
    listings += [part.listing for part in classed]
    for listing in (*listings, reviews.listing, durations.listing):
        if listing.count and not listing.is_long:
            yield page_of(listing, renderer)
    yield from pages_over_time(statistics, renderer)
