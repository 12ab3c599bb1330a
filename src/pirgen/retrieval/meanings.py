"""What each word of a query may stand for: itself, words that begin with it, synonyms, and near misses."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pirgen.retrieval.index import SearchIndex, initial
from pirgen.retrieval.query import Query
from pirgen.retrieval.slips import distances
from pirgen.retrieval.stemmer import stem
from pirgen.retrieval.words import APART, counts, phrase_stems

__all__ = ["Meaning", "Slot", "slots_of"]

COMPLETED, SYNONYM, JOINED, SLIP = 0.6, 0.7, 0.9, 0.7
"""How much a word counts that is not the one that was typed."""

_EXCHANGED = str.maketrans("yz", "zy")
"""Two letters that are in each other's places on German and English keyboards."""

_MOST_COMPLETIONS = 12
_MOST_SLIPS = 3


@dataclass(frozen=True)
class Meaning:
    """Stems that a document must have, all of them, to have the word; ``weight`` is 1 for the word itself."""

    stems: tuple[str, ...]
    weight: float = 1.0


@dataclass(frozen=True)
class Slot:
    """A word of the query and what it may stand for.

    ``instead`` is what is looked for in its place where no document has it: a slip put right.
    """

    word: str
    meanings: tuple[Meaning, ...]
    instead: str = ""


def slots_of(query: Query, index: SearchIndex, synonyms: Iterable[Sequence[str]]) -> list[Slot]:
    """What each word of the query may stand for in this index, in their order."""
    groups = [[phrase_stems(phrase) for phrase in group] for group in synonyms]
    equals = _equals(query.words, groups)
    spelled_well = {" ".join(phrase) for group in groups for phrase in group}
    together = _together(query, index)
    slots = []
    for place, word in enumerate(query.words):
        may_go_on = query.is_unfinished and place == len(query.words) - 1
        exact = [Meaning((stem(word),))] if stem(word) in index.spellings else []
        begun = _completions(word, index) if len(word) > 1 and (may_go_on or not exact) else []
        others = [*together.get(place, ()), *equals.get(place, ())]
        others = [meaning for meaning in others if all(each in index.spellings for each in meaning.stems)]
        is_right = exact or others or (begun and may_go_on)
        if word in APART:
            near, instead = ([], "") if is_right else _of_phrase(APART[word], index)
        else:
            is_well = is_right or stem(word) in spelled_well or not counts(word)
            near, instead = ([], "") if is_well else _slips(word, index, may_go_on)
        meanings = tuple(dict.fromkeys([*exact, *near, *begun, *others]))
        slots.append(Slot(APART.get(word, word), meanings, instead))
    return slots


def _of_phrase(phrase: str, index: SearchIndex) -> tuple[list[Meaning], str]:
    """The last word of a phrase that no document has, such as 'memory' of 'out of memory'."""
    last = stem(phrase.split(" ")[-1])
    return ([Meaning((last,), SLIP)], index.spellings[last]) if last in index.spellings else ([], "")


def _completions(word: str, index: SearchIndex) -> list[Meaning]:
    """The most frequent words that begin with what was typed."""
    known, own = index.by_initial.get(initial(word), {}), stem(word)
    longer = [
        each
        for each, spelled in known.items()
        if each != own and (spelled.startswith(word) or each.startswith(word))
    ]
    longer.sort(key=lambda each: (-index.count(each), each))
    return [Meaning((each,), COMPLETED) for each in longer[:_MOST_COMPLETIONS]]


def _equals(typed: Sequence[str], groups: Iterable[Sequence[tuple[str, ...]]]) -> dict[int, list[Meaning]]:
    """The synonyms of each word; a phrase that was typed gives them to each of its words."""
    stems = [stem(word) for word in typed]
    found: dict[int, list[Meaning]] = {}
    for phrases in groups:
        for phrase in phrases:
            others = [Meaning(other, SYNONYM) for other in phrases if other != phrase and other]
            for start in _starts(phrase, stems):
                for place in range(start, start + len(phrase)):
                    found.setdefault(place, []).extend(others)
    return found


def _starts(phrase: Sequence[str], stems: Sequence[str]) -> Iterator[int]:
    size = len(phrase)
    if size:
        yield from (at for at in range(len(stems) - size + 1) if tuple(stems[at : at + size]) == tuple(phrase))


def _together(query: Query, index: SearchIndex) -> dict[int, list[Meaning]]:
    """Words beside each other that authors write as one: 'roll back' and 'rollback'."""
    found: dict[int, list[Meaning]] = {}
    pairs = [(at, at + 2) for at in range(len(query.words) - 1)]
    for first, end in (*pairs, *query.runs):
        whole = stem("".join(query.words[first:end]))
        if whole in index.spellings:
            for place in range(first, end):
                found.setdefault(place, []).append(Meaning((whole,), JOINED))
    return found


def _slips(word: str, index: SearchIndex, may_go_on: bool) -> tuple[list[Meaning], str]:
    """The known words nearest to one that no document has, and how they are spelled."""
    for first, second in _splits(word):
        if first in index.spellings and second in index.spellings:
            return [Meaning((first, second), JOINED)], f"{index.spellings[first]} {index.spellings[second]}"
    if (exchanged := stem(word.translate(_EXCHANGED))) in index.spellings:
        return [Meaning((exchanged,), SLIP)], index.spellings[exchanged]
    allowed = 0 if len(word) < 4 else 1 if len(word) < 8 else 2
    if not allowed:
        return [], ""
    near: list[tuple[int, int, str]] = []
    for letters, most in _initials(word, index, allowed):
        for letter in letters:
            near += _near(word, index.by_initial.get(letter, {}), index, most, may_go_on)
        if near:
            break
    near.sort()
    best = near[:1] and near[0][0]
    chosen = [each for each in near if each[0] == best][:_MOST_SLIPS]
    return [Meaning((each[2],), SLIP) for each in chosen], index.spellings[chosen[0][2]] if chosen else ""


def _initials(word: str, index: SearchIndex, allowed: int) -> Iterator[tuple[Sequence[str], int]]:
    """First letters to look for near words under, one group after the other, and how many slips each may have.

    A wrong first letter is rare, and any other may be meant: then it is the only slip.
    """
    likely = tuple(dict.fromkeys((initial(word), initial(word[1:]))))
    yield from (((letter,), allowed) for letter in likely)
    if len(word) > 4:
        yield sorted(set(index.by_initial) - set(likely)), 1


def _near(
    word: str, known: Mapping[str, str], index: SearchIndex, allowed: int, may_go_on: bool
) -> Iterator[tuple[int, int, str]]:
    own = stem(word)
    for each, spelled in known.items():
        if len(spelled) < len(word) - allowed or (len(spelled) > len(word) + allowed and not may_go_on):
            continue
        whole, begun = distances(word, spelled, allowed)
        if own != word or len(spelled) - len(each) < 2:  # else its ending could be that of another word
            whole = min(whole, distances(own, each, allowed)[0])
        away = min(2 * whole, 2 * begun + 1 if may_go_on and len(word) > 4 else 99)
        if away <= 2 * allowed + 1 and min(whole, begun) <= allowed:
            yield away, -index.count(each), each


def _splits(word: str) -> Iterator[tuple[str, str]]:
    for at in range(3, len(word) - 2):
        yield stem(word[:at]), stem(word[at:])
