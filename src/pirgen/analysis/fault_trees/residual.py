"""What is left of a tree now that done actions have eliminated some of its factors."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from pirgen.analysis.fault_trees.occurrence import evaluated
from pirgen.analysis.fault_trees.transfers import JoinedTree
from pirgen.model import FaultTree, Gate, GateKind

__all__ = ["ResidualTree", "residual"]


@dataclass(frozen=True)
class ResidualTree:
    """The gates that still matter, the top one first.

    ``tree`` is None where the top event can no longer occur, or always does. A gate of it may have a
    single input left; a transfer is an 'any' of the gate it names, whose own gates follow under ids
    with their review's id and '#' before them. ``never`` are the ids of factors and gates that can't
    no longer occur, ``always`` of the gates that do in any case.
    """

    tree: FaultTree | None
    never: frozenset[str]
    always: frozenset[str]


def residual(tree: JoinedTree, eliminated: frozenset[str]) -> ResidualTree:
    """The tree with every eliminated factor false; house events stay in it as they are."""
    values = evaluated(tree, {factor.id: False if factor.id in eliminated else None for factor in tree.factors})
    never = frozenset(id for id, value in values.items() if value is False)
    always = frozenset(id for id, value in values.items() if value is True)
    if values[tree.top] is not None or not tree.gates:
        return ResidualTree(None, never, always)
    needed = {tree.top}
    gates = []
    for gate in reversed(tree.gates):
        if gate.id in needed:
            needed.update(id for id in gate.inputs if values[id] is None)
            gates.append(_left_of(gate, values))
    return ResidualTree(FaultTree(tree.top, tuple(gates)), never, always)


def _left_of(gate: Gate, values: Mapping[str, bool | None]) -> Gate:
    inputs = tuple(id for id in gate.inputs if values[id] is None and id != gate.condition)
    sure = sum(values[id] is True for id in gate.inputs)
    match gate.kind:
        case GateKind.TRANSFER:
            return replace(gate, kind=GateKind.ANY, inputs=inputs, transfer=None)
        case GateKind.ATLEAST:
            return replace(gate, inputs=inputs, atleast=(gate.atleast or 1) - sure)
        case GateKind.XOR if len(inputs) < len(gate.inputs):
            return replace(gate, kind=GateKind.NOT if sure else GateKind.ANY, inputs=inputs)
        case GateKind.INHIBIT if not inputs or values[gate.condition or ""] is not None:
            return replace(gate, kind=GateKind.ALL, inputs=inputs or (gate.condition or "",), condition=None)
    return replace(gate, inputs=inputs)
