"""The minimal sets up to an order, for trees whose decision diagram would be too large.

Built bottom-up from the gates, without a decision diagram: families are joined and made minimal at
every gate, and sets above the order are dropped at once. S. Minato (1993) has the operations; the
order limit is that of A. Rauzy, Y. Dutuit, "Exact and truncated computations of prime implicants of
coherent and non-coherent fault trees within Aralia", Reliability Engineering and System Safety 58, 1997.

A set here may also hold negated events, which do not count towards the order: they are what has to be
absent. Leaving these out at the end gives the sets that suffice while all other events are absent.
"""

from __future__ import annotations

from array import array
from collections.abc import Callable
from dataclasses import dataclass

from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram, TooLarge
from pirgen.analysis.fault_trees.diagrams.recursion import DEEPEST, room_for
from pirgen.analysis.fault_trees.diagrams.tables import BITS
from pirgen.analysis.fault_trees.diagrams.zbdd import ZeroSuppressedDiagrams
from pirgen.analysis.fault_trees.logic.formula import Connective, Formula

__all__ = ["LimitedSets", "limited_sets"]

_LIMIT_BITS = 4
_HIGHEST = 12
_GROWTH = 1  # the next order takes at least as many steps as this one


@dataclass(frozen=True)
class LimitedSets:
    """The minimal sets of at most ``limit`` events; ``is_complete`` where no larger one exists."""

    sets: FrozenDiagram
    limit: int
    is_complete: bool


def limited_sets(
    formula: Formula, order: tuple[int, ...], steps: int, vertices: int, progress: Callable[[str], None]
) -> LimitedSets | None:
    """The minimal sets up to the highest order that the steps allow; None if not even single ones."""
    found = None
    for limit in range(1, _HIGHEST + 1):
        progress(f"sets of at most {limit} events")
        with _LimitedSets(limit, min(vertices, steps // 3)) as families:
            sets = _sets_up_to(formula, order, families)
            taken, is_truncated = families.steps, families.is_truncated
        if sets is None:
            return found
        found = LimitedSets(sets, limit, not is_truncated)
        steps -= taken
        if found.is_complete or steps < taken * _GROWTH:
            return found
    return found


def _sets_up_to(formula: Formula, order: tuple[int, ...], families: _LimitedSets) -> FrozenDiagram | None:
    if len(order) > DEEPEST // 2:
        return None
    levels = [event for event in order for _ in range(2)]
    try:
        with room_for(8 * len(order)):
            top = families.without_negated(_top_family(formula, families, order))
            return families.freeze(top, levels)
    except TooLarge:
        return None


def _top_family(formula: Formula, families: _LimitedSets, order: tuple[int, ...]) -> int:
    """Of each literal that the top depends on the family, bottom-up."""
    known: dict[int, int] = {}
    for place, event in enumerate(order):
        for sign in (0, 1):
            known[2 * event + sign] = families.vertex(2 * place + sign, 0, 1)
    waiting = [formula.top]
    while waiting:
        literal = waiting[-1]
        needed = [] if literal in known else _needed(formula, literal)
        missing = [below for below in needed if below not in known]
        waiting += missing
        if not missing:
            waiting.pop()
            if needed:
                known[literal] = _family(formula, literal, families, [known[below] for below in needed])
    return known[formula.top]


def _needed(formula: Formula, literal: int) -> list[int]:
    """The literals that a literal of a gate is made of; De Morgan turns a negated gate around."""
    gate, sign = formula.gate(literal >> 1), literal & 1
    if gate.connective is Connective.XOR:
        return [*gate.inputs, *(below ^ 1 for below in gate.inputs)]
    return [below ^ sign for below in gate.inputs]


def _family(formula: Formula, literal: int, families: _LimitedSets, inputs: list[int]) -> int:
    gate, is_negated = formula.gate(literal >> 1), literal & 1
    if gate.connective is Connective.XOR:
        one, other, not_one, not_other = inputs
        if is_negated:
            other, not_other = not_other, other
        return families.at_least(1, [families.joined(one, not_other), families.joined(not_one, other)])
    least = gate.least if gate.connective is Connective.ATLEAST else len(inputs)
    return families.at_least(len(inputs) - least + 1 if is_negated else least, inputs)


class _LimitedSets(ZeroSuppressedDiagrams):
    """Minimal families over events at even levels, and their negations each at the level after.

    Sets have at most ``limit`` events, and none has an event and its negation.
    """

    def __init__(self, limit: int, most: int) -> None:
        super().__init__(most)
        self.is_truncated = False
        self._limit = limit
        self._least_size = array("I", (limit + 1, 0))
        self._unions = self.cache(most)
        self._joins = self.cache(most)

    def at_least(self, least: int, families: list[int]) -> int:
        """The sets that suffice for at least that many of the families."""
        wanted = [1] + [0] * least
        for done, family in enumerate(families, 1):
            unneeded = max(0, least - len(families) + done - 1)
            for count in range(min(done, least), unneeded, -1):
                wanted[count] = self.union(wanted[count], self.joined(family, wanted[count - 1]))
        return wanted[least]

    def joined(self, one: int, other: int) -> int:
        """Every set of the one together with every set of the other."""
        return self.join(one, other, self._limit)

    def without_negated(self, top: int) -> int:
        """The sets without their negated events, made minimal again."""
        diagram = self.freeze(top, range(max(self.levels[2:], default=0) + 1))
        new = [0, 1]
        for level, low, high in diagram.vertices:
            if level & 1:
                new.append(self.union(new[low], new[high]))
            else:
                new.append(self.vertex(level, new[low], self.without(new[high], new[low])))
        return new[diagram.root]

    def union(self, one: int, other: int) -> int:
        """The sets of both, without those that contain another."""
        if one > other:
            one, other = other, one
        if one < 2 or one == other:
            return one or other
        key = one << BITS | other
        known = self._unions
        if known.keys[key % known.size] == key:
            return known.results[key % known.size]
        if self.levels[one] > self.levels[other]:
            one, other = other, one
        level, low, high = self.levels[one], self.lows[one], self.highs[one]
        if self.levels[other] == level:
            lower = self.union(low, self.lows[other])
            high = self.union(high, self.highs[other])
        else:
            lower = self.union(low, other)
        found = self.vertex(level, lower, self.without(high, lower))
        return known.remember(key, found)

    def join(self, one: int, other: int, limit: int) -> int:
        """Every set of the one together with every set of the other, if they stay within the limit."""
        if one > other:
            one, other = other, one
        if one == 0:
            return 0
        if max(self._smallest_in(one), self._smallest_in(other)) > limit:
            self.is_truncated = True
            return 0
        if one == other:
            one = 1
        if other == 1:
            return 1
        key = (one << BITS | other) << _LIMIT_BITS | limit
        known = self._joins
        if known.keys[key % known.size] == key:
            return known.results[key % known.size]
        if self.levels[one] > self.levels[other]:
            one, other = other, one
        level, low, high = self.levels[one], self.lows[one], self.highs[one]
        left = limit if level & 1 else limit - 1
        if self.levels[other] == level:
            lower = self.join(low, self.lows[other], limit)
            with_leaf = self.union(self.lows[other], self.highs[other])
            higher = self.union(self.join(high, with_leaf, left), self.join(low, self.highs[other], left))
        else:
            lower = self.join(low, other, limit)
            higher = self.join(high, other, left)
        if not level & 1 and self.levels[higher] == level + 1:
            higher = self.lows[higher]
        found = self.vertex(level, lower, self.without(higher, lower))
        return known.remember(key, found)

    def _smallest_in(self, family: int) -> int:
        sizes = self._least_size
        while len(sizes) <= family:
            vertex = len(sizes)
            own = 1 - (self.levels[vertex] & 1)
            sizes.append(min(sizes[self.lows[vertex]], sizes[self.highs[vertex]] + own))
        return sizes[family]
