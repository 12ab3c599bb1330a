"""Finds what is private in a text, and writes words in its place."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

from pirgen.privacy.pattern import PrivatePattern, digits_in
from pirgen.privacy.patterns import GATED_PATTERNS, PrivateKind
from pirgen.privacy.secrets import SECRETS

__all__ = ["PrivateKind", "PrivateMatch", "find_private", "find_private_in", "gone", "redact"]


@dataclass(frozen=True)
class PrivateMatch:
    """Something private in a text: its kind, the form it is written in, and where it is, from 0."""

    kind: PrivateKind
    form: str
    start: int
    end: int


def find_private(text: str) -> tuple[PrivateMatch, ...]:
    """What is private in a text, in order and without overlap; links are judged by ``private_link_form``."""
    return next(find_private_in([text]))


def find_private_in(texts: Sequence[str]) -> Iterator[tuple[PrivateMatch, ...]]:
    """The same of each of some texts, such as those of a file: few signs are in any of them, which is quick."""
    whole = "\n".join(texts).lower()
    secrets = [each for each in SECRETS if each.may_be_in(whole)]
    for text in texts:
        if text not in _known:
            if len(_known) >= _MOST_KNOWN:
                _known.clear()
            _known[text] = _apart(_candidates(text, secrets))
        yield _known[text]


_known: dict[str, tuple[PrivateMatch, ...]] = {}
"""What was found in texts, half of which are ids and words of the vocabulary."""

_MOST_KNOWN = 1 << 14


def _apart(matches: Iterable[PrivateMatch]) -> tuple[PrivateMatch, ...]:
    found: list[PrivateMatch] = []
    for match in sorted(matches, key=lambda each: (each.start, -each.end)):
        if not found or match.start >= found[-1].end:
            found.append(match)
    return tuple(found)


def _candidates(text: str, secrets: Sequence[PrivatePattern]) -> Iterator[PrivateMatch]:
    """What the patterns match; a match that an earlier pattern claims a part of is not given."""
    taken: list[tuple[int, int]] = []  # in order and without overlap
    lowered = text.lower()
    digits = digits_in(lowered)
    groups = []
    for thresholds, patterns in GATED_PATTERNS:
        for least, sign, search in thresholds:
            if digits >= least and sign in lowered and search(lowered):
                groups.append(patterns)
                break
    for each in chain(secrets, *groups):
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
