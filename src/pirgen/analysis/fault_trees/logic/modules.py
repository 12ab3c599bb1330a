"""Modules: the gates whose events nothing else in the tree uses, so that each can be solved alone.

Found in linear time as in Y. Dutuit, A. Rauzy, "A linear-time algorithm to find modules of fault
trees", IEEE Transactions on Reliability 45(3), 1996: walk the tree and note when each node is first
and last seen; a gate is a module when everything below it is seen only between its own two times.
"""

from __future__ import annotations

from dataclasses import dataclass

from pirgen.analysis.fault_trees.logic.formula import Formula

__all__ = ["Module", "modules", "whole"]


@dataclass(frozen=True, slots=True)
class Module:
    """A gate, the gates below it bottom-up (itself last), and the events and modules that these end in."""

    root: int
    gates: tuple[int, ...]
    leaves: tuple[int, ...]


def modules(formula: Formula) -> tuple[Module, ...]:
    """Every module, those inside of others first; the top gate is the last one."""
    top = formula.top >> 1
    if top < formula.first_gate:
        return ()
    roots = _roots(formula)
    return tuple(_module(formula, root, roots) for root in sorted(roots))


def whole(formula: Formula) -> Module:
    """The formula as one module, not divided any further; there must be a gate on top."""
    return _module(formula, formula.top >> 1, frozenset())


def _roots(formula: Formula) -> frozenset[int]:
    first, last, left = _times(formula)
    begin, end = list(first), list(last)  # when anything at or below a node was first and last seen
    roots = set()
    for node, gate in enumerate(formula.gates, formula.first_gate):
        below = [literal >> 1 for literal in gate.inputs]
        begin[node] = min(begin[child] for child in below)
        end[node] = max(end[child] for child in below)
        if begin[node] > first[node] and end[node] < left[node]:
            roots.add(node)
        begin[node] = min(begin[node], first[node])
        end[node] = max(end[node], last[node])
    return frozenset(roots)


def _times(formula: Formula) -> tuple[list[int], list[int], list[int]]:
    """When each node is first seen, last seen, and, for a gate, first left again."""
    size = formula.first_gate + len(formula.gates)
    first, last, left = [0] * size, [0] * size, [0] * size
    time = 0
    waiting = [(formula.top >> 1, False)]
    while waiting:
        node, leaves_gate = waiting.pop()
        time += 1
        last[node] = time
        if leaves_gate:
            left[node] = time
        elif not first[node]:
            first[node] = time
            if node >= formula.first_gate:
                waiting.append((node, True))
                waiting += [(literal >> 1, False) for literal in reversed(formula.gate(node).inputs)]
    return first, last, left


def _module(formula: Formula, root: int, roots: frozenset[int]) -> Module:
    gates, leaves, waiting = {root}, set(), [root]
    while waiting:
        for literal in formula.gate(waiting.pop()).inputs:
            child = literal >> 1
            if child < formula.first_gate or child in roots:
                leaves.add(child)
            elif child not in gates:
                gates.add(child)
                waiting.append(child)
    return Module(root, tuple(sorted(gates)), tuple(sorted(leaves)))
