"""Reviews: which incidents still wait for one, and how long after the start the others were published."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from pirgen.analysis.reviewing import Publication, Unreviewed, publications, unreviewed
from pirgen.analysis.trends import day_of
from pirgen.model import Book, Incident, SeverityLevel
from pirgen.pages.charts import Chart, Dot, Strip, Tick, dot_chart
from pirgen.pages.explorer import filtered
from pirgen.pages.incident_list import PATH as INCIDENTS
from pirgen.pages.incident_rows import AWAITS_REVIEW, NO_DAY_OF_PUBLICATION
from pirgen.pages.page import Asset
from pirgen.pages.tables import csv_text
from pirgen.pages.trends.lists import FEWEST, LONG, MOST_DOTS, Listing, ListPart, ListSection
from pirgen.wording.plain_text import plain
from pirgen.wording.plurals import counted

__all__ = ["ReviewSection", "review_section"]

_TICKS = tuple(
    Tick(days, text)
    for days, text in (
        (1, "\N{LESS-THAN OR EQUAL TO} 1 day"),
        (3, "3 days"),
        (7, "1 week"),
        (30, "30 days"),
        (91, "3 months"),
        (365, "1 year"),
        (3652, "10 years"),
        (36525, "100 years"),
    )
)
MOST_WAITING = 50
"""More incidents that wait for a review are in the list of incidents only."""


@dataclass(frozen=True)
class ReviewSection:
    """What waits, and what is published, the latest incident first.

    ``waiting_count`` is how many wait, also where not all are shown. ``promises`` are the days within which a
    review is promised, each with the severities it holds for.
    ``published`` have a known day: the latest of them, ``earlier`` says how many more there are.
    ``unknown`` is how many have no day.
    """

    promises: tuple[tuple[int, tuple[str, ...]], ...]
    waiting: tuple[Unreviewed, ...]
    waiting_count: int
    waiting_target: str
    published: tuple[Publication, ...]
    earlier: int
    unknown: int
    unknown_target: str
    chart: Chart | None
    asset: Asset
    listing: Listing

    @property
    def levels(self) -> tuple[str, ...]:
        """The severities that promise a review."""
        return tuple(level for _, levels in self.promises for level in levels)

    @property
    def is_long(self) -> bool:
        """Whether the list is long enough to be folded."""
        return len(self.waiting) > LONG


def review_section(book: Book, as_of: date) -> ReviewSection:
    """Reviews that are missing and the times of those that are published."""
    found, waiting = publications(book), unreviewed(book, as_of)[::-1]
    known = tuple(publication for publication in found if publication.after is not None)
    unknown = tuple(publication.incident for publication in reversed(found) if publication.after is None)
    listing = Listing(
        "trends/reviews.md",
        "Reviews without a day",
        "Incidents whose review is published, and nobody recorded when, or it is dated before the start.",
        (_section(unknown),),
    )
    drawn = known[-MOST_DOTS:]
    return ReviewSection(
        promises=_promises(book.vocabulary.severities),
        waiting=waiting[:MOST_WAITING],
        waiting_count=len(waiting),
        waiting_target=_waiting_target(len(waiting)),
        published=drawn[::-1],
        earlier=len(known) - len(drawn),
        unknown=len(unknown),
        unknown_target=listing.target(NO_DAY_OF_PUBLICATION),
        chart=dot_chart([_strip(drawn)], _TICKS) if len(drawn) >= FEWEST else None,
        asset=_asset(known),
        listing=listing,
    )


def _section(unknown: tuple[Incident, ...]) -> ListSection:
    chosen = (("fact", NO_DAY_OF_PUBLICATION),)
    part = ListPart("", "", unknown, chosen)
    return ListSection(NO_DAY_OF_PUBLICATION, "Day of publication not recorded", (part,), chosen)


def _promises(levels: tuple[SeverityLevel, ...]) -> tuple[tuple[int, tuple[str, ...]], ...]:
    days: dict[int, tuple[str, ...]] = {}
    for level in levels:
        if level.review_within is not None:
            days[level.review_within.days] = (*days.get(level.review_within.days, ()), level.id)
    return tuple(days.items())


def _waiting_target(count: int) -> str:
    """All that wait: on this page, or in the list of incidents."""
    return "#waiting" if count <= MOST_WAITING else filtered(INCIDENTS, ("fact", AWAITS_REVIEW))


def _strip(known: tuple[Publication, ...]) -> Strip:
    return Strip(f"start to published review, n = {len(known)}", tuple(_dot(item) for item in known))


def _dot(item: Publication) -> Dot:
    days = _days(item.after)
    words = f"{counted(days, 'day')} after the start: {plain(item.incident.title)}"
    return Dot(days, f"incidents/{item.incident.id}.md", words)


def _days(after: timedelta | None) -> int:
    return after.days if after else 0


def _asset(known: tuple[Publication, ...]) -> Asset:
    rows = [
        (item.incident.id, day_of(item.incident).isoformat(), str(item.review.published), _days(item.after))
        for item in known
    ]
    return Asset("trends/reviews.csv", csv_text(("incident", "started", "published", "days"), rows))
