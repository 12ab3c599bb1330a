"""Small reviews with fault trees, in few words."""

from __future__ import annotations

from pirgen.model import (
    Action,
    ActionStatus,
    ActionType,
    Factor,
    FactorKind,
    FaultTree,
    Gate,
    GateKind,
    Occurred,
    Review,
    ReviewStatus,
    Transfer,
)


def all_of(id: str, *inputs: str) -> Gate:
    return Gate(id, id, GateKind.ALL, inputs)


def any_of(id: str, *inputs: str) -> Gate:
    return Gate(id, id, GateKind.ANY, inputs)


def transfer(id: str, review: str, gate: str) -> Gate:
    return Gate(id, id, GateKind.TRANSFER, transfer=Transfer(review, gate))


def factor(
    id: str,
    probability: float | None = None,
    occurred: Occurred = Occurred.YES,
    kind: FactorKind = FactorKind.BASIC,
    state: bool | None = None,
) -> Factor:
    return Factor(id, id, "code", kind, state, occurred, probability)


def action(id: str, status: ActionStatus, *eliminates: str) -> Action:
    return Action(id, id, ActionType.PREVENT, status, eliminates=eliminates)


def review(
    *gates: Gate, factors: tuple[Factor, ...] = (), actions: tuple[Action, ...] = (), id: str = "here"
) -> Review:
    """A review of that tree, its first gate on top; factors that are not given are made up."""
    known = {gate.id for gate in gates} | {factor.id for factor in factors}
    ends = dict.fromkeys(end for gate in gates for end in (*gate.inputs, gate.condition) if end)
    made_up = tuple(factor(end) for end in ends if end not in known)
    tree = FaultTree(gates[0].id, gates)
    return Review(id, ReviewStatus.REVIEWED, "team", "", (*factors, *made_up), fault_tree=tree, actions=actions)
