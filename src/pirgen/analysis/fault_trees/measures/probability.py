"""How likely the top is, exactly, and how much each event matters to it.

On a decision diagram the probability is P(vertex) = (1 - p) P(low) + p P(high): Shannon's decomposition,
as in A. Rauzy (1993). The importance measures are those of NUREG/CR-3385 and M. Rausand, A. Hoyland,
"System Reliability Theory", chapter 5.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pirgen.analysis.fault_trees.diagrams.frozen_diagram import FrozenDiagram
from pirgen.analysis.fault_trees.diagrams.module_diagrams import ModuleDiagram

__all__ = ["Chance", "chances", "diagram_probability", "leaf_probabilities", "probability"]

_ROUNDING = 1e-12


@dataclass(frozen=True, slots=True)
class Chance:
    """The probability of the top when an event is sure to occur, and when it can't."""

    if_true: float
    if_false: float

    def mixed(self, inner: Chance) -> Chance:
        """The same of an event of a module, where this is of the module and ``inner`` within it."""
        return Chance(self._at(inner.if_true), self._at(inner.if_false))

    def _at(self, probability: float) -> float:
        return self.if_true * probability + self.if_false * (1 - probability)


def leaf_probabilities(parts: tuple[ModuleDiagram, ...], events: Mapping[int, float]) -> dict[int, float]:
    """The probability of every event and of the diagram of every part."""
    leaves = dict(events)
    for part in parts:
        leaves[part.root] = diagram_probability(part.diagram, leaves)
    return leaves


def diagram_probability(diagram: FrozenDiagram, leaves: Mapping[int, float]) -> float:
    """The probability of a diagram, given those of its leaves."""
    return _values(diagram, leaves)[diagram.root]


def probability(parts: tuple[ModuleDiagram, ...], leaves: Mapping[int, float]) -> float:
    """The probability of the top, with what ``leaf_probabilities`` gave."""
    top = parts[-1]
    return 1 - leaves[top.root] if top.is_negated else leaves[top.root]


def chances(parts: tuple[ModuleDiagram, ...], leaves: Mapping[int, float]) -> dict[int, Chance]:
    """For each event what it does to the top, found in one walk from the top down."""
    top = parts[-1]
    found = {top.root: Chance(0, 1) if top.is_negated else Chance(1, 0)}
    for part in reversed(parts):
        outer = found.pop(part.root, None)
        if outer:
            for leaf, inner in _chances_within(part.diagram, leaves).items():
                found[leaf] = outer.mixed(inner)
    return found


def _values(diagram: FrozenDiagram, leaves: Mapping[int, float]) -> list[float]:
    values = [0.0, 1.0]
    for leaf, low, high in diagram.vertices:
        chance = leaves[leaf]
        values.append((1 - chance) * values[low] + chance * values[high])
    return values


def _chances_within(diagram: FrozenDiagram, leaves: Mapping[int, float]) -> dict[int, Chance]:
    """Of each leaf, from how likely a way from the root comes to the vertices that ask for it.

    Ways that never ask for the leaf are what is left of the whole; so small a rest is rounding.
    """
    values = _values(diagram, leaves)
    whole = values[diagram.root]
    arriving = [0.0] * len(values)
    arriving[diagram.root] = 1.0
    through: dict[int, float] = {}
    if_true: dict[int, float] = {}
    if_false: dict[int, float] = {}
    for vertex in range(len(values) - 1, 1, -1):
        leaf, low, high = diagram.vertices[vertex - 2]
        here, chance = arriving[vertex], leaves[leaf]
        arriving[low] += here * (1 - chance)
        arriving[high] += here * chance
        through[leaf] = through.get(leaf, 0.0) + here * values[vertex]
        if_true[leaf] = if_true.get(leaf, 0.0) + here * values[high]
        if_false[leaf] = if_false.get(leaf, 0.0) + here * values[low]
    found = {}
    for leaf, passing in through.items():
        around = whole - passing
        if around < _ROUNDING * whole:
            around = 0.0
        found[leaf] = Chance(if_true[leaf] + around, if_false[leaf] + around)
    return found
