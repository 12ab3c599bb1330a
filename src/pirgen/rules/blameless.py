"""Finds the phrasings of ``phrasings.py`` in what authors wrote in their own words. Clean words are not yet a
blameless review; a finding is a question to ask, and nobody is counted or scored by it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from pirgen.diagnostics import Excerpt
from pirgen.model import Book
from pirgen.rules.names import names_of
from pirgen.rules.own_words import own_words, with_names_alike
from pirgen.rules.passages import Part, Passage, passages
from pirgen.rules.phrasings import PHRASINGS, Phrasing
from pirgen.rules.rule import Check, Field, Finding, Rule, rule

_LONGEST_QUOTE = 60


@dataclass(frozen=True)
class Hit:
    """A phrasing at a stretch of a passage."""

    phrasing: Phrasing
    start: int
    end: int


_Calls = dict[bytes, list[tuple[Phrasing, frozenset[bytes]]]]
"""Phrasings by a word that calls for them, each with the words that it needs beside it."""

_PLAIN = bytes(
    ord(chr(code).lower()) if code < 128 and (chr(code).isalnum() or code == 33) else 32 for code in range(256)
)
"""Bytes of a text to those of its plain words: lower case, and a space for all else but ``!``."""


def _words(text: str) -> list[bytes]:
    """The words of a text, as bytes, which are split many times faster."""
    return text.replace("!!", " !! ").encode(errors="replace").translate(_PLAIN).split()


def _calls(part: Part) -> _Calls:
    calls: _Calls = {}
    for phrasing in PHRASINGS:
        for words in phrasing.words.encode().split() if part in phrasing.levels else ():
            first, *others = words.split(b"+")
            calls.setdefault(first, []).append((phrasing, frozenset(others)))
    return calls


_CALLS = {part: _calls(part) for part in Part}


def hits(part: Part, text: str, names: re.Pattern[str] | None = None) -> list[Hit]:
    """Every phrasing in a text of that part, in the order of their codes; ``names`` finds registered people."""
    called_for = _called_for(part, text)
    if not called_for:
        return []
    told = with_names_alike(own_words(text), names)
    return [Hit(phrasing, *span) for phrasing in called_for for span in _apart(phrasing.spans(told))]


def _apart(spans: Iterable[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The spans in order, without those that begin inside an earlier one."""
    reached = 0
    for start, end in sorted(spans):
        if start >= reached:
            yield start, end
            reached = end


def _called_for(part: Part, text: str) -> list[Phrasing]:
    """The phrasings that a text may have, by its words: cheap, and most texts call for none."""
    calls, words = _CALLS[part], _words(text)
    if calls.keys().isdisjoint(words):
        return []
    there = frozenset(words)
    codes = {
        phrasing.code for word in calls.keys() & there for phrasing, others in calls[word] if others <= there
    }
    return [phrasing for phrasing in PHRASINGS if phrasing.code in codes]


@lru_cache(maxsize=1)
def _found(book: Book) -> dict[str, list[Finding]]:
    """What is found in a book, by code, and once for all the rules that ask."""
    names = names_of(book.vocabulary)
    found: dict[str, list[Finding]] = {phrasing.code: [] for phrasing in PHRASINGS}
    for passage in passages(book):
        for hit in hits(passage.part, passage.words, names):
            found[hit.phrasing.code].append(_finding(passage, hit))
    return found


def _finding(passage: Passage, hit: Hit) -> Finding:
    excerpt = Excerpt(passage.text, hit.start, hit.end)
    return Finding(
        Field(passage.file, passage.path, passage.at_key, excerpt),
        hit.phrasing.message.format(_shortened(" ".join(excerpt.words.split()))),
        hint=hit.phrasing.question,
        level=hit.phrasing.levels[passage.part],
    )


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1]}…"


def _check(phrasing: Phrasing) -> Check:
    def check(book: Book, as_of: date) -> Iterator[Finding]:
        yield from _found(book)[phrasing.code]

    return check


def _rule(phrasing: Phrasing) -> Rule:
    return rule(
        phrasing.code,
        phrasing.title,
        phrasing.level,
        phrasing.reason,
        phrasing.bad,
        phrasing.good,
        _check(phrasing),
    )


def levels_table() -> str:
    """A table in Markdown of every phrasing and its level in each part, for the guide."""
    parts = (Part.CAUSE, Part.ACTION, Part.STORY, Part.TIMELINE, Part.ACCOUNT)
    lines = [
        f"| code | what it asks for | {' | '.join(part.value for part in parts)} |",
        "|---" * (len(parts) + 2) + "|",
    ]
    for phrasing in PHRASINGS:
        levels = [phrasing.levels[part].value if part in phrasing.levels else "" for part in parts]
        lines.append(f"| {phrasing.code} | {phrasing.title} | {' | '.join(levels)} |")
    return "\n".join(lines) + "\n"


BLAMELESS_RULES = tuple(_rule(phrasing) for phrasing in PHRASINGS)
