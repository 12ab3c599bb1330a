"""Reduced ordered binary decision diagrams: a formula as a graph of questions, each event asked once.

R. E. Bryant, "Graph-based algorithms for Boolean function manipulation", IEEE Transactions on
Computers C-35(8), 1986. Every function is a vertex, and equal functions are the same vertex. We keep a
function and its negation side by side (2i and 2i+1), so that negating is flipping a bit and 'any' is
'all' turned around, after K. S. Brace, R. L. Rudell, R. E. Bryant, "Efficient implementation of a BDD
package", DAC 1990.
"""

from __future__ import annotations

from collections.abc import Callable

from pirgen.analysis.fault_trees.diagrams.tables import BITS, ResultCache, VertexTable
from pirgen.analysis.fault_trees.logic.formula import Connective, Junction

__all__ = ["DecisionDiagrams"]

_PATH = 16


class DecisionDiagrams(VertexTable):
    """Functions of the levels 0, 1, ..., built from smaller ones; at most ``most`` vertices of them."""

    def __init__(self, most: int) -> None:
        super().__init__(most, of_decisions=True)
        self.both = _conjunction(self, self.cache(2 * most))

    def leaf(self, level: int) -> int:
        """The function that is true when the leaf of that level is."""
        return self.vertex(level, 0, 1)

    def joined(self, gate: Junction, inputs: list[int]) -> int:
        """The function of a gate over those of its inputs."""
        if gate.connective is Connective.XOR:
            return self._either(*inputs)
        inputs.sort(key=self._path, reverse=True)
        if gate.connective is Connective.ATLEAST:
            return self._at_least(gate.least, inputs)
        function = 1
        for other in inputs:
            function = self.both(function, other)
        return function

    def _path(self, function: int) -> tuple[int, ...]:
        """The levels on a way down the function: low ones are joined first, so that little is made twice."""
        path: list[int] = []
        while function > 1 and len(path) < _PATH:
            path.append(self.levels[function])
            high = self.highs[function]
            function = high if high > 1 else self.lows[function]
        return tuple(path)

    def either_of(self, one: int, other: int) -> int:
        """The function that is true when one of two is, or both."""
        return self.both(one ^ 1, other ^ 1) ^ 1

    def split(self, function: int) -> tuple[int, int, int]:
        """The level that a function asks first, and its cofactors: where that leaf is false, and true."""
        return self.levels[function], self.lows[function], self.highs[function]

    def is_true_of_nothing(self, function: int) -> bool:
        """Whether the function is true when every leaf is false."""
        while function > 1:
            function = self.lows[function]
        return function == 1

    def _either(self, one: int, other: int) -> int:
        return self.either_of(self.both(one, other ^ 1), self.both(one ^ 1, other))

    def _at_least(self, least: int, inputs: list[int]) -> int:
        """Bottom-up over the inputs, with one function for each number that is still wanted."""
        wanted = [1] + [0] * least
        for function in inputs:
            for count in range(least, 0, -1):
                wanted[count] = self.either_of(wanted[count], self.both(function, wanted[count - 1]))
        return wanted[least]


def _conjunction(table: VertexTable, known: ResultCache) -> Callable[[int, int], int]:
    levels, lows, highs, vertex = table.levels, table.lows, table.highs, table.vertex
    keys, results, size, remember = known.keys, known.results, known.size, known.remember

    def both(one: int, other: int) -> int:
        """The function that is true when both are."""
        if one > other:
            one, other = other, one
        if one < 2:
            return other if one else 0
        if one >> 1 == other >> 1:
            return one if one == other else 0
        key = one << BITS | other
        if keys[key % size] == key:
            return results[key % size]
        level, other_level = levels[one], levels[other]
        if level == other_level:
            found = vertex(level, both(lows[one], lows[other]), both(highs[one], highs[other]))
        elif level < other_level:
            found = vertex(level, both(lows[one], other), both(highs[one], other))
        else:
            found = vertex(other_level, both(one, lows[other]), both(one, highs[other]))
        return remember(key, found)

    return both
