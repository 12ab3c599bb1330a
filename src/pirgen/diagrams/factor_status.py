"""How far actions have closed the ways through a fault tree, in the words that stand below its events."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pirgen.analysis.open_paths import Standing
from pirgen.model import Action, ActionStatus, Factor, FactorKind, FaultTree, Gate, GateKind, Occurred

__all__ = ["StatusNote", "closed", "status_notes", "status_of"]

_GIVEN_UP = (ActionStatus.DECLINED, ActionStatus.SUPERSEDED)
_MOST_ACTIONS = 3


@dataclass(frozen=True)
class StatusNote:
    """Words below an event, and the action they tell of; ``tells_status`` where they say how it stands."""

    words: str
    action: Action | None = None
    tells_status: bool = False

    @property
    def text(self) -> str:
        """The words, and which action it is."""
        return f"{self.words} {self.action.id}" if self.action else self.words


def status_of(factor: Factor, actions: tuple[Action, ...]) -> Standing | None:
    """How the factor stands; None for a condition or house event that no action means to eliminate."""
    states = [action.status for action in actions if factor.id in action.eliminates]
    if ActionStatus.DONE in states:
        return Standing.BROKEN
    if any(state not in _GIVEN_UP for state in states):
        return Standing.PLANNED
    return None if factor.kind in (FactorKind.CONDITION, FactorKind.HOUSE) else Standing.OPEN


def closed(tree: FaultTree, factors: tuple[Factor, ...], actions: tuple[Action, ...]) -> frozenset[str]:
    """The ids of the factors and gates that can no longer come about, now that some are eliminated.

    Exact where no gate is a 'not' or 'xor'; these count as possible as long as they might be.
    """
    shut = {factor.id for factor in factors if factor.state is False or _is_broken(factor, actions)}
    users: dict[str, list[Gate]] = {}
    for gate in tree.gates:
        for id in {*gate.inputs, gate.condition or ""}:
            users.setdefault(id, []).append(gate)
    waiting = list(shut)
    while waiting:
        for gate in users.get(waiting.pop(), []):
            if gate.id not in shut and _is_shut(gate, shut):
                shut.add(gate.id)
                waiting.append(gate.id)
    return frozenset(shut)


def _is_broken(factor: Factor, actions: tuple[Action, ...]) -> bool:
    return status_of(factor, actions) is Standing.BROKEN


def _is_shut(gate: Gate, shut: set[str]) -> bool:
    possible = sum(id not in shut for id in gate.inputs)
    match gate.kind:
        case GateKind.ALL:
            return possible < len(gate.inputs)
        case GateKind.INHIBIT:
            return possible == 0 or gate.condition in shut
        case GateKind.ANY | GateKind.XOR:
            return possible == 0
        case GateKind.ATLEAST:
            return possible < (gate.atleast or 1)
        case GateKind.NOT | GateKind.TRANSFER:
            return False


def status_notes(factor: Factor, actions: tuple[Action, ...]) -> tuple[StatusNote, ...]:
    """What to say below an event: whether it occurred, where that isn't plain, and what its actions do."""
    return (*_occurrence(factor), *_effects(factor, actions))


def _occurrence(factor: Factor) -> Iterator[StatusNote]:
    if factor.occurred is Occurred.NO:
        yield StatusNote("did not occur")
    if factor.occurred is Occurred.UNKNOWN:
        yield StatusNote("not known whether it occurred")


def _effects(factor: Factor, actions: tuple[Action, ...]) -> Iterator[StatusNote]:
    live = [action for action in actions if factor.id in action.addresses and action.status not in _GIVEN_UP]
    breaking = [action for action in live if factor.id in action.eliminates]
    state = status_of(factor, actions)
    if state is Standing.BROKEN:
        done = [action for action in breaking if action.status is ActionStatus.DONE]
        yield from _shown([StatusNote(f"✓ {_by('eliminated', action)}", action, True) for action in done])
        return
    if state is Standing.OPEN:
        yield StatusNote("still open" if live else "no action", tells_status=True)
    planned = [StatusNote(f"○ {_by('eliminated', action)}", action, True) for action in breaking]
    others = [action for action in live if action not in breaking]
    yield from _shown(
        planned + [StatusNote(_by(_lighter(factor, action), action), action) for action in others]
    )


def _lighter(factor: Factor, action: Action) -> str:
    return "reduced" if factor.id in action.reduces else "detected"


def _by(effect: str, action: Action) -> str:
    """What the action does, in a form that claims no more than its status does."""
    time = {ActionStatus.DONE: "", ActionStatus.UNKNOWN: "may be "}.get(action.status, "to be ")
    return f"{time}{effect} by"


def _shown(found: list[StatusNote]) -> Iterator[StatusNote]:
    yield from found[:_MOST_ACTIONS]
    if len(found) > _MOST_ACTIONS:
        yield StatusNote(f"and {len(found) - _MOST_ACTIONS} more")
