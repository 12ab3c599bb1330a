"""The text of a page that the site's authors wrote in Markdown, by its headings, to be searched.

Words of different blocks are never joined: whatever ends a block ends a text.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from html.parser import HTMLParser

__all__ = ["PageSection", "sections_of"]

_INLINE_NAMES = """
a abbr b bdi bdo cite code del dfn em i ins kbd mark q s samp small span strong sub sup time u var wbr
"""
_VOID_NAMES = "area base br col embed hr img input link meta source track wbr"
_INLINE, _VOID = frozenset(_INLINE_NAMES.split()), frozenset(_VOID_NAMES.split())
_UNREAD = frozenset(("script", "style", "svg", "template", "nav", "button", "form"))
_HEADINGS = frozenset(("h1", "h2", "h3"))


@dataclass
class PageSection:
    """The content under a heading of a page, block by block; before the first heading the title is empty."""

    anchor: str = ""
    title: str = ""
    texts: list[str] = field(default_factory=list)


def sections_of(html: str) -> list[PageSection]:
    """The sections of a page's content that say something."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    reader.end_block()
    return [section for section in reader.sections if section.title or section.texts]


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.sections = [PageSection()]
        self._block: list[str] = []
        self._heading = ""
        self._unread: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = dict(attrs)
        if self._unread:
            if tag not in _VOID:
                self._unread.append(tag)
            return
        if tag not in _INLINE:
            self.end_block()
        if tag in _UNREAD or _is_left_out(attributes):
            if tag not in _VOID:
                self._unread.append(tag)
        elif tag in _HEADINGS:
            self._heading = tag
            anchor = "" if tag == "h1" else attributes.get("id") or ""
            self.sections.append(PageSection(anchor))

    def handle_endtag(self, tag: str) -> None:
        if self._unread:
            if tag in self._unread:
                while self._unread.pop() != tag:
                    pass
            return
        if tag not in _INLINE:
            self.end_block()
        if tag == self._heading:
            self._heading = ""

    def handle_data(self, data: str) -> None:
        if not self._unread:
            self._block.append(data)

    def end_block(self) -> None:
        """Keep what was said since the last block ended."""
        text = " ".join("".join(self._block).split())
        self._block = []
        if not text:
            return
        if self._heading:
            self.sections[-1].title = f"{self.sections[-1].title} {text}".strip()
        else:
            self.sections[-1].texts.append(text)


def _is_left_out(attributes: Mapping[str, str | None]) -> bool:
    """Whether an element is a permalink, or says that it is not to be searched."""
    classes = (attributes.get("class") or "").split()
    return "headerlink" in classes or "data-search-exclude" in attributes
