"""The rules manual: every code that a check may print, why it matters, and an example of each kind."""

from __future__ import annotations

import re

from pirgen.model import Book
from pirgen.pages.page import Asset, Page
from pirgen.pages.renderer import PageMeta, Renderer
from pirgen.rules.catalogue import families
from pirgen.source.schema.json_schema import schema_files
from pirgen.wording.printed import harmless

__all__ = ["page"]


def page(book: Book, renderer: Renderer) -> Page:
    """The manual, made from the texts that the codes carry, with the schemas of the files for editors."""
    schemas = tuple(Asset(f"schemas/{name}", text) for name, text in schema_files(book.vocabulary).items())
    meta = PageMeta(
        "Rules", "What pirgen checks, and why.", in_navigation=True, hide=("lone-navigation",), assets=schemas
    )
    values = {"families": families(), "schemas": [asset.path for asset in schemas], "shown": _shown}
    return renderer.page("rules.md", "rules.html", values, meta)


def _shown(example: str) -> str:
    """An example with a sign in the place of each character that nobody would see."""
    return _PIECE.sub(lambda piece: harmless(piece[0]), example)


_PIECE = re.compile(r"[^\t\n]+")
