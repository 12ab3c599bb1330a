"""Authors' Markdown as plain text: the words stay, the marks go. It has the reader that pages use too."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from markdown_it import MarkdownIt
from markdown_it.token import Token

__all__ = ["MARKED_UP", "markdown_reader", "plain", "shortened", "words_of"]

MARKED_UP = re.compile(r"[\\`*_\[\]<>&!\n]|://|  ")
"""What only a text with Markdown in it has; most have none, and need no reader."""

_MARKED_UP_IN_LINES = re.compile(r"[\\`*_\[\]<>&!|\t\r]|://|  |(?:^|\n)[^a-zA-Z\n]")
"""What only lines with Markdown in them have; others are paragraphs of words."""

_ENDS_WORDS = frozenset({"paragraph_close", "heading_close", "list_item_close", "td_close", "th_close"})
_BREAKS = frozenset({"softbreak", "hardbreak"})


def markdown_reader() -> MarkdownIt:
    """CommonMark with tables, and without HTML: what looks like a tag is text."""
    return MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")


def plain(text: str) -> str:
    """The words of a Markdown text on one line, as a reader would hear them; only several lines have blocks."""
    if not MARKED_UP.search(text):
        return text.strip()
    return _plain(text) if _MARKED_UP_IN_LINES.search(text) else " ".join(text.split())


def shortened(text: str, most: int = 200) -> str:
    """A plain text up to a word's end, with a mark where something is left out."""
    return text if len(text) <= most else f"{text[:most].rsplit(' ', 1)[0].rstrip(',;:.')} …"


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    tokens = _READER.parse(text) if "\n" in text.strip() else _READER.parseInline(text.strip())
    return " ".join("".join(words_of(tokens)).split())


def words_of(tokens: Sequence[Token]) -> Iterator[str]:
    """The words of tokens in pieces; a picture without any is called one."""
    for token in tokens:
        if token.type == "image":
            yield from words_of(token.children) if token.children else ("picture",)
        elif token.children:
            yield from words_of(token.children)
        elif token.type in _BREAKS or token.type in _ENDS_WORDS:
            yield " "
        else:
            yield token.content


_READER = markdown_reader()
