"""What a draft says, for looking up what a source has."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from enum import Enum
from itertools import groupby

from pirgen.drafts import Draft
from pirgen.imports.accounting.facts import FactKind, SourceFact
from pirgen.imports.text import label
from pirgen.model import Instant, Precision
from pirgen.privacy import WEB_LINK, public_link, redact

__all__ = ["DraftWords"]

_SAME_STATES = tuple(
    frozenset(words.split(", "))
    for words in (
        "resolved, done, closed, completed, complete, fixed, postmortem, post mortem, ended, post incident, "
        "learning, available, final, retrospective, success, merged, true",
        "open, opened, new, to do, todo, outstanding, active, firing, triggered, alerting, investigating, "
        "identified, started, scheduled, backlog, ongoing, live, false",
        "mitigated, monitoring, stable, verifying, paused, service information",
        "in-progress, in progress, acknowledged, doing, wip",
        "declined, canceled, cancelled, not doing, deleted, won t do, rejected",
        "high, urgent, critical, highest",
        "medium, normal",
        "low, lowest",
    )
)
"""Words of other tools for one state, and the draft's own among them."""

_WORD = re.compile(r"[^\W_]{2,}")
RUN = 3
LONG_RUN = 6
LONGEST_GAP = 3
"""How many words in a row may be others in a draft: a name that is a handle, or a link that is words."""


@dataclass(frozen=True)
class _Block:
    """Words that a text and a draft both have: where they begin in each, and how many they are."""

    at: int
    place: int
    length: int

    def is_near(self, other: _Block) -> bool:
        """Whether it is next to another one in the draft, on the same side as in the text."""
        first, second = (self, other) if self.at < other.at else (other, self)
        return -second.length < second.place - first.place - first.length <= LONG_RUN


@dataclass(frozen=True)
class DraftWords:
    """What a draft says, for looking up."""

    text: str
    words: frozenset[str]
    order: list[str]
    places: Mapping[tuple[str, ...], list[int]]
    instants: frozenset[datetime]
    days: frozenset[date]
    states: frozenset[str]

    @classmethod
    def of(cls, draft: Draft) -> DraftWords:
        """The words, times and states of a draft."""
        found = list(_values(draft))
        states = frozenset(str(value.value) for value in found if isinstance(value, Enum))
        values = [str(value.value) if isinstance(value, Enum) else value for value in found]
        text = "\n".join(value for value in values if isinstance(value, str))
        words = _words(WEB_LINK.sub(" ", text))
        instants = [value.at for value in values if isinstance(value, Instant)]
        days = [value for value in values if isinstance(value, date)]
        return cls(
            text,
            frozenset(words),
            words,
            _places(words),
            frozenset(at.replace(microsecond=0) for at in instants)
            | frozenset(at.replace(second=0, microsecond=0) for at in instants),
            frozenset([*days, *(at.date() for at in instants if at.hour == at.minute == 0)]),
            states,
        )

    def missing_of(self, fact: SourceFact) -> str:
        """What of a fact is neither in the draft nor private, as it is written; nothing where all is there."""
        if fact.kind is FactKind.TIME:
            is_there = self._has_time(fact)
        elif fact.kind is FactKind.LINK:
            link = public_link(fact.written)
            is_there = not link or link in self.text
        elif fact.kind is FactKind.STATE:
            is_there = self._has_state(fact.written.rpartition(": ")[2])
        else:
            return self._missing_words(redact(WEB_LINK.sub(" ", fact.written)))
        return "" if is_there else fact.written

    def _missing_words(self, text: str) -> str:
        """The part of a text from the first to the last word of those that the draft has not.

        Some words in a row may be others; where most are missing, that is all of it.
        """
        found = list(_WORD.finditer(text))
        words = [each[0].lower() for each in found]
        if len(words) < RUN:
            return "" if all(word in self.words for word in words) else text
        there = [False] * len(words)
        for block in self._blocks(words):
            there[block.at : block.at + block.length] = [True] * block.length
        gaps = [gap for gap in _gaps(there) if gap[1] - gap[0] > LONGEST_GAP]
        if there.count(False) * 2 > len(there):
            return text
        return text[found[gaps[0][0]].start() : found[gaps[-1][1] - 1].end()] if gaps else ""

    def _blocks(self, words: list[str]) -> list[_Block]:
        """The runs of words that the draft has too.

        A short one, such as 'the print server', may be there by chance: it counts where a long one, or the
        longest, is near it in both.
        """
        found = [block for at in range(len(words) - RUN + 1) for block in self._runs_at(words, at)]
        least = min(LONG_RUN, max((block.length for block in found), default=0))
        long = [block for block in found if block.length >= least]
        return [block for block in found if block in long or any(map(block.is_near, long))]

    def _runs_at(self, words: list[str], at: int) -> Iterator[_Block]:
        for place in self.places.get(tuple(words[at : at + RUN]), ()):
            length = RUN
            while words[at + length : at + length + 1] == self.order[place + length : place + length + 1] != []:
                length += 1
            yield _Block(at, place, length)

    def _has_state(self, written: str) -> bool:
        """Whether the word for a state is in the draft, or another that means the same there."""
        words = _words(label(written)) or [written.casefold()]
        same = next((group for group in _SAME_STATES if " ".join(words) in group), frozenset())
        return all(word in self.words for word in words) or bool(same & self.states)

    def _has_time(self, fact: SourceFact) -> bool:
        if fact.at is None:
            return fact.written in self.text
        exact, minute = fact.at.replace(microsecond=0), fact.at.replace(second=0, microsecond=0)
        is_known = exact in self.instants or minute in self.instants or fact.at.date() in self.days
        return is_known or fact.written in self.text


_IDS = ("id", "untyped")
"""What has the words of a text without being it."""


def _values(value: object) -> Iterator[object]:
    """Every text, time, day and word of a list in a draft."""
    if isinstance(value, Instant):
        yield value
        if value.precision is Precision.DAY:
            yield value.at.date()
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _values(getattr(value, each.name)) if each.name not in _IDS else ()
    elif isinstance(value, (tuple, frozenset)):
        for item in value:
            yield from _values(item)
    elif isinstance(value, (str, date, Enum)):
        yield value


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _places(words: list[str]) -> dict[tuple[str, ...], list[int]]:
    """Where each run of words begins."""
    places: dict[tuple[str, ...], list[int]] = {}
    for at in range(len(words) - RUN + 1):
        places.setdefault(tuple(words[at : at + RUN]), []).append(at)
    return places


def _gaps(there: list[bool]) -> Iterator[tuple[int, int]]:
    """Where words in a row are not there: the first of them, and the one after the last."""
    start = 0
    for is_there, each in groupby(there):
        end = start + len(list(each))
        if not is_there:
            yield start, end
        start = end
