"""Drawings and ways to fail in the site's own Markdown pages, by a fenced block of the language 'pirgen'.

Each line of it names an incident and what to show: ``2017-01-31-gitlab-db-deletion fault-tree``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from html import escape

from pirgen.diagnostics import near_miss
from pirgen.pages import Page

__all__ = ["WAYS", "fill_blocks", "find_blocks"]

WAYS = "ways-to-fail"
"""What shows the list of a tree's ways to fail, beside the kinds of drawings."""

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})\s*([^`\s]*)")
_PLACE = re.compile(r"<!--pirgen: ([\w-]+) ([\w-]+)-->")
_NAME = re.compile(r"[\w-]+")
_OWN_LINK = re.compile(r'(href=")(?![a-z][a-z0-9+.-]*:|/)(#?)')
_DIV = re.compile(r"<(/?)div\b")

Log = Callable[[str], None]
"""Told of a block that names what is not there."""


def find_blocks(markdown: str, pages: Mapping[str, Page], log: Log) -> str:
    """The Markdown with a place in HTML for each thing that its blocks name; code of other languages stays."""
    lines: list[str] = []
    fence = language = ""
    for line in markdown.split("\n"):
        opened = _FENCE.match(line)
        if not fence and opened:
            fence, language = opened[1], opened[2]
            lines += [] if language == "pirgen" else [line]
        elif fence and line.strip() and not line.strip().strip(fence[0]) and len(line.strip()) >= len(fence):
            lines += [] if language == "pirgen" else [line]
            fence = language = ""
        elif language == "pirgen":
            lines += _place(line.split(), pages, log)
        else:
            lines.append(line)
    return "\n".join(lines)


def fill_blocks(html: str, pages: Mapping[str, Page], address: Callable[[str], str]) -> str:
    """The page with everything in its place; ``address`` says where the page of an incident is."""

    def shown(place: re.Match[str]) -> str:
        page = pages.get(_path(place[1]))
        if page is None or not (found := _found(page, place[2])):
            return ""
        home = address(page.path)
        beside = home if home.endswith("/") else f"{home.rpartition('/')[0]}/"
        led = _OWN_LINK.sub(lambda link: link[1] + (home + "#" if link[2] else beside), found)
        named = re.sub(rf'(["\s]){place[2]}-(title|description)\b', rf"\g<1>{place[1]}-{place[2]}-\2", led)
        return f'{named}<p class="pirgen-quiet"><a href="{escape(home)}">{escape(page.title)}</a></p>'

    return _PLACE.sub(shown, html)


def _place(words: list[str], pages: Mapping[str, Page], log: Log) -> Iterator[str]:
    if not words:
        return
    text = " ".join(words)
    if len(words) != 2 or not all(_NAME.fullmatch(word) for word in words):
        log(f"'{text}' names no drawing; write an id and a kind: 2026-03-14-checkout-down timeline")
        return
    page = pages.get(_path(words[0]))
    if page is None:
        known = (path[len("incidents/") : -len(".md")] for path in pages if path.startswith("incidents/"))
        log(f"'{text}': there is no incident '{words[0]}' on this site{_meant(words[0], known)}")
    elif not _found(page, words[1]):
        kinds = [*page.figures, *([WAYS] if _found(page, WAYS) else [])]
        meant = _meant(words[1], kinds) or f"; choose one of {', '.join(kinds) or 'none'}"
        log(f"'{text}': the incident has no '{words[1]}'{meant}")
    else:
        yield from ("", f'<div class="pirgen pirgen-embedded"><!--pirgen: {words[0]} {words[1]}--></div>', "")


def _meant(written: str, known: Iterable[str]) -> str:
    near = near_miss(written, known)
    return f"; did you mean: {near}" if near else ""


def _path(incident: str) -> str:
    return f"incidents/{incident}.md"


def _found(page: Page, kind: str) -> str:
    """The HTML of a drawing in its frame, or of the list of ways to fail; empty where the page has none."""
    if kind == WAYS:
        return _ways(page.html)
    svg = page.figures.get(kind, "")
    return f'<div class="pirgen-diagram" role="region" tabindex="0">{svg}</div>' if svg else ""


def _ways(html: str) -> str:
    """The element with the ways to fail."""
    start = html.find('<div class="pirgen-ways">')
    depth = 0
    for tag in _DIV.finditer(html, max(start, 0)):
        depth += -1 if tag[1] else 1
        if depth == 0:
            return html[start : html.index(">", tag.end()) + 1] if start >= 0 else ""
    return ""
