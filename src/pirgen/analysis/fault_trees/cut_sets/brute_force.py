"""The smallest minimal sets by trying them: for trees that no diagram can hold, with any gates.

Every set of one event is tried, then of two, as far as the work allows. One pass over the gates tries
a whole row of sets, a bit for each, so pairs of a thousand events take about a second.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations, groupby
from math import comb
from operator import itemgetter

from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram, Vertices
from pirgen.analysis.fault_trees.logic.formula import Formula

__all__ = ["limit_within", "sets_by_brute_force"]

_BITS_AT_ONCE = 4_000
_HIGHEST = 4


def limit_within(work: int, formula: Formula) -> int:
    """The largest order whose trials take at most that many steps; one at least."""
    events = len(formula.events)
    inputs = sum(len(gate.inputs) for gate in formula.gates)
    limit = 1
    while limit < _HIGHEST and comb(events, limit) * inputs * (1 + events // _BITS_AT_ONCE) <= work:
        limit += 1
    return limit


def sets_by_brute_force(limit: int, formula: Formula) -> FrozenDiagram:
    """The minimal sets of at most that many events: they make the top true, and no part of them does."""
    found: set[tuple[int, ...]] = set()
    for size in range(1, limit + 1):
        found |= set(_true_sets(size, formula, found))
    vertices: list[tuple[int, int, int]] = []
    root = _family(sorted(found), vertices, {})
    return FrozenDiagram(Vertices(vertices), root)


def _true_sets(size: int, formula: Formula, smaller: set[tuple[int, ...]]) -> Iterator[tuple[int, ...]]:
    """The sets of that size that make the top true and contain none of the smaller ones."""
    count = len(formula.events)
    all_true = (1 << count) - 1
    for fixed in combinations(range(count), size - 1):
        if _contains_one(tuple(place + 1 for place in fixed), smaller):
            continue
        rows = [1 << place for place in range(count)]
        for place in fixed:
            rows[place] = all_true
        values = formula.values(rows, all_true)
        true = values[formula.top >> 1] ^ (all_true if formula.top & 1 else 0)
        begin = fixed[-1] + 1 if fixed else 0
        for last in range(begin, count if true >> begin else 0):
            members = tuple(place + 1 for place in (*fixed, last))
            if true >> last & 1 and not _contains_one(members, smaller):
                yield members


def _contains_one(members: tuple[int, ...], sets: set[tuple[int, ...]]) -> bool:
    sizes = range(1, len(members) + 1)
    return bool(sets) and any(part in sets for size in sizes for part in combinations(members, size))


def _family(
    sets: list[tuple[int, ...]],
    vertices: list[tuple[int, int, int]],
    known: dict[tuple[int, int, int], int],
) -> int:
    """The family of sorted sets, none of which contains another, in the order of the events."""
    if sets == [()]:
        return 1
    family = 0
    for event, group in reversed([(event, list(group)) for event, group in groupby(sets, key=itemgetter(0))]):
        vertex = (event, family, _family([members[1:] for members in group], vertices, known))
        if vertex not in known:
            vertices.append(vertex)
            known[vertex] = len(vertices) + 1
        family = known[vertex]
    return family
