"""A solution read with the actions in mind; events are numbers there and factors here."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import isfinite

from pirgen.analysis.fault_trees.cut_sets.counting import CutSets
from pirgen.analysis.fault_trees.cut_sets.listing import first_sets
from pirgen.analysis.fault_trees.cut_sets.solution import Solution
from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram, Vertices
from pirgen.analysis.fault_trees.factoring import factored
from pirgen.analysis.fault_trees.findings import (
    CutSet,
    Factored,
    FactorWeight,
    NextAction,
    SmallestRepair,
    Standing,
    TreeAnalysis,
)
from pirgen.analysis.fault_trees.measures.importance import Importance, importances
from pirgen.analysis.fault_trees.occurrence import occurrences
from pirgen.analysis.fault_trees.repair import smallest_repairs
from pirgen.analysis.fault_trees.residual import residual
from pirgen.analysis.fault_trees.transfers import JoinedTree
from pirgen.model import Action, ActionStatus, Factor, FactorKind, Occurred

__all__ = ["LIVE", "MOST_LISTED", "WORKED_ON", "interpreted"]

MOST_LISTED = 200
"""How many ways to fail are listed; all of them are counted."""

WORKED_ON = (ActionStatus.OPEN, ActionStatus.IN_PROGRESS, ActionStatus.UNKNOWN)
"""The states of an action that is not done and may still be."""

LIVE = (ActionStatus.DONE, *WORKED_ON)
"""The states of an action that was not given up."""

_MOST_REPAIRS = 3
_MOST_STEPS = 3_000_000  # vertices looked at to rank the actions
_FEWEST_TO_FACTOR = 3
_NOTHING = CutSets(((0, FrozenDiagram(Vertices(), 0)),))


def interpreted(tree: JoinedTree, solution: Solution) -> TreeAnalysis:
    """Everything that the solution and the actions say together."""
    return _Interpretation(tree, solution).analysis()


class _Interpretation:
    def __init__(self, tree: JoinedTree, solution: Solution) -> None:
        self.tree = tree
        self.solution = solution
        self.sets = _NOTHING if solution.constant is not None else solution.implicants or solution.sets
        self.is_complete = solution.implicants is not None or solution.order_limit is None
        by_id = {factor.id: factor for factor in tree.factors}
        self.factors = {number: by_id[id] for number, id in enumerate(solution.formula.events, 1)}
        self.numbers = {factor.id: number for number, factor in self.factors.items()}
        self.eliminated = self._eliminated_by(ActionStatus.DONE) | self._removed()
        self.planned = self._eliminated_by(*WORKED_ON) - self.eliminated
        self.closed = self.eliminated | self.planned

    def analysis(self) -> TreeAnalysis:
        classes = dict.fromkeys(self.planned, 1) | dict.fromkeys(self.eliminated, 2)
        held = self.sets.with_each(())
        probability, measures = self._measured()
        counts = self._counts()
        singles = map(self._cut_set, first_sets(self.sets, len(self.factors), classes, largest=1))
        listed = first_sets(self.sets, MOST_LISTED, classes)
        return TreeAnalysis(
            cut_sets=tuple(map(self._cut_set, listed)),
            total=self.sets.total,
            by_order=self.sets.by_number_of(self.factors),
            counts=counts,
            order_limit=None if self.is_complete else self.solution.order_limit,
            constant=self.solution.constant,
            single_points=tuple(way for way in singles if way.is_single),
            in_every_set=self._in_every_set(held),
            in_no_set=self._in_no_set(held),
            in_every_open_set=self._in_every_open_set(counts[Standing.OPEN]),
            open_weights=self._open_weights(),
            next_actions=self._next_actions(),
            worked_on=frozenset(
                id for each in self.tree.actions if each.status in LIVE for id in each.addresses
            ),
            repairs=self._repairs() if counts[Standing.OPEN] else (),
            factored=self._factored(counts[Standing.OPEN]),
            top_occurred=occurrences(self.tree).get(self.tree.top, Occurred.UNKNOWN),
            residual=residual(self.tree, frozenset(self.factors[number].id for number in self.eliminated)),
            probability=probability,
            importances=measures,
            is_coherent=self._is_coherent(),
            has_implicants=self.solution.implicants is not None,
        )

    def _is_coherent(self) -> bool:
        """Whether the absence of a factor never matters, though some gate may ask for it."""
        if self.solution.formula.is_coherent:
            return True
        families = self.solution.implicants.families if self.solution.implicants else ()
        return bool(families) and all(leaf > 0 for _, family in families for leaf, _, _ in family.vertices)

    def _eliminated_by(self, *statuses: ActionStatus) -> frozenset[int]:
        ids = {id for action in self.tree.actions if action.status in statuses for id in action.eliminates}
        return frozenset(self.numbers[id] for id in ids if id in self.numbers)

    def _removed(self) -> frozenset[int]:
        """The factors that an event of the response removed."""
        return frozenset(number for number, factor in self.factors.items() if factor.removed_by)

    def _cut_set(self, numbers: tuple[int, ...]) -> CutSet:
        present = [number for number in numbers if number > 0]
        absent = sorted(-number for number in numbers if number < 0)
        depth = len(self.eliminated.intersection(present))
        standing = Standing.OPEN if self.planned.isdisjoint(present) else Standing.PLANNED
        standing = Standing.CLOSED if depth else standing
        return CutSet(self._factors(present), standing, depth, self._factors(absent))

    def _factors(self, numbers: Iterable[int]) -> tuple[Factor, ...]:
        return tuple(self.factors[number] for number in numbers)

    def _counts(self) -> dict[Standing, int]:
        remaining = self.sets.avoiding(self.eliminated)
        untouched = self.sets.avoiding(self.closed)
        return {
            Standing.OPEN: untouched,
            Standing.PLANNED: remaining - untouched,
            Standing.CLOSED: self.sets.total - remaining,
        }

    def _in_every_set(self, held: Mapping[int, int]) -> tuple[Factor, ...]:
        """Where not all sets are known: the factors without which all others together don't suffice."""
        if self.is_complete:
            return self._in(held, self.sets.total) if self.sets.total else ()
        if not self.solution.formula.is_coherent:
            return ()
        return self._factors(self.solution.formula.indispensable())

    def _in_no_set(self, held: Mapping[int, int]) -> tuple[Factor, ...]:
        """The factors whose presence and absence are both in no way; none where not all ways are known."""
        if not self.is_complete or (self.solution.implicants is None and not self.solution.formula.is_coherent):
            return ()
        used = {abs(number) for number, count in held.items() if count}
        return tuple(factor for number, factor in self.factors.items() if number not in used)

    def _in_every_open_set(self, count: int) -> tuple[Factor, ...]:
        return self._in(self.sets.with_each(self.closed), count) if count and self.is_complete else ()

    def _in(self, held: Mapping[int, int], count: int) -> tuple[Factor, ...]:
        return tuple(factor for number, factor in self.factors.items() if held.get(number, 0) == count)

    def _open_weights(self) -> tuple[FactorWeight, ...]:
        held = self.sets.with_each(self.closed)
        weights = self.sets.weight_with_each(self.closed, self.factors)
        found = [
            FactorWeight(self.factors[number], count, _finite(weights.get(number, 0.0), count))
            for number, count in sorted(held.items())
            if count and number in self.factors
        ]
        return tuple(sorted(found, key=lambda each: (-each.weight, -each.ways)))

    def _next_actions(self) -> tuple[NextAction, ...]:
        candidates = [action for action in self.tree.actions if action.status in WORKED_ON]
        candidates = [action for action in candidates if self._numbers(action.eliminates)]
        size = sum(len(family.vertices) for _, family in self.sets.families)
        if size * len(candidates) > _MOST_STEPS:
            return ()
        remaining = self.sets.avoiding(self.eliminated)
        whole = self.sets.weight(self.eliminated, self.factors)
        found = []
        for action in candidates:
            closed = self.eliminated | self._numbers(action.eliminates)
            closes = remaining - self.sets.avoiding(closed)
            weight = whole - self.sets.weight(closed, self.factors)
            found += [NextAction(action, closes, _finite(weight, closes))] if closes else []
        return tuple(sorted(found, key=lambda each: (-each.weight, -each.closes)))

    def _numbers(self, ids: Iterable[str]) -> frozenset[int]:
        return frozenset(self.numbers[id] for id in ids if id in self.numbers)

    def _repairs(self) -> tuple[SmallestRepair, ...] | None:
        """The best repairs without eliminating a condition; with, where nothing else does."""
        conditions = [factor for factor in self.factors.values() if factor.kind is FactorKind.CONDITION]
        for fixed in (frozenset(self.numbers[factor.id] for factor in conditions), frozenset[int]()):
            found = smallest_repairs(self.solution, self.closed, fixed, _MOST_REPAIRS)
            if found is None:
                return None
            if found:
                return tuple(self._repair(numbers) for numbers in found)
        return ()

    def _repair(self, numbers: tuple[int, ...]) -> SmallestRepair:
        factors = self._factors(numbers)
        return SmallestRepair(factors, tuple(self._actions_on(factor) for factor in factors))

    def _worked_on(self) -> frozenset[str]:
        live = (action for action in self.tree.actions if action.status in LIVE)
        return frozenset(id for action in live for id in action.addresses)

    def _actions_on(self, factor: Factor) -> tuple[Action, ...]:
        return tuple(action for action in self.tree.actions if factor.id in action.addresses)

    def _factored(self, open_ways: int) -> Factored | None:
        """The open ways in few words, where that is shorter than the list of them."""
        if open_ways < _FEWEST_TO_FACTOR or not self.is_complete or not self._is_coherent():
            return None
        groups = factored(self.sets, self.closed)
        if groups is None:
            return None
        every = [group[0] for group in groups if len(group) == 1]
        one_of = tuple(self._factors(group) for group in groups if len(group) > 1)
        return Factored(self._factors(every), one_of)

    def _measured(self) -> tuple[float | None, tuple[tuple[Factor, Importance], ...]]:
        """The top's probability and the factors' importance; nothing unless every factor has a probability."""
        likely = {n: 1.0 if f.kind is FactorKind.HOUSE else f.probability for n, f in self.factors.items()}
        known = {number: chance for number, chance in likely.items() if chance is not None}
        if not known or len(known) < len(self.factors) or self.solution.parts is None:
            return None, ()
        top, measures = importances(self.solution, known)
        by_id = {factor.id: factor for factor in self.factors.values()}
        return top, tuple((by_id[measure.factor], measure) for measure in measures)


def _finite(weight: float, count: int) -> float:
    """The weight, or the count where the ways are too many to be weighed."""
    return weight if isfinite(weight) else float(min(count, 10**300))
