"""The near miss: the known word that somebody most probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches


def near_miss(written: str, known: Iterable[str]) -> str:
    """The known word closest to what was written, or an empty string where none is close.

    Case, spaces, underscores and hyphens don't count: ``sev2`` is near to ``SEV-2``.
    """
    by_plain = {_plain(word): word for word in known}
    plain = _plain(written)
    if plain in by_plain:
        return by_plain[plain]
    close = get_close_matches(plain, by_plain, n=1, cutoff=0.6)
    return by_plain[close[0]] if close else ""


def _plain(word: str) -> str:
    return "".join(letter for letter in word.casefold() if letter.isalnum())
