"""How many minimal sets there are, exactly, though they may be far too many to list.

A family counts as a polynomial: low plus the leaf's weight times high (the same decomposition as in
A. Rauzy, 1993). Which weights the events have decides what is counted.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram

__all__ = ["CutSets"]


@dataclass(frozen=True)
class CutSets:
    """All minimal sets: one family a module, over events and the modules before it; the last is the tree's."""

    families: tuple[tuple[int, FrozenDiagram], ...]

    @cached_property
    def total(self) -> int:
        """How many sets there are."""
        return self.avoiding(())

    def avoiding(self, events: Iterable[int]) -> int:
        """How many sets have none of these events."""
        return int(self._value(dict.fromkeys(events, 0)))

    def by_number_of(self, events: Iterable[int]) -> tuple[int, ...]:
        """How many sets have none of these events, one of them, two, and so on.

        The polynomial in one unknown is computed at a power of two that no coefficient reaches: its
        value, cut into pieces, is the list of coefficients (Kronecker's substitution).
        """
        width = self.total.bit_length() + 1
        value = int(self._value(dict.fromkeys(events, 1 << width)))
        counts = []
        while value:
            counts.append(value & ((1 << width) - 1))
            value >>= width
        return tuple(counts)

    def weight(self, avoided: Iterable[int], events: Iterable[int]) -> float:
        """How much the sets without the avoided events weigh: a half to the power of their events, summed."""
        return float(self._value(self._halves(avoided, events)))

    def weight_with_each(self, avoided: Iterable[int], events: Iterable[int]) -> Mapping[int, float]:
        """For each event how much the sets weigh that have it and none of the avoided events."""
        return {event: 0.5 * lead for event, lead in self._leads(self._halves(avoided, events)).items()}

    def with_each(self, avoided: Iterable[int]) -> Mapping[int, int]:
        """For each event in how many sets it is, of those that have none of the avoided events."""
        return {event: int(lead) for event, lead in self._leads(dict.fromkeys(avoided, 0)).items()}

    @staticmethod
    def _halves(avoided: Iterable[int], events: Iterable[int]) -> dict[int, float]:
        return dict.fromkeys(events, 0.5) | dict.fromkeys(avoided, 0)

    def _leads(self, weights: dict[int, float]) -> Mapping[int, float]:
        """The derivative of the value by each event's weight, found for all in one walk from the top down."""
        rows = self._values(weights)
        leads: dict[int, float] = {self.families[-1][0]: 1}
        for (root, family), values in zip(reversed(self.families), reversed(rows), strict=True):
            _spread(family, values, leads.pop(root, 0), weights, leads)
        return {event: lead for event, lead in leads.items() if weights.get(event, 1)}

    def _value(self, weights: dict[int, float]) -> float:
        """The value of the whole; those of vertices may take megabytes each, and go when used up."""
        for root, family in self.families:
            last_use = array("I", (0,)) * (len(family.vertices) + 2)
            for vertex, (_, low, high) in enumerate(family.vertices, 2):
                last_use[low] = last_use[high] = vertex
            values: list[float] = [0, 1]
            for vertex, (leaf, low, high) in enumerate(family.vertices, 2):
                values.append(values[low] + weights.get(leaf, 1) * values[high])
                for child in (low, high):
                    if child > 1 and last_use[child] == vertex:
                        values[child] = 0
            weights[root] = values[family.root]
        return weights[self.families[-1][0]]

    def _values(self, weights: dict[int, float]) -> list[list[float]]:
        """The value of every vertex of every family, exact where all weights are whole numbers.

        The weights of modules are added to those given.
        """
        rows = []
        for root, family in self.families:
            values: list[float] = [0, 1]
            for leaf, low, high in family.vertices:
                values.append(values[low] + weights.get(leaf, 1) * values[high])
            values.append(values[family.root])
            weights[root] = values[-1]
            rows.append(values)
        return rows


def _spread(
    family: FrozenDiagram,
    values: Sequence[float],
    lead: float,
    weights: Mapping[int, float],
    leads: dict[int, float],
) -> None:
    """Add to each leaf's lead how many ways to complete a set go through the leaf."""
    arriving: list[float] = [0] * (len(family.vertices) + 2)
    arriving[family.root] = lead
    for vertex in range(len(family.vertices) + 1, 1, -1):
        leaf, low, high = family.vertices[vertex - 2]
        ways = arriving[vertex]
        if ways:
            arriving[low] += ways
            arriving[high] += ways * weights.get(leaf, 1)
            leads[leaf] = leads.get(leaf, 0) + ways * values[high]
