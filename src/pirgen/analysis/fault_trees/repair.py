"""The smallest repair: the fewest factors without which no way to fail is open.

For a tree without negation these are its smallest path sets. On a decision diagram they are the shortest ways
to the end 'false', where asking for a leaf and finding it false costs one and finding it true costs nothing:
so the best few are found in one walk over the vertices (the shortest-path idea is that of R. E. Bryant's
'satisfy-minimum', IEEE Transactions on Computers C-35(8), 1986). A module costs what its own best sets cost.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from graphlib import TopologicalSorter

from pirgen.analysis.fault_trees.cut_sets.counting import CutSets
from pirgen.analysis.fault_trees.cut_sets.solution import Solution
from pirgen.analysis.fault_trees.diagrams.bdd import DecisionDiagrams
from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram, TooLarge
from pirgen.analysis.fault_trees.diagrams.recursion import DEEPEST, room_for

__all__ = ["smallest_repairs"]

_KEPT = 6
_VERTICES = 30_000

_Choice = tuple[int, ...]


def smallest_repairs(
    solution: Solution, closed: frozenset[int], fixed: frozenset[int], most: int
) -> tuple[_Choice, ...] | None:
    """The smallest sets of events whose absence closes every way that has none of the closed events.

    Each is sorted, the smallest first, and none contains another; ``fixed`` events are in none. ``((),)`` where
    no way is left, an empty tuple where no set of events closes them all, None where that is not known.
    """
    if solution.order_limit is not None:
        return None
    if solution.formula.is_coherent and solution.parts:
        diagrams: Sequence[tuple[int, FrozenDiagram]] = [(part.root, part.diagram) for part in solution.parts]
    else:
        sets = solution.sets if solution.formula.is_coherent else solution.implicants
        whole = _any_of(sets, closed) if sets and len(sets.families) == 1 else None
        if whole is None:
            return None
        diagrams = [(0, whole)]
    if sum(len(diagram.vertices) for _, diagram in diagrams) > _VERTICES:
        return None
    known: dict[int, list[_Choice]] = {}
    for root, diagram in diagrams:
        known[root] = _cheapest(diagram, known, closed, fixed)
    return tuple(known[diagrams[-1][0]][:most])


def _cheapest(
    diagram: FrozenDiagram,
    modules: Mapping[int, list[_Choice]],
    closed: frozenset[int],
    fixed: frozenset[int],
) -> list[_Choice]:
    """The cheapest sets of events whose absence makes the diagram false, whatever else there is."""
    choices: list[list[_Choice]] = [[()], []]
    for leaf, low, high in diagram.vertices:
        if leaf in modules:
            absent = modules[leaf]
        else:
            absent = [()] if leaf in closed else [] if leaf in fixed else [(leaf,)]
        without = [tuple(sorted({*first, *then})) for first in absent for then in choices[low]]
        choices.append(_best([*without, *choices[high]]))
    return choices[diagram.root]


def _best(choices: Iterable[_Choice]) -> list[_Choice]:
    kept: list[_Choice] = []
    for choice in sorted(set(choices), key=lambda each: (len(each), each)):
        if not any(set(smaller) <= set(choice) for smaller in kept):
            kept.append(choice)
        if len(kept) == _KEPT:
            break
    return kept


def _any_of(sets: CutSets, closed: frozenset[int]) -> FrozenDiagram | None:
    """That all present events of some set that is not closed are there, as a decision diagram."""
    ((_, family),) = sets.families
    order = _order(family)
    if len(order) > DEEPEST:
        return None
    level_of = {leaf: level for level, leaf in enumerate(order)}
    made = [0, 1]
    try:
        with room_for(2 * len(order)), DecisionDiagrams(_VERTICES) as diagrams:
            for leaf, low, high in family.vertices:
                either = diagrams.either_of(made[low], made[high])
                if leaf in closed:
                    made.append(made[low])
                else:
                    made.append(either if leaf < 0 else diagrams.vertex(level_of[leaf], made[low], either))
            return diagrams.freeze(made[family.root], order)
    except TooLarge:
        return None


def _order(family: FrozenDiagram) -> tuple[int, ...]:
    """The leaves in an order that every way down from the root keeps."""
    sorter: TopologicalSorter[int] = TopologicalSorter()
    for leaf, *below in family.vertices:
        sorter.add(leaf)
        for vertex in below:
            if vertex > 1:
                sorter.add(family.vertices[vertex - 2][0], leaf)
    return tuple(sorter.static_order())
