"""What the analysis of a tree finds, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum

from pirgen.analysis.fault_trees.measures.importance import Importance
from pirgen.analysis.fault_trees.residual import ResidualTree
from pirgen.model import Action, Factor, Occurred

__all__ = ["CutSet", "FactorWeight", "Factored", "NextAction", "SmallestRepair", "Standing", "TreeAnalysis"]


class Standing(Enum):
    """Whether a way to fail, or a factor, is still there: only what eliminates a factor for good closes it."""

    OPEN = "open"
    PLANNED = "planned"
    CLOSED = "closed"


@dataclass(frozen=True)
class CutSet:
    """A way to fail: a smallest set of factors that together cause the top.

    ``depth`` of the factors are eliminated. In a tree with negation, ``absent`` are the factors that must be
    absent for it; then ``factors`` may be empty, for a way that needs nothing but an absence.
    """

    factors: tuple[Factor, ...]
    standing: Standing
    depth: int
    absent: tuple[Factor, ...] = ()

    @property
    def is_single(self) -> bool:
        """Whether one factor suffices, whatever else there is."""
        return len(self.factors) == 1 and not self.absent


@dataclass(frozen=True)
class FactorWeight:
    """In how many open ways a factor is, and how much these weigh.

    A way of one factor weighs a half, of two a quarter, and so on.
    """

    factor: Factor
    ways: int
    weight: float


@dataclass(frozen=True)
class NextAction:
    """An action that is not done, how many of the remaining ways it would close, and how much these weigh."""

    action: Action
    closes: int
    weight: float


@dataclass(frozen=True)
class Factored:
    """The open ways in few words: each has every factor of ``every`` and one of each group of ``one_of``."""

    every: tuple[Factor, ...]
    one_of: tuple[tuple[Factor, ...], ...]


@dataclass(frozen=True)
class SmallestRepair:
    """The fewest factors whose elimination closes every way that is open.

    For each factor the actions that work on it without closing the way: they reduce or detect it, or were
    declined or superseded. A factor with none needs a new action.
    """

    factors: tuple[Factor, ...]
    actions: tuple[tuple[Action, ...], ...]


@dataclass(frozen=True)
class TreeAnalysis:
    """What a tree says.

    ``cut_sets`` are the first ways to fail, open before planned before closed and small before large, at most
    MOST_LISTED; ``by_order`` counts all of them by their number of factors, from 0 on, and ``counts`` by
    standing. ``order_limit`` is None unless the tree was too large: then only sets up to that order were
    found. ``constant`` is True or False where the top always or never occurs. ``single_points`` are the ways
    of one factor. Of a tree that was too large, ``in_every_set`` may lack some and ``in_no_set`` is empty.
    ``open_weights`` are the factors of open ways, ``next_actions`` the actions that would close a way, both
    heaviest first. ``worked_on`` are the ids of factors that an action addresses which was not given up.
    ``repairs`` are the best of them; None where they are not known, empty where nothing is
    open or no elimination would do. ``top_occurred`` is what the gates make of what occurred: where it is NO,
    the tree does not explain the incident. ``residual`` is the tree without what has been eliminated.
    ``probability`` is None unless every factor has one. ``is_coherent`` is False where the absence of a factor
    can matter; then the ways are prime implicants where ``has_implicants``, else the sets that suffice while
    all other factors are absent.
    """

    cut_sets: tuple[CutSet, ...]
    total: int
    by_order: tuple[int, ...]
    counts: Mapping[Standing, int]
    order_limit: int | None
    constant: bool | None
    single_points: tuple[CutSet, ...]
    in_every_set: tuple[Factor, ...]
    in_no_set: tuple[Factor, ...]
    in_every_open_set: tuple[Factor, ...]
    open_weights: tuple[FactorWeight, ...]
    next_actions: tuple[NextAction, ...]
    worked_on: frozenset[str]
    repairs: tuple[SmallestRepair, ...] | None
    factored: Factored | None
    top_occurred: Occurred
    residual: ResidualTree
    probability: float | None
    importances: tuple[tuple[Factor, Importance], ...] = ()
    is_coherent: bool = True
    has_implicants: bool = False

    @property
    def remaining(self) -> int:
        """How many ways are not closed."""
        return self.counts[Standing.OPEN] + self.counts[Standing.PLANNED]

    @property
    def best_actions(self) -> tuple[NextAction, ...]:
        """The actions that would close most, by weight; several where they are equal."""
        return tuple(each for each in self.next_actions if _equal(each.weight, self.next_actions[0].weight))

    @property
    def heaviest(self) -> tuple[FactorWeight, ...]:
        """The factors whose open ways weigh most; several where they are equal."""
        return tuple(each for each in self.open_weights if _equal(each.weight, self.open_weights[0].weight))

    @property
    def needs_no_factor(self) -> tuple[CutSet, ...]:
        """The listed ways that no factor is needed for, only absences or nothing at all."""
        return tuple(way for way in self.cut_sets if not way.factors)


def _equal(one: float, other: float) -> bool:
    return abs(one - other) <= 1e-9 * max(one, other)
