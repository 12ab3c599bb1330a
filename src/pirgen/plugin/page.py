"""Pages of pirgen as MkDocs pages."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.structure.toc import AnchorLink, TableOfContents

from pirgen.pages import Page, complete
from pirgen.site.markdown_pages import as_text

_DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
PASSING_PLUGINS = frozenset(("pirgen", "material/search"))
"""Plugins that change nothing in a page of ours, nor look into it."""


def are_alone(config: MkDocsConfig, *events: str) -> bool:
    """Whether nothing but plugins that pass our pages on takes part in these events of a build."""
    passing = [plugin for name, plugin in config.plugins.items() if name in PASSING_PLUGINS]
    methods = (method for event in events for method in config.plugins.events[event])
    return all(any(getattr(method, "__self__", None) is each for each in passing) for method in methods)


_CUT_OUT = re.compile(r"<!--drawing:(\d+)-->")


class PirgenPage(MkDocsPage):
    """A page whose content is ready: MkDocs neither reads nor converts anything."""

    def __init__(self, ours: Page, file: File, config: MkDocsConfig, day: date | None = None) -> None:
        self.ours = ours
        self._day = day
        self._drawings: list[str] = []
        self._is_ready = False
        self._is_alone = config.plugins.keys() <= PASSING_PLUGINS
        self._is_passed_on = False
        self.is_finished = self.is_left = False
        self._own_name = ""
        self._changed: str | None = None
        self._is_material = "features" in config.theme
        self._has_tabs = "navigation.tabs" in (config.theme.get("features") or ())
        super().__init__(as_text(ours.title), file, config)

    @property
    def content(self) -> str | None:
        """The page's HTML with its drawings: put together when it is asked for, unless a plugin changed it.

        It is empty where nobody looks at it: in a page that was finished before, and while MkDocs passes it on.
        """
        if self._is_passed_on or self.is_finished:
            return ""
        return self.whole() if self._changed is None and self._is_ready else self._changed

    @content.setter
    def content(self, content: str | None) -> None:
        if self._is_passed_on or self.is_finished:
            self._is_passed_on = False
        else:
            self._changed = None if self._is_ready and content == self.whole() else content

    def whole(self) -> str:
        """The content as our pages have it."""
        content = complete(self.ours)
        return content if self._is_material else f'<div class="md-typeset">{content}</div>'

    @property
    def toc(self) -> TableOfContents:
        """The page's headings: made when they are asked for, where no plugin could change them."""
        return _contents(self.ours) if self._is_alone and self._is_ready else self._toc

    @toc.setter
    def toc(self, toc: TableOfContents) -> None:
        self._toc = toc

    @property
    def present_anchor_ids(self) -> set[str] | None:  # type: ignore[override]
        """What links to a place on the page may name."""
        return {heading.id for heading in self.ours.headings} if self._is_ready else None

    @property
    def is_index(self) -> bool:
        """Whether the theme may make it the head of its section, whose list then does without it."""
        return super().is_index and (self.parent is None or self.parent.children[0] is self)

    def show(self, ours: Page) -> None:
        """Show another version of the page."""
        self.ours = ours
        self.title = as_text(self._own_name or ours.title)

    def name(self, name: str) -> None:
        """Give the page the name that the site has for it."""
        self._own_name = name
        self.show(self.ours)

    def read_source(self, config: MkDocsConfig) -> None:
        """Set what the front matter of a page would; themes print it unescaped, so it is escaped here."""
        self.markdown = ""
        self.meta: dict[str, Any] = {
            "title": as_text(self._own_name or self.ours.title),
            "description": as_text(self.ours.description or self.ours.title, quote=True),
        }
        if self._day:
            self.meta["date"] = self._day
        if hidden := self._hidden():
            self.meta["hide"] = hidden
        self.meta["search"] = {"exclude": True}  # what the theme would parse is searched from the values

    def _hidden(self) -> list[str]:
        """The parts of the theme that this page hides; never its only navigation."""
        parts = {"lone-navigation": "" if self.parent else "navigation"}
        hidden = [parts.get(part, part) for part in self.ours.hide]
        return [part for part in hidden if part and (self._has_tabs or part != "navigation")]

    def render(self, config: MkDocsConfig, files: Files) -> None:
        """Take over the content with its drawings, so that a plugin which copies or prints it has them too.

        Our stylesheets are written for Material; other themes get the class that Material's content has.
        """
        self._is_ready, self._changed, self.is_finished, self.is_left = True, None, False, False
        self._is_passed_on = self._is_alone
        if not self._is_alone:
            self.toc = _contents(self.ours)

    def cut_drawings_out(self) -> None:
        """Leave the drawings out of the content, so that the search index has no labels of theirs."""
        if self._is_alone:  # the theme's search, which passes it over, would look through all of it
            self._is_passed_on = True
            return
        self._drawings = _DRAWING.findall(self.content or "")
        numbers = iter(range(len(self._drawings)))
        self.content = _DRAWING.sub(lambda _: f"<!--drawing:{next(numbers)}-->", self.content or "")

    def put_drawings_back(self) -> None:
        """Put the drawings where they were, whatever other plugins did to the content around them."""
        if self._is_alone:
            self._is_passed_on = False
            return
        self.content = _CUT_OUT.sub(lambda cut: self._drawings[int(cut[1])], self.content or "")
        self._drawings = []


def _contents(page: Page) -> TableOfContents:
    """The page's headings, third level under second."""
    top: list[AnchorLink] = []
    for heading in page.headings:
        link = AnchorLink(as_text(heading.text), heading.id, heading.level)
        (top[-1].children if heading.level > 2 and top else top).append(link)
    return TableOfContents(top)
