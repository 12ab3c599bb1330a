"""Authors' Markdown becomes safe HTML: no raw HTML, a short list of elements, pictures of the folder only.

The only module that knows the cleaner.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token
from markupsafe import Markup

from pirgen.model import Book
from pirgen.pages.beside import Beside
from pirgen.pages.links import web
from pirgen.wording.plain_text import MARKED_UP, markdown_reader, words_of

__all__ = ["block", "inline", "unlinked"]

_INLINE = {"a", "br", "code", "em", "img", "strong"}
_BLOCK = _INLINE | {"blockquote", "hr", "li", "ol", "p", "pre", "ul"}
_TABLE = {"table", "tbody", "td", "th", "thead", "tr"}
_PICTURE = {"alt", "class", "decoding", "height", "loading", "src", "width"}
_ATTRIBUTES = {"a": {"href", "title"}, "img": _PICTURE, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_SCHEME = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def inline(text: str, beside: Beside | None = None) -> Markup:
    """One line of Markdown as HTML that may be in a paragraph, a cell or a heading.

    ``beside`` finds the files and incidents that it names; without it, such links are words only.
    """
    if not MARKED_UP.search(text):
        return Markup(html.escape(text) if "'" in text or '"' in text else text)
    return _line(text, beside) if beside and "[" in text else _known_line(text)


@lru_cache(maxsize=4096)
def _known_line(text: str) -> Markup:
    return _line(text)


def _line(text: str, beside: Beside | None = None) -> Markup:
    tokens = _READER.parseInline(" ".join(text.split()))
    return _cleaned(_html(tokens, beside), _INLINE)


def unlinked(text: str) -> Markup:
    """One line of Markdown for a place that is a link itself: its links are words only."""
    line = inline(text)
    return _cleaned(line, _INLINE - {"a"}) if "<a" in line else line


def block(text: str, beside: Beside | None = None) -> Markup:
    """Paragraphs, lists and tables of Markdown as HTML."""
    return _cleaned(_html(_READER.parse(text), beside), _BLOCK | _TABLE).strip()


def _html(tokens: Sequence[Token], beside: Beside | None) -> str:
    for token in tokens:
        if token.children:
            token.children = list(_led(token.children, beside or _NOWHERE))
    return str(_READER.renderer.render(tokens, _READER.options, {}))


def _led(tokens: Sequence[Token], beside: Beside) -> Iterator[Token]:
    """The tokens of a line with each link leading where it does from the page, or left out if nowhere."""
    is_open = False
    for token in tokens:
        if token.type == "link_open":
            address = beside.address(str(token.attrs.get("href", "")))
            is_open = bool(address)
            if is_open:
                yield _link(token, address)
        elif token.type == "image":
            yield from _shown(token, beside, is_open)
        elif token.type != "link_close" or is_open:
            yield token
            is_open = is_open and token.type != "link_close"


def _shown(token: Token, beside: Beside, in_link: bool) -> Iterator[Token]:
    """A picture of the folder, which leads to itself; of another one the page has a link only."""
    url = str(token.attrs.get("src", ""))
    picture = beside.picture(url)
    address = picture.address if picture else beside.address(url)
    if address and not in_link:
        yield _link(Token("link_open", "a", 1), address)
    if picture:
        size = {"width": picture.width, "height": picture.height}
        looks = {"class": "pirgen-picture", "loading": "lazy", "decoding": "async"}
        yield Token("image", "img", 0, {"src": address, "alt": "", **size, **looks}, children=token.children)
    else:
        yield Token("text", "", 0, content="".join(words_of([token])))
    if address and not in_link:
        yield Token("link_close", "a", -1)


def _link(token: Token, address: str) -> Token:
    return replace(token, attrs=token.attrs | {"href": address})


def _cleaned(rendered: str, tags: set[str]) -> Markup:
    return Markup(
        nh3.clean(
            rendered,
            tags=tags,
            attributes=_ATTRIBUTES,
            attribute_filter=_kept,
            url_schemes=_SCHEMES,
            link_rel=None,
        )
    )


def _kept(tag: str, attribute: str, value: str) -> str | None:
    """The attribute's value, or None for an address that is neither on the web nor in the site."""
    is_safe = web(value) and tag == "a"
    if attribute in ("href", "src") and _SCHEME.match(value) and not is_safe:
        return None
    return value


def _bold_open(*_: object) -> str:
    return "<p><strong>"


def _bold_close(*_: object) -> str:
    return "</strong></p>\n"


def _reader() -> MarkdownIt:
    """The reader of authors' Markdown; a heading is set bold, since the page's outline is the template's."""
    reader = markdown_reader()
    reader.add_render_rule("heading_open", _bold_open)
    reader.add_render_rule("heading_close", _bold_close)
    return reader


_READER = _reader()
_NOWHERE = Beside(Book(), "index.md", directory_urls=True)
