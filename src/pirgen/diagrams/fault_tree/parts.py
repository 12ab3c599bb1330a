"""A large tree cut into parts that fit a page and a sheet of paper, with the transfers of the standards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from pirgen.diagrams.fault_tree.stacks import FEW, MANY, ONE, Stack, stacks_of
from pirgen.diagrams.fault_tree.unfolding import TreeNode, inputs_of
from pirgen.model import Gate

__all__ = ["Plan", "part_name", "part_of", "plan_of"]

_ON_A_PAGE = ((1720, 9),)
_ON_PAPER = ((1500, 5), (1150, 7))
_WIDEST, _HIGHEST = _ON_PAPER[-1]
"""Estimated pixels and levels: of a whole tree on a page, on A4 across and upright, and of each part."""

_GATE, _CONDITION, _LEAF, _GAP = 160, 120, 136, 16


@dataclass(frozen=True)
class Plan:
    """How many inputs of a gate are drawn side by side, and at which places parts begin, the top first.

    ``is_large`` where the whole is too large for a page too, and not only for paper.
    """

    most: int
    cuts: tuple[int, ...] = (0,)
    is_large: bool = False


def plan_of(places: Sequence[TreeNode]) -> Plan:
    """Side by side if that is small enough for a page, else with leaves in stacks; for paper cut into parts.

    Widths are estimated, a quarter above what the layout will need. From the bottom up, of each gate that is
    too wide or high with all below it the largest inputs are cut off, until it is not.
    """
    for most in (MANY, FEW, ONE) if places else ():
        widths, levels = _Sizes(places, most).of_all(cutting=False)
        if _fits(widths[0], levels[0], _ON_A_PAGE):
            is_cut = not _fits(widths[0], levels[0], _ON_PAPER)
            return Plan(most, _cuts(places) if is_cut else (0,))
    return Plan(ONE, _cuts(places), is_large=True) if places else Plan(MANY)


def _cuts(places: Sequence[TreeNode]) -> tuple[int, ...]:
    sizes = _Sizes(places, FEW)
    sizes.of_all(cutting=True)
    return (0, *sorted(sizes.cuts))


def _fits(width: int, levels: int, sizes: Sequence[tuple[int, int]]) -> bool:
    return any(width <= widest and levels <= highest for widest, highest in sizes)


def part_of(places: Sequence[TreeNode], cuts: Sequence[int], number: int) -> tuple[TreeNode, ...]:
    """The places of one part, its root first; where another part begins, its root is only referred to."""
    ends = set(cuts)
    root = cuts[number]
    inputs = inputs_of(places)
    found: list[TreeNode] = [replace(places[root], parent=None, level=0)]
    waiting = [(root, 0)]
    for index, at in waiting:
        for child in inputs[index]:
            is_end = child in ends
            waiting += [] if is_end else [(child, len(found))]
            level = found[at].level + 1
            place = replace(places[child], parent=at, level=level)
            found.append(replace(place, is_first=False) if is_end else place)
    return tuple(found)


def part_name(number: int) -> str:
    """What the drawing of a part is called, and where it is on the page."""
    return f"fault-tree-part-{number + 1}"


class _Sizes:
    """How wide and high each place is with all below it; each row of a stack counts as a level."""

    def __init__(self, places: Sequence[TreeNode], most: int) -> None:
        self.places = places
        self.inputs = inputs_of(places)
        self.stacks = {places[stack.members[0]].parent: stack for stack in stacks_of(places, most)}
        self.cuts: set[int] = set()

    def of_all(self, cutting: bool) -> tuple[list[int], list[int]]:
        """The widths and the levels of all places; ``cutting`` notes where parts begin."""
        widths, levels = [0] * len(self.places), [1] * len(self.places)
        for index in reversed(range(len(self.places))):
            below = list(self.inputs[index])
            while cutting and (cut := self._too_large(index, below, widths, levels)) is not None:
                self.cuts.add(cut)
                widths[cut], levels[cut] = _GATE, 1
            widths[index] = max(self._own(index), self._width(index, below, widths))
            stack = self.stacks.get(index)
            levels[index] = 1 + max((levels[child] for child in below), default=0)
            levels[index] = max(levels[index], 1 + stack.rows) if stack else levels[index]
        return widths, levels

    def _too_large(self, index: int, below: list[int], widths: list[int], levels: list[int]) -> int | None:
        """The input to cut off, if the place is too large and any can be."""
        whole = [child for child in below if self.inputs[child] and child not in self.cuts]
        if not whole:
            return None
        if max(levels[child] for child in whole) >= _HIGHEST:
            return max(whole, key=lambda child: (levels[child], widths[child]))
        if self._width(index, below, widths) > _WIDEST:
            return max(whole, key=lambda child: widths[child])
        return None

    def _width(self, index: int, below: list[int], widths: list[int]) -> int:
        stack: Stack | None = self.stacks.get(index)
        if stack is None:
            return sum(widths[child] + _GAP for child in below)
        others = sum(widths[child] + _GAP for child in below if child not in stack.members)
        return others + stack.columns * (_LEAF + _GAP)

    def _own(self, index: int) -> int:
        what = self.places[index].what
        if isinstance(what, Gate):
            return _GATE + (_CONDITION if what.condition else 0)
        return _LEAF
