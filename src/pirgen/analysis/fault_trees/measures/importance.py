"""How much each factor matters to the probability of the top."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pirgen.analysis.fault_trees.cut_sets.solution import Solution
from pirgen.analysis.fault_trees.measures.fussell_vesely import fussell_vesely
from pirgen.analysis.fault_trees.measures.probability import Chance, chances, leaf_probabilities, probability

__all__ = ["Importance", "importances"]


@dataclass(frozen=True)
class Importance:
    """The usual five measures of one factor.

    ``birnbaum`` is how much the top's probability grows from where the factor can't occur to where it
    is sure to; ``criticality`` the probability that the factor occurs and decides, given the top;
    ``fussell_vesely`` the probability that some minimal set with the factor occurs, given the top, or
    None where it is not known; ``achievement_worth`` (RAW) by what factor the top grows if the factor
    is sure to occur; ``reduction_worth`` (RRW) by what factor it shrinks if the factor can't, or None
    where nothing would be left.
    """

    factor: str
    probability: float
    birnbaum: float
    criticality: float
    fussell_vesely: float | None
    achievement_worth: float
    reduction_worth: float | None


def importances(solution: Solution, events: Mapping[int, float]) -> tuple[float, tuple[Importance, ...]]:
    """The probability of the top and the importance of each event that it depends on, in their order.

    The solution must have its decision diagrams, and every event its probability.
    """
    assert solution.parts is not None
    leaves = leaf_probabilities(solution.parts, events)
    top = probability(solution.parts, leaves)
    if top == 0 or solution.constant is not None:
        return top, ()
    share_of = fussell_vesely(solution, leaves)
    found = sorted(chances(solution.parts, leaves).items())
    names = solution.formula.events
    return top, tuple(
        _importance(names[event - 1], leaves[event], top, chance, share_of.get(event))
        for event, chance in found
    )


def _importance(name: str, own: float, top: float, chance: Chance, share: float | None) -> Importance:
    birnbaum = chance.if_true - chance.if_false
    return Importance(
        name,
        own,
        birnbaum,
        birnbaum * own / top,
        None if share is None else share / top,
        chance.if_true / top,
        top / chance.if_false if chance.if_false else None,
    )
