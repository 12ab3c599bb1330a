"""Diagrams at rest: what a decision diagram or a family of sets looks like once it is made."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["FrozenDiagram", "TooLarge", "freeze"]


class TooLarge(Exception):  # noqa: N818 - a turn that is taken, not an error
    """A diagram outgrew its budget; caught where something smaller can be tried."""


@dataclass(frozen=True, slots=True)
class FrozenDiagram:
    """Vertices as (leaf, low, high), children first; 0 and 1 are the ends and the first vertex is 2.

    Low is where to go on when the leaf is false or not in the set, high when it is.
    """

    vertices: tuple[tuple[int, int, int], ...]
    root: int


def freeze(
    root: int, levels: Sequence[int], lows: Sequence[int], highs: Sequence[int], order: Sequence[int]
) -> FrozenDiagram:
    """What is reached from the root, of vertices that were made children first; levels become leaves."""
    reached = {root}
    waiting = [root]
    while waiting:
        vertex = waiting.pop()
        for child in (lows[vertex], highs[vertex]) if vertex > 1 else ():
            if child not in reached:
                reached.add(child)
                waiting.append(child)
    new = {0: 0, 1: 1}
    vertices: list[tuple[int, int, int]] = []
    for vertex in sorted(reached - {0, 1}):
        new[vertex] = len(vertices) + 2
        vertices.append((order[levels[vertex]], new[lows[vertex]], new[highs[vertex]]))
    return FrozenDiagram(tuple(vertices), new[root])
