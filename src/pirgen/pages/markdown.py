"""Authors' Markdown becomes safe HTML: no raw HTML, a short list of elements, no picture from elsewhere.

The only module that knows the cleaner.
"""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup

from pirgen.pages.links import web
from pirgen.wording.plain_text import MARKED_UP, markdown_reader

__all__ = ["block", "inline", "unlinked"]

_INLINE = {"a", "br", "code", "em", "strong"}
_BLOCK = _INLINE | {"blockquote", "hr", "li", "ol", "p", "pre", "ul"}
_TABLE = {"table", "tbody", "td", "th", "thead", "tr"}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"http", "https", "mailto"}
_SCHEME = re.compile(r"\s*(?:[a-z][a-z0-9+.-]*:|//)", re.IGNORECASE)


def inline(text: str) -> Markup:
    """One line of Markdown as HTML that may be in a paragraph, a cell or a heading."""
    if not MARKED_UP.search(text):
        return Markup(html.escape(text))
    return _inline(text)


@lru_cache(maxsize=4096)
def _inline(text: str) -> Markup:
    return _cleaned(_READER.renderInline(" ".join(text.split())), _INLINE)


def unlinked(text: str) -> Markup:
    """One line of Markdown for a place that is a link itself: its links are words only."""
    line = inline(text)
    return _cleaned(line, _INLINE - {"a"}) if "<a" in line else line


def block(text: str) -> Markup:
    """Paragraphs, lists and tables of Markdown as HTML."""
    return _cleaned(_READER.render(text), _BLOCK | _TABLE).strip()


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
    """The attribute's value, or None for a link that leads neither to the web nor to a place in the site."""
    if attribute == "href" and _SCHEME.match(value) and not web(value):
        return None
    return value


def _picture(
    renderer: RendererHTML, tokens: Sequence[Token], index: int, options: OptionsDict, env: EnvType
) -> str:
    """A picture becomes a link to it: a page must not fetch anything from another host."""
    token = tokens[index]
    address = html.escape(str(token.attrs.get("src", "")))
    words = renderer.renderInlineAsText(token.children or [], options, env)
    return f'<a href="{address}">{html.escape(words or "picture")}</a>'


def _bold_open(*_: object) -> str:
    return "<p><strong>"


def _bold_close(*_: object) -> str:
    return "</strong></p>\n"


def _reader() -> MarkdownIt:
    """The reader of authors' Markdown; a heading is set bold, since the page's outline is the template's."""
    reader = markdown_reader()
    reader.add_render_rule("image", _picture)
    reader.add_render_rule("heading_open", _bold_open)
    reader.add_render_rule("heading_close", _bold_close)
    return reader


_READER = _reader()
