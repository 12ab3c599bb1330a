"""A page as a Markdown file that any engine with Python-Markdown shows: safe HTML, cut at its headings.

The headings are Markdown, so that engines make tables of contents and sections of the search of them.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import escape
from html.parser import HTMLParser

from pirgen.pages import Heading, Page, complete

__all__ = ["as_text", "markdown_page"]

_VOID = frozenset(
    ("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr")
)
_SIGNS = re.compile(r"([\\`*_\[\]()#+.!-])")
_BRACES = {"{": "&#123;", "}": "&#125;"}


def as_text(text: str, quote: bool = False) -> str:
    """A text for places that print it unescaped, also where a plugin takes it for a Jinja template first."""
    return escape(text, quote=quote).replace("{", "&#123;")


def markdown_page(page: Page, notice: str = "", is_searched: bool = True) -> str:
    """The text of the file; ``notice`` is HTML. What is not searched is left out of the engine's own search."""
    return "\n".join((*_front_matter(page, is_searched), "", *_body(page, notice)))


def _front_matter(page: Page, is_searched: bool) -> Iterator[str]:
    yield "---"
    yield f"title: {json.dumps(as_text(page.title), ensure_ascii=False)}"
    if page.description:
        yield f"description: {json.dumps(as_text(page.description, quote=True), ensure_ascii=False)}"
    if "toc" in page.hide:
        yield "hide: [toc]"
    if not is_searched:
        yield "search: {exclude: true}"
    yield "---"


def _body(page: Page, notice: str) -> Iterator[str]:
    html = complete(page).replace("<svg ", "<svg data-search-exclude ").strip()
    opening, inner, closing = _unwrapped(html)
    at = 0
    for start, end, heading in _headings(inner, page.headings):
        yield from _block(opening, notice + inner[at:start], closing)
        yield f"{'#' * heading.level} {_markdown(heading.text)} {{ #{heading.id} }}\n"
        at, notice = end, ""
    yield from _block(opening, notice + inner[at:], closing)


def _block(opening: str, html: str, closing: str) -> Iterator[str]:
    if html.strip():
        yield f"{opening}\n{html.strip()}\n{closing}\n"


def _unwrapped(html: str) -> tuple[str, str, str]:
    """The page's outermost element, and what is in it; an element of our own where there are several."""
    opened = re.match(r"<div\b[^>]*>", html)
    if opened and html.endswith("</div>") and _Depths(html).outermost == 1:
        return opened[0], html[opened.end() : -len("</div>")], "</div>"
    return "<div>", html, "</div>"


def _headings(html: str, known: tuple[Heading, ...]) -> Iterator[tuple[int, int, Heading]]:
    """Where a heading begins and ends that is in no other element, and what it says."""
    by_id = {heading.id: heading for heading in known}
    for start, end, id in _Depths(html).headings:
        if id in by_id:
            yield start, end, by_id[id]


def _markdown(text: str) -> str:
    """A text as Markdown that means it: no sign of it marks anything."""
    signs = _SIGNS.sub(r"\\\1", escape(text, quote=False))
    return "".join(_BRACES.get(letter, letter) for letter in signs)


class _Depths(HTMLParser):
    """Finds the outermost elements of a piece of HTML, and the headings among them."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.outermost = 0
        self.headings: list[tuple[int, int, str]] = []
        self._depth = 0
        self._open: tuple[int, str] | None = None
        self._lines = [0, *(place.end() for place in re.finditer("\n", html))]
        self.feed(html)
        self.close()

    def _place(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note an element that lies in no other."""
        if tag in _VOID:
            return
        if self._depth == 0:
            self.outermost += 1
            id = dict(attrs).get("id")
            self._open = (self._place(), id) if tag in ("h2", "h3") and id else None
        self._depth += 1

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Pass over an element that is closed at once."""

    def handle_endtag(self, tag: str) -> None:
        """Note the end of a heading."""
        if tag in _VOID:
            return
        self._depth -= 1
        if self._depth == 0 and self._open:
            start, id = self._open
            self.headings.append((start, self._place() + len(f"</{tag}>"), id))
            self._open = None
