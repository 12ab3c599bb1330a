"""A search: which documents answer a query, the best first, and which of their passages say so."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from pirgen.retrieval.documents import Document, SearchPassage
from pirgen.retrieval.index import STEPS, SearchIndex, filter_term, rarity
from pirgen.retrieval.meanings import Slot, slots_of
from pirgen.retrieval.query import parse_query
from pirgen.retrieval.slips import distances
from pirgen.retrieval.words import counts, joined, stems_of

__all__ = ["Answer", "Hit", "PassageHit", "search"]

_LOOKED_INTO = 20
"""How many of the best are read to see whether one of their passages says it all."""

_DENSITY = 0.5
"""How much more a passage is worth that says nothing else."""


@dataclass(frozen=True)
class PassageHit:
    """A passage, and the share of the query that it has, from 0 to 1 by the rarity of the words."""

    passage: SearchPassage
    share: float


@dataclass(frozen=True)
class Hit:
    """A document that answers, its score, the best passages first, and the words that it lacks."""

    document: Document
    score: float
    passages: tuple[PassageHit, ...]
    lacking: tuple[str, ...]
    is_exact: bool = False


@dataclass(frozen=True)
class Answer:
    """What was found. ``looked_for`` are the words in place of slips, ``unknown`` those that are nowhere.

    ``is_common`` tells that only words were typed that nearly every text has.
    """

    hits: tuple[Hit, ...]
    looked_for: tuple[tuple[str, str], ...] = ()
    unknown: tuple[str, ...] = ()
    is_common: bool = False


def search(
    index: SearchIndex,
    typed: str,
    synonyms: Iterable[Sequence[str]],
    most: int = 10,
    is_unfinished: bool = True,
) -> Answer:
    """The documents that answer what was typed, best first."""
    query = parse_query(typed, is_unfinished)
    slots = slots_of(query, index, synonyms)
    found = [_documents_with(slot, index) for slot in slots]
    rare = [rarity(len(documents), len(index.documents)) if documents else 0.0 for documents in found]
    allowed = _allowed(query.filters, index)
    exact = {number for number, _ in index.postings.get(f"={query.whole}", ())}
    ranked = _ranked(found, rare, exact, allowed)
    hits = []
    for score, number in ranked:
        lacking = tuple(slot.word for slot, having in zip(slots, found, strict=True) if number not in having)
        hits.append(_looked_into(index.documents[number], score, slots, rare, lacking, number in exact))
    hits.sort(key=lambda hit: _order(hit, slots))
    looked_for = tuple((slot.word, slot.instead) for slot in slots if slot.instead)
    unknown = [slot.word for slot in slots if not slot.meanings and counts(slot.word)]
    unknown += [f"{key}:{value}" for key, value in query.filters if not _of_filter(key, value, index)]
    is_common = bool(query.words) and not any(map(counts, query.words)) and not query.filters
    return Answer(tuple(hits[:most]), looked_for, tuple(unknown), is_common)


def _documents_with(slot: Slot, index: SearchIndex) -> dict[int, float]:
    """The documents that have a word in one of its meanings, and how much it counts in each."""
    best: dict[int, float] = {}
    for meaning in slot.meanings:
        common: dict[int, int] | None = None
        for stem in meaning.stems:
            own = dict(index.postings.get(stem, ()))
            both = (
                own
                if common is None
                else {number: min(weight, own[number]) for number, weight in common.items() if number in own}
            )
            common = both
        for number, weight in (common or {}).items():
            best[number] = max(best.get(number, 0.0), meaning.weight * weight / STEPS)
    return best


def _allowed(filters: Sequence[tuple[str, str]], index: SearchIndex) -> set[int] | None:
    """The documents that every filter leaves; None where there is no filter."""
    allowed: set[int] | None = None
    by_key: dict[str, set[int]] = {}
    for key, value in filters:
        by_key[key] = by_key.get(key, set()) | _of_filter(key, value, index)
    for numbers in by_key.values():
        allowed = numbers if allowed is None else allowed & numbers
    return allowed


def _of_filter(key: str, value: str, index: SearchIndex) -> set[int]:
    """The documents that a filter leaves."""
    return {number for number, _ in index.postings.get(filter_term(key, _meant(key, value, index)), ())}


def _meant(key: str, value: str, index: SearchIndex) -> str:
    """The value of a filter that was meant: as typed, else one that begins or ends so, else the nearest."""
    known = index.filters.get(key, [])
    plain = joined(value)
    begun = [each for each in known if each.startswith(plain)]
    ended = [each for each in known if each.endswith(plain)]
    if plain in known or begun or ended:
        return plain if plain in known else [*begun, *ended][0]
    near = sorted((distances(plain, each)[0], each) for each in known)
    return near[0][1] if near and near[0][0] <= 2 < len(plain) else plain


def _ranked(
    found: Sequence[Mapping[int, float]], rare: Sequence[float], exact: set[int], allowed: set[int] | None
) -> list[tuple[float, int]]:
    """The best documents by number; all that the filters leave, newest first, where none has a word."""
    scores: dict[int, float] = {}
    shares: dict[int, float] = {}
    whole = sum(rare)
    for documents, worth in zip(found, rare, strict=True):
        for number, weight in documents.items():
            if allowed is None or number in allowed:
                scores[number] = scores.get(number, 0.0) + worth * weight
                shares[number] = shares.get(number, 0.0) + worth
    for number in exact:
        if allowed is None or number in allowed:
            scores.setdefault(number, 0.0)
    if allowed and not scores:
        return [(0.0, number) for number in sorted(allowed, reverse=True)[:_LOOKED_INTO]]
    ranked = [
        (score * (shares.get(number, 0.0) / whole if whole else 1) ** 2, number)
        for number, score in scores.items()
    ]
    ranked.sort(key=lambda pair: (pair[1] not in exact, -pair[0], -pair[1]))
    return ranked[:_LOOKED_INTO]


def _looked_into(
    document: Document,
    score: float,
    slots: Sequence[Slot],
    rare: Sequence[float],
    lacking: tuple[str, ...],
    is_exact: bool,
) -> Hit:
    """The document as a hit, worth more where one passage has most of the query."""
    wanted = [[frozenset(meaning.stems) for meaning in slot.meanings] for slot in slots]
    whole = sum(rare) or 1.0
    hits = []
    best = 0.0
    for passage in document.passages:
        stems = stems_of(passage.text)
        there = [place for place, meanings in enumerate(wanted) if any(each <= stems for each in meanings)]
        if there:
            share = sum(rare[place] for place in there) / whole
            best = max(best, share * (1 + _DENSITY * len(there) / len(stems)))
            if passage.anchor:
                hits.append(PassageHit(passage, share))
    hits.sort(key=lambda hit: (-hit.share, -hit.passage.field.weight))
    return Hit(document, score * (0.5 + best), tuple(hits), lacking, is_exact)


def _order(hit: Hit, slots: Sequence[Slot]) -> tuple[bool, bool, int, float]:
    """Whole values first, then what has every word, then by group, then the best."""
    return (not hit.is_exact, bool(_counted(hit.lacking, slots)), hit.document.group, -hit.score)


def _counted(lacking: Sequence[str], slots: Sequence[Slot]) -> list[str]:
    """Of the words that a hit lacks, those that some document has as they were typed."""
    known = {slot.word for slot in slots if slot.meanings and not slot.instead}
    return [word for word in lacking if word in known]
