"""The lists that numbers lead to: every count on the trends page leads to one, with as many rows.

Short lists are pages of their own; where there would be very many rows, numbers lead to views of the list of
incidents instead.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from pirgen.model import Incident
from pirgen.pages.explorer import filtered
from pirgen.pages.incident_list import PATH as INCIDENTS
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = [
    "FEWEST",
    "LONG",
    "MOST_DOTS",
    "MOST_TABLED",
    "NEAR_MISS",
    "PUBLISHED",
    "USERS",
    "Chosen",
    "ListPart",
    "ListSection",
    "Listing",
    "page_of",
]

FEWEST = 5
"""Fewer than this make a table and not a chart."""

MOST_DOTS = 100
"""More incidents than these, the latest, are no longer dots that one can read and follow one by one."""

MOST_TABLED = 40
"""The table beside a chart of dots has no more rows; its CSV has all."""

MOST_ROWS = 600
"""A page of lists holds no more rows."""

Chosen = tuple[tuple[str, str], ...]
"""Values of facets of the list of incidents."""

USERS: Chosen = (("impact", "users"),)
NEAR_MISS: Chosen = (("impact", "near-miss"),)
PUBLISHED: Chosen = (("review", "reviewed"), ("review", "closed"))

LONG = 16
"""Longer tables and lists are folded."""


@dataclass(frozen=True)
class ListPart:
    """The incidents that one mark counts. The title is empty where the section's says it all.

    ``chosen`` is what the list of incidents is narrowed down by to show the same ones.
    """

    id: str
    title: str
    incidents: tuple[Incident, ...]
    chosen: Chosen

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.incidents)


@dataclass(frozen=True)
class ListSection:
    """What one number counts, in the parts that smaller numbers count."""

    id: str
    title: str
    parts: tuple[ListPart, ...]
    chosen: Chosen

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(part.count for part in self.parts)


@dataclass(frozen=True)
class Listing:
    """A page of sections; the empty ones are not shown. ``path`` is its source path.

    One that ``is_long`` is no page: its numbers lead to the list of incidents.
    """

    path: str
    title: str
    lead: str
    sections: tuple[ListSection, ...]

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(section.count for section in self.sections)

    @property
    def is_long(self) -> bool:
        """Whether a page of all its rows would be too long."""
        return self.count > MOST_ROWS

    def target(self, id: str) -> str:
        """The place of a section or part, or the view of the list of incidents with the same rows."""
        return filtered(INCIDENTS, *self._chosen[id]) if self.is_long else f"{self.path}#{id}"

    @cached_property
    def _chosen(self) -> dict[str, Chosen]:
        parts = {part.id: part.chosen for section in self.sections for part in section.parts if part.id}
        return {section.id: section.chosen for section in self.sections} | parts


def page_of(listing: Listing, renderer: Renderer) -> Page:
    """The page with the list."""
    values = {"listing": listing, "sections": _shown(listing.sections)}
    meta = PageMeta(listing.title, listing.lead, hide=("navigation",), in_search=False)
    return renderer.page(listing.path, "trend-list.html", values, meta)


def _shown(sections: Sequence[ListSection]) -> list[ListSection]:
    return [section for section in sections if section.count]
