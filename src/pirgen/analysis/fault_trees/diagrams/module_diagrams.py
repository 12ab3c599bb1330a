"""Modules as decision diagrams: each alone, in several orders, within a budget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pirgen.analysis.fault_trees.diagrams.bdd import DecisionDiagrams
from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram, TooLarge, Vertices
from pirgen.analysis.fault_trees.diagrams.recursion import DEEPEST, room_for
from pirgen.analysis.fault_trees.diagrams.zbdd import ZeroSuppressedDiagrams
from pirgen.analysis.fault_trees.logic.formula import Formula
from pirgen.analysis.fault_trees.logic.modules import Module, modules
from pirgen.analysis.fault_trees.logic.variable_orders import leaf_orders

__all__ = ["ModuleDiagram", "function_of", "minimal_sets", "module_diagrams"]

_TRIES = ((16, 4), (4, 2), (1, 0))  # what share of the budget an order gets, and how many are tried on


@dataclass(frozen=True, slots=True)
class ModuleDiagram:
    """A module and its function as a decision diagram over the module's leaves.

    Where the module is true while nothing is, ``is_negated`` is set and the diagram is that of when it is
    false: so the minimal sets of a tree are exactly those of its parts put into each other.
    """

    root: int
    is_negated: bool
    diagram: FrozenDiagram
    order: tuple[int, ...]

    @property
    def is_constant(self) -> bool:
        """Whether the module is true (negated) or false whatever happens."""
        return self.diagram.root < 2


def module_diagrams(formula: Formula, budget: int) -> tuple[ModuleDiagram, ...] | None:
    """The decision diagrams of all modules, bottom-up; None if they don't fit the budget of vertices.

    The last one is the top's, also where that is a mere event or constant.
    """
    top, sign = formula.top >> 1, bool(formula.top & 1)
    if top < formula.first_gate:
        diagram = FrozenDiagram(Vertices([(top, 0, 1)]), 2) if top else FrozenDiagram(Vertices(), 0)
        return (ModuleDiagram(0, sign, diagram, (top,)),)
    parts: dict[int, ModuleDiagram] = {}
    for module in modules(formula):
        part = _module_diagram(formula, module, parts, budget)
        if part is None:
            return None
        parts[module.root] = part
        budget -= len(part.diagram.vertices)
    last = parts.pop(top)
    return (*parts.values(), replace(last, is_negated=last.is_negated ^ sign))


def _module_diagram(
    formula: Formula, module: Module, parts: Mapping[int, ModuleDiagram], budget: int
) -> ModuleDiagram | None:
    """The diagram in the first order that keeps it small enough; those that get furthest are tried longest."""
    if len(module.leaves) > DEEPEST:
        return None
    orders: Iterable[tuple[int, ...]] = leaf_orders(formula, module)
    for share, kept in _TRIES:
        reached: dict[tuple[int, ...], int] = {}
        for order in orders:
            try:
                with room_for(len(order)):
                    return _diagram(formula, module, parts, order, budget // share)
            except TooLarge as stop:
                reached[order] = stop.done
        best = sorted(reached, key=reached.__getitem__, reverse=True)[:kept]
        orders = [order for order in reached if order in best]
    return None


def _diagram(
    formula: Formula, module: Module, parts: Mapping[int, ModuleDiagram], order: tuple[int, ...], most: int
) -> ModuleDiagram:
    with DecisionDiagrams(most) as diagrams:
        function = function_of(formula, module, parts, order, diagrams)
        is_negated = diagrams.is_true_of_nothing(function)
        return ModuleDiagram(module.root, is_negated, diagrams.freeze(function ^ is_negated, order), order)


def function_of(
    formula: Formula,
    module: Module,
    parts: Mapping[int, ModuleDiagram],
    order: tuple[int, ...],
    diagrams: DecisionDiagrams,
) -> int:
    """The function of a module's gate over its leaves, of which some may be modules that are known."""
    functions = {leaf: diagrams.leaf(level) for level, leaf in enumerate(order)}
    for leaf in functions.keys() & parts.keys():
        function = 0 if parts[leaf].is_constant else functions[leaf]
        functions[leaf] = function ^ parts[leaf].is_negated
    for done, node in enumerate(module.gates):
        gate = formula.gate(node)
        inputs = [functions[literal >> 1] ^ (literal & 1) for literal in gate.inputs]
        try:
            functions[node] = diagrams.joined(gate, inputs)
        except TooLarge:
            raise TooLarge(done) from None
    return functions[module.root]


def minimal_sets(parts: Iterable[ModuleDiagram], budget: int) -> tuple[tuple[int, FrozenDiagram], ...] | None:
    """The minimal sets of leaves of each part by its root, or None if they don't fit the budget of vertices."""
    found = []
    with ZeroSuppressedDiagrams(budget) as families:
        for part in parts:
            level_of = {leaf: level for level, leaf in enumerate(part.order)}
            try:
                with room_for(2 * len(part.order)):
                    sets = families.minimal_solutions(part.diagram, level_of)
            except TooLarge:
                return None
            found.append((part.root, families.freeze(sets, part.order)))
    return tuple(found)
