"""Pages of pirgen as MkDocs pages."""

from __future__ import annotations

import os
from html import escape
from pathlib import Path
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from pirgen.pages import Page


class PirgenPage(MkDocsPage):
    """A page whose content is ready: MkDocs neither reads nor converts anything."""

    def __init__(self, ours: Page, file: File, config: MkDocsConfig) -> None:
        self.ours = ours
        self._has_tabs = "navigation.tabs" in (config.theme.get("features") or ())
        super().__init__(escape(ours.title, quote=False), file, config)
        if not ours.source:
            self.edit_url = None

    @property
    def is_index(self) -> bool:
        """Whether the theme may make it the head of its section, whose list then does without it."""
        return super().is_index and (self.parent is None or self.parent.children[0] is self)

    def read_source(self, config: MkDocsConfig) -> None:
        """Say what a page's front matter would; the theme prints it as it is, so it is escaped here."""
        self.markdown = ""
        self.meta: dict[str, Any] = {"title": escape(self.ours.title, quote=False)}
        if self.ours.description:
            self.meta["description"] = escape(self.ours.description)
        if hidden := self._hidden():
            self.meta["hide"] = hidden
        self.meta["search"] = {"exclude": True}  # what the theme would parse is searched from the values

    def _hidden(self) -> list[str]:
        """What the theme leaves out around this page, which is never the only way to the other pages."""
        parts = {"lone-navigation": "" if self.parent else "navigation"}
        hidden = [parts.get(part, part) for part in self.ours.hide]
        return [part for part in hidden if part and (self._has_tabs or part != "navigation")]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take over the content and its headings, still without drawings."""
        self.content = self.ours.html
        self.toc = _contents(self.ours)
        self.present_anchor_ids = {heading.id for heading in self.ours.headings}


def _contents(page: Page) -> TableOfContents:
    """The page's headings, third level under second."""
    top: list[AnchorLink] = []
    for heading in page.headings:
        link = AnchorLink(escape(heading.text), heading.id, heading.level)
        (top[-1].children if heading.level > 2 and top else top).append(link)
    return TableOfContents(top)


def file_of(page: Page, incidents: Path, config: MkDocsConfig) -> File:
    """The virtual file of a page; authors edit the YAML in the incidents folder that it is made from."""
    inclusion = InclusionLevel.INCLUDED if page.in_navigation else InclusionLevel.NOT_IN_NAV
    file = File.generated(config, page.path, content="", inclusion=inclusion)
    if page.source:
        file.edit_uri = Path(os.path.relpath(incidents / page.source, config.docs_dir)).as_posix()
    file.page = PirgenPage(page, file, config)
    return file
