"""pirgen's pages, assets and attachments among the files of a MkDocs site, beside the site's own.

Two files are compared by the address that they get, not by the name of their source: ``incidents.md``,
``incidents/index.md`` and ``incidents/README.md`` are all the page ``incidents/``. The site's own one is kept.
"""

from __future__ import annotations

import os
import posixpath
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import get_plugin_logger
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils import get_relative_url, write_file

from pirgen.model import Book
from pirgen.pages import Page
from pirgen.plugin.options import edit_url
from pirgen.plugin.page import PirgenPage
from pirgen.site.files import SiteFile, files_beside
from pirgen.site.markdown_pages import as_text
from pirgen.source import Incidents, SeveralFolders
from pirgen.source.several import real_paths

log = get_plugin_logger("pirgen")

Leave = Callable[[str, str], bool]
"""Whether the site has a file of a path that was made from the same, so that it need not be made."""


@dataclass(frozen=True)
class Sources:
    """Where pages come from, and the days on which each YAML file, by its path in the folder, changed.

    ``mount`` is the folder of the site that they go to, with a ``/`` at its end.
    """

    incidents: Incidents
    templates: Path
    book: Book
    changes: Mapping[str, tuple[date, date]]
    mount: str = ""

    @property
    def newest(self) -> str:
        """The YAML file that changed last; pages that are made from all of them are as old as that one."""
        if self.changes:
            return max(self.changes, key=lambda path: (self.changes[path][1], path))
        return f"{self.book.incidents[-1].id}/incident.yaml" if self.book.incidents else ""

    def changed(self, page: Page) -> date | None:
        """The day on which what a page is made from changed last, where git knows it."""
        days = self.changes.get(page.source or self.newest)
        return days[1] if days else None

    def day(self, page: Page) -> date | None:
        """The day that a reader dates a page by: that of its review's publication, else of its incident."""
        id = page.source.partition("/")[0]
        review, incident = self.book.review_by_id.get(id), self.book.incident_by_id.get(id)
        if review and isinstance(review.published, date):
            return review.published
        return incident.day if incident else None


def withhold_sources(files: Files, sources: Sources) -> None:
    """Take out of the site what lies in the folders of incidents and templates, should docs_dir contain them.

    A page of the site's own may lie at the top of the folder of incidents, such as an index.md.
    """
    folders = [os.path.realpath(folder) for folder in real_paths(sources.incidents)]
    templates = os.path.realpath(sources.templates)
    for file in list(files):
        if not file.abs_src_path or file.generated_by:
            continue
        path = os.path.realpath(file.abs_src_path)
        is_source = _is_in(path, templates) or any(
            _is_in(path, folder) and (os.path.dirname(path) != folder or path.endswith((".yaml", ".yml")))
            for folder in folders
        )
        if is_source:
            files.remove(file)


def _is_in(path: str, folder: str) -> bool:
    return path.startswith(folder + os.sep)


def add_files(
    files: Files, added: Iterable[File], is_published: Callable[[InclusionLevel], bool]
) -> list[File]:
    """Add files, except those at whose address the site has one of its own; the ones that were added."""
    own = {file.dest_uri: file for file in files if is_published(file.inclusion)}
    names = {file.src_uri for file in own.values()}
    ours: dict[str, File] = {}
    for file in added:
        if file.dest_uri in own or file.src_uri in names:
            name = own[file.dest_uri].src_uri if file.dest_uri in own else file.src_uri
            log.info("'%s' is the site's own page at '%s'; pirgen's page is left out", name, file.url)
        elif file.dest_uri in ours:
            log.warning("'%s' is left out: pirgen has a page at its address", file.src_uri)
        else:
            if excluded := files.get_file_from_path(file.src_uri):
                files.remove(excluded)
            files.append(file)
            ours[file.dest_uri] = file
    return list(ours.values())


class OfferedFile(File):
    """A file that a page offers, whose content is made when somebody asks for it.

    ``leave`` tells whether the site has it already.
    """

    offered: SiteFile
    leave: Leave
    _changed: bytes | None = None

    @property
    def content_bytes(self) -> bytes:
        """As any file has it, also where a plugin has changed it."""
        return self.offered.content if self._changed is None else self._changed

    @content_bytes.setter
    def content_bytes(self, value: bytes) -> None:
        self._changed = value

    @property
    def content_string(self) -> str:
        """The same as text."""
        return self.content_bytes.decode()

    @content_string.setter
    def content_string(self, value: str) -> None:
        self._changed = value.encode()

    def copy_file(self, dirty: bool = False) -> None:
        """Write it, unless the site has it."""
        if self._changed is not None or not self.leave(self.dest_uri, self.offered.mark):
            write_file(self.content_bytes, self.abs_dest_path)


def site_files(pages: Iterable[Page], sources: Sources, config: MkDocsConfig, leave: Leave) -> Iterator[File]:
    """Every file that a site gets from pirgen: pages first, so that nothing else takes an address of theirs."""
    pages = list(pages)
    for page in pages:
        yield page_file(page, sources, config)
    for each in files_beside(pages, sources.book, sources.incidents, sources.templates):
        if each.copied:
            yield File.generated(config, sources.mount + each.path, abs_src_path=str(each.copied))
        else:
            file = OfferedFile.generated(config, sources.mount + each.path, content="")
            assert isinstance(file, OfferedFile)
            file.offered, file.leave = each, leave
            yield file


def page_file(page: Page, sources: Sources, config: MkDocsConfig) -> File:
    """The file of a page. Its source is the YAML that authors edit, so that plugins find that file's history.

    Plugins that read the content get a heading and a sentence, not YAML.
    """
    inclusion = InclusionLevel.INCLUDED if page.in_navigation else InclusionLevel.NOT_IN_NAV
    content = f"# {as_text(page.title)}\n\n{as_text(page.description)}\n"
    file = File.generated(config, sources.mount + page.path, content=content, inclusion=inclusion)
    file.generated_by = None  # plugins that look for dates leave out what is marked as generated
    source = page.source or sources.newest
    file.abs_src_path = str(sources.incidents / source) if source else config.config_file_path
    file.edit_uri = None
    if page.source:
        file.edit_uri = Path(os.path.relpath(sources.incidents / page.source, config.docs_dir)).as_posix()
    file.page = PirgenPage(page, file, config, sources.day(page))
    if page.source and isinstance(sources.incidents, SeveralFolders):
        home, path = sources.incidents.source_of(page.source)
        if home.repo_url:
            file.page.edit_url = edit_url(home, path) or None
    return file


def take_names(nav: object, files: Files) -> None:
    """Give pages of ours the names that a navigation has for them, which MkDocs does with its own."""
    for entry in nav if isinstance(nav, list) else []:
        for name, target in entry.items() if isinstance(entry, dict) else ():
            file = files.get_file_from_path(target) if isinstance(target, str) else None
            if file and isinstance(file.page, PirgenPage):
                file.page.name(str(name))
            take_names(target, files)


def place_and_date(files: Files, sources: Sources | None, otherwise: date) -> None:
    """Give each page of ours the parent of its folder's list, and every page the day on which it changed.

    That is the day of its YAML file where git knows it, else the other one.
    """
    for file in files.documentation_pages():
        if isinstance(file.page, PirgenPage) and file.page.parent is None:
            listing = files.get_file_from_path(f"{posixpath.dirname(file.src_uri)}/index.md")
            file.page.parent = listing.page.parent if listing and listing.page else None
        if file.page and "SOURCE_DATE_EPOCH" not in os.environ:
            known = sources.changed(file.page.ours) if sources and isinstance(file.page, PirgenPage) else None
            file.page.update_date = (known or otherwise).isoformat()


def links_from(page: MkDocsPage, added: Iterable[File]) -> Callable[[str], str]:
    """A function from the path of one of our pages to a link on a page of the site's own."""
    urls = {file.page.ours.path: file.url for file in added if isinstance(file.page, PirgenPage)}
    return lambda path: get_relative_url(urls[path], page.url)
