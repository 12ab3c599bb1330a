"""The near miss: the known word that somebody most probably meant, or meant beyond doubt."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches


def near_miss(written: str, known: Iterable[str], least: float = 0.6) -> str:
    """The known word closest to what was written, or an empty string where none is close.

    ``least`` is how alike they have to be, from 0 to 1. Case, spaces, underscores and hyphens don't count:
    ``sev2`` is near to ``SEV-2``.
    """
    by_plain = {_plain(word): word for word in known}
    plain = _plain(written)
    if plain in by_plain:
        return by_plain[plain]
    close = get_close_matches(plain, by_plain, n=1, cutoff=least)
    return by_plain[close[0]] if close else ""


def surely_meant(written: str, known: Iterable[str]) -> str:
    """The known word that was meant beyond doubt, or an empty string.

    Either only case, spaces and hyphens differ, or it begins alike, is very close, and no other word comes
    near: ``titel`` is ``title``, but ``unresolved`` is not ``resolved``.
    """
    words = list(known)
    plain = _plain(written)
    same = [word for word in words if _plain(word) == plain]
    if same or not plain:
        return same[0] if len(same) == 1 else ""
    ranked = sorted(((_likeness(plain, _plain(word)), word) for word in words), reverse=True)
    if not ranked or ranked[0][0] < 0.8 or _plain(ranked[0][1])[0] != plain[0]:
        return ""
    return "" if len(ranked) > 1 and ranked[1][0] > ranked[0][0] - 0.1 else ranked[0][1]


def _likeness(one: str, other: str) -> float:
    """From 0 to 1: the share of letters that stand in the same order in both."""
    return SequenceMatcher(None, other, one).ratio() if other else 0.0


def _plain(word: str) -> str:
    return "".join(filter(str.isalnum, word.casefold()))
