"""Orders of a module's leaves: on them hangs how large its decision diagram grows.

Which order is best is hard to know, so several are tried. All walk the gates depth first, so that
leaves of one gate stay together; they differ in which input a gate visits next.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pirgen.analysis.fault_trees.logic.formula import Formula
from pirgen.analysis.fault_trees.logic.modules import Module

__all__ = ["leaf_orders"]

_MANY = 200

Preference = Callable[[int, int], tuple[float, ...]]
"""Ranks an input: how many leaves are below it, and how many of these have no place yet."""


def leaf_orders(formula: Formula, module: Module) -> Iterator[tuple[int, ...]]:
    """The orders to try, the one that did best on average first; each once."""
    below = _leaves_below(formula, module)
    preferences: list[Preference] = [_most_familiar, _least_new, _as_written, _smallest]
    given: set[tuple[int, ...]] = set()
    for preference in preferences:
        order = _walk(formula, module, below, preference)
        if order not in given:
            given.add(order)
            yield order


def _most_familiar(leaves: int, new: int) -> tuple[float, ...]:
    return (new / leaves, leaves)


def _least_new(leaves: int, new: int) -> tuple[float, ...]:
    return (new, -leaves)


def _as_written(leaves: int, new: int) -> tuple[float, ...]:
    return ()


def _smallest(leaves: int, new: int) -> tuple[float, ...]:
    return (leaves,)


def _leaves_below(formula: Formula, module: Module) -> dict[int, int]:
    """For each node of the module the leaves below it, as a set of bits."""
    below = {leaf: 1 << place for place, leaf in enumerate(module.leaves)}
    for node in module.gates:
        bits = 0
        for literal in formula.gate(node).inputs:
            bits |= below[literal >> 1]
        below[node] = bits
    return below


def _walk(formula: Formula, module: Module, below: dict[int, int], prefer: Preference) -> tuple[int, ...]:
    order: list[int] = []
    leaves = frozenset(module.leaves)
    placed = 0
    waiting = [_inputs(formula, module.root)]
    while waiting:
        inputs = waiting[-1]
        if not inputs:
            waiting.pop()
            continue
        node = inputs.pop(_next(inputs, below, placed, prefer))
        if node in leaves and below[node] & ~placed:
            order.append(node)
            placed |= below[node]
        elif below[node] & ~placed:
            waiting.append(_inputs(formula, node))
    return tuple(order)


def _inputs(formula: Formula, node: int) -> list[int]:
    """The inputs as written, the first one last."""
    return [literal >> 1 for literal in reversed(formula.gate(node).inputs)]


def _next(inputs: list[int], below: dict[int, int], placed: int, prefer: Preference) -> int:
    """The place of the preferred input; beyond a number of them the first one, for they're compared often."""
    if len(inputs) > _MANY:
        return -1
    ranks = [prefer(below[node].bit_count(), (below[node] & ~placed).bit_count()) for node in reversed(inputs)]
    return -1 - ranks.index(min(ranks))
