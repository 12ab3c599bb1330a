"""The page that sets any two incidents side by side, which its address names, and a file of each for it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace

from pirgen.analysis.statistics import Statistics
from pirgen.model import Audience, Book, Incident
from pirgen.pages.incident.compared import column
from pirgen.pages.page import Asset, Page
from pirgen.pages.renderer import PageMeta, Renderer
from pirgen.wording.plain_text import plain

__all__ = ["COLUMN", "column_file", "pages"]

COLUMN = "compare-column.html"

_PATH = "compare.md"
_TITLES = "compare/titles.js"
_ABOUT = PageMeta(
    "Compare two incidents",
    "Any two incidents side by side, and what both have.",
    hide=("navigation", "toc"),
    in_search=False,
)


def pages(statistics: Statistics, renderer: Renderer) -> Iterator[Page]:
    """A form that asks for two incidents and a place for both; none where there are no two."""
    if len(statistics.book.incidents) > 1:
        meta = replace(_ABOUT, assets=(_titles(statistics.book),))
        yield renderer.page(_PATH, "compare.html", {"titles": _TITLES}, meta)


def _titles(book: Book) -> Asset:
    """The ids to choose from, latest first, each with its title."""
    known = [(incident.id, plain(incident.title)) for incident in reversed(book.incidents)]
    return Asset(_TITLES, f"window.pirgenTitles = {json.dumps(known, ensure_ascii=False)};\n")


def column_file(incident: Incident, book: Book, renderer: Renderer) -> Asset:
    """What is set beside another incident, as a script, so that the page can load it from a folder too."""
    values = vars(column(incident, book)) | {"is_public": incident.audience is Audience.PUBLIC}
    html = renderer.page(_PATH, COLUMN, values, _ABOUT).html
    name, content = (json.dumps(text, ensure_ascii=False) for text in (incident.id, html))
    return Asset(f"compare/{incident.id}.js", f"(window.pirgenColumns ??= {{}})[{name}] = {content};\n")
