"""The glossary: the words that reviews use, explained by the vocabulary. ``term_links`` links to them."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.model import Book
from pirgen.pages.page import Page
from pirgen.pages.renderer import PageMeta, Renderer

__all__ = ["pages"]


def pages(book: Book, renderer: Renderer) -> Iterator[Page]:
    """The glossary, if the vocabulary has words for it."""
    if book.vocabulary.glossary:
        meta = PageMeta("Glossary", "Words that reviews use.", in_navigation=True, hide=("lone-navigation",))
        yield renderer.page("glossary.md", "glossary.html", {}, meta)
