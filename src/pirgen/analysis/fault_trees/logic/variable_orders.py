"""Orders of a module's leaves: on them hangs how large its decision diagram grows.

Which order is best is hard to know, so several are tried. All walk the gates depth first, so that
leaves of one gate stay together; they differ in which input a gate visits next. One of them then has what
is joined drawn together: F. A. Aloul, I. L. Markov, K. A. Sakallah, "FORCE: a fast and easy-to-implement
variable-ordering heuristic", GLSVLSI 2003.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping

from pirgen.analysis.fault_trees.logic.formula import Formula
from pirgen.analysis.fault_trees.logic.modules import Module

__all__ = ["leaf_orders"]

_MANY = 200

_ROUNDS = 200
_MOVES = 400_000  # of a gate's inputs, in all rounds together

Preference = Callable[[int, int], tuple[float, ...]]
"""Ranks an input: how many leaves are below it, and how many of these have no place yet."""


def leaf_orders(formula: Formula, module: Module) -> Iterator[tuple[int, ...]]:
    """The orders to try, the one that did best on average first; each once."""
    below = _leaves_below(formula, module)
    given: set[tuple[int, ...]] = set()
    for preference in (_most_familiar, None, _least_new, _as_written):
        order = _walk(formula, module, below, preference or _least_new)
        if preference is None:
            order = _drawn_together(formula, module, order)
        if order not in given:
            given.add(order)
            yield order


def _most_familiar(leaves: int, new: int) -> tuple[float, ...]:
    return (new / leaves, leaves)


def _least_new(leaves: int, new: int) -> tuple[float, ...]:
    return (new, -leaves)


def _as_written(leaves: int, new: int) -> tuple[float, ...]:
    return ()


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


def _drawn_together(formula: Formula, module: Module, order: tuple[int, ...]) -> tuple[int, ...]:
    """The order in which gates span least, of those found by moving every node to the middle of its gates.

    The middle of a gate is the mean place of its inputs and itself.
    """
    joined = [(node, *(literal >> 1 for literal in formula.gate(node).inputs)) for node in module.gates]
    gates_of: dict[int, list[int]] = {}
    for number, nodes in enumerate(joined):
        for node in nodes:
            gates_of.setdefault(node, []).append(number)
    places = _first_places(joined, order)
    best, smallest = order, _span(joined, places)
    for _ in range(min(_ROUNDS, _MOVES // sum(map(len, joined)))):
        middles = [sum([places[node] for node in nodes]) / len(nodes) for nodes in joined]
        drawn = {node: [middles[gate] for gate in gates_of[node]] for node in places}
        places = _ranked({node: sum(pulls) / len(pulls) for node, pulls in drawn.items()})
        span = _span(joined, places)
        if span < smallest:
            best, smallest = tuple(sorted(module.leaves, key=places.__getitem__)), span
    return best


def _first_places(joined: list[tuple[int, ...]], order: tuple[int, ...]) -> dict[int, int]:
    """The leaves in their order, and each gate amid its inputs."""
    places = {leaf: float(place) for place, leaf in enumerate(order)}
    for gate, *inputs in joined:
        places[gate] = sum(places[node] for node in inputs) / len(inputs)
    return _ranked(places)


def _ranked(places: Mapping[int, float]) -> dict[int, int]:
    """Whole places in the same order; what lies at one place stays in the order given."""
    return {node: rank for rank, node in enumerate(sorted(places, key=places.__getitem__))}


def _span(joined: list[tuple[int, ...]], places: Mapping[int, int]) -> int:
    """How far what is joined lies apart, summed over the gates."""
    ranges = [[places[node] for node in nodes] for nodes in joined]
    return sum(max(each) - min(each) for each in ranges)
