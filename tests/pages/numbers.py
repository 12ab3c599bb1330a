"""The promise of every page: a number leads to exactly as many rows as it says."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from html.parser import HTMLParser
from typing import Any
from urllib.parse import unquote, urlsplit

from pirgen.pages import Page
from pirgen.pages.links import address as address_of
from tests.pages.explorer_data import ExplorerData, explorer_data

_EMPTY = {"br", "hr", "img", "input", "link", "meta", "source", "wbr"}
_ALONE = {"td": {"pirgen"}, "b": {"pirgen-tiles", "pirgen-counts"}, "text": {"pirgen-chart"}}
"""Where a number may not stand alone: in these elements within those of a class."""


def target_of(link: Any) -> str:
    """Where a link leads; one of a chart or diagram says it in SVG's older way (diagrams/svg.py)."""
    return str(link.get("href") or link["xlink:href"])


@dataclass(eq=False)
class _Element:
    """An element of a page; what is counted at its start is taken from what is counted at its end."""

    tag: str
    attributes: dict[str, str]
    parent: _Element | None
    rows: int
    links: int
    start: int
    end: int = 0

    def around(self) -> Iterator[_Element]:
        if self.parent:
            yield self.parent
            yield from self.parent.around()

    @property
    def classes(self) -> set[str]:
        return set(self.attributes.get("class", "").split())

    @property
    def is_link(self) -> bool:
        return self.tag == "a" and "data-count" in self.attributes


class _Read(HTMLParser):
    """The numbers of a page, and what they may lead to; much faster than a library for any HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.by_id: dict[str, _Element] = {}
        self.links: list[_Element] = []
        self.main: _Element | None = None
        self._alone: list[_Element] = []
        self._texts: list[str] = []
        self._rows = 0
        self._last: _Element | None = None
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        self._rows += "data-row" in attributes
        element = _Element(tag, attributes, self._last, self._rows, len(self.links), len(self._texts))
        if "id" in attributes:
            self.by_id[attributes["id"]] = element
        if element.is_link:
            self.links.append(element)
        if not self.main and "pirgen" in element.classes:
            self.main = element
        if tag in _ALONE:
            self._alone.append(element)
        if tag not in _EMPTY:
            self._last = element

    def handle_endtag(self, tag: str) -> None:
        ended = self._last
        while ended and ended.tag != tag:
            ended = ended.parent
        while ended and self._last is not ended.parent:
            assert self._last
            self._last.rows = self._rows - self._last.rows
            self._last.links = len(self.links) - self._last.links
            self._last.end = len(self._texts)
            self._last = self._last.parent

    def handle_data(self, data: str) -> None:
        if text := data.strip():
            self._texts.append(text)

    def words(self, element: _Element) -> str:
        said = " ".join(self._texts[element.start : element.end])
        return said or element.attributes.get("aria-label", "")

    def lone(self) -> list[str]:
        """Numbers that stand alone and lead nowhere."""
        return [
            words
            for element in self._alone
            if (words := self.words(element)).replace(",", "").isdigit()
            and words != "0"
            and not element.links
            and "pirgen-chart-axis" not in element.attributes.get("class", "")
            and not any(each.is_link for each in element.around())
            and any(each.classes & _ALONE[element.tag] for each in element.around())
        ]


class Numbers:
    """The numbers of a site whose pages are given by their address, such as ``actions/``.

    ``data`` are the rows of tables that readers narrow down, by the address of their page.
    """

    def __init__(self, pages: Mapping[str, str], data: Mapping[str, ExplorerData] | None = None) -> None:
        self._data = data or {}
        self._pages = pages
        self._read = cache(lambda address: _Read(pages[address]))
        self._rows = cache(self._counted)

    @staticmethod
    def of(pages: Iterable[Page], directory_urls: bool = True) -> Numbers:
        """The numbers of pages as they are made."""
        found = list(pages)
        html = {address_of(page.path, directory_urls): page.html for page in found}
        with_rows = [page for page in found if any(asset.path.endswith("-rows.js") for asset in page.assets)]
        return Numbers(html, {address_of(page.path, directory_urls): explorer_data(page) for page in with_rows})

    def wrong(self, under: str = "") -> list[str]:
        """The links whose target holds another number of rows, or that say another number than they count.

        Only those of pages whose address begins with ``under``.
        """
        found = []
        for address in (address for address in self._pages if address.startswith(under)):
            for link in self._read(address).links:
                count, words = int(link.attributes["data-count"]), self._read(address).words(link)
                rows = self._rows(*_target(address, link))
                if rows != count or f"{count:,}" not in words:
                    found.append(f"{address}: '{words}' leads to {rows} rows at {target_of(link.attributes)}")
        return found

    def lone(self, address: str) -> list[str]:
        """Numbers of a page that stand alone in a cell, tile or chart and lead nowhere."""
        return self._read(address).lone()

    def count(self, address: str) -> int:
        """How many numbers of a page lead to rows."""
        return len(self._read(address).links)

    def _counted(self, there: str, view: str, fragment: str) -> int | None:
        """How many rows are there; nothing where there is no such place."""
        if view:
            return self._data[there].having(view)
        page = self._read(there)
        target = page.by_id.get(fragment) if fragment else page.main
        if target and target.tag in ("h2", "h3"):
            target = next((each for each in target.around() if each.tag == "section"), None)
        return target.rows if target else None


def _target(address: str, link: _Element) -> tuple[str, str, str]:
    """The page that a number leads to, and the view of its table or the place on it."""
    parts = urlsplit(target_of(link.attributes))
    return _resolved(address, unquote(parts.path)), parts.query, unquote(parts.fragment)


def _resolved(address: str, path: str) -> str:
    if not path:
        return address
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(address), path))
    joined = "" if joined == "." else joined
    return f"{joined}/" if joined and path.endswith(("/", "..", ".")) else joined
