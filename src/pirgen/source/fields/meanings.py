"""Words that other tools, papers and habits use for ours, looked at before any likeness of letters.

A word may mean one of ours here and another there, so each leads to several, of which the first that is known
at its place is meant. A word in this table has a sense of its own: it is never taken for one that is merely
spelt like it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from pirgen.diagnostics import near_miss, surely_meant
from pirgen.source.fields.other_words import BY_OURS

__all__ = [
    "SURE_KEYS",
    "has_own_sense",
    "is_same_word",
    "meant_word",
    "named_in",
    "near_value",
    "near_word",
]


def _table() -> dict[str, tuple[str, ...]]:
    meanings: dict[str, list[str]] = {}
    for ours, theirs in BY_OURS.items():
        for word in theirs.split(","):
            meanings.setdefault(_plain(word), []).append(ours)
    return {word: tuple(ours) for word, ours in meanings.items()}


def _plain(word: str) -> str:
    """A word without case, spaces, underscores and hyphens; signs alone stay."""
    folded = word.strip().casefold()
    return "".join(filter(str.isalnum, folded)) or folded


_MEANINGS = _table()

SURE_KEYS: Mapping[str, str] = {"and": "all", "or": "any"}
"""Keys that mean one of ours beyond doubt."""

_ALIKE = 0.7
"""Words of four or five letters are alike by chance up to here."""

_NEGATIONS = ("un", "not", "non", "no", "in", "dis", "de")


def meant_word(written: str, known: Iterable[str]) -> str:
    """The known word that the written one stands for, or an empty string."""
    meant = _MEANINGS.get(_plain(written), ())
    words = set(known) if meant else ()
    return next((word for word in meant if word in words), "")


def near_word(written: str, known: Iterable[str], titles: Mapping[str, str] | None = None) -> str:
    """The known word that was most probably meant: by another spelling, by meaning, by title, by likeness.

    ``titles`` give the words by what pages call them. Never a word of another sense, and never the opposite.
    """
    words = list(known)
    if found := _alone(written, words, titles or {}):
        return found
    near = surely_meant(written, words) or ("" if has_own_sense(written) else near_miss(written, words, _ALIKE))
    return "" if near and _is_opposite(written, near) else near


def has_own_sense(written: str) -> bool:
    """Whether a word is one that others use in a sense of its own."""
    return _plain(written) in _MEANINGS


def is_same_word(one: str, other: str) -> bool:
    """Whether two words differ in case, spaces, underscores and hyphens only."""
    return _plain(one) == _plain(other)


def named_in(written: str, known: Iterable[str]) -> str:
    """The known key that is a word of a longer one: ``services`` in ``services_affected``.

    The last word says best what it is, and then the first; one letter more or less is a plural.
    """
    words = [word for word in re.split(r"[_\s-]+|(?<=[a-z])(?=[A-Z])", written) if word]
    ends = (words[-1], words[0]) if len(words) > 1 else ()
    keys = list(known)
    for word in ends:
        for key in keys:
            if key in (word.casefold(), f"{word.casefold()}s") or f"{key}s" == word.casefold():
                return key
    return ""


def near_value(written: str, known: Iterable[str], titles: Mapping[str, str]) -> str:
    """The same for a value, of which a part may say it: ``1 - Critical``, ``implemented in v2``."""
    words = list(known)
    return (
        _alone(written, words, titles) or _by_parts(written, words, titles) or near_word(written, words, titles)
    )


_HEDGES = frozenset(("not", "no", "never", "partly", "partially", "almost", "nearly", "without", "half", "was"))
_PARTS = re.compile(r"[()\[\]/,;:|]|\s[-\N{EN DASH}\N{EM DASH}]\s")


def _by_parts(written: str, words: list[str], titles: Mapping[str, str]) -> str:
    """What ``1 - Critical`` or ``Closed (done)`` stands for: the one word that all of its parts lead to."""
    parts = [part.strip() for part in _PARTS.split(written) if part.strip()]
    if len(parts) == 1:
        parts = parts[0].split()
        if not 1 < len(parts) <= _MOST_WORDS or _HEDGES.intersection(part.casefold() for part in parts):
            return ""
        parts = [parts[0]] if _alone(parts[0], words, titles) else parts
    found = {meant for part in parts if (meant := _alone(part, words, titles))}
    return found.pop() if len(found) == 1 else ""


def _alone(part: str, words: list[str], titles: Mapping[str, str]) -> str:
    same = (word for word in words if _plain(word) == _plain(part))
    by_title = (word for word, title in titles.items() if _plain(title) == _plain(part))
    return next(same, "") or next(by_title, "") or meant_word(part, words)


_MOST_WORDS = 6


def _is_opposite(written: str, near: str) -> bool:
    one, other = sorted((_plain(written), _plain(near)), key=len)
    return any(other == negation + one for negation in _NEGATIONS)
