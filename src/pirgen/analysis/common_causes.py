"""What several fault trees have in common, ranked by how much of them it would close.

A gate that other trees transfer to, or a factor that several reviews word alike, is one thing to fix; a service
or a tag says where to look. Each tree counts alike, however many ways to fail it has: what counts is the share
of its remaining ways that would be closed, or at a service or tag are open, weighed by their size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum

from pirgen.analysis.open_paths import CutSet, Standing, TreeAnalysis
from pirgen.model import Book, Factor, FaultTree, Incident, Transfer

__all__ = ["CauseKind", "CauseMember", "CommonCause", "common_causes"]


class CauseKind(Enum):
    """What is shared; the first two are one thing to fix."""

    GATE = "gate"
    FACTOR = "factor"
    SERVICE = "service"
    TAG = "tag"


@dataclass(frozen=True)
class CauseMember:
    """A tree with a common cause: the factors, and in how many of its listed remaining ways they are.

    A service or tag names no factors; then it is how many of these ways are open.
    """

    incident: Incident
    factors: tuple[Factor, ...]
    closes: int
    remaining: int
    share: float


@dataclass(frozen=True)
class CommonCause:
    """Something that the trees of several incidents share. ``id`` is the gate's, service's or tag's own."""

    kind: CauseKind
    id: str
    name: str
    members: tuple[CauseMember, ...]

    @property
    def share(self) -> float:
        """How many trees' worth of remaining ways it would close, or a place still has open."""
        return sum(member.share for member in self.members)


@dataclass(frozen=True)
class _Tree:
    """A tree with ways that are not closed, as far as they are listed."""

    incident: Incident
    ways: tuple[CutSet, ...]
    factors: tuple[Factor, ...]

    def member(self, factors: tuple[Factor, ...]) -> CauseMember:
        """What of the tree the factors would close."""
        chosen = {factor.id for factor in factors}
        return self._with(
            factors, [way for way in self.ways if any(factor.id in chosen for factor in way.factors)]
        )

    def open_member(self) -> CauseMember:
        """What of the tree is open."""
        return self._with((), [way for way in self.ways if way.standing is Standing.OPEN])

    def _with(self, factors: tuple[Factor, ...], ways: Sequence[CutSet]) -> CauseMember:
        share = _weight(ways) / _weight(self.ways)
        return CauseMember(self.incident, factors, len(ways), len(self.ways), share)


def common_causes(book: Book, trees: Mapping[str, TreeAnalysis]) -> tuple[CommonCause, ...]:
    """What at least two of the trees, given by review, share: gates and factors first, then by share."""
    by_id = {id: _tree(book.incident_by_id[id], trees[id]) for id in trees if id in book.incident_by_id}
    remaining = {id: tree for id, tree in by_id.items() if tree.ways}
    found = [
        *_gates(book, remaining),
        *_factors(remaining.values()),
        *_places(remaining.values(), CauseKind.SERVICE, lambda incident: incident.services),
        *_places(remaining.values(), CauseKind.TAG, lambda incident: incident.tags),
    ]
    return tuple(sorted(found, key=lambda one: (one.kind in _PLACES, -round(one.share, 9), one.name, one.id)))


_PLACES = (CauseKind.SERVICE, CauseKind.TAG)


def _tree(incident: Incident, analysis: TreeAnalysis) -> _Tree:
    ways = tuple(way for way in analysis.cut_sets if way.standing is not Standing.CLOSED and way.factors)
    return _Tree(incident, ways, tuple(dict.fromkeys(factor for way in ways for factor in way.factors)))


def _weight(ways: Iterable[CutSet]) -> float:
    return sum(0.5 ** len(way.factors) for way in ways)


def _gates(book: Book, trees: Mapping[str, _Tree]) -> Iterator[CommonCause]:
    """Gates that a tree transfers to: in their own tree, and in every tree that transfers to them."""
    users: dict[Transfer, list[str]] = {}
    for id in trees:
        tree = book.review_by_id[id].fault_tree
        for gate in tree.gates if tree else ():
            if gate.transfer and gate.transfer.review != id:
                users.setdefault(gate.transfer, []).append(id)
    for target, ids in users.items():
        review = book.review_by_id.get(target.review)
        shared = review.fault_tree.gate(target.gate) if review and review.fault_tree else None
        if review and review.fault_tree and shared:
            own = _below(review.fault_tree, target.gate)
            wanted = own | {f"{target.review}#{id}" for id in own}
            members = [
                trees[id].member(tuple(factor for factor in trees[id].factors if factor.id in wanted))
                for id in dict.fromkeys((target.review, *ids))
                if id in trees
            ]
            yield from _shared(CauseKind.GATE, f"{target.review}#{target.gate}", shared.title, members)


def _below(tree: FaultTree, top: str) -> set[str]:
    """The ids at and below a gate of a tree."""
    found: set[str] = set()
    waiting = [top]
    while waiting:
        id = waiting.pop()
        gate = tree.gate(id)
        if id not in found and gate:
            waiting += [*gate.inputs, *([gate.condition] if gate.condition else [])]
        found.add(id)
    return found


def _factors(trees: Iterable[_Tree]) -> Iterator[CommonCause]:
    """Factors that several reviews word alike, but for case, spaces and a full stop."""
    known: dict[str, list[tuple[_Tree, Factor]]] = {}
    for tree in trees:
        for factor in tree.factors:
            if "#" not in factor.id:
                known.setdefault(" ".join(factor.text.casefold().split()).rstrip(".!"), []).append(
                    (tree, factor)
                )
    for text, found in known.items():
        by_tree: dict[str, list[Factor]] = {}
        in_trees = {tree.incident.id: tree for tree, _ in found}
        if len(in_trees) > 1:
            for tree, factor in found:
                by_tree.setdefault(tree.incident.id, []).append(factor)
            members = [in_trees[id].member(tuple(factors)) for id, factors in by_tree.items()]
            yield from _shared(CauseKind.FACTOR, text, found[0][1].text, members)


def _places(
    trees: Iterable[_Tree], kind: CauseKind, words_of: Callable[[Incident], tuple[str, ...]]
) -> Iterator[CommonCause]:
    known: dict[str, list[_Tree]] = {}
    for tree in trees:
        for word in dict.fromkeys(words_of(tree.incident)):
            known.setdefault(word, []).append(tree)
    for word, found in known.items():
        yield from _shared(kind, word, word, [tree.open_member() for tree in found])


def _shared(kind: CauseKind, id: str, name: str, members: Sequence[CauseMember]) -> Iterator[CommonCause]:
    """The cause, if at least two trees have it."""
    having = tuple(member for member in members if member.closes)
    if len(having) > 1:
        yield CommonCause(kind, id, name, having)
