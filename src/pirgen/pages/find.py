"""The search page, for themes whose box is their own and for links that keep the words."""

from __future__ import annotations

from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["FIND", "page"]

FIND = "find.md"


def page(renderer: Renderer) -> Page:
    """A field for words and a place for what is found; the script does the rest."""
    meta = PageMeta("Search", "Search incidents, actions, lessons and pages.", hide=("toc",), in_search=False)
    return renderer.page(FIND, "find.html", {}, meta)
