"""Diagrams at rest: what a decision diagram or a family of sets looks like once it is made."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

__all__ = ["FrozenDiagram", "TooLarge", "Vertices", "freeze"]


class TooLarge(Exception):  # noqa: N818 - a turn that is taken, not an error
    """A diagram outgrew its budget, when so many gates were done; caught where something else can be tried."""

    def __init__(self, done: int = 0) -> None:
        super().__init__(done)
        self.done = done


class Vertices:
    """Vertices as (leaf, low, high), children first, kept as columns of machine numbers."""

    __slots__ = ("_highs", "_leaves", "_lows")

    def __init__(self, vertices: Iterable[tuple[int, int, int]] = ()) -> None:
        self._leaves, self._lows, self._highs = array("i"), array("I"), array("I")
        for vertex in vertices:
            self.append(vertex)

    def append(self, vertex: tuple[int, int, int]) -> None:
        """Add a vertex, whose children are there."""
        for column, number in zip((self._leaves, self._lows, self._highs), vertex, strict=True):
            column.append(number)

    def __len__(self) -> int:
        return len(self._leaves)

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        return zip(self._leaves, self._lows, self._highs, strict=True)

    def __getitem__(self, place: int) -> tuple[int, int, int]:
        return self._leaves[place], self._lows[place], self._highs[place]


@dataclass(frozen=True, slots=True)
class FrozenDiagram:
    """Vertices, children first; 0 and 1 are the ends and the first vertex is 2.

    Low is where to go on when the leaf is false or not in the set, high when it is.
    """

    vertices: Vertices
    root: int


def freeze(
    root: int, levels: Sequence[int], lows: Sequence[int], highs: Sequence[int], order: Sequence[int]
) -> FrozenDiagram:
    """What is reached from the root, of vertices that were made children first; levels become leaves."""
    is_reached = bytearray((1, 1)) + bytearray(root)
    reached = array("I", (root,) if root > 1 else ())
    for vertex in reached:  # which grows as it is walked
        for child in (lows[vertex], highs[vertex]):
            if not is_reached[child]:
                is_reached[child] = 1
                reached.append(child)
    new = array("I", (0, 1)) + array("I", (0,)) * root
    vertices = Vertices()
    for number, vertex in enumerate(sorted(reached), 2):
        new[vertex] = number
        vertices.append((order[levels[vertex]], new[lows[vertex]], new[highs[vertex]]))
    return FrozenDiagram(vertices, new[root])
