"""The shape of a kind of phrasing, which has a code, and of the patterns of one language that find it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import Flag, auto
from functools import cached_property, partial
from typing import NamedTuple

from pirgen.diagnostics import Level
from pirgen.rules.language.notation import WordPattern, calling, compiled, is_inside_a_word, sought
from pirgen.rules.language.passages import Part

Levels = Mapping[Part, Level]

ENOUGH, FOR_A_WARNING = 5, 0.85
"""How many findings must have been judged, and which share of them right, for more than an info."""

_RARE = (Part.CAUSE, Part.ACTION)
"""The parts that public reports have too few of to judge most patterns by."""

_NEAR = 160
"""How many characters back are searched for who is meant."""


@dataclass(frozen=True)
class Kind:
    """A kind of phrasing, in any language.

    ``message`` has ``{}`` for the words found, ``question`` is what to ask instead.
    ``told_later`` is its level at most from the second sentence of a text on, where a cause becomes a story.
    """

    code: str
    title: str
    reason: str
    message: str
    question: str
    levels: Levels
    bad: str
    good: str
    told_later: Level = Level.ERROR


class Reliability(NamedTuple):
    """How many findings of a pattern were right, of those judged in reports that it was not tried on before.

    What a sentence around the words spares since then still counts.
    """

    right: int = 0
    judged: int = 0

    def at_most(self, part: Part) -> Level:
        """The highest level in a part; where it is rare, few that were all right do for a warning."""
        if self.right < self.judged * FOR_A_WARNING or not self.judged:
            return Level.INFO
        if self.judged < ENOUGH:
            return Level.WARNING if part in _RARE else Level.INFO
        return Level.ERROR


UNMEASURED = Reliability()


class Spared(Flag):
    """What a sentence may say around words, so that they are no finding."""

    DENIED = auto()
    UNCERTAIN = auto()
    NAMED = auto()
    POSSIBLE = auto()
    REASONED = auto()
    HOSTILE = auto()
    EXPECTED = auto()
    SEVERAL = auto()
    KIND = auto()
    REMEDY = auto()
    AWAITED = auto()
    REPAIR = auto()

    SAID = DENIED | UNCERTAIN | NAMED
    USUAL = DENIED | UNCERTAIN | NAMED | POSSIBLE
    ACTS = DENIED | UNCERTAIN | NAMED | POSSIBLE | REASONED | HOSTILE


@dataclass(frozen=True)
class Pattern:
    """One way to find a kind of phrasing in a language.

    Only a text that has one of ``words`` (``should+have``: both) can match, and nothing is tried on others. A
    ``subject`` must come right before what ``finds`` matches, and is shown with it unless a group says what.
    Words, or a subject, right after ``not_after`` and those that the sentence ``spares`` are no finding.
    ``measured`` says which level it may have, ``at_most`` makes it milder than that, and ``only_in`` are the
    only parts where it is looked for. ``needs``, where there are any, are words of which one must be there too,
    besides ``words``. One that ``is_alone`` is left out of a sentence where another pattern finds something.
    ``message`` and ``question`` are given where the kind's own do not fit.
    """

    code: str
    words: str
    finds: str
    subject: str = ""
    not_after: str = ""
    spares: Spared = Spared.USUAL
    measured: Reliability = UNMEASURED
    at_most: Level = Level.ERROR
    only_in: tuple[Part, ...] = ()
    needs: frozenset[str] = frozenset()
    is_alone: bool = False
    message: str = ""
    question: str = ""

    def spans(self, text: str) -> Iterator[tuple[int, int]]:
        """Where a text in lower case has the phrasing, or the group of it that is meant; always whole words."""
        for match in self._finds.finditer(text):
            start, end = match.span(match.lastindex or 0)
            head = start
            if self.subject:
                subject = self._subject.search(text, max(0, match.start() - _NEAR), match.start())
                if not subject:
                    continue
                head = subject.start(subject.lastindex or 0)
                if not match.lastindex:
                    start = head
            if not is_inside_a_word(text, start) and not self._is_after_what_spares(text, head):
                yield start, end

    def _is_after_what_spares(self, text: str, start: int) -> bool:
        return bool(self.not_after) and bool(
            compiled(self.not_after).search(text, max(0, start - _NEAR), start)
        )

    @cached_property
    def calling(self) -> tuple[str, ...]:
        """The words that call for it; where none are written, those that every text with its phrase has."""
        return tuple(filter(None, self.words.split() or calling(self.finds)))

    @cached_property
    def _finds(self) -> WordPattern:
        return sought(self.finds)

    @cached_property
    def _subject(self) -> WordPattern:
        return compiled(f"(?:{self.subject})$")


asking = partial(Pattern, at_most=Level.INFO, is_alone=True)
"""A pattern of what is fine as often as not: an info, and only where nothing else is found in the sentence."""
