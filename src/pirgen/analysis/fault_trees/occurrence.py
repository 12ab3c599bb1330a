"""The gates of a tree evaluated in three values: true, false, and None where it isn't known.

The logic is Kleene's: a gate is known as soon as the inputs that are known decide it.
"""

from __future__ import annotations

from collections.abc import Mapping

from pirgen.analysis.fault_trees.transfers import JoinedTree
from pirgen.model import Factor, FactorKind, Gate, GateKind, Occurred

__all__ = ["evaluated", "occurrences"]

_WORDS = {True: Occurred.YES, False: Occurred.NO, None: Occurred.UNKNOWN}


def occurrences(tree: JoinedTree) -> dict[str, Occurred]:
    """For each gate whether it occurred in the incident, as its factors did."""
    values = evaluated(tree, {factor.id: _occurred(factor) for factor in tree.factors})
    return {gate.id: _WORDS[values[gate.id]] for gate in tree.gates}


def evaluated(tree: JoinedTree, factors: Mapping[str, bool | None]) -> dict[str, bool | None]:
    """The values of the factors, and those of the gates that follow from them."""
    values = dict(factors)
    for gate in tree.gates:
        values[gate.id] = _value(gate, [values[id] for id in gate.inputs])
    return values


def _occurred(factor: Factor) -> bool | None:
    if factor.kind is FactorKind.HOUSE:
        return factor.state
    return None if factor.occurred is Occurred.UNKNOWN else factor.occurred is Occurred.YES


def _value(gate: Gate, inputs: list[bool | None]) -> bool | None:
    match gate.kind:
        case GateKind.ALL | GateKind.INHIBIT:
            return _at_least(len(inputs), inputs)
        case GateKind.ANY | GateKind.TRANSFER:
            return _at_least(1, inputs)
        case GateKind.ATLEAST:
            return _at_least(gate.atleast or 1, inputs)
        case GateKind.NOT:
            value = _at_least(1, inputs)
            return None if value is None else not value
        case GateKind.XOR:
            return None if None in inputs else inputs.count(True) % 2 == 1


def _at_least(least: int, inputs: list[bool | None]) -> bool | None:
    if inputs.count(True) >= least:
        return True
    return None if inputs.count(False) <= len(inputs) - least else False
