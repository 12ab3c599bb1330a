"""What somebody typed: the words to look for and the filters to keep to."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pirgen.retrieval.slips import distances
from pirgen.retrieval.words import counts, joined, parts, runs, with_phrases

__all__ = ["FILTERS", "Query", "parse_query"]

FILTERS = ("severity", "service", "year", "tag", "owner", "category", "trigger", "detection", "status")
"""What ``key:value`` may narrow a search down by."""

_LONGEST, _LONGEST_WORD, _MOST_WORDS = 2_000, 60, 24
"""How many letters of a search and of a word in it are read, and how many words."""

_FILTER = re.compile(r"(?<!\S)([a-z]{3,}):(\"[^\"]*\"|\S*)", re.IGNORECASE)


@dataclass(frozen=True)
class Query:
    """A search as it was typed.

    ``words`` are those to find, and ``whole`` all of it as one word. ``runs`` are the places of words that were
    written without a space: (0, 2) for 'crash-loop'. ``is_unfinished`` tells that the last word may go on, and
    ``is_cut`` that there were more words.
    """

    words: tuple[str, ...]
    whole: str
    runs: tuple[tuple[int, int], ...] = ()
    filters: tuple[tuple[str, str], ...] = ()
    is_unfinished: bool = True
    is_cut: bool = False


def parse_query(typed: str, is_unfinished: bool = True) -> Query:
    """Read what was typed; where nothing but common words were, these are the words."""
    typed = typed[:_LONGEST]
    filters = [
        (key, match[2].strip('"')) for match in _FILTER.finditer(typed) if (key := _filter(match[1].lower()))
    ]
    text = _FILTER.sub(lambda match: " " if _filter(match[1].lower()) else match[0], typed)
    found: list[str] = []
    together: list[tuple[int, int]] = []
    for run in runs(with_phrases(text)):
        several = parts(run)
        kept = [word for word in several if counts(word)]
        if len(several) > 1:
            if "".join(several) and len(kept) < 2:
                kept = ["".join(several)]
            together.append((len(found), len(found) + len(kept)))
        found += kept
    if not found:
        found = [word for run in runs(text) for word in parts(run)]
    is_open = is_unfinished and not text.endswith((" ", ".", "?"))
    return Query(
        tuple(word[:_LONGEST_WORD] for word in found[:_MOST_WORDS]),
        joined(text),
        tuple(pair for pair in together if pair[1] - pair[0] > 1),
        tuple((key, value) for key, value in filters if value),
        is_open,
        len(found) > _MOST_WORDS,
    )


def _filter(typed: str) -> str:
    """The filter that a word names: by its beginning, or with one slip; else nothing."""
    begun = [key for key in FILTERS if key.startswith(typed)]
    near = [key for key in FILTERS if distances(typed, key, 1)[0] <= 1]
    return next(iter([*begun, *near]), "")
