"""Incidents by the words they are classed by: each a table of bars, near misses beside and never added."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pirgen.analysis.statistics import Statistics
from pirgen.analysis.trends import IncidentGroup, by_detection, by_trigger
from pirgen.pages.links import anchors
from pirgen.pages.page import Asset
from pirgen.pages.tables import csv_text
from pirgen.pages.trends.lists import (
    FEWEST,
    LONG,
    NEAR_MISS,
    PUBLISHED,
    USERS,
    Chosen,
    Listing,
    ListPart,
    ListSection,
)

__all__ = ["ClassCount", "ClassTable", "tables"]


@dataclass(frozen=True)
class ClassCount:
    """A word with the page that says more about it (if there is one), its counts, and their targets.

    ``share`` is the length of its bar in hundredths of the longest, None where no bars are drawn.
    """

    title: str
    page: str
    count: int
    target: str
    near_misses: int
    near_misses_target: str
    share: float | None


@dataclass(frozen=True)
class ClassTable:
    """All the words of one kind. ``counted`` is how many incidents are classed at all, each once.

    ``by_count`` are the same rows, most first: for those who ask for that order.
    """

    id: str
    title: str
    column: str
    rows: tuple[ClassCount, ...]
    counted: int
    near_misses: int
    asset: Asset
    listing: Listing

    @property
    def is_drawn(self) -> bool:
        """Whether there are enough incidents for bars."""
        return self.counted >= FEWEST

    @property
    def is_long(self) -> bool:
        """Whether the table is folded."""
        return len(self.rows) > LONG

    @property
    def by_count(self) -> tuple[ClassCount, ...]:
        """The rows by count, most first, then as they stand."""
        return tuple(sorted(self.rows, key=lambda row: (-row.count, -row.near_misses)))


def tables(statistics: Statistics, service_paths: Mapping[str, str]) -> Iterator[ClassTable]:
    """By factor category, trigger, detection and service; one without groups is left out."""
    kinds: tuple[tuple[str, str, str, str, tuple[IncidentGroup, ...], Callable[[IncidentGroup], str]], ...] = (
        ("factors", "By factor category", "Category", "categories", statistics.categories, _category_page),
        ("triggers", "By trigger", "Trigger", "triggers", by_trigger(statistics.book), _no_page),
        ("detection", "By how it was found", "Found by", "detection", by_detection(statistics.book), _no_page),
        (
            "services",
            "By service",
            "Service",
            "services",
            statistics.services,
            lambda group: service_paths[group.id],
        ),
    )
    for id, title, column, name, groups, page_of in kinds:
        if groups:
            yield _table(id, title, column, name, groups, page_of)


def _table(
    id: str,
    title: str,
    column: str,
    name: str,
    groups: Sequence[IncidentGroup],
    page_of: Callable[[IncidentGroup], str],
) -> ClassTable:
    ids = anchors("of", (group.id for group in groups))
    listing = _listing(title, name, groups, ids)
    counted = len({incident.id for group in groups for incident in group.counted})
    most = max(len(group.counted) for group in groups) if counted >= FEWEST else 0
    rows = tuple(_row(group, ids[group.id], page_of(group), most, listing) for group in groups)
    near_misses = len({incident.id for group in groups for incident in group.near_misses})
    return ClassTable(id, title, column, rows, counted, near_misses, _asset(column, name, rows), listing)


def _row(group: IncidentGroup, id: str, page: str, most: int, listing: Listing) -> ClassCount:
    count = len(group.counted)
    return ClassCount(
        title=group.title,
        page=page,
        count=count,
        target=listing.target(id),
        near_misses=len(group.near_misses),
        near_misses_target=listing.target(f"near-misses-{id}"),
        share=round(100 * count / most, 1) if most else None,
    )


def _asset(column: str, name: str, rows: Sequence[ClassCount]) -> Asset:
    header = (column.lower().replace(" ", "_"), "incidents", "near_misses")
    table = [(row.title, row.count, row.near_misses) for row in rows]
    return Asset(f"trends/{name}.csv", csv_text(header, table))


def _listing(title: str, name: str, groups: Sequence[IncidentGroup], ids: Mapping[str, str]) -> Listing:
    return Listing(
        f"trends/{name}.md",
        f"Incidents {title[0].lower()}{title[1:]}",
        "The incidents that each row counts. Near misses are listed separately.",
        tuple(_section(group, ids[group.id], _CHOSEN[name](group.id)) for group in groups),
    )


def _section(group: IncidentGroup, id: str, chosen: Chosen) -> ListSection:
    users, near_misses = (*chosen, *USERS), (*chosen, *NEAR_MISS)
    parts = (
        ListPart(id, "Incidents" if group.near_misses else "", group.counted[::-1], users),
        ListPart(f"near-misses-{id}", "Near misses", group.near_misses[::-1], near_misses),
    )
    return ListSection(f"all-{id}", group.title, parts, chosen)


_CHOSEN: Mapping[str, Callable[[str], Chosen]] = {
    "categories": lambda id: (("category", id), *PUBLISHED),
    "triggers": lambda id: (("trigger", id),),
    "detection": lambda id: (("detection", id),),
    "services": lambda id: (("service", id),),
}
"""How the list of incidents is narrowed down to a group of each kind."""


def _category_page(group: IncidentGroup) -> str:
    return f"factors/{group.id}.md"


def _no_page(group: IncidentGroup) -> str:
    return ""
