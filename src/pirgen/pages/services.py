"""A page for each service: its incidents, what recurs in them, and what is still to be done."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.backlog import Item, items
from pirgen.analysis.recurrence import repeats_in
from pirgen.analysis.trends import Group, by_category, by_service
from pirgen.model import Book
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press, Settings

__all__ = ["pages"]


def pages(book: Book, press: Press, settings: Settings) -> Iterator[Page]:
    """The services by the alphabet, and a page for each."""
    groups = by_service(book)
    about = About("Services", "Incidents by service.", in_navigation=True, hide=("lone-navigation", "toc"))
    yield press.page("services/index.md", "services.html", {"groups": groups}, about)
    categories = by_category(book)
    described = {term.id: term.description for term in book.vocabulary.services}
    actions = _open_actions(book, settings)
    for group in groups:
        values = {
            "group": group,
            "description": described.get(group.id, ""),
            "repeats": repeats_in(group, categories),
            "open_items": _of(group, actions),
        }
        about = About(
            f"Service: {group.title}", f"Incidents of {group.title}.", hide=("lone-navigation", "toc")
        )
        yield press.page(press.service_paths[group.id], "service.html", values, about)


def _open_actions(book: Book, settings: Settings) -> dict[str, list[Item]]:
    """The open actions of each review, by the review's id."""
    found: dict[str, list[Item]] = {}
    for item in items(book, settings.as_of):
        if item.action.is_open:
            found.setdefault(item.review.id, []).append(item)
    return found


def _of(service: Group, actions: dict[str, list[Item]]) -> list[Item]:
    return [item for incident in reversed(service.incidents) for item in actions.get(incident.id, ())]
