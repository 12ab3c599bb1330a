"""A page for each tag: the words that authors chose to find their incidents by."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.sums import Sums
from pirgen.pages.page import Page
from pirgen.pages.press import About, Press

__all__ = ["pages"]


def pages(sums: Sums, press: Press) -> Iterator[Page]:
    """The tags by the alphabet, and a page for each."""
    about = About("Tags", "Incidents by tag.", in_navigation=True, hide=("lone-navigation", "toc"))
    yield press.page("tags/index.md", "tags.html", {"groups": sums.tags}, about)
    for group in sums.tags:
        about = About(
            f"Tag: {group.title}", f"Incidents tagged {group.title}.", hide=("lone-navigation", "toc")
        )
        yield press.page(press.tag_paths[group.id], "tag.html", {"group": group}, about)
