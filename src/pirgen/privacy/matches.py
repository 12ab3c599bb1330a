"""Finds what is private in a text, and writes words in its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import chain

from pirgen.privacy.pattern import digits_in
from pirgen.privacy.patterns import GATED_PATTERNS, PrivateKind

__all__ = ["PrivateKind", "PrivateMatch", "find_private", "gone", "redact"]


@dataclass(frozen=True)
class PrivateMatch:
    """Something private in a text: its kind, the form it is written in, and where it is, from 0."""

    kind: PrivateKind
    form: str
    start: int
    end: int


@lru_cache(maxsize=1 << 14)  # half of a book's texts are ids and words of its vocabulary
def find_private(text: str) -> tuple[PrivateMatch, ...]:
    """What is private in a text, in order and without overlap; links are judged by ``private_link_form``."""
    found: list[PrivateMatch] = []
    for match in sorted(_candidates(text), key=lambda each: (each.start, -each.end)):
        if not found or match.start >= found[-1].end:
            found.append(match)
    return tuple(found)


def _candidates(text: str) -> Iterator[PrivateMatch]:
    """What the patterns match; a match that an earlier pattern claims a part of is not given."""
    taken: list[tuple[int, int]] = []  # in order and without overlap
    lowered = text.lower()
    digits = digits_in(lowered)
    groups = (
        patterns
        for thresholds, patterns in GATED_PATTERNS
        if not thresholds or any(threshold.is_passed(lowered, digits) for threshold in thresholds)
    )
    for each in chain.from_iterable(groups):
        for match in each.pattern.finditer(text) if each.may_be_in(lowered) else ():
            group = "value" if "value" in each.pattern.groupindex and match["value"] else 0
            span = match.span(group)
            at = bisect_left(taken, span)
            is_free = (at == 0 or taken[at - 1][1] <= span[0]) and (at == len(taken) or span[1] <= taken[at][0])
            if is_free and each.is_so(match):
                taken.insert(at, span)
                yield PrivateMatch(each.kind, each.form, *span)


def gone(kind: PrivateKind) -> str:
    """The words in place of what was removed."""
    return f"({kind.value} removed)"


def redact(text: str) -> str:
    """The text with words in place of e-mail addresses, phone numbers, keys and IP addresses."""
    made, end = [], 0
    for match in find_private(text):
        made += [text[end : match.start], gone(match.kind)]
        end = match.end
    return "".join([*made, text[end:]])
