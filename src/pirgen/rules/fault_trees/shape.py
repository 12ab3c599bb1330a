"""The shape of fault trees: what leads where, and back to itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from pirgen.model import FaultTree, Gate

Node = tuple[str, str]
"""A gate or factor of a review: the review's id and its own."""


def below(gate: Gate) -> tuple[str, ...]:
    """The ids directly under a gate in its own tree, its condition last."""
    return gate.inputs if gate.condition is None else (*gate.inputs, gate.condition)


def reachable(tree: FaultTree) -> frozenset[str]:
    """The ids of gates and factors that the top depends on, the top among them."""
    seen: set[str] = set()
    waiting = [tree.top]
    while waiting:
        id = waiting.pop()
        gate = tree.gate(id)
        if id not in seen and gate:
            waiting.extend(below(gate))
        seen.add(id)
    return frozenset(seen)


def cycles(trees: Mapping[str, FaultTree]) -> Iterator[tuple[Node, ...]]:
    """Every way in which a gate leads back to itself, also across reviews; the first node comes last again.

    Depth-first search with three colours (Cormen et al., 'Introduction to Algorithms', 22.3): an edge to
    a node that is still open closes a cycle. One cycle is given for each such edge.
    """
    finished: set[Node] = set()
    for review, tree in trees.items():
        for gate in tree.gates:
            yield from _cycles_from((review, gate.id), trees, finished)


def _cycles_from(
    start: Node, trees: Mapping[str, FaultTree], finished: set[Node]
) -> Iterator[tuple[Node, ...]]:
    path: list[Node] = []
    waiting = [iter((start,))]
    while waiting:
        node = next(waiting[-1], None)
        if node is None:
            waiting.pop()
            if path:
                finished.add(path.pop())
        elif node in path:
            yield (*path[path.index(node) :], node)
        elif node not in finished:
            path.append(node)
            waiting.append(iter(_next_nodes(node, trees)))


def _next_nodes(node: Node, trees: Mapping[str, FaultTree]) -> tuple[Node, ...]:
    review, id = node
    gate = trees[review].gate(id) if review in trees else None
    if gate is None:
        return ()
    if gate.transfer:
        return ((gate.transfer.review, gate.transfer.gate),)
    return tuple((review, under) for under in below(gate))
