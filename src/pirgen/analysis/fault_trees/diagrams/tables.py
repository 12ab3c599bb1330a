"""Vertices and results in columns of machine numbers: some 40 bytes a vertex, a tenth of Python's own.

The two tables are those of K. S. Brace, R. L. Rudell, R. E. Bryant, "Efficient implementation of a BDD
package", DAC 1990: one finds each vertex again by what it says, with open addressing; the other remembers
results, of which a new one takes the place of an old one that it collides with.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable, Sequence
from typing import Self

from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram, TooLarge, freeze

__all__ = ["BITS", "ResultCache", "VertexTable"]

BITS = 28
"""A vertex fits in them, as there are no more, so that two of them and a small number make a key of 64 bits."""

_BOTTOM = (1 << 32) - 1  # the level of the ends 0 and 1, below all others
_AT_FIRST = 1 << 17  # vertices for which there are places before the table grows
_MOST_RESULTS = 1 << 20

_FOR_LEVEL, _FOR_LOW, _FOR_HIGH = 12_582_917, 4_256_249, 741_457  # large primes, which scatter the vertices


class VertexTable:
    """At most ``most`` vertices by their numbers, of which 0 and 1 are the ends; and what is known of them.

    A table of decisions keeps each function's negation at the number after it, and has no vertex whose low and
    high are the same. A table of families has none whose high is 0, the family without a set.

    Operations are closures, which Python calls soonest. One that calls itself is only freed by the garbage
    collector, so the columns are emptied at the end of a 'with'.
    """

    def __init__(self, most: int, of_decisions: bool) -> None:
        self.levels = array("I", (_BOTTOM, _BOTTOM))
        self.lows = array("I", (0, 1))
        self.highs = array("I", (0, 1))
        self.caches: list[ResultCache] = []
        self._places = _zeros("I", 2 << min(most, _AT_FIRST).bit_length())
        columns = (self.levels, self.lows, self.highs, self._places)
        self.vertex = _vertex_finder(*columns, min(most << of_decisions, (1 << BITS) - 2), of_decisions)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        columns = [self.levels, self.lows, self.highs, self._places]
        for column in columns + [column for cache in self.caches for column in (cache.keys, cache.results)]:
            del column[:]

    @property
    def steps(self) -> int:
        """How many vertices and results were found, a measure of the work done."""
        return len(self.levels) + sum(cache.steps for cache in self.caches)

    def cache(self, most: int) -> ResultCache:
        """A cache for the results of an operation, of which there may be that many."""
        self.caches.append(ResultCache(most))
        return self.caches[-1]

    def freeze(self, root: int, order: Sequence[int]) -> FrozenDiagram:
        """The root's own vertices, with the leaves of their levels."""
        return freeze(root, self.levels, self.lows, self.highs, order)


class ResultCache:
    """What an operation has found, by key; a key is looked for at its remainder by ``size``."""

    __slots__ = ("_most", "keys", "results", "size", "steps")

    def __init__(self, most: int) -> None:
        self.size = (1 << min(most, _MOST_RESULTS).bit_length()) - 1
        self.keys = _zeros("Q", self.size)
        self.results = _zeros("I", self.size)
        self.steps = 0
        self._most = most

    def remember(self, key: int, result: int) -> int:
        """The result, which is found under the key from now on."""
        place = key % self.size
        self.keys[place] = key
        self.results[place] = result
        self.steps += 1
        if self.steps > self._most:
            raise TooLarge
        return result


def _vertex_finder(
    levels: array[int], lows: array[int], highs: array[int], places: array[int], last: int, of_decisions: bool
) -> Callable[[int, int, int], int]:
    mask = len(places) - 1
    full = mask >> (not of_decisions)  # half of the places, as there is one for a function and its negation

    def vertex(level: int, low: int, high: int) -> int:
        if high == (low if of_decisions else 0):
            return low
        sign = low & of_decisions
        if sign:
            low ^= 1
            high ^= 1
        place = (level * _FOR_LEVEL + low * _FOR_LOW + high * _FOR_HIGH) & mask
        while found := places[place]:
            if lows[found] == low and highs[found] == high and levels[found] == level:
                return found ^ sign
            place = place + 1 & mask
        found = len(levels)
        if found > last:
            raise TooLarge
        places[place] = found
        levels.append(level)
        lows.append(low)
        highs.append(high)
        if of_decisions:
            levels.append(level)
            lows.append(low ^ 1)
            highs.append(high ^ 1)
        if found > full:
            grow()
        return found ^ sign

    def grow() -> None:
        nonlocal mask, full
        mask = 4 * mask + 3
        full = mask >> (not of_decisions)
        places[:] = _zeros("I", mask + 1)
        for known in range(2, len(levels), 1 + of_decisions):
            place = (levels[known] * _FOR_LEVEL + lows[known] * _FOR_LOW + highs[known] * _FOR_HIGH) & mask
            while places[place]:
                place = place + 1 & mask
            places[place] = known

    return vertex


def _zeros(typecode: str, count: int) -> array[int]:
    return array(typecode, (0,)) * count
