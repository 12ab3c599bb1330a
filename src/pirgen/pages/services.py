"""A page for each service: what breaks most there, which ways to fail are left, and what is to be done."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.overview import Overviews
from pirgen.analysis.statistics import Statistics
from pirgen.pages.action_list import STILL_OPEN
from pirgen.pages.action_list import view as actions_view
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["pages"]


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """The services in alphabetical order, and a page for each."""
    meta = PageMeta("Services", "Incidents by service.", in_navigation=True, hide=("lone-navigation", "toc"))
    yield renderer.page("services/index.md", "services.html", {"groups": statistics.services}, meta)
    described = {term.id: term.description for term in statistics.book.vocabulary.services}
    overviews = Overviews(statistics)
    for group in statistics.services:
        items = [item for incident in group.incidents for item in statistics.items_of.get(incident.id, ())]
        values = {
            "overview": overviews.of(group, "service", items),
            "description": described.get(group.id, ""),
            "actions_target": actions_view(*STILL_OPEN, ("service", group.id)),
        }
        meta = PageMeta(f"Service: {group.title}", f"Incidents of {group.title}.", hide=("lone-navigation",))
        yield renderer.page(renderer.service_paths[group.id], "service.html", values, meta)
