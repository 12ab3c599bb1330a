"""What a review's fault tree says: the one place to ask, which analyses each tree once."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import lru_cache

from pirgen.analysis.fault_trees.cut_sets.solution import BUDGET, solve
from pirgen.analysis.fault_trees.findings import (
    CutSet,
    Factored,
    FactorWeight,
    NextAction,
    SmallestRepair,
    Standing,
    TreeAnalysis,
)
from pirgen.analysis.fault_trees.interpretation import LIVE, MOST_LISTED, interpreted
from pirgen.analysis.fault_trees.logic.translation import formula_of
from pirgen.analysis.fault_trees.transfers import JoinedTree, with_transfers
from pirgen.model import FactorKind, Review

__all__ = [
    "BUDGET",
    "MOST_LISTED",
    "VERTICES_A_SECOND",
    "CutSet",
    "FactorWeight",
    "Factored",
    "NextAction",
    "SmallestRepair",
    "Standing",
    "TreeAnalysis",
    "analyse",
    "analysed",
    "analysed_within",
    "joined_ids",
    "joined_tree",
]

VERTICES_A_SECOND = 60_000
"""What a budget in seconds comes to; a machine of today does a little more in a second."""

_KEPT = 4_096


def analyse(review: Review, reviews: Mapping[str, Review]) -> TreeAnalysis | None:
    """The analysis of a review's fault tree with the trees it transfers to; None where it has no tree.

    The trees must be free of cycles, as the rules see to. A way is closed by a done action that eliminates one
    of its factors, or by an event of the response that removed one; what reduces or detects a factor closes
    nothing. Equal trees with equal factors and actions are analysed once, within what a build may spend.
    """
    tree = joined_tree(review, reviews)
    return analysed(tree) if tree else None


def analysed_within(
    review: Review, reviews: Mapping[str, Review], budget: int, progress: Callable[[str], None]
) -> TreeAnalysis | None:
    """The same with another budget of vertices, and told how far it has come."""
    tree = joined_tree(review, reviews)
    return interpreted(tree, solve(formula_of(tree, _constants(tree)), budget, progress)) if tree else None


def joined_ids(review: Review, reviews: Mapping[str, Review]) -> set[str]:
    """The ids of a review and of all those whose fault trees its own one transfers to."""
    joined, waiting = {review.id}, [review]
    while waiting:
        tree = waiting.pop().fault_tree
        targets = {gate.transfer.review for gate in tree.gates if gate.transfer} if tree else set()
        waiting += [reviews[id] for id in targets - joined if id in reviews]
        joined |= targets
    return joined


def joined_tree(review: Review, reviews: Mapping[str, Review]) -> JoinedTree | None:
    """A review's fault tree with those that it transfers to; None where it has none."""
    if review.fault_tree is None:
        return None
    return with_transfers(review.fault_tree, review.factors, review.actions, reviews, review.id)


@lru_cache(maxsize=_KEPT)
def analysed(tree: JoinedTree) -> TreeAnalysis:
    """The analysis of a tree."""
    return interpreted(tree, solve(formula_of(tree, _constants(tree))))


def _constants(tree: JoinedTree) -> dict[str, bool]:
    """The house events with their state, but for those that are true and that something eliminates.

    These are in the ways like factors, so that it can close them.
    """
    live = [action for action in tree.actions if action.status in LIVE]
    closable = {id for action in live for id in action.eliminates}
    closable |= {factor.id for factor in tree.factors if factor.removed_by}
    houses = [factor for factor in tree.factors if factor.kind is FactorKind.HOUSE]
    return {house.id: bool(house.state) for house in houses if not (house.state and house.id in closable)}
