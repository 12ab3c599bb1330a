"""Pages of HTML as Markdown: those of word processors and wikis, without what no reader of them sees."""

from __future__ import annotations

import re
from html import escape, unescape
from typing import Any

from pirgen.imports.documents.archive import library
from pirgen.imports.documents.document import SourceDocument
from pirgen.imports.incident import NamedPerson

__all__ = ["is_html", "read_html"]

_DROPPED = re.compile(
    r"<(script|style|head|nav|footer|svg|template)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL
)
_PICTURE = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_WORDS_OF_PICTURE = re.compile(r"\balt\s*=\s*\"([^\"]*)\"", re.IGNORECASE)
_WRAPPED = re.compile(r"https://www\.google\.com/url\?q=([^&\"]+)[^\"]*", re.IGNORECASE)


_BLOCKS = r"html|head|body|h[1-6]|p|div|table|ul|ol|section|article|main|meta|ac:[\w-]+"
_PROLOG = re.compile(r"\s*<\?xml[^>]*>")
_HTML = re.compile(
    rf"(?:{_PROLOG.pattern})?\s*(?:<!--.*?-->\s*)?<(?:!doctype html|(?:{_BLOCKS})\b)", re.IGNORECASE | re.DOTALL
)


def is_html(text: str) -> bool:
    """Whether a text is a page of HTML, or a part of one as a wiki stores it."""
    return bool(_HTML.match(text))


def read_html(text: str) -> SourceDocument:
    """A page as Markdown, with its title as a heading where it has no other; pictures become their words."""
    convert = library("markdownify", "markdownify")
    title = re.search(r"<title[^>]*>([^<]{1,300})</title>", text, re.IGNORECASE)
    body = _PICTURE.sub(_words_of_picture, _DROPPED.sub("", _of_wiki(_PROLOG.sub("", text, count=1))))
    for pattern, made in _OF_EDITORS:
        body = pattern.sub(made, body)
    body = _WRAPPED.sub(lambda found: _unquoted(found[1]), body)
    people = _people(text)
    body, left_out = _without_hidden(body)
    words = convert(
        body,
        heading_style="ATX",
        bullets="-",
        escape_misc=False,
        escape_asterisks=False,
        escape_underscores=False,
    )
    words = re.sub(r"\n{3,}", "\n\n", words.replace("\xa0", " ")).strip()
    has_heading = re.search(r"^# \S", words, re.MULTILINE)
    whole = words if has_heading or not title else f"# {' '.join(title[1].split())}\n\n{words}"
    return SourceDocument(whole, people, left_out)


_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def _without_hidden(body: str) -> tuple[str, tuple[tuple[str, int], ...]]:
    """A page without what no reader of it sees, and what that was."""
    comments = len(re.findall(r"<!--(?!\[if)", body))
    hidden = 0
    if "hidden" in body or "display" in body:
        page = library("bs4", "BeautifulSoup")(body, "html.parser")
        for each in page.find_all(_is_hidden):
            if not each.decomposed:
                hidden += bool(each.get_text(strip=True))
                each.decompose()
        body = str(page)
    counts = (("HTML comments", comments), ("hidden elements", hidden))
    return body, tuple((what, count) for what, count in counts if count)


def _is_hidden(element: Any) -> bool:
    return element.has_attr("hidden") or bool(_HIDDEN.search(str(element.get("style") or "")))


_AUTHORS = (
    r"<meta\b[^>]*\bname=\"author\"[^>]*\bcontent=\"([^\"]{3,80})\"",
    r"<meta\b[^>]*\bcontent=\"([^\"]{3,80})\"[^>]*\bname=\"author\"",
    r"<a\b[^>]*\bclass=\"[^\"]*\b(?:user-?mention|confluence-userlink|userlink|author)\b[^>]*>@?([^<]{3,80})</a>",
    r"<span class=\"(?:author|editor)\">\s*([^<]{3,80}?)\s*</span>",
)


def _people(text: str) -> tuple[NamedPerson, ...]:
    """Whom a page names as its authors, or mentions."""
    names = (
        unescape(name).strip() for pattern in _AUTHORS for name in re.findall(pattern, text, re.IGNORECASE)
    )
    return tuple(NamedPerson(name=name) for name in dict.fromkeys(names) if name)


_AROUND = r"class=\"page-metadata|id=\"(?:breadcrumb-section|footer)"
_OF_EDITORS = (
    (re.compile(rf"<div\b[^>]*\b(?:{_AROUND})[^>]*>.*?</div>", re.DOTALL), ""),
    (re.compile(r"(<span id=\"title-text\">\s*)[^<:]{1,60} : "), r"\1"),
    (re.compile(r"<p\b[^>]*\bclass=\"(?:[^\"]*\s)?title\b[^>]*>(.*?)</p>", re.DOTALL), r"<h1>\1</h1>"),
    (re.compile(r"(<li\b[^>]*\bclass=\"[^\"]*\bchecked\b[^>]*>)"), r"\1[x] "),
    (re.compile(r"(<li\b(?![^>]*checked)[^>]*\bdata-inline-task-id[^>]*>)"), r"\1[ ] "),
    (re.compile(r"<input\b[^>]*\bchecked\b[^>]*>"), "[x] "),
    (re.compile(r"<input\b[^>]*checkbox[^>]*>"), "[ ] "),
)  # fmt: skip
"""What Confluence and Google Docs write around a text or instead of plain elements."""

_STORED = (
    (r"<!\[CDATA\[(.*?)\]\]>", lambda found: f"<pre>{escape(found[1])}</pre>"),
    (r"<ac:parameter ac:name=\"title\">(.*?)</ac:parameter>", lambda found: f"<b>{found[1]}</b> "),
    (r"<ac:parameter\b.*?</ac:parameter>|<ac:task-id>.*?</ac:task-id>|<ri:[^>]*/>", lambda found: ""),
    (r"<ac:task-status>\s*complete\s*</ac:task-status>", lambda found: "[x] "),
    (r"<ac:task-status>.*?</ac:task-status>", lambda found: "[ ] "),
    (r"<(/?)ac:task>", lambda found: f"<{found[1]}li>"),
    (r"<(/?)ac:task-list>", lambda found: f"<{found[1]}ul>"),
    (r"<time datetime=\"([^\"]+)\"\s*/>", lambda found: found[1]),
    (r"</?(?:ac|ri):[^>]*>", lambda found: ""),
)  # fmt: skip


def _of_wiki(text: str) -> str:
    """Confluence's storage format as HTML: its macros, tasks and dates are plain elements."""
    if "<ac:" not in text and "<time " not in text:
        return text
    for pattern, made in _STORED:
        text = re.sub(pattern, made, text, flags=re.DOTALL)
    return text


def _words_of_picture(found: re.Match[str]) -> str:
    words = _WORDS_OF_PICTURE.search(found[0])
    return words[1] if words else ""


def _unquoted(address: str) -> str:
    from urllib.parse import unquote

    return unquote(address)
