"""The lists behind the numbers: every count on the trends page leads to one, with as many rows."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pirgen.analysis.backlog import Item
from pirgen.model import Incident
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press

__all__ = ["FEWEST", "LONG", "MOST_DOTS", "Listing", "Part", "Section", "page_of"]

FEWEST = 5
"""Fewer than so many make a table and not a chart."""

MOST_DOTS = 300
"""More incidents than these, the latest, are no longer dots that one can read and follow one by one."""

LONG = 16
"""Longer tables and lists are folded."""


@dataclass(frozen=True)
class Part:
    """Rows that one mark counts: incidents, or actions. The title is empty where the section's says it all."""

    id: str
    title: str
    incidents: tuple[Incident, ...] = ()
    actions: tuple[Item, ...] = ()

    @property
    def count(self) -> int:
        """How many rows it has."""
        return len(self.incidents) + len(self.actions)


@dataclass(frozen=True)
class Section:
    """What one number counts, in the parts that smaller numbers count."""

    id: str
    title: str
    parts: tuple[Part, ...]

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
    sections: tuple[Section, ...]

    def target(self, id: str) -> str:
        """The place of a section or part."""
        return f"{self.path}#{id}"


def page_of(listing: Listing, press: Press) -> Page:
    """The page with the list."""
    values = {"listing": listing, "sections": _shown(listing.sections)}
    about = About(listing.title, listing.lead, hide=("navigation",), in_search=False)
    return press.page(listing.path, "trend-list.html", values, about)


def _shown(sections: Sequence[Section]) -> list[Section]:
    return [section for section in sections if section.count]
