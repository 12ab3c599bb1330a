"""Fussell's and Vesely's measure: how much of the top's probability lies in the sets that a factor is in.

J. B. Fussell, "How to hand-calculate system reliability and safety characteristics", IEEE Transactions
on Reliability 24(3), 1975. A set with an event of a module is one of the module's sets with that event,
together with what the rest of the tree needs besides the module. The two share no event, so their
probabilities multiply.
"""

from __future__ import annotations

from collections.abc import Mapping

from pirgen.analysis.fault_trees.cut_sets.solution import Solution
from pirgen.analysis.fault_trees.diagrams.bdd import DecisionDiagrams
from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram, TooLarge
from pirgen.analysis.fault_trees.diagrams.recursion import room_for
from pirgen.analysis.fault_trees.measures.probability import diagram_probability

__all__ = ["fussell_vesely"]

_VERTICES = 100_000
_STEPS = 1_000_000


def fussell_vesely(solution: Solution, leaves: Mapping[int, float]) -> dict[int, float]:
    """Of each event the probability that a minimal set with it occurs; nothing where that isn't known.

    It is known for coherent trees of which all sets are, unless they are very large.
    """
    parts, families = solution.parts or (), solution.sets.families
    size = sum(len(family.vertices) for _, family in families)
    if not solution.formula.is_coherent or solution.order_limit is not None or size * len(leaves) > _STEPS:
        return {}
    found = {families[-1][0]: 1.0}
    for part, (root, family) in zip(reversed(parts), reversed(families), strict=True):
        outer = found.pop(root, 0.0)
        try:
            with room_for(len(part.order)), DecisionDiagrams(_VERTICES) as diagrams:
                within = _within(family, part.order, leaves, diagrams)
        except TooLarge:
            return {}
        found |= {leaf: outer * share for leaf, share in within.items()}
    return {leaf: share * leaves[leaf] for leaf, share in found.items()}


def _within(
    family: FrozenDiagram, order: tuple[int, ...], leaves: Mapping[int, float], diagrams: DecisionDiagrams
) -> dict[int, float]:
    """For each leaf how likely it is that one of its sets occurs, the leaf itself taken as given."""
    level_of = {leaf: level for level, leaf in enumerate(order)}
    occurs = [0, 1]
    for leaf, low, high in family.vertices:
        occurs.append(_set_occurs(diagrams, level_of[leaf], occurs[low], occurs[high]))
    found = {}
    for given in {leaf for leaf, _, _ in family.vertices}:
        with_given = [0, 0]
        for leaf, low, high in family.vertices:
            if level_of[leaf] < level_of[given]:
                occurring = _set_occurs(diagrams, level_of[leaf], with_given[low], with_given[high])
            else:
                occurring = occurs[high] if leaf == given else 0
            with_given.append(occurring)
        diagram = diagrams.freeze(with_given[family.root], order)
        found[given] = diagram_probability(diagram, leaves)
    return found


def _set_occurs(diagrams: DecisionDiagrams, level: int, low: int, high: int) -> int:
    """That a set occurs: one without the level's leaf, or one with it when the leaf occurs."""
    return diagrams.vertex(level, low, diagrams.either_of(low, high))
