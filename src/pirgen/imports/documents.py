"""Documents of word processors and wikis as Markdown: HTML, and Word's .docx with the extra 'documents'."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from html import escape
from typing import Any

__all__ = [
    "MissingReaderError",
    "check_size",
    "html_as_markdown",
    "is_html",
    "is_zip",
    "library",
    "word_as_markdown",
]


class MissingReaderError(Exception):
    """A library that reads a kind of file is not installed; its name is the message."""


_EXTRA = "install it with: pip install 'pirgen[documents]'"
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


def is_zip(content: bytes) -> bool:
    """Whether a file is a zip archive, as Word's and Excel's are."""
    return content.startswith(b"PK\x03\x04")


def html_as_markdown(text: str) -> str:
    """A page as Markdown, with its title as a heading where it has no other; pictures become their words."""
    convert = library("markdownify", "markdownify")
    title = re.search(r"<title[^>]*>([^<]{1,300})</title>", text, re.IGNORECASE)
    body = _PICTURE.sub(_words_of_picture, _DROPPED.sub("", _of_wiki(_PROLOG.sub("", text, count=1))))
    for pattern, made in _OF_EDITORS:
        body = pattern.sub(made, body)
    body = _WRAPPED.sub(lambda found: _unquoted(found[1]), body)
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
    return words if has_heading or not title else f"# {' '.join(title[1].split())}\n\n{words}"


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


def word_as_markdown(content: bytes) -> str:
    """A document of Word as Markdown; raises ValueError where it is none."""
    convert = library("mammoth", "convert_to_html")
    try:
        check_size(content, _MOST_BYTES)
        page = convert(io.BytesIO(content)).value
    except (zipfile.BadZipFile, KeyError, OSError, SyntaxError) as problem:
        raise ValueError("it is not a document of Word") from problem
    return html_as_markdown(f"<body>{page}</body>")


def check_size(content: bytes, most: int) -> None:
    """Raise ValueError where an archive would have more bytes than ``most`` when unpacked."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = sum(each.file_size for each in archive.infolist())
    if size > most:
        raise ValueError(f"it would have {size:,} bytes when unpacked; at most {most:,} are read")


_MOST_BYTES = 200 * 1024 * 1024


def library(module: str, name: str) -> Callable[..., Any]:
    """A function of a library that only some imports need."""
    from importlib import import_module

    try:
        found: Callable[..., Any] = getattr(import_module(module), name)
    except ImportError as problem:
        raise MissingReaderError(f"needs the library '{module}'; {_EXTRA}") from problem
    return found
