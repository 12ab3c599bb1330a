"""What authors' links and pictures lead to: the web, a file or an incident of their folder, or nothing."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from urllib.parse import quote, unquote

from pirgen.model import Book, path_beside
from pirgen.pages.links import relative, web

__all__ = ["Beside", "Picture"]

_MARK = re.compile("[?#]")
_ABSOLUTE = re.compile(r"[a-z][a-z0-9+.-]*:|[/\\]", re.IGNORECASE)
_DRAWN_LINK = re.compile(r'( xlink:href=")([^"&]+)(?=")')
_FROM_ROOT = re.compile(r"/(?![/\\])")


@dataclass(frozen=True)
class Picture:
    """A picture that a page shows: its address as a link on that page, and its size in pixels."""

    address: str
    width: int
    height: int


@dataclass(frozen=True)
class Beside:
    """Finds what a link leads to that is written in one of some incidents' ``folders``, from a ``page``.

    Without a folder only the web is found.
    """

    book: Book
    page: str
    directory_urls: bool
    folders: tuple[str, ...] = ()

    def address(self, url: str) -> str:
        """The link on the page; nothing where it would lead nowhere, or to what may not be followed."""
        mark = _MARK.search(url)
        path, rest = (url[: mark.start()], url[mark.start() :]) if mark else (url, "")
        if rest.startswith("#") and not path and self.folders:
            return relative(self.page, f"incidents/{self.folders[0]}.md{rest}", self.directory_urls)
        address = self._found(path)
        return web(url) or (f"{address}{rest}" if address else "")

    def picture(self, url: str) -> Picture | None:
        """The picture that a link leads to; only the page of its incident shows it, others lead to it."""
        path = self._path(url) if self.page in [f"incidents/{folder}.md" for folder in self.folders] else ""
        size = self.book.picture_sizes.get(path)
        return Picture(self._file(path), *size) if size and path in self.book.attachments else None

    def drawing(self, svg: str) -> str:
        """A drawing with links of this page; as it is drawn, they lead from a folder's own address."""
        if self.directory_urls:
            return svg
        return _DRAWN_LINK.sub(lambda link: link[1] + (self.address(link[2]) or link[2]), svg)

    def _found(self, url: str) -> str:
        path = self._path(url)
        if path in self.book.attachments:
            return self._file(path)
        if path in self.book.incident_by_id:
            return relative(self.page, f"incidents/{path}.md", self.directory_urls)
        return self._elsewhere(unquote(url))

    def _path(self, url: str) -> str:
        """A path in the folder of incidents, from the first folder that has it; empty for what is none."""
        if not url or _ABSOLUTE.match(unquote(url)):
            return ""
        paths = [path_beside(folder, url) for folder in self.folders]
        known = (path for path in paths if path in self.book.attachments or path in self.book.incident_by_id)
        return next(known, "")

    def _elsewhere(self, written: str) -> str:
        """A page of the site that is none of ours: nobody but its authors knows whether it is there."""
        if _FROM_ROOT.match(written):
            return quote(written)
        if not self.folders or not written.startswith("../") or _ABSOLUTE.match(written):
            return ""
        path = posixpath.normpath(f"incidents/{self.folders[0]}/{written}")
        if path.partition("/")[0] in ("..", "incidents"):
            return ""
        target = "index.md" if path == "." else quote(path) + "/" * written.endswith("/")
        return relative(self.page, target, self.directory_urls)

    def _file(self, path: str) -> str:
        return relative(self.page, f"incidents/{quote(path)}", self.directory_urls)
