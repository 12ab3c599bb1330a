"""The minimal sets themselves, smallest first, as many as asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from pirgen.analysis.fault_trees.cut_sets.counting import CutSets
from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram

__all__ = ["smallest"]

_Chosen = tuple[int, "_Chosen"] | None
_Step = tuple[int, int, int]
_Steps = tuple[_Step, "_Steps"] | None


def smallest(sets: CutSets, most: int, avoided: frozenset[int] = frozenset()) -> list[tuple[int, ...]]:
    """The first sets by size that have none of the avoided events; each sorted, and so are those of a size.

    Where not all sets of a size are taken, which ones are is the same in every run but has no meaning.
    """
    finder = _Finder(sets, avoided)
    found: list[tuple[int, ...]] = []
    size = 0
    while finder.possible >> size and len(found) < most:
        found += sorted(islice(finder.of_size(size), most - len(found)))
        size += 1
    return found


class _Finder:
    """Knows for each vertex which sizes its sets have, as bits (bit k for size k), so that no search fails."""

    def __init__(self, sets: CutSets, avoided: frozenset[int]) -> None:
        self._families: Mapping[int, FrozenDiagram] = dict(sets.families)
        self._leaf_sizes: dict[int, int] = dict.fromkeys(avoided, 0)
        self._sizes: dict[int, list[int]] = {}
        self._top = sets.families[-1][0]
        for root, family in sets.families:
            self._sizes[root] = self._sizes_in(family)
            self._leaf_sizes[root] = self._sizes[root][family.root]
        self.possible = self._leaf_sizes[self._top]

    def of_size(self, size: int) -> Iterator[tuple[int, ...]]:
        """Every set of that size, each sorted."""
        waiting: list[tuple[_Chosen, _Steps]] = [(None, (self._start(self._top, size), None))]
        while waiting:
            chosen, steps = waiting.pop()
            if steps is None:
                yield _unrolled(chosen)
            else:
                step, later = steps
                waiting += self._ways(step, chosen, later)

    def _ways(self, step: _Step, chosen: _Chosen, later: _Steps) -> Iterator[tuple[_Chosen, _Steps]]:
        """How to go on from a vertex of a module with a size to reach: (what is chosen, what is to be done)."""
        root, vertex, size = step
        if vertex < 2:
            yield chosen, later
            return
        leaf, low, high = self._families[root].vertices[vertex - 2]
        sizes = self._sizes[root]
        if sizes[low] >> size & 1:
            yield chosen, ((root, low, size), later)
        for own in _bits(self._leaf_sizes.get(leaf, 2)):
            if own <= size and sizes[high] >> size - own & 1:
                rest = ((root, high, size - own), later)
                if leaf in self._families:
                    yield chosen, (self._start(leaf, own), rest)
                else:
                    yield (leaf, chosen), rest

    def _start(self, root: int, size: int) -> _Step:
        return root, self._families[root].root, size

    def _sizes_in(self, family: FrozenDiagram) -> list[int]:
        sizes = [0, 1]
        for leaf, low, high in family.vertices:
            mine = sizes[low]
            for own in _bits(self._leaf_sizes.get(leaf, 2)):
                mine |= sizes[high] << own
            sizes.append(mine)
        return sizes


def _bits(number: int) -> Iterator[int]:
    while number:
        yield (number & -number).bit_length() - 1
        number &= number - 1


def _unrolled(chosen: _Chosen) -> tuple[int, ...]:
    members = []
    while chosen is not None:
        member, chosen = chosen
        members.append(member)
    return tuple(sorted(members))
