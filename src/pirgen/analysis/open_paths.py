"""What a review's fault tree says: the ways to fail, and which of them the actions have closed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum

from pirgen.analysis.fault_trees.cut_sets.listing import smallest
from pirgen.analysis.fault_trees.cut_sets.solution import BUDGET, Solution, solve
from pirgen.analysis.fault_trees.logic.translation import formula_of
from pirgen.analysis.fault_trees.measures.importance import Importance, importances
from pirgen.analysis.fault_trees.occurrence import occurrences
from pirgen.analysis.fault_trees.residual import ResidualTree, residual
from pirgen.analysis.fault_trees.transfers import JoinedTree, with_transfers
from pirgen.model import Action, ActionStatus, Factor, FactorKind, Occurred, Review

MOST_LISTED = 200
"""How many minimal cut sets are listed; all of them are counted."""

_WORKED_ON = (ActionStatus.OPEN, ActionStatus.IN_PROGRESS, ActionStatus.UNKNOWN)


class Standing(Enum):
    """Whether a way to fail, or a factor, is still there: only a done action that eliminates breaks it."""

    OPEN = "open"
    PLANNED = "planned"
    BROKEN = "broken"


@dataclass(frozen=True)
class CutSet:
    """A minimal cut set: factors that together suffice for the top. ``depth`` of them are eliminated."""

    factors: tuple[Factor, ...]
    standing: Standing
    depth: int


@dataclass(frozen=True)
class NextAction:
    """An action that is not done, and how many ways to fail it would close."""

    action: Action
    closes: int


@dataclass(frozen=True)
class TreeAnalysis:
    """What a tree says.

    ``cut_sets`` are the first by order, at most MOST_LISTED; ``by_order`` counts all of them, from order 0
    on, and ``counts`` by standing. ``order_limit`` is None unless the tree was too large: then only sets up
    to that order were found. ``constant`` is True or False where the top always or never comes about.
    Of a tree that was too large, ``in_every_set`` may lack some and ``in_no_set`` is empty.
    ``open_sets_of`` gives factors with the number of open sets they are in, most first. ``top_occurred``
    is what the gates make of what occurred: where it is NO, the tree does not explain the incident.
    ``residual`` is the tree without what done actions have eliminated. ``probability`` is None unless every
    factor has one.
    """

    cut_sets: tuple[CutSet, ...]
    total: int
    by_order: tuple[int, ...]
    counts: Mapping[Standing, int]
    order_limit: int | None
    constant: bool | None
    single_points: tuple[Factor, ...]
    in_every_set: tuple[Factor, ...]
    in_no_set: tuple[Factor, ...]
    open_sets_of: tuple[tuple[Factor, int], ...]
    next_actions: tuple[NextAction, ...]
    top_occurred: Occurred
    residual: ResidualTree
    probability: float | None
    importances: tuple[tuple[Factor, Importance], ...] = ()


def analyse(review: Review, reviews: Mapping[str, Review], budget: int = BUDGET) -> TreeAnalysis | None:
    """The analysis of a review's fault tree with the trees it transfers to; None where it has no tree.

    The trees must be free of cycles, as the rules see to. Only a done action that eliminates a factor
    breaks the sets with that factor; what reduces or detects it breaks nothing.
    """
    if review.fault_tree is None:
        return None
    tree = with_transfers(review.fault_tree, review.factors, review.actions, reviews, review.id)
    solution = solve(formula_of(tree, _constants(tree)), budget)
    return _Reading(tree, solution).analysis()


def _constants(tree: JoinedTree) -> dict[str, bool]:
    """The house events with their state, but for those that are true and that an action eliminates.

    These stand in the sets like factors, so that the action can break them.
    """
    live = [action for action in tree.actions if action.status in (ActionStatus.DONE, *_WORKED_ON)]
    breakable = {id for action in live for id in action.eliminates}
    houses = [factor for factor in tree.factors if factor.kind is FactorKind.HOUSE]
    return {house.id: bool(house.state) for house in houses if not (house.state and house.id in breakable)}


class _Reading:
    """A solution read with the actions in mind; events are numbers there and factors here."""

    def __init__(self, tree: JoinedTree, solution: Solution) -> None:
        self.tree = tree
        self.solution = solution
        by_id = {factor.id: factor for factor in tree.factors}
        self.factors = {number: by_id[id] for number, id in enumerate(solution.formula.events, 1)}
        self.numbers = {factor.id: number for number, factor in self.factors.items()}
        self.eliminated = self._eliminated_by(ActionStatus.DONE)
        self.planned = self._eliminated_by(*_WORKED_ON) - self.eliminated

    def analysis(self) -> TreeAnalysis:
        """Everything that the solution and the actions say together."""
        sets, events = self.solution.sets, self.factors
        held = sets.with_each(())
        listed = tuple(self._cut_set(numbers) for numbers in smallest(sets, MOST_LISTED))
        probability, measures = self._measured()
        return TreeAnalysis(
            cut_sets=listed,
            total=sets.total,
            by_order=sets.by_number_of(events),
            counts=self._counts(),
            order_limit=self.solution.order_limit,
            constant=self.solution.constant,
            single_points=tuple(cut.factors[0] for cut in listed if len(cut.factors) == 1),
            in_every_set=self._in_every_set(held),
            in_no_set=self._in(held, 0),
            open_sets_of=self._open_sets_of(),
            next_actions=self._next_actions(),
            top_occurred=occurrences(self.tree).get(self.tree.top, Occurred.UNKNOWN),
            residual=residual(self.tree, frozenset(self.factors[number].id for number in self.eliminated)),
            probability=probability,
            importances=measures,
        )

    def _eliminated_by(self, *statuses: ActionStatus) -> frozenset[int]:
        ids = {id for action in self.tree.actions if action.status in statuses for id in action.eliminates}
        return frozenset(self.numbers[id] for id in ids if id in self.numbers)

    def _cut_set(self, numbers: tuple[int, ...]) -> CutSet:
        depth = len(self.eliminated.intersection(numbers))
        standing = Standing.OPEN if self.planned.isdisjoint(numbers) else Standing.PLANNED
        factors = tuple(self.factors[number] for number in numbers)
        return CutSet(factors, Standing.BROKEN if depth else standing, depth)

    def _counts(self) -> dict[Standing, int]:
        sets = self.solution.sets
        unbroken = sets.avoiding(self.eliminated)
        untouched = sets.avoiding(self.eliminated | self.planned)
        return {
            Standing.OPEN: untouched,
            Standing.PLANNED: unbroken - untouched,
            Standing.BROKEN: sets.total - unbroken,
        }

    def _in_every_set(self, held: Mapping[int, int]) -> tuple[Factor, ...]:
        """Where not all sets are known: the factors without which all others together don't suffice."""
        if self.solution.order_limit is None:
            return self._in(held, self.solution.sets.total) if self.solution.sets.total else ()
        if not self.solution.formula.is_coherent:
            return ()
        return tuple(self.factors[number] for number in self.solution.formula.indispensable())

    def _in(self, held: Mapping[int, int], count: int) -> tuple[Factor, ...]:
        """The factors that are in so many sets; none where not all sets are known."""
        if self.solution.order_limit is not None:
            return ()
        return tuple(factor for number, factor in self.factors.items() if held.get(number, 0) == count)

    def _open_sets_of(self) -> tuple[tuple[Factor, int], ...]:
        held = self.solution.sets.with_each(self.eliminated | self.planned)
        ranked = sorted((-count, number) for number, count in held.items() if count and number in self.factors)
        return tuple((self.factors[number], -count) for count, number in ranked)

    def _next_actions(self) -> tuple[NextAction, ...]:
        unbroken = self.solution.sets.avoiding(self.eliminated)
        found = []
        for action in self.tree.actions:
            if action.status in _WORKED_ON:
                closed = unbroken - self.solution.sets.avoiding(
                    self.eliminated | self._numbers(action.eliminates)
                )
                found += [NextAction(action, closed)] if closed else []
        return tuple(sorted(found, key=lambda candidate: -candidate.closes))

    def _numbers(self, ids: Iterable[str]) -> frozenset[int]:
        return frozenset(self.numbers[id] for id in ids if id in self.numbers)

    def _measured(self) -> tuple[float | None, tuple[tuple[Factor, Importance], ...]]:
        """The top's probability and the factors' importance; nothing unless every factor has a probability."""
        likely = {n: 1.0 if f.kind is FactorKind.HOUSE else f.probability for n, f in self.factors.items()}
        known = {number: chance for number, chance in likely.items() if chance is not None}
        if not known or len(known) < len(self.factors) or self.solution.parts is None:
            return None, ()
        top, measures = importances(self.solution, known)
        by_id = {factor.id: factor for factor in self.factors.values()}
        return top, tuple((by_id[measure.factor], measure) for measure in measures)
