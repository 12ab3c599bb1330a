"""A tree, with the trees that it transfers to, becomes a formula."""

from __future__ import annotations

from collections.abc import Mapping

from pirgen.analysis.fault_trees.logic.formula import FALSE, TRUE, Formula, FormulaBuilder
from pirgen.analysis.fault_trees.transfers import JoinedTree
from pirgen.model import Gate, GateKind

__all__ = ["formula_of"]


def formula_of(tree: JoinedTree, constants: Mapping[str, bool]) -> Formula:
    """The formula of the top over every factor but the constant ones.

    An inhibit gate is 'all' with its condition (NUREG-0492, chapter IV). Beyond two inputs, which
    no author may write, xor means an odd number of them.
    """
    events = [factor.id for factor in tree.factors if factor.id not in constants]
    builder = FormulaBuilder(events)
    literals = {id: 2 * node for node, id in enumerate(events, 1)}
    literals |= {id: TRUE if value else FALSE for id, value in constants.items()}
    for gate in tree.gates:
        literals[gate.id] = _literal(builder, gate, [literals[id] for id in gate.inputs])
    return builder.formula(literals[tree.top])


def _literal(builder: FormulaBuilder, gate: Gate, inputs: list[int]) -> int:
    match gate.kind:
        case GateKind.ALL | GateKind.INHIBIT:
            return builder.all_of(inputs)
        case GateKind.ANY | GateKind.TRANSFER:
            return builder.any_of(inputs)
        case GateKind.ATLEAST:
            return builder.at_least(gate.atleast or 1, inputs)
        case GateKind.NOT:
            return builder.any_of(inputs) ^ 1
        case GateKind.XOR:
            odd = FALSE
            for literal in inputs:
                odd = builder.either(odd, literal)
            return odd
