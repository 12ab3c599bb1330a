"""The minimal sets themselves: by class, and within a class smallest first, as many as asked for.

A set's class is the highest class of its events, so that sets that touch nothing come before those that touch
something.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import islice

from pirgen.analysis.fault_trees.cut_sets.counting import CutSets
from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram

__all__ = ["first_sets"]

_Chosen = tuple[int, "_Chosen"] | None
_Step = tuple[int, int, int, int]
_Steps = tuple[_Step, "_Steps"] | None
_Sizes = tuple[int, ...]
"""For each class the sizes that occur, as bits: bit k for size k."""


def first_sets(
    sets: CutSets, most: int, classes: Mapping[int, int], largest: int | None = None
) -> list[tuple[int, ...]]:
    """The first sets by class and size, up to the largest size; each sorted, and so are those of a size.

    Events have class 0 unless ``classes`` says otherwise. An event below 0, which is an absence, does not
    count towards the size. Where not all sets of a size are taken, which ones are is the same in every run
    but has no meaning.
    """
    finder = _Finder(sets, classes)
    found: list[tuple[int, ...]] = []
    for of_class, possible in enumerate(finder.possible):
        for size in _bits(possible if largest is None else possible & ((2 << largest) - 1)):
            found += sorted(islice(finder.sets_of(of_class, size), most - len(found)))
    return found


class _Finder:
    """Knows for each vertex which sizes its sets have in which class, so that no search fails."""

    def __init__(self, sets: CutSets, classes: Mapping[int, int]) -> None:
        self._families: Mapping[int, FrozenDiagram] = dict(sets.families)
        self._count = max(classes.values(), default=0) + 1
        self._classes = classes
        self._of_module: dict[int, _Sizes] = {}
        self._sizes: dict[int, list[_Sizes]] = {}
        self._top = sets.families[-1][0]
        for root, family in sets.families:
            self._sizes[root] = self._sizes_in(family)
            self._of_module[root] = self._sizes[root][family.root]
        self.possible = self._of_module[self._top]

    def sets_of(self, of_class: int, size: int) -> Iterator[tuple[int, ...]]:
        """Every set of that class and size, each sorted."""
        waiting: list[tuple[_Chosen, _Steps]] = [(None, (self._start(self._top, of_class, size), None))]
        while waiting:
            chosen, steps = waiting.pop()
            if steps is None:
                yield _unrolled(chosen)
            else:
                step, later = steps
                waiting += self._ways(step, chosen, later)

    def _ways(self, step: _Step, chosen: _Chosen, later: _Steps) -> Iterator[tuple[_Chosen, _Steps]]:
        """How to go on from a vertex of a module, with a class and size to reach."""
        root, vertex, of_class, size = step
        if vertex < 2:
            yield chosen, later
            return
        leaf, low, high = self._families[root].vertices[vertex - 2]
        sizes = self._sizes[root]
        if sizes[low][of_class] >> size & 1:
            yield chosen, ((root, low, of_class, size), later)
        for own_class, own_sizes in enumerate(self._of_leaf(leaf)[: of_class + 1]):
            for rest_class in range(of_class + 1) if own_class == of_class else (of_class,):
                for own in _splits(size, own_sizes, sizes[high][rest_class]):
                    rest = ((root, high, rest_class, size - own), later)
                    if leaf in self._families:
                        yield chosen, (self._start(leaf, own_class, own), rest)
                    else:
                        yield (leaf, chosen), rest

    def _start(self, root: int, of_class: int, size: int) -> _Step:
        return root, self._families[root].root, of_class, size

    def _of_leaf(self, leaf: int) -> _Sizes:
        known = self._of_module.get(leaf)
        if known is None:
            own = self._classes.get(leaf, 0)
            known = tuple((2 if leaf > 0 else 1) if own == each else 0 for each in range(self._count))
        return known

    def _sizes_in(self, family: FrozenDiagram) -> list[_Sizes]:
        nothing = (0,) * self._count
        sizes: list[_Sizes] = [nothing, (1, *nothing[1:])]
        for leaf, low, high in family.vertices:
            mine = list(sizes[low])
            for own_class, own_sizes in enumerate(self._of_leaf(leaf)):
                for rest_class, rest_sizes in enumerate(sizes[high]):
                    mine[max(own_class, rest_class)] |= _sums(own_sizes, rest_sizes)
            sizes.append(tuple(mine))
        return sizes


def _bits(number: int) -> Iterator[int]:
    while number:
        yield (number & -number).bit_length() - 1
        number &= number - 1


def _sums(sizes: int, others: int) -> int:
    """The sizes that are one of each added up; the fewer of the two are gone through."""
    if others.bit_count() < sizes.bit_count():
        sizes, others = others, sizes
    sums = 0
    for size in _bits(sizes):
        sums |= others << size
    return sums


def _splits(size: int, sizes: int, others: int) -> Iterator[int]:
    """The sizes that make up the size with one of the others; the fewer of the two are gone through."""
    others &= (2 << size) - 1
    if others.bit_count() < sizes.bit_count():
        return (size - other for other in _bits(others) if sizes >> size - other & 1)
    return (own for own in _bits(sizes & (2 << size) - 1) if others >> size - own & 1)


def _unrolled(chosen: _Chosen) -> tuple[int, ...]:
    members = []
    while chosen is not None:
        member, chosen = chosen
        members.append(member)
    return tuple(sorted(members))
