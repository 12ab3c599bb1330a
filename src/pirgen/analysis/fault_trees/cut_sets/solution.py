"""The solution of a formula: its minimal sets, exactly where a budget allows it and else up to an order."""

from __future__ import annotations

from dataclasses import dataclass

from pirgen.analysis.fault_trees.cut_sets.brute_force import limit_within, sets_by_brute_force
from pirgen.analysis.fault_trees.cut_sets.counting import CutSets
from pirgen.analysis.fault_trees.cut_sets.limited import sets_up_to
from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram
from pirgen.analysis.fault_trees.diagrams.module_diagrams import ModuleDiagram, minimal_sets, module_diagrams
from pirgen.analysis.fault_trees.logic.formula import Formula
from pirgen.analysis.fault_trees.logic.modules import whole
from pirgen.analysis.fault_trees.logic.rewriting import simplified
from pirgen.analysis.fault_trees.logic.variable_orders import leaf_orders

__all__ = ["BUDGET", "Solution", "solve"]

BUDGET = 1_000_000
"""How many vertices a diagram may have; one takes about half a kilobyte with what is remembered of it."""

_ORDERS = (4, 3, 2)
_TRIALS = 5_000_000

_NO_SET = FrozenDiagram((), 0)
_EMPTY_SET = FrozenDiagram((), 1)


@dataclass(frozen=True)
class Solution:
    """The minimal sets and, where they fit the budget, the decision diagrams; the last part is the top.

    ``order_limit`` is None where these are all sets, else the order up to which they are. ``constant``
    is set where the top is always or never true, as far as that is known.
    """

    formula: Formula
    sets: CutSets
    parts: tuple[ModuleDiagram, ...] | None
    order_limit: int | None = None
    constant: bool | None = None


def solve(formula: Formula, budget: int = BUDGET) -> Solution:
    """The minimal sets: the smallest sets of events that, with all others absent, make the top true.

    For coherent trees these are the minimal cut sets. With negation they are the minimal p-cuts of
    A. Rauzy, "Mathematical foundations of minimal cutsets", IEEE Transactions on Reliability 50(4), 2001.
    """
    formula = simplified(formula)
    parts = module_diagrams(formula, budget)
    if parts and parts[-1].is_constant:
        value = parts[-1].is_negated
        return Solution(formula, _alone(_EMPTY_SET if value else _NO_SET), parts, constant=value)
    if _is_true_of_nothing(formula):
        return Solution(formula, _alone(_EMPTY_SET), parts)
    is_mere_event = formula.top >> 1 < formula.first_gate
    sets = _all_sets(parts, BUDGET if is_mere_event else budget) if parts else None
    if sets:
        return Solution(formula, sets, parts)
    limit, some = _some_sets(formula, budget)
    return Solution(formula, _alone(some), parts, limit)


def _alone(family: FrozenDiagram) -> CutSets:
    return CutSets(((0, family),))


def _is_true_of_nothing(formula: Formula) -> bool:
    values = formula.values([0] * len(formula.events))
    return bool(values[formula.top >> 1] ^ (formula.top & 1))


def _all_sets(parts: tuple[ModuleDiagram, ...], budget: int) -> CutSets | None:
    families = []
    for part in parts:
        family = minimal_sets(part, budget)
        if family is None:
            return None
        budget -= len(family.vertices)
        families.append((part.root, family))
    return CutSets(tuple(families))


def _some_sets(formula: Formula, budget: int) -> tuple[int, FrozenDiagram]:
    """The sets up to the highest order that the budget allows, and that order."""
    order = next(leaf_orders(formula, whole(formula)))
    for limit in _ORDERS:
        family = sets_up_to(limit, formula, order, budget)
        if family is not None:
            return limit, family
    limit = limit_within(_TRIALS, formula)
    return limit, sets_by_brute_force(limit, formula)
