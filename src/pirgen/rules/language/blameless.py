"""Finds phrasings that blame in what authors wrote in their own words.

Clean words are not yet a blameless review; a finding is a question to ask, and nobody is counted or scored by
it.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import chain, islice

from pirgen.cache import kept_by_value
from pirgen.diagnostics import Excerpt, Level
from pirgen.model import Book
from pirgen.rules.language.kinds import KINDS
from pirgen.rules.language.languages import ENGLISH, LANGUAGES, languages_of
from pirgen.rules.language.names import people_and_roles_of
from pirgen.rules.language.notation import lowered
from pirgen.rules.language.own_words import own_words, with_names_alike
from pirgen.rules.language.passages import Part, Passage, passages
from pirgen.rules.language.phrasing import Kind, Pattern, Spared
from pirgen.rules.rule import Check, Field, Finding, Rule, rule

_LONGEST_QUOTE = 60
_MOST_OF_ONE_PATTERN = 100
"""How many places in one text a pattern finds at most, so that no text takes long."""

_KINDS: Mapping[str, Kind] = {kind.code: kind for kind in KINDS}


@dataclass(frozen=True)
class PhraseHit:
    """A phrasing at a stretch of a passage, and how much it matters there."""

    pattern: Pattern
    level: Level
    start: int
    end: int

    @property
    def code(self) -> str:
        """The code of its kind."""
        return self.pattern.code

    @property
    def message(self) -> str:
        """What to tell an author, with ``{}`` for the words."""
        return self.pattern.message or _KINDS[self.code].message

    @property
    def question(self) -> str:
        """What to ask instead."""
        return self.pattern.question or _KINDS[self.code].question


_ONLY_AVOIDS = re.compile(
    r"\W*\w+(?: (?:the|any|all|more|further|future|risks?|chances?|likelihood|number|of))* \Z"
)

_SENTENCE_ENDS = re.compile(r"[.!?]\s|\n\s*\n")

_IN_A_SENTENCE, _CAPITALISED = re.compile(r"[\w,] $"), re.compile(r" [A-Z][a-z]")

_Calls = dict[bytes, list[tuple[int, frozenset[bytes], frozenset[bytes]]]]
"""Numbers of patterns by a word that calls for them, with the words needed too: all of some, one of others."""

_CRY = "\a"
"""What stands for ``!!`` among the words of a text."""
_PLAIN = bytes(
    ord(chr(code).lower()) if code < 128 and (chr(code).isalnum() or chr(code) == _CRY) else 32
    for code in range(256)
)
"""Bytes of a text to those of its plain words: lower case, and a space for all else."""


def _words(text: str) -> list[bytes]:
    """The words of a text, as bytes, which are split many times faster."""
    return text.replace("!!", f" {_CRY} ").encode(errors="replace").translate(_PLAIN).split()


_COMMON = (
    b"late slow wrong too us without if failed did might should could would having have been with by on was "
    b"that to no not had one from at for were is it an in of a the"
)
"""Words that many texts have, the commonest last: a pattern is called for by the rarest of its words."""

_RANK = {word: rank for rank, word in enumerate(_COMMON.split(), start=1)}


def _rank(word: bytes) -> int:
    return _RANK.get(word, 0)


@cache
def _calls(language: str, part: Part) -> _Calls:
    calls: _Calls = {}
    for number, pattern in enumerate(LANGUAGES[language].patterns):
        needs = _in_bytes(pattern.needs)
        for words in pattern.calling if level_of(pattern, part) else ():
            first, *others = sorted(_plain_words(words), key=_rank)
            calls.setdefault(first, []).append((number, frozenset(others), needs))
    return calls


@cache
def _in_bytes(words: frozenset[str]) -> frozenset[bytes]:
    return frozenset(word.encode() for word in words)


def _plain_words(words: str) -> list[bytes]:
    return [word for each in words.split("+") for word in _words(each)]


def level_of(pattern: Pattern, part: Part) -> Level | None:
    """The level of what a pattern finds in a part; None where it is not looked for."""
    level = _KINDS[pattern.code].levels.get(part)
    if level is None or (pattern.only_in and part not in pattern.only_in):
        return None
    return _milder(level, pattern.at_most, pattern.measured.at_most(part))


_STRICTEST_FIRST = [*Level]


def _milder(*levels: Level) -> Level:
    return max(levels, key=_STRICTEST_FIRST.index)


_PEOPLE = {
    language.code: frozenset(word.encode() for word in language.people_words) for language in LANGUAGES.values()
}


def hits(
    part: Part, text: str, names: re.Pattern[str] | None = None, language: str = ENGLISH
) -> list[PhraseHit]:
    """Every phrasing in a text of that part, in the order of their codes; ``names`` finds people and roles."""
    called_for = _called_for(language, part, text, names)
    return _hits(called_for, part, text, names, language) if called_for else []


def thorough_hits(
    part: Part, text: str, names: re.Pattern[str] | None = None, language: str = ENGLISH
) -> list[PhraseHit]:
    """The same without looking first which patterns a text calls for, to compare with."""
    return _hits(LANGUAGES[language].patterns, part, text, names, language)


def _hits(
    patterns: Iterable[Pattern], part: Part, text: str, names: re.Pattern[str] | None, language: str
) -> list[PhraseHit]:
    told = lowered(with_names_alike(own_words(text), names))
    is_spared, at_most = LANGUAGES[language].is_spared, LANGUAGES[language].at_most
    ends = [match.end() for match in _SENTENCE_ENDS.finditer(told)]
    told_first = ends[0] if ends else len(told)
    found: dict[str, list[PhraseHit]] = {}
    for pattern in patterns:
        for start, end in islice(pattern.spans(told), _MOST_OF_ONE_PATTERN):
            level = level_of(pattern, part)
            spares = _spares(pattern, part, told[max(0, start - 200) : start])
            if level and not _is_of_a_name(text, start, end) and not is_spared(told, start, end, spares):
                later = _KINDS[pattern.code].told_later if start >= told_first else level
                milder = _milder(level, later, at_most, _of_oneself(pattern, told, start))
                found.setdefault(pattern.code, []).append(PhraseHit(pattern, milder, start, end))
    taken = {bisect_right(ends, hit.start) for hit in chain(*found.values()) if not hit.pattern.is_alone}

    def asks(hit: PhraseHit) -> bool:
        return not hit.pattern.is_alone or bisect_right(ends, hit.start) not in taken

    return [hit for code in sorted(found) for hit in _apart(filter(asks, found[code]))]


def _is_of_a_name(text: str, start: int, end: int) -> bool:
    """Whether a word is the beginning of a name: 'Cavalier Communications' inside a sentence."""
    word = text[start:end]
    is_inside = _IN_A_SENTENCE.search(text, max(0, start - 2), start) is not None
    return word.istitle() and word.isalpha() and is_inside and bool(_CAPITALISED.match(text, end))


def _of_oneself(pattern: Pattern, told: str, start: int) -> Level:
    """The highest level of an omission: people who tell of their own are only asked."""
    return Level.INFO if pattern.code == "PIR606" and told.startswith("i ", start) else Level.ERROR


def _spares(pattern: Pattern, part: Part, head: str) -> Spared:
    """What spares the words that a pattern finds: an action that only avoids them is not about what may be."""
    avoids = part is Part.ACTION and _ONLY_AVOIDS.match(head)
    return pattern.spares & ~Spared.POSSIBLE if avoids else pattern.spares


def _apart(hits: Iterable[PhraseHit]) -> list[PhraseHit]:
    """The hits of one code in the order of the text; of those that overlap, the strictest or the first."""
    kept: list[PhraseHit] = []
    for hit in sorted(hits, key=lambda hit: (_STRICTEST_FIRST.index(hit.level), hit.start)):
        at = bisect_left(kept, hit.start, key=lambda other: other.start)
        if (not at or kept[at - 1].end <= hit.start) and (at == len(kept) or hit.end <= kept[at].start):
            kept.insert(at, hit)
    return kept


def _called_for(language: str, part: Part, text: str, names: re.Pattern[str] | None) -> list[Pattern]:
    """The patterns that a text may match, by its words: cheap, and most texts call for none."""
    calls, words = _calls(language, part), _words(text)
    if calls.keys().isdisjoint(words):
        return []
    there = frozenset(words)
    has_names = names is not None and names.search(text) is not None
    numbers = {
        number
        for word in calls.keys() & there
        for number, others, needs in calls[word]
        if others <= there and (has_names or not needs or not needs.isdisjoint(there))
    }
    patterns = [LANGUAGES[language].patterns[number] for number in sorted(numbers)]
    has_people = has_names or "@" in text or not there.isdisjoint(_PEOPLE[language])
    return patterns if has_people else [pattern for pattern in patterns if not pattern.subject]


@kept_by_value
def _found(book: Book) -> dict[str, list[Finding]]:
    """What is found in a book, by code, and once for all the rules that ask."""
    names = people_and_roles_of(book.vocabulary)
    found: dict[str, list[Finding]] = {kind.code: [] for kind in KINDS}
    languages = languages_of(book)
    for passage in passages(book):
        language = languages[passage.file]
        if language in LANGUAGES:
            for hit in hits(passage.part, passage.words, names, language):
                found[hit.code].append(_finding(passage, hit))
    return found


def _finding(passage: Passage, hit: PhraseHit) -> Finding:
    excerpt = Excerpt(passage.text, hit.start, hit.end)
    return Finding(
        Field(passage.file, passage.path, passage.at_key, excerpt),
        hit.message.format(_shortened(" ".join(excerpt.words.split()))),
        hint=hit.question,
        level=hit.level,
    )


def _shortened(words: str) -> str:
    return words if len(words) <= _LONGEST_QUOTE else f"{words[: _LONGEST_QUOTE - 1]}…"


def _check(kind: Kind) -> Check:
    def check(book: Book, as_of: date) -> Iterator[Finding]:
        yield from _found(book)[kind.code]

    return check


def _of(kind: Kind) -> list[Pattern]:
    return [pattern for pattern in LANGUAGES[ENGLISH].patterns if pattern.code == kind.code]


def _strictest(kind: Kind, *parts: Part) -> Level | None:
    """The level of the surest pattern of a kind where it matters most."""
    alike = {(id(each.measured), each.at_most, each.only_in): each for each in _of(kind)}
    levels = {level_of(pattern, part) for pattern in alike.values() for part in parts} - {None}
    return min((level for level in levels if level), key=_STRICTEST_FIRST.index, default=None)


def _rule(kind: Kind) -> Rule:
    level = _strictest(kind, *Part) or Level.INFO
    return rule(kind.code, kind.title, level, kind.reason, kind.bad, kind.good, _check(kind))


def _right_of_judged(patterns: list[Pattern]) -> str:
    """The sum of the measures of patterns; those of one wording share one."""
    measures = {id(pattern.measured): pattern.measured for pattern in patterns}.values()
    judged = sum(each.judged for each in measures)
    return f"{sum(each.right for each in measures)} of {judged}" if judged else ""


def levels_table() -> str:
    """A table in Markdown of every kind of phrasing, its levels, and how often it was right, for the guide."""
    parts = (Part.CAUSE, Part.ACTION, Part.STORY, Part.TIMELINE, Part.ACCOUNT)
    lines = [
        f"| code | what it asks for | {' | '.join(part.value for part in parts)} | sure wordings | others |",
        "|---" * (len(parts) + 4) + "|",
    ]
    for kind in KINDS:
        levels = [_strictest(kind, part) for part in parts]
        sure = [pattern for pattern in _of(kind) if pattern.measured.at_most(Part.STORY) is not Level.INFO]
        others = [pattern for pattern in _of(kind) if pattern not in sure]
        cells = [level.value if level else "" for level in levels]
        cells += [_right_of_judged(sure), _right_of_judged(others)]
        lines.append(f"| {kind.code} | {kind.title} | {' | '.join(cells)} |")
    return "\n".join(lines) + "\n"


BLAMELESS_RULES = tuple(_rule(kind) for kind in KINDS)
