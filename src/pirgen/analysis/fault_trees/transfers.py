"""A tree together with the trees that it transfers to, as one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from pirgen.model import Action, Factor, FactorKind, FaultTree, Gate, Occurred, Review, Transfer

__all__ = ["JoinedTree", "with_transfers"]


@dataclass(frozen=True)
class JoinedTree:
    """Every gate that the top depends on, inputs before the gates that use them, and what they end in.

    Ids of another review's gates, factors and actions have its id and '#' before them. The input of a
    transfer gate is the gate that it names, the condition of an inhibit gate its last input. What
    nobody defines is an undeveloped factor of unknown occurrence, so that a half-written tree can
    be looked at.
    """

    top: str
    gates: tuple[Gate, ...]
    factors: tuple[Factor, ...]
    actions: tuple[Action, ...]


def with_transfers(
    tree: FaultTree,
    factors: tuple[Factor, ...],
    actions: tuple[Action, ...] = (),
    reviews: Mapping[str, Review] | None = None,
    home: str = "",
) -> JoinedTree:
    """The tree with what it transfers to; ``home`` is the id of its review.

    Raises ValueError where a gate is, by whatever way, its own input.
    """
    gates = {gate.id: _with_inputs(gate, "", home) for gate in tree.gates}
    known = {factor.id: factor for factor in factors}
    all_actions = list(actions)
    for review in _transferred_to(tree, reviews or {}, home):
        start = f"{review.id}#"
        if review.fault_tree:
            gates |= {start + gate.id: _with_inputs(gate, start, home) for gate in review.fault_tree.gates}
        known |= {start + factor.id: replace(factor, id=start + factor.id) for factor in review.factors}
        all_actions += [_moved_action(action, start) for action in review.actions]
    ordered, ends = _bottom_up(tree.top, gates)
    used = [factor for id, factor in known.items() if id in ends]
    used += [_undeveloped(id) for id in ends if id not in known]
    return JoinedTree(tree.top, ordered, tuple(used), tuple(all_actions))


def _transferred_to(tree: FaultTree, reviews: Mapping[str, Review], home: str) -> Iterable[Review]:
    """The other reviews that the tree or a tree it transfers to names, in the order found."""
    found: dict[str, Review] = {}
    waiting = [tree]
    while waiting:
        for gate in waiting.pop().gates:
            id = gate.transfer.review if gate.transfer else home
            if id != home and id in reviews and id not in found:
                found[id] = reviews[id]
                waiting += [tree for tree in [reviews[id].fault_tree] if tree]
    return found.values()


def _with_inputs(gate: Gate, start: str, home: str) -> Gate:
    inputs = [start + id for id in gate.inputs]
    condition = start + gate.condition if gate.condition else None
    if condition:
        inputs.append(condition)
    if gate.transfer:
        inputs = [_target(gate.transfer, home)]
    return replace(gate, id=start + gate.id, inputs=tuple(inputs), condition=condition)


def _target(transfer: Transfer, home: str) -> str:
    return transfer.gate if transfer.review == home else f"{transfer.review}#{transfer.gate}"


def _moved_action(action: Action, start: str) -> Action:
    return replace(
        action,
        id=start + action.id,
        eliminates=tuple(start + id for id in action.eliminates),
        reduces=tuple(start + id for id in action.reduces),
        detects=tuple(start + id for id in action.detects),
    )


def _bottom_up(top: str, gates: Mapping[str, Gate]) -> tuple[tuple[Gate, ...], dict[str, None]]:
    """The gates at and below the top, inputs first, and the ids that they end in, as drawn."""
    ordered: dict[str, Gate] = {}
    ends: dict[str, None] = {}
    above: dict[str, None] = {}
    waiting = [top]
    while waiting:
        id = waiting[-1]
        if id not in gates:
            ends[id] = None
        elif id not in above and id not in ordered:
            above[id] = None
            missing = [below for below in reversed(gates[id].inputs) if below not in ordered]
            if not above.keys().isdisjoint(missing):
                raise ValueError(f"gate '{id}' is its own input by way of others")
            waiting += missing
            continue
        elif id in above:
            ordered[id] = gates[id]
            del above[id]
        waiting.pop()
    return tuple(ordered.values()), ends


def _undeveloped(id: str) -> Factor:
    return Factor(id, id, "", FactorKind.UNDEVELOPED, occurred=Occurred.UNKNOWN)
