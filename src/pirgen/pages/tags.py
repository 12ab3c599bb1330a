"""A page for each tag: the words that authors chose to find their incidents by."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.statistics import Statistics
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["pages"]


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """The tags in alphabetical order, and a page for each."""
    meta = PageMeta("Tags", "Incidents by tag.", in_navigation=True, hide=("lone-navigation", "toc"))
    yield renderer.page("tags/index.md", "tags.html", {"groups": statistics.tags}, meta)
    for group in statistics.tags:
        meta = PageMeta(
            f"Tag: {group.title}", f"Incidents tagged {group.title}.", hide=("lone-navigation", "toc")
        )
        yield renderer.page(renderer.tag_paths[group.id], "tag.html", {"group": group}, meta)
