"""The solution of a formula: its minimal sets, exactly where a budget allows it and else up to an order."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from pirgen.analysis.fault_trees.cut_sets.brute_force import limit_within, sets_by_brute_force
from pirgen.analysis.fault_trees.cut_sets.counting import CutSets
from pirgen.analysis.fault_trees.cut_sets.limited import limited_sets
from pirgen.analysis.fault_trees.cut_sets.prime_implicants import prime_implicants
from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram, Vertices
from pirgen.analysis.fault_trees.diagrams.module_diagrams import ModuleDiagram, minimal_sets, module_diagrams
from pirgen.analysis.fault_trees.logic.formula import Formula
from pirgen.analysis.fault_trees.logic.modules import whole
from pirgen.analysis.fault_trees.logic.rewriting import simplified
from pirgen.analysis.fault_trees.logic.variable_orders import leaf_orders

__all__ = ["BUDGET", "Solution", "solve"]

BUDGET = 50_000
"""How many vertices a diagram may have in a build; one takes some 50 bytes with what is remembered.

A number of vertices and not of seconds, so that the result is the same on every machine. Large random trees
take about 40 microseconds a vertex, and so up to two seconds.
"""

_STEPS = 4  # of the limited search, for each vertex of the budget
_TRIALS = 40  # inputs looked at while small sets are tried, for each vertex of the budget

_SMALLEST = 10  # vertices: enough for a tree that is a mere event

_NO_SET = FrozenDiagram(Vertices(), 0)
_EMPTY_SET = FrozenDiagram(Vertices(), 1)


@dataclass(frozen=True)
class Solution:
    """The minimal sets and, where they fit the budget, the decision diagrams; the last part is the top.

    ``order_limit`` is None where these are all sets, else the order up to which they are. ``constant``
    is set where the top is always or never true, as far as that is known. ``implicants`` are the prime
    implicants of a formula that is not coherent, where they fit the budget.
    """

    formula: Formula
    sets: CutSets
    parts: tuple[ModuleDiagram, ...] | None
    order_limit: int | None = None
    constant: bool | None = None
    implicants: CutSets | None = None


def _silent(stage: str) -> None:
    """Tell nobody."""


def solve(formula: Formula, budget: int = BUDGET, progress: Callable[[str], None] = _silent) -> Solution:
    """The minimal sets: the smallest sets of events that, with all others absent, make the top true.

    For coherent trees these are the minimal cut sets. With negation they are the minimal p-cuts of
    A. Rauzy, "Mathematical foundations of minimal cutsets", IEEE Transactions on Reliability 50(4), 2001.
    """
    formula = simplified(formula)
    solution = _solved(formula, budget, progress)
    if formula.is_coherent or solution.constant is not None:
        return solution
    progress("what has to be absent")
    return replace(solution, implicants=_implicants(formula, budget))


def _solved(formula: Formula, budget: int, progress: Callable[[str], None]) -> Solution:
    progress(f"decision diagrams of at most {budget:,} vertices")
    parts = module_diagrams(formula, budget)
    if parts and parts[-1].is_constant:
        value = parts[-1].is_negated
        return Solution(formula, _alone(_EMPTY_SET if value else _NO_SET), parts, constant=value)
    if _is_true_of_nothing(formula):
        return Solution(formula, _alone(_EMPTY_SET), parts)
    families = minimal_sets(parts, max(budget, _SMALLEST)) if parts else None
    if families:
        return Solution(formula, CutSets(families), parts)
    limit, some = _some_sets(formula, budget, progress)
    return Solution(formula, _alone(some), parts, limit)


def _implicants(formula: Formula, budget: int) -> CutSets | None:
    top, is_negated = formula.top >> 1, formula.top & 1
    if top < formula.first_gate:
        return _alone(FrozenDiagram(Vertices([(-top if is_negated else top, 0, 1)]), 2))
    return prime_implicants(formula, budget)


def _alone(family: FrozenDiagram) -> CutSets:
    return CutSets(((0, family),))


def _is_true_of_nothing(formula: Formula) -> bool:
    values = formula.values([0] * len(formula.events))
    return bool(values[formula.top >> 1] ^ (formula.top & 1))


def _some_sets(
    formula: Formula, budget: int, progress: Callable[[str], None]
) -> tuple[int | None, FrozenDiagram]:
    """The sets up to the highest order that the budget allows, and that order; None for all sets."""
    order = next(leaf_orders(formula, whole(formula)))
    found = limited_sets(formula, order, _STEPS * budget, budget, progress)
    if found:
        return None if found.is_complete else found.limit, found.sets
    limit = limit_within(_TRIALS * budget, formula)
    progress(f"sets of at most {limit} events, one by one")
    return limit, sets_by_brute_force(limit, formula)
