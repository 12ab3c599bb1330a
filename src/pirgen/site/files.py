"""The files of a site beside its pages, for every door that builds one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pirgen.cache import digest
from pirgen.model import Book
from pirgen.pages import Asset, Page, builtin_folder
from pirgen.pages.page import LaterAsset
from pirgen.source import Incidents

__all__ = ["SiteFile", "assets_of", "files_beside", "stylesheets_of"]


@dataclass(frozen=True)
class SiteFile:
    """A file: its path in the site, and its text, the file that it is a copy of, or what a page offers."""

    path: str
    text: str = ""
    copied: Path | None = None
    offered: Asset | None = None

    @property
    def content(self) -> bytes:
        """Its bytes. Raises OSError."""
        text = self.offered.text if self.offered else self.text
        return self.copied.read_bytes() if self.copied else text.encode()

    @property
    def mark(self) -> str:
        """A digest of its bytes. Raises OSError."""
        return self.offered.mark if isinstance(self.offered, LaterAsset) else digest(self.content)


def files_beside(
    pages: Iterable[Page], book: Book, incidents: Incidents, templates: Path
) -> Iterator[SiteFile]:
    """What pages offer, what they look like, and what lies beside the YAML."""
    for asset in (asset for page in pages for asset in page.assets):
        yield SiteFile(asset.path, offered=asset)
    for name, path in assets_of(templates).items():
        yield SiteFile(f"assets/pirgen/{name}", copied=path)
    for name in sorted(book.attachments):
        yield SiteFile(f"incidents/{name}", copied=incidents / name)


def stylesheets_of(templates: Path) -> list[str]:
    """The paths of the stylesheets in the site, in the order in which pages load them."""
    return [f"assets/pirgen/{name}" for name in assets_of(templates) if name.endswith(".css")]


def assets_of(templates: Path) -> dict[str, Path]:
    """The files of ``assets/`` by their path in it; the site's own replaces the built-in one of that path."""
    found: dict[str, Path] = {}
    for folder in (builtin_folder() / "assets", templates / "assets"):
        files = [path for path in folder.rglob("*") if path.is_file()]
        found |= {path.relative_to(folder).as_posix(): path for path in files}
    return dict(sorted(found.items()))
