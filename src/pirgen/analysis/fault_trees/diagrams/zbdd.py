"""ZeroSuppressedDiagrams of sets as zero-suppressed decision diagrams, kept minimal: no set contains another.

S. Minato, "Zero-suppressed BDDs for set manipulation in combinatorial problems", DAC 1993, has the
diagrams; A. Rauzy, "New algorithms for fault trees analysis", Reliability Engineering and System
Safety 40, 1993, the minimal solutions. Family 0 has no set, family 1 has the empty set only. A vertex
(level, low, high) has the sets of low, and those of high with the level's leaf added.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram, TooLarge, freeze

__all__ = ["ZeroSuppressedDiagrams"]

_BOTTOM = 1 << 40
_BITS = 28


class ZeroSuppressedDiagrams:
    """Families of sets over the levels 0, 1, ..., built from smaller ones; at most ``most`` vertices."""

    def __init__(self, most: int) -> None:
        self.levels = [_BOTTOM, _BOTTOM]
        self.lows = [0, 1]
        self.highs = [0, 1]
        self.family = _family_maker(self.levels, self.lows, self.highs, most)
        self._differences: dict[int, int] = {}
        self.without = _difference(self, self._differences, most)

    @property
    def steps(self) -> int:
        """How many results are remembered, a measure of the work done."""
        return len(self._differences) + len(self.levels)

    def minimal_solutions(self, function: FrozenDiagram, level_of: dict[int, int]) -> int:
        """The smallest sets of leaves that make the function true while all other leaves are false.

        Rauzy's decomposition: the minimal solutions of (leaf, low, high) are those of low, and those of
        high that contain none of low's, with the leaf added.
        """
        family, without = self.family, self.without
        solutions = [0, 1]
        for leaf, low, high in function.vertices:
            lower = solutions[low]
            solutions.append(family(level_of[leaf], lower, without(solutions[high], lower)))
        return solutions[function.root]

    def freeze(self, family: int, order: Sequence[int]) -> FrozenDiagram:
        """The family's own vertices, with the leaves of their levels."""
        return freeze(family, self.levels, self.lows, self.highs, order)


def _family_maker(
    levels: list[int], lows: list[int], highs: list[int], most: int
) -> Callable[[int, int, int], int]:
    unique: dict[int, int] = {}

    def family(level: int, low: int, high: int) -> int:
        if high == 0:
            return low
        key = ((level << _BITS) | low) << _BITS | high
        found = unique.get(key)
        if found is None:
            found = len(levels)
            if found > most:
                raise TooLarge
            unique[key] = found
            levels.append(level)
            lows.append(low)
            highs.append(high)
        return found

    return family


def _difference(
    diagrams: ZeroSuppressedDiagrams, known: dict[int, int], most: int
) -> Callable[[int, int], int]:
    levels, lows, highs, family = diagrams.levels, diagrams.lows, diagrams.highs, diagrams.family

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
        key = sets << _BITS | others
        found = known.get(key)
        if found is not None:
            return found
        if levels[others] == level:
            lower = lows[others]
            high = without(without(highs[sets], highs[others]), lower)
            found = family(level, without(lows[sets], lower), high)
        else:
            found = family(level, without(lows[sets], others), without(highs[sets], others))
        if len(known) > 4 * most:
            raise TooLarge
        known[key] = found
        return found

    return without
