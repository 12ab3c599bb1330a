"""Simpler formulas that mean the same: nested gates become one, and what belongs together is grouped.

The rewriting is that of Camarinopoulos & Yllera (1985), of which only the steps that cost nothing
are taken.
"""

from __future__ import annotations

from pirgen.analysis.fault_trees.logic.formula import Connective, Formula, FormulaBuilder

__all__ = ["simplified"]


def simplified(formula: Formula) -> Formula:
    """The same function with fewer gates, its private events grouped so that they can be modules."""
    while True:
        smaller = _coalesced(formula)
        if len(smaller.gates) == len(formula.gates):
            return _grouped(smaller)
        formula = smaller


def _coalesced(formula: Formula) -> Formula:
    """Without gates that feed only one gate of their own kind; nothing that the top doesn't need stays."""
    builder = FormulaBuilder(formula.events)
    new = _event_literals(formula)
    for node, gate in enumerate(formula.gates, formula.first_gate):
        inputs: list[int] = []
        for literal in gate.inputs if formula.uses[node] else ():
            moved = new[literal >> 1] ^ (literal & 1)
            inner = builder.gate_of(moved) if formula.uses[literal >> 1] == 1 else None
            if inner and inner.connective is gate.connective is Connective.ALL:
                inputs += inner.inputs
            else:
                inputs.append(moved)
        new.append(builder.junction(gate, inputs) if inputs else 0)
    return builder.formula(new[formula.top >> 1] ^ (formula.top & 1))


def _grouped(formula: Formula) -> Formula:
    """Events that only one gate uses, put below a gate of their own: that gate will be a module."""
    builder = FormulaBuilder(formula.events)
    new = _event_literals(formula)
    for gate in formula.gates:
        private = [literal for literal in gate.inputs if _is_private(formula, literal)]
        if gate.connective is Connective.ALL and 1 < len(private) < len(gate.inputs):
            group = builder.all_of(new[literal >> 1] ^ (literal & 1) for literal in private)
            shared = [literal for literal in gate.inputs if not _is_private(formula, literal)]
            inputs = [*(new[literal >> 1] ^ (literal & 1) for literal in shared), group]
        else:
            inputs = [new[literal >> 1] ^ (literal & 1) for literal in gate.inputs]
        new.append(builder.junction(gate, inputs))
    return builder.formula(new[formula.top >> 1] ^ (formula.top & 1))


def _event_literals(formula: Formula) -> list[int]:
    return [2 * node for node in range(formula.first_gate)]


def _is_private(formula: Formula, literal: int) -> bool:
    return literal >> 1 < formula.first_gate and formula.uses[literal >> 1] == 1
