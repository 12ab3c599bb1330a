"""The files of a site beside its pages, for every door that builds one."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pirgen.model import Book
from pirgen.pages import Page, builtin_folder
from pirgen.source import Incidents

__all__ = ["SiteFile", "assets_of", "files_beside", "stylesheets_of", "write_missing"]


@dataclass(frozen=True)
class SiteFile:
    """A file: its path in the site, and its text or the file that it is a copy of."""

    path: str
    text: str = ""
    copied: Path | None = None

    @property
    def content(self) -> bytes:
        """Its bytes. Raises OSError."""
        return self.copied.read_bytes() if self.copied else self.text.encode()


def files_beside(
    pages: Iterable[Page], book: Book, incidents: Incidents, templates: Path
) -> Iterator[SiteFile]:
    """What pages offer, what they look like, and what lies beside the YAML."""
    for asset in (asset for page in pages for asset in page.assets):
        yield SiteFile(asset.path, asset.text)
    for name, path in assets_of(templates).items():
        yield SiteFile(f"assets/pirgen/{name}", copied=path)
    for name in sorted(book.attachments):
        yield SiteFile(f"incidents/{name}", copied=incidents / name)


def stylesheets_of(templates: Path) -> list[str]:
    """The paths of the stylesheets in the site, in the order in which pages load them."""
    return [f"assets/pirgen/{name}" for name in assets_of(templates) if name.endswith(".css")]


def write_missing(site: Path, files: Iterable[SiteFile]) -> None:
    """Write the files that a site does not have yet. Raises OSError."""
    for file in files:
        path = site / file.path
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(file.content)


def assets_of(templates: Path) -> dict[str, Path]:
    """The files of ``assets/`` by their path in it; the site's own replaces the built-in one of that path."""
    found: dict[str, Path] = {}
    for folder in (builtin_folder() / "assets", templates / "assets"):
        files = [path for path in folder.rglob("*") if path.is_file()]
        found |= {path.relative_to(folder).as_posix(): path for path in files}
    return dict(sorted(found.items()))
