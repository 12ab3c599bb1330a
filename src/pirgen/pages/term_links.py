"""The terms of the glossary in running text: which of them a page uses, and a link at the first use of each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape

from pirgen.model import Term

__all__ = ["TermLinker"]

_TAG = re.compile(r"(<[^>]*>)")
_NAME = re.compile(r"</?([a-z][a-z0-9]*)")
_LEFT_ALONE = frozenset(
    {"a", "button", "caption", "code", "dl", "h1", "h2", "h3", "nav", "pre", "summary", "svg", "th"}
)


class TermLinker:
    """The terms of a site. A term in lower case is found in any case and plural, one with capitals as it is."""

    def __init__(self, terms: Iterable[Term]) -> None:
        self._terms = {escape(term.title): term for term in terms}
        titles = sorted((term.title for term in self._terms.values()), key=len, reverse=True)
        words = "|".join(_as_pattern(escape(title)) for title in titles)
        self._pattern = re.compile(rf"(?<![\w-])(?:{words})(?![\w-])") if words else None

    def used_in(self, text: str) -> tuple[Term, ...]:
        """The terms that a text uses, in alphabetical order."""
        if self._pattern is None:
            return ()
        found = {term.id: term for match in self._pattern.finditer(text) if (term := self._term(match[0]))}
        return tuple(sorted(found.values(), key=lambda term: term.title.casefold()))

    def linked(self, html: str, terms: Iterable[Term]) -> str:
        """The HTML with the first use of each of these terms linked to ``#word-ID``.

        Only running text is touched: never a link, a heading, code, or a list of pairs.
        """
        waiting = {term.id for term in terms}
        if self._pattern is None or not waiting:
            return html

        def link(match: re.Match[str]) -> str:
            term = self._term(match[0])
            if term is None or term.id not in waiting:
                return match[0]
            waiting.discard(term.id)
            return f'<a class="pirgen-term" href="#word-{escape(term.id)}">{match[0]}</a>'

        depth = 0
        pieces = _TAG.split(html)
        for place, piece in enumerate(pieces):
            if place % 2:
                depth += _step(piece)
            elif not depth and piece and waiting:
                pieces[place] = self._pattern.sub(link, piece)
        return "".join(pieces)

    def _term(self, written: str) -> Term | None:
        lower = written.lower()
        keys = (written, lower, lower.removesuffix("s"))
        return next((self._terms[key] for key in keys if key in self._terms), None)


def _as_pattern(title: str) -> str:
    return re.escape(title) if title != title.lower() else rf"(?i:{re.escape(title)}s?)"


def _step(tag: str) -> int:
    """One deeper into, or out of, a part of the page that stays as it is."""
    name = _NAME.match(tag)
    if name is None or name[1] not in _LEFT_ALONE:
        return 0
    return -1 if tag.startswith("</") else 1
