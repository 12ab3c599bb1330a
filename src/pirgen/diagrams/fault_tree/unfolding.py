"""A fault tree's gates and factors, which may be shared, unfolded into a tree that can be drawn."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from pirgen.model import Factor, FaultTree, Gate

__all__ = ["TreeNode", "inputs_of", "unfold"]

Things = Mapping[str, Gate | Factor]


@dataclass(frozen=True)
class TreeNode:
    """One place in the drawn tree.

    ``parent`` is the index of the place above. A gate's inputs are drawn at its first place only.
    ``folded`` counts the gates and factors that are left out below a gate, lest the tree grow too large.
    """

    what: Gate | Factor
    parent: int | None
    level: int
    is_first: bool = True
    folded: int = 0

    @property
    def text(self) -> str:
        """What its box says, as Markdown."""
        return self.what.title if isinstance(self.what, Gate) else self.what.text


def unfold(tree: FaultTree, factors: tuple[Factor, ...], most: int) -> tuple[TreeNode, ...]:
    """The places level by level from the top; once there are ``most``, the gates left over stay folded.

    Inputs that are neither a gate nor a factor are left out. A gate that is its own input ends there.
    """
    things: dict[str, Gate | Factor] = {factor.id: factor for factor in factors}
    things |= {gate.id: gate for gate in tree.gates}
    places = [TreeNode(things[tree.top], None, 0)] if tree.top in things else []
    seen = {tree.top}
    done = 0
    while done < len(places):
        place = places[done]
        inputs = _inputs(place, things)
        if len(places) + len(inputs) > most:
            places[done] = replace(place, folded=len(_reached(place.what.id, things)) - 1)
            inputs = []
        for thing in inputs:
            places.append(TreeNode(thing, done, place.level + 1, thing.id not in seen))
            seen.add(thing.id)
        done += 1
    return tuple(places)


def inputs_of(places: Sequence[TreeNode]) -> list[list[int]]:
    """The inputs drawn below each place, by their numbers."""
    inputs: list[list[int]] = [[] for _ in places]
    for index, place in enumerate(places):
        if place.parent is not None:
            inputs[place.parent].append(index)
    return inputs


def _reached(start: str, things: Things) -> frozenset[str]:
    """The ids of everything at and below a gate or factor, conditions included."""
    found: set[str] = set()
    waiting = [start]
    while waiting:
        thing = things.get(waiting.pop())
        if thing is None or thing.id in found:
            continue
        found.add(thing.id)
        if isinstance(thing, Gate):
            waiting += [*thing.inputs, *filter(None, [thing.condition])]
    return frozenset(found)


def _inputs(place: TreeNode, things: Things) -> list[Gate | Factor]:
    if not place.is_first or not isinstance(place.what, Gate):
        return []
    return [things[id] for id in place.what.inputs if id in things]
