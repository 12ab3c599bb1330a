"""Small trees worked out from their truth table alone, to compare the analysis with.

A function of n events is a number of 2**n bits, one for each world; nothing here uses what it checks.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations, product

from pirgen.model import ActionStatus, GateKind, Review

NOT_DONE = (ActionStatus.OPEN, ActionStatus.IN_PROGRESS, ActionStatus.UNKNOWN)
GIVEN_UP = (ActionStatus.DECLINED, ActionStatus.SUPERSEDED)


@dataclass(frozen=True)
class Way:
    """A prime implicant."""

    present: frozenset[str]
    absent: frozenset[str]


class TruthTable:
    """Of a review without transfers: its events in their order, and the bits of the top."""

    def __init__(self, review: Review) -> None:
        self.review = review
        self.events = events(review)
        size = 1 << len(self.events)
        self.all = (1 << size) - 1
        self.of = {
            name: sum(1 << world for world in range(size) if world >> place & 1)
            for place, name in enumerate(self.events)
        }
        self.top = self.bits(review.fault_tree.top)

    def bits(self, id: str) -> int:
        """The worlds in which a factor or gate is true."""
        factor = self.review.factor(id)
        if factor:
            return self.of.get(id, self.all if factor.state else 0)
        gate = self.review.fault_tree.gate(id)
        inputs = [self.bits(each) for each in (*gate.inputs, *([gate.condition] if gate.condition else []))]
        size = 1 << len(self.events)
        result = 0
        for world in range(size):
            true = sum(bits >> world & 1 for bits in inputs)
            holds = {
                GateKind.NOT: true == 0,
                GateKind.XOR: true == 1,
                GateKind.ATLEAST: true >= (gate.atleast or 0),
                GateKind.ANY: true >= 1,
            }.get(gate.kind, true == len(inputs))
            result |= holds << world
        return result

    def ways(self) -> list[Way]:
        """The prime implicants of the top; none of a constant."""
        if self.top in (0, self.all):
            return []
        implicants = []
        for signs in product((None, True, False), repeat=len(self.events)):
            cube = self.all
            for name, sign in zip(self.events, signs, strict=True):
                if sign is not None:
                    cube &= self.of[name] if sign else self.all ^ self.of[name]
            if not cube & ~self.top:
                chosen = dict(zip(self.events, signs, strict=True))
                present = frozenset(name for name, sign in chosen.items() if sign)
                implicants.append(Way(present, frozenset(n for n, sign in chosen.items() if sign is False)))
        return [
            way
            for way in implicants
            if not any(o != way and o.present <= way.present and o.absent <= way.absent for o in implicants)
        ]

    def hitting_sets(self, ways: list[Way], allowed: list[str]) -> list[frozenset[str]]:
        """The sets of allowed events with one of each way, small ones first; none within another."""
        found: list[frozenset[str]] = []
        for size in range(len(allowed) + 1):
            for chosen in map(frozenset, combinations(allowed, size)):
                if all(chosen & way.present for way in ways) and not any(
                    smaller <= chosen for smaller in found
                ):
                    found.append(chosen)
        return found

    def eliminated_by(self, *statuses: ActionStatus) -> frozenset[str]:
        """The events that actions of these states eliminate."""
        by_actions = frozenset(
            id for action in self.review.actions if action.status in statuses for id in action.eliminates
        )
        return by_actions | removed(self.review) if ActionStatus.DONE in statuses else by_actions


def events(review: Review) -> list[str]:
    """Every factor under the top but the house events that stay as they are."""
    live = [action for action in review.actions if action.status not in GIVEN_UP]
    closable = removed(review) | {id for action in live for id in action.eliminates}
    used = _below(review)
    return [
        f.id for f in review.factors if f.id in used and (f.state is None or (f.state and f.id in closable))
    ]


def removed(review: Review) -> frozenset[str]:
    """The factors that the response removed."""
    return frozenset(factor.id for factor in review.factors if factor.removed_by)


def _below(review: Review) -> set[str]:
    seen: set[str] = set()
    waiting = [review.fault_tree.top]
    while waiting:
        id = waiting.pop()
        gate = review.fault_tree.gate(id)
        if id not in seen and gate:
            waiting += [*gate.inputs, *([gate.condition] if gate.condition else [])]
        seen.add(id)
    return seen
