"""A page for each service: its incidents, what recurs in them, and what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.backlog import Item
from pirgen.analysis.recurrence import repeats_in
from pirgen.analysis.sums import Sums
from pirgen.analysis.trends import Group
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press

__all__ = ["pages"]


def pages(sums: Sums, press: Press) -> Iterator[Page]:
    """The services by the alphabet, and a page for each."""
    about = About("Services", "Incidents by service.", in_navigation=True, hide=("lone-navigation", "toc"))
    yield press.page("services/index.md", "services.html", {"groups": sums.services}, about)
    described = {term.id: term.description for term in sums.book.vocabulary.services}
    for group in sums.services:
        values = {
            "group": group,
            "description": described.get(group.id, ""),
            "repeats": repeats_in(group, sums.categories),
            "open_items": _open_items(group, sums),
        }
        about = About(
            f"Service: {group.title}", f"Incidents of {group.title}.", hide=("lone-navigation", "toc")
        )
        yield press.page(press.service_paths[group.id], "service.html", values, about)


def _open_items(service: Group, sums: Sums) -> list[Item]:
    """The open actions of a service's reviews, the latest first."""
    reviewed = [sums.items_of.get(incident.id, ()) for incident in reversed(service.incidents)]
    return [item for items in reviewed for item in items if item.action.is_open]
