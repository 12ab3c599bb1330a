"""A page for each service: its incidents, what recurs in them, and what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.backlog import BacklogItem
from pirgen.analysis.recurrence import repeats_in
from pirgen.analysis.statistics import Statistics
from pirgen.analysis.trends import IncidentGroup
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["pages"]


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """The services in alphabetical order, and a page for each."""
    meta = PageMeta("Services", "Incidents by service.", in_navigation=True, hide=("lone-navigation", "toc"))
    yield renderer.page("services/index.md", "services.html", {"groups": statistics.services}, meta)
    described = {term.id: term.description for term in statistics.book.vocabulary.services}
    for group in statistics.services:
        values = {
            "group": group,
            "description": described.get(group.id, ""),
            "repeats": repeats_in(group, statistics.categories),
            "open_items": _open_items(group, statistics),
        }
        meta = PageMeta(
            f"Service: {group.title}", f"Incidents of {group.title}.", hide=("lone-navigation", "toc")
        )
        yield renderer.page(renderer.service_paths[group.id], "service.html", values, meta)


def _open_items(service: IncidentGroup, statistics: Statistics) -> list[BacklogItem]:
    """The open actions of a service's reviews, the latest first."""
    reviewed = [statistics.items_of.get(incident.id, ()) for incident in reversed(service.incidents)]
    return [item for items in reviewed for item in items if item.action.is_open]
