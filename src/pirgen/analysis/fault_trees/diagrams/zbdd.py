"""Families of sets as zero-suppressed decision diagrams, kept minimal: no set contains another.

S. Minato, "Zero-suppressed BDDs for set manipulation in combinatorial problems", DAC 1993, has the
diagrams; A. Rauzy, "New algorithms for fault trees analysis", Reliability Engineering and System
Safety 40, 1993, the minimal solutions. Family 0 has no set, family 1 has the empty set only. A vertex
(level, low, high) has the sets of low, and those of high with the level's leaf added.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable

from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram
from pirgen.analysis.fault_trees.diagrams.tables import BITS, ResultCache, VertexTable

__all__ = ["ZeroSuppressedDiagrams"]


class ZeroSuppressedDiagrams(VertexTable):
    """Families of sets over the levels 0, 1, ..., built from smaller ones; at most ``most`` vertices."""

    def __init__(self, most: int) -> None:
        super().__init__(most, of_decisions=False)
        self.without = _difference(self, self.cache(5 * most))

    def minimal_solutions(self, function: FrozenDiagram, level_of: dict[int, int]) -> int:
        """The smallest sets of leaves that make the function true while all other leaves are false.

        Rauzy's decomposition: the minimal solutions of (leaf, low, high) are those of low, and those of
        high that contain none of low's, with the leaf added.
        """
        family, without = self.vertex, self.without
        solutions = array("I", (0, 1))
        for leaf, low, high in function.vertices:
            lower = solutions[low]
            solutions.append(family(level_of[leaf], lower, without(solutions[high], lower)))
        return solutions[function.root]


def _difference(table: VertexTable, known: ResultCache) -> Callable[[int, int], int]:
    levels, lows, highs, family = table.levels, table.lows, table.highs, table.vertex
    keys, results, size, remember = known.keys, known.results, known.size, known.remember

    def without(sets: int, others: int) -> int:
        """The sets that contain none of the others."""
        if sets == 0 or others == 1 or sets == others:
            return 0
        level = levels[sets]
        while levels[others] < level:
            others = lows[others]
        if others < 2 or sets == others:
            return 0 if others or sets == others else sets
        if sets == 1:
            return 1
        key = sets << BITS | others
        if keys[key % size] == key:
            return results[key % size]
        if levels[others] == level:
            lower = lows[others]
            high = without(without(highs[sets], highs[others]), lower)
            found = family(level, without(lows[sets], lower), high)
        else:
            found = family(level, without(lows[sets], others), without(highs[sets], others))
        return remember(key, found)

    return without
