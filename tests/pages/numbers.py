"""The promise of every page: a number leads to exactly as many rows as it says."""

from __future__ import annotations

import posixpath
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from urllib.parse import unquote, urlsplit

from bs4 import BeautifulSoup, Tag

from pirgen.pages import Page
from pirgen.pages.links import address as address_of
from tests.pages.explorer_data import ExplorerData, explorer_data

_COUNTED = {"data-count": True}
_LONE = ".pirgen td, .pirgen-tiles b, .pirgen-counts b, .pirgen-chart text"


def target_of(link: Tag) -> str:
    """Where a link leads; one of a chart or diagram says it in SVG's older way (diagrams/svg.py)."""
    return str(link.get("href") or link["xlink:href"])


class Numbers:
    """The numbers of a site whose pages are given by their address, such as ``actions/``.

    ``data`` are the rows of tables that readers narrow down, by the address of their page.
    """

    def __init__(self, pages: Mapping[str, str], data: Mapping[str, ExplorerData] | None = None) -> None:
        self._data = data or {}
        self._pages = pages
        self._read = cache(lambda address: BeautifulSoup(pages[address], "html.parser"))
        self._by_id = cache(lambda address: {str(each["id"]): each for each in self._read(address)(id=True)})
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
        return [
            f"{address}: '{_words(link)}' leads to {found} rows at {target_of(link)}"
            for address, link in self._links(under)
            if (found := self._rows(*self._target(address, link))) != int(str(link["data-count"]))
            or f"{int(str(link['data-count'])):,}" not in _words(link)
        ]

    def lone(self, address: str) -> list[str]:
        """Numbers of a page that stand alone in a cell, tile or chart and lead nowhere."""
        found = self._read(address).select(_LONE)
        return [
            _words(element)
            for element in found
            if _words(element).replace(",", "").isdigit()
            and _words(element) != "0"
            and not element.find_parent("a", attrs=_COUNTED)
            and not element.find("a", attrs=_COUNTED)
            and "pirgen-chart-axis" not in str(element.get("class"))
        ]

    def count(self, address: str) -> int:
        """How many numbers of a page lead to rows."""
        return len(self._read(address)("a", attrs=_COUNTED))

    def _links(self, under: str) -> Iterator[tuple[str, Tag]]:
        for address in self._pages:
            if address.startswith(under):
                yield from ((address, link) for link in self._read(address)("a", attrs=_COUNTED))

    def _target(self, address: str, link: Tag) -> tuple[str, str, str]:
        """The page that a number leads to, and the view of its table or the place on it."""
        parts = urlsplit(target_of(link))
        return _resolved(address, unquote(parts.path)), parts.query, unquote(parts.fragment)

    def _counted(self, there: str, view: str, fragment: str) -> int | None:
        """How many rows are there; nothing where there is no such place."""
        if view:
            return self._data[there].having(view)
        target = self._by_id(there).get(fragment) if fragment else self._read(there).select_one(".pirgen")
        if target and target.name in ("h2", "h3"):
            target = target.find_parent("section")
        return len(target(attrs={"data-row": True})) if target else None


def _resolved(address: str, path: str) -> str:
    if not path:
        return address
    joined = posixpath.normpath(posixpath.join(posixpath.dirname(address), path))
    joined = "" if joined == "." else joined
    return f"{joined}/" if joined and path.endswith(("/", "..", ".")) else joined


def _words(element: Tag) -> str:
    said = element.get_text(" ", strip=True)
    return said or str(element.get("aria-label") or "")
