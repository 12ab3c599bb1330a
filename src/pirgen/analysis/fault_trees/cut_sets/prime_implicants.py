"""Prime implicants: what must be there and what must be absent, and not one thing more, for the top to be true.

The recursion is that of O. Coudert, J. C. Madre, "Implicit and incremental computation of primes and
essential primes of Boolean functions", DAC 1992: an implicant of both cofactors needs no word on the leaf;
the others of a cofactor need the leaf as it is there.
"""

from __future__ import annotations

from pirgen.analysis.fault_trees.cut_sets.counting import CutSets
from pirgen.analysis.fault_trees.diagrams.bdd import DecisionDiagrams
from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram, TooLarge
from pirgen.analysis.fault_trees.diagrams.module_diagrams import function_of
from pirgen.analysis.fault_trees.diagrams.recursion import DEEPEST, room_for
from pirgen.analysis.fault_trees.diagrams.tables import BITS
from pirgen.analysis.fault_trees.diagrams.zbdd import ZeroSuppressedDiagrams
from pirgen.analysis.fault_trees.logic.formula import Formula
from pirgen.analysis.fault_trees.logic.modules import Module, whole
from pirgen.analysis.fault_trees.logic.variable_orders import leaf_orders

__all__ = ["prime_implicants"]

_TRIES = 2


def prime_implicants(formula: Formula, budget: int) -> CutSets | None:
    """All prime implicants as sets; the absence of an event is its number negated. None where too many.

    The formula's top must be a gate, whose events are all that the implicants are made of.
    """
    module = whole(formula)
    if len(module.leaves) > DEEPEST // 4:
        return None
    for order, _ in zip(leaf_orders(formula, module), range(_TRIES), strict=False):
        try:
            return CutSets(((0, _family(formula, module, order, budget // _TRIES)),))
        except TooLarge:
            continue
    return None


def _family(formula: Formula, module: Module, order: tuple[int, ...], most: int) -> FrozenDiagram:
    with (
        room_for(4 * len(order)),
        DecisionDiagrams(most) as diagrams,
        _Implicants(diagrams, most) as implicants,
    ):
        function = function_of(formula, module, {}, order, diagrams) ^ (formula.top & 1)
        signed = [number for leaf in order for number in (leaf, -leaf)]
        return implicants.freeze(implicants.of(function), signed)


class _Implicants(ZeroSuppressedDiagrams):
    """Families of implicants: a leaf's presence is at twice its level, its absence at the level after."""

    def __init__(self, diagrams: DecisionDiagrams, most: int) -> None:
        super().__init__(most)
        self._diagrams = diagrams
        self._of: dict[int, int] = {0: 0, 1: 1}
        self._unlike = self.cache(4 * most)

    def of(self, function: int) -> int:
        """The prime implicants of a function."""
        found = self._of.get(function)
        if found is None:
            level, low, high = self._diagrams.split(function)
            both = self.of(self._diagrams.both(low, high))
            absent = self.unlike(self.of(low), both)
            present = self.unlike(self.of(high), both)
            found = self.vertex(2 * level, self.vertex(2 * level + 1, both, absent), present)
            self._of[function] = found
        return found

    def unlike(self, sets: int, others: int) -> int:
        """The sets that are not among the others."""
        if sets == 0 or sets == others:
            return 0
        if others == 0:
            return sets
        key, known = sets << BITS | others, self._unlike
        if known.keys[key % known.size] == key:
            return known.results[key % known.size]
        return known.remember(key, self._unlike_below(sets, others))

    def _unlike_below(self, sets: int, others: int) -> int:
        level, other_level = self.levels[sets], self.levels[others]
        if other_level < level:
            return self.unlike(sets, self.lows[others])
        if level < other_level:
            return self.vertex(level, self.unlike(self.lows[sets], others), self.highs[sets])
        low = self.unlike(self.lows[sets], self.lows[others])
        return self.vertex(level, low, self.unlike(self.highs[sets], self.highs[others]))
