"""A tool's words for severities, services and teams become words of the site's vocabulary."""

from __future__ import annotations

import re
from collections.abc import Mapping

from pirgen.model import Term, Vocabulary

__all__ = ["level_of", "term_of"]

# how bad it is, as a rank from 1, the worst, to 4
_WORDS = {
    1: ("critical", "highest", "emergency", "page", "disaster", "down"),
    2: ("major", "high", "error", "severe", "disrupted"),
    3: ("minor", "medium", "moderate", "warning", "warn", "average"),
    4: ("low", "lowest", "trivial", "cosmetic", "info", "informational", "none", "maintenance", "notice"),
}
_NUMBERED = re.compile(r"(?:sev|severity|p|prio|priority|s|level|l)?[\s_-]*([0-5])(?:\b.*)?", re.IGNORECASE)


def level_of(word: str, chosen: Mapping[str, str], vocabulary: Vocabulary) -> str:
    """The severity that a tool's word stands for; nothing where that is not known.

    ``chosen`` says what words stand for, by word in lower case; an empty word there is for all of them.
    """
    known = [level.id for level in vocabulary.severities]
    mapped = chosen.get(word.casefold()) or chosen.get("")
    if mapped:
        return mapped
    same = next((id for id in known if id.casefold() == word.casefold()), "")
    rank = _rank(word)
    return same or (known[min(rank, len(known)) - 1] if rank and known else "")


def _rank(word: str) -> int:
    numbered = _NUMBERED.fullmatch(word.strip())
    if numbered:
        return min(max(int(numbered[1]), 1), 4)
    plain = word.strip().casefold()
    return next((rank for rank, words in _WORDS.items() if plain in words), 0)


def term_of(name: str, known: tuple[Term, ...]) -> str:
    """A name as the vocabulary has it; any name where the vocabulary is open, nothing where it is not known."""
    if not known:
        return name
    words = {word.casefold(): term.id for term in known for word in (term.title, term.id)}
    return words.get(name.casefold(), "")
