"""Which inputs of a gate are stacked in columns, since side by side they would be too wide."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from pirgen.diagrams.fault_tree.unfolding import TreeNode, inputs_of

__all__ = ["FEW", "MANY", "ONE", "Stack", "stacks_of"]

MANY, FEW, ONE = 8, 2, 1
"""How many inputs a gate may have side by side: as a rule, and in trees that are too wide otherwise."""

_IN_A_COLUMN, _MOST_COLUMNS = 4, 5


@dataclass(frozen=True)
class Stack:
    """Places by their numbers, in a few columns, each filled from the top down."""

    members: tuple[int, ...]

    @property
    def columns(self) -> int:
        """How many columns there are."""
        return min(ceil(len(self.members) / _IN_A_COLUMN), _MOST_COLUMNS)

    @property
    def rows(self) -> int:
        """How many places are in the first column."""
        return ceil(len(self.members) / self.columns)


def stacks_of(places: Sequence[TreeNode], most: int) -> list[Stack]:
    """For each gate with more inputs than that a stack of those that have no inputs themselves."""
    below = inputs_of(places)
    stacks = []
    for inputs in below:
        leaves = tuple(index for index in inputs if not below[index])
        if len(inputs) > most and len(leaves) > 1:
            stacks.append(Stack(leaves))
    return stacks
