"""Many sets in few words: 'in every set these; then one of these; then one of those'.

Events with the same rest of the sets around them can stand in for each other, so they become one choice.
That is repeated until a single set of choices is left, or it does not come to that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from pirgen.analysis.fault_trees.cut_sets.counting import CutSets
from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram

__all__ = ["factored"]

_MOST = 200

_Groups = tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class _Choice:
    """Events or modules of which a set has exactly one."""

    leaves: tuple[int, ...]


def factored(sets: CutSets, avoided: frozenset[int]) -> _Groups | None:
    """Groups of events such that the sets that avoid some are those with one event of each group, or None."""
    known: dict[int, _Groups | None] = {}
    empty: set[int] = set()
    for root, family in sets.families:
        listed = _listed(family, avoided | empty)
        if listed == []:
            empty.add(root)
        known[root] = _groups(listed, known) if listed else None
    return known[sets.families[-1][0]]


def _listed(family: FrozenDiagram, avoided: frozenset[int] | set[int]) -> list[frozenset[int]] | None:
    """The sets of a family without the avoided leaves, or None where they are too many."""
    sets: dict[int, list[frozenset[int]]] = {0: [], 1: [frozenset()]}
    for vertex in _reached(family, avoided):
        leaf, low, high = family.vertices[vertex - 2]
        with_leaf = [] if leaf in avoided else [members | {leaf} for members in sets[high]]
        sets[vertex] = sets[low] + with_leaf
        if len(sets[vertex]) > _MOST:
            return None
    return sets[family.root]


def _reached(family: FrozenDiagram, avoided: frozenset[int] | set[int]) -> list[int]:
    """The vertices on a way down that takes no avoided leaf, children first."""
    found: set[int] = set()
    waiting = [family.root]
    while waiting:
        vertex = waiting.pop()
        if vertex > 1 and vertex not in found:
            found.add(vertex)
            leaf, low, high = family.vertices[vertex - 2]
            waiting += [low] if leaf in avoided else [low, high]
    return sorted(found)


def _groups(listed: list[frozenset[int]], modules: Mapping[int, _Groups | None]) -> _Groups | None:
    sets: set[frozenset[_Choice]] = {frozenset(_Choice((leaf,)) for leaf in members) for members in listed}
    while len(sets) > 1:
        merged = _merged(sets)
        if merged == sets:
            return None
        sets = merged
    (choices,) = sets
    found: list[tuple[int, ...]] = []
    for choice in sorted(choices, key=lambda each: each.leaves):
        groups = _unfolded(choice, modules)
        if groups is None:
            return None
        found += groups
    return tuple(sorted(found, key=lambda group: (len(group), group)))


def _merged(sets: set[frozenset[_Choice]]) -> set[frozenset[_Choice]]:
    """The sets with choices that can stand in for each other made one."""
    around: dict[_Choice, set[frozenset[_Choice]]] = {}
    for members in sets:
        for choice in members:
            around.setdefault(choice, set()).add(members - {choice})
    alike: dict[frozenset[frozenset[_Choice]], list[_Choice]] = {}
    for choice, rests in around.items():
        alike.setdefault(frozenset(rests), []).append(choice)
    new = {
        choice: _Choice(tuple(sorted(leaf for each in choices for leaf in each.leaves)))
        for choices in alike.values()
        for choice in choices
    }
    return {frozenset(new[choice] for choice in members) for members in sets}


def _unfolded(choice: _Choice, modules: Mapping[int, _Groups | None]) -> Iterable[tuple[int, ...]] | None:
    """The groups of a choice with its modules put in: a product of one module, or one of several."""
    inner = [modules.get(leaf, ((leaf,),)) for leaf in choice.leaves]
    if len(inner) == 1:
        return inner[0]
    if any(groups is None or len(groups) != 1 for groups in inner):
        return None
    return [tuple(sorted(event for groups in inner for group in groups or () for event in group))]
