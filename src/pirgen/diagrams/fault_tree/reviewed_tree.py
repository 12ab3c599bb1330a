"""A fault tree with what its review says of it, and what its drawings have in common."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from pirgen.analysis.open_paths import Standing, TreeAnalysis
from pirgen.diagrams.fault_tree.cards import Scene, TreeCard
from pirgen.diagrams.fault_tree.event_cards import event_card
from pirgen.diagrams.fault_tree.parts import Plan, part_name, part_of, plan_of
from pirgen.diagrams.fault_tree.shown_findings import NO_FINDINGS, ShownFindings, findings_shown
from pirgen.diagrams.fault_tree.unfolding import TreeNode, unfold
from pirgen.model import Action, Factor, FaultTree, Gate, Review

__all__ = ["ReviewedTree", "TreePart", "reviewed_tree"]

_MOST_PLACES = 300


@dataclass(frozen=True)
class TreePart:
    """A part of a tree that is too large for one drawing: its drawing's name, and what is in it.

    ``above`` is the number of the part that it continues, from 1 on.
    """

    name: str
    above: int | None
    factors: int
    still_open: int


@dataclass(frozen=True)
class ReviewedTree:
    """A fault tree with the factors and actions of its review, and what is shown of its analysis.

    Each of its drawings asks what it says (``repr``), which is put together once.
    """

    tree: FaultTree
    factors: tuple[Factor, ...]
    actions: tuple[Action, ...] = ()
    findings: ShownFindings = NO_FINDINGS

    @cached_property
    def _said(self) -> str:
        return repr((self.tree, self.factors, self.actions, self.findings))

    def __repr__(self) -> str:
        return f"ReviewedTree{self._said}"

    @property
    def places(self) -> tuple[TreeNode, ...]:
        """The whole tree, unfolded."""
        return self._planned[0]

    @property
    def plan(self) -> Plan:
        """How it is drawn."""
        return self._planned[1]

    @cached_property
    def _planned(self) -> tuple[tuple[TreeNode, ...], Plan]:
        return _planned(self.tree, self.factors)

    @cached_property
    def parts(self) -> tuple[tuple[TreeNode, ...], ...]:
        """The places of each part, the top first; a single one where the whole fits a sheet of paper."""
        return tuple(part_of(self.places, self.plan.cuts, number) for number in range(len(self.plan.cuts)))

    @cached_property
    def scene(self) -> Scene:
        """What no place of the whole knows by itself."""
        return self._scene(())

    @cached_property
    def scene_of_parts(self) -> Scene:
        """What no place of a part knows by itself."""
        return self._scene(self.parts)

    def _scene(self, parts: Sequence[Sequence[TreeNode]]) -> Scene:
        gates = [place.what for place in self.places if isinstance(place.what, Gate) and place.is_first]
        times = Counter([place.what.id for place in self.places])
        times.update([gate.condition for gate in gates if gate.condition])
        roots = {part[0].what.id for part in parts[1:]}
        lettered = [gate.id for gate in gates if times[gate.id] > 1 or gate.id in roots]
        return Scene(
            factors={factor.id: factor for factor in self.factors},
            actions=self.actions,
            shared=frozenset(id for id, count in times.items() if count > 1),
            letters={id: _letter(index) for index, id in enumerate(lettered)},
            findings=self.findings,
            parts=_parts_of_gates(parts),
        )

    @cached_property
    def event_cards(self) -> dict[str, TreeCard]:
        """The card of each factor that is an input of a gate."""
        found = {place.what.id: place.what for place in self.places if isinstance(place.what, Factor)}
        return {id: event_card(factor, self.scene) for id, factor in found.items()}

    def listed_parts(self) -> Iterator[TreePart]:
        """What is in each part, the top first."""
        for number, (cut, part) in enumerate(zip(self.plan.cuts, self.parts, strict=True)):
            parent = self.places[cut].parent
            inside = {place.what for place in part if isinstance(place.what, Factor)}
            states = [self.findings.state(factor, self.actions) for factor in inside]
            above = None if parent is None else self.scene_of_parts.parts[self.places[parent].what.id] + 1
            yield TreePart(part_name(number), above, len(inside), states.count(Standing.OPEN))


def reviewed_tree(review: Review | None, analysis: TreeAnalysis | None) -> ReviewedTree | None:
    """The fault tree of a review with what was found for it, if there is one."""
    if review is None or review.fault_tree is None:
        return None
    tree, factors, actions = review.fault_tree, review.factors, review.actions
    return ReviewedTree(tree, factors, actions, findings_shown(tree, factors, actions, analysis))


def _parts_of_gates(parts: Sequence[Sequence[TreeNode]]) -> dict[str, int]:
    """For each gate the number of the part in which its inputs are drawn."""
    return {
        place.what.id: number
        for number, part in enumerate(parts)
        for place in part
        if place.is_first and isinstance(place.what, Gate)
    }


@lru_cache(maxsize=64)  # its drawings are made together, and then the page
def _planned(tree: FaultTree, factors: tuple[Factor, ...]) -> tuple[tuple[TreeNode, ...], Plan]:
    places = unfold(tree, factors, _MOST_PLACES)
    return places, plan_of(places)


def _letter(index: int) -> str:
    """A to Z, then A2 to Z2 and so on."""
    turn, letter = divmod(index, 26)
    return chr(ord("A") + letter) + (str(turn + 1) if turn else "")
