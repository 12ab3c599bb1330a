"""The lists that numbers lead to: every count on the trends page leads to one, with as many rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pirgen.analysis.backlog import BacklogItem
from pirgen.model import Incident
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["FEWEST", "LONG", "MOST_DOTS", "ListPart", "ListSection", "Listing", "page_of"]

FEWEST = 5
"""Fewer than this make a table and not a chart."""

MOST_DOTS = 300
"""More incidents than these, the latest, are no longer dots that one can read and follow one by one."""

LONG = 16
"""Longer tables and lists are folded."""


@dataclass(frozen=True)
class ListPart:
    """Rows that one mark counts: incidents, or actions. The title is empty where the section's says it all."""

    id: str
    title: str
    incidents: tuple[Incident, ...] = ()
    actions: tuple[BacklogItem, ...] = ()

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.incidents) + len(self.actions)


@dataclass(frozen=True)
class ListSection:
    """What one number counts, in the parts that smaller numbers count."""

    id: str
    title: str
    parts: tuple[ListPart, ...]

    @property
    def count(self) -> int:
        """How many rows it has."""
        return sum(part.count for part in self.parts)


@dataclass(frozen=True)
class Listing:
    """A page of sections; the empty ones are not shown. ``path`` is its source path."""

    path: str
    title: str
    lead: str
    sections: tuple[ListSection, ...]

    def target(self, id: str) -> str:
        """The place of a section or part."""
        return f"{self.path}#{id}"


def page_of(listing: Listing, renderer: Renderer) -> Page:
    """The page with the list."""
    values = {"listing": listing, "sections": _shown(listing.sections)}
    meta = PageMeta(listing.title, listing.lead, hide=("navigation",), in_search=False)
    return renderer.page(listing.path, "trend-list.html", values, meta)


def _shown(sections: Sequence[ListSection]) -> list[ListSection]:
    return [section for section in sections if section.count]
