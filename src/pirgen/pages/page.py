"""A page as a value: what a door needs to put it into a site, drawings still apart from the text."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache, partial
from html import escape, unescape
from html.parser import HTMLParser
from types import MappingProxyType

__all__ = [
    "Asset", "Heading", "LaterAsset", "LaterPage", "Outline", "Page", "Texts", "complete", "heading_of",
    "headings_in", "with_contents",
]  # fmt: skip

_HEADING = re.compile(r"<h([23])[ >].*?</h\1>", re.DOTALL)
_PLAIN_HEADING = re.compile(
    r'<h([23]) id="([^"<>&]+)">([^<>]*)(?:<a class="headerlink"(?: [a-z-]+="[^"<>]*")*>[^<>]*</a>)?</h\1>'
)
"""A heading of words alone, which needs no parser."""

_CONTENTS = """\
<nav class="pirgen-contents" aria-label="On this page" data-search-exclude>
<details class="pirgen-more"><summary>On this page</summary>
<ul>
{}</ul>
</details>
</nav>
"""
_PLACEHOLDER = re.compile(r"<!--figure:([a-z0-9-]+)-->")


@dataclass(frozen=True)
class Heading:
    """A heading that a table of contents may name."""

    id: str
    text: str
    level: int


heading_of = lru_cache(maxsize=4096)(Heading)
"""A heading that many pages share."""


@dataclass(frozen=True)
class Asset:
    """A file that a page offers: its path in the site, such as ``incidents/incidents.csv``, and its text."""

    path: str
    text: str


class LaterAsset(Asset):
    """A file whose text is looked up when it is asked for. ``mark`` is a digest of the text."""

    def __init__(self, path: str, mark: str, look_up: Callable[[], str]) -> None:
        vars(self).update(path=path, mark=mark, look_up=look_up)

    mark: str
    look_up: Callable[[], str]

    @property
    def text(self) -> str:
        """As a file has it."""
        return self.look_up()


@dataclass(frozen=True)
class Page:
    """One page of the site.

    ``path`` is written as a Markdown source path, such as ``incidents/index.md``. ``html`` is the whole
    content with its own ``<h1>``, and ``<!--figure:NAME-->`` where a drawing of ``figures`` belongs, so
    that a door can put drawings in after the search index is made. ``title``, ``description`` and
    ``tags`` are plain text, not escaped. ``source`` is the YAML file it is made from, relative to the
    incidents folder, or empty. ``hide`` names parts of the theme's frame that it does without:
    ``navigation``, ``lone-navigation`` (that of a page which is in no section), ``toc``. ``assets`` are files
    that go into the site with the page. ``in_search`` is False for a page that only repeats, as a list,
    what others say.
    """

    path: str
    title: str
    html: str
    description: str = ""
    source: str = ""
    in_navigation: bool = False
    headings: tuple[Heading, ...] = ()
    figures: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    tags: tuple[str, ...] = ()
    hide: tuple[str, ...] = ()
    assets: tuple[Asset, ...] = ()
    in_search: bool = True


Texts = Mapping[str, str]
"""Texts by name: the HTML of a page, whose name is empty, and its drawings; or the files that it offers."""


@dataclass(frozen=True)
class Outline:
    """A page without its content. ``files`` are the paths of what it offers, each with a digest of the text.

    ``key`` tells contents apart. ``drawings`` are the names of those that are kept without it, with their keys.
    """

    key: str
    page: Page
    files: tuple[tuple[str, str], ...]
    drawings: tuple[tuple[str, str], ...] = ()


class LaterPage(Page):
    """A page whose content is looked up when it is asked for, so that it takes no room before."""

    def __init__(self, outline: Outline, content: Callable[[], Texts], files: Callable[[], Texts]) -> None:
        known = {name: value for name, value in vars(outline.page).items() if name not in ("html", "figures")}
        assets = tuple(LaterAsset(*file, partial(_text, files, file[0])) for file in outline.files)
        vars(self).update(known, assets=assets, key=outline.key, content=content)

    key: str
    content: Callable[[], Texts]

    @property
    def html(self) -> str:
        """As a page has it."""
        return self.content()[""]

    @property
    def figures(self) -> Mapping[str, str]:
        """As a page has them."""
        return {name: text for name, text in self.content().items() if name}


def _text(files: Callable[[], Texts], path: str) -> str:
    return files()[path]


def complete(page: Page) -> str:
    """The page's content with its drawings in their places."""
    html, figures = page.html, page.figures
    return _PLACEHOLDER.sub(lambda match: figures.get(match[1], ""), html)


def headings_in(html: str) -> tuple[Heading, ...]:
    """The second- and third-level headings that can be linked to, in their order."""
    return tuple(heading for found in _HEADING.finditer(html) for heading in _headings_of(found[0]))


def _headings_of(html: str) -> Sequence[Heading]:
    """The heading that an element is, if it can be linked to."""
    if known := _PLAIN_HEADING.fullmatch(html):
        return (heading_of(known[2], " ".join(unescape(known[3]).split()), int(known[1])),)
    reader = _HeadingReader()
    reader.feed(html)
    reader.close()
    return reader.headings


_FEWEST_SECTIONS = 4
"""Fewer sections are found without a list of them."""


def with_contents(html: str, headings: Sequence[Heading]) -> str:
    """The content with a folded list of its sections after its title, for screens without room beside it."""
    if sum(heading.level == 2 for heading in headings) < _FEWEST_SECTIONS:
        return html
    items = "".join(
        f'<li class="pirgen-level-{each.level}"><a href="#{escape(each.id)}">{escape(each.text)}</a></li>\n'
        for each in headings
    )
    return html.replace("</h1>", f"</h1>\n{_CONTENTS.format(items)}", 1)


class _HeadingReader(HTMLParser):
    """Collects headings; the text of a permalink inside one is not part of it."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.headings: list[Heading] = []
        self._open: tuple[int, str] | None = None
        self._text: list[str] = []
        self._in_permalink = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note the start of a heading with an id, or of the permalink in one."""
        attributes = dict(attrs)
        if tag in ("h2", "h3") and attributes.get("id"):
            self._open, self._text = (int(tag[1]), str(attributes["id"])), []
        if tag == "a" and attributes.get("class") == "headerlink":
            self._in_permalink = True

    def handle_data(self, data: str) -> None:
        """Keep what a heading says."""
        if self._open and not self._in_permalink:
            self._text.append(data)

    def handle_endtag(self, tag: str) -> None:
        """Note the heading when it is complete."""
        if tag == "a":
            self._in_permalink = False
        if self._open and tag == f"h{self._open[0]}":
            level, id = self._open
            self.headings.append(heading_of(id, " ".join("".join(self._text).split()), level))
            self._open = None
