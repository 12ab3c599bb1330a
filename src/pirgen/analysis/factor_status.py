"""Whether a factor of a review is still there, or what the response and the actions have made of it."""

from __future__ import annotations

from pirgen.analysis.open_paths import Standing
from pirgen.model import Action, ActionStatus, Factor, FactorKind

__all__ = ["GIVEN_UP", "status_of"]

GIVEN_UP = (ActionStatus.DECLINED, ActionStatus.SUPERSEDED)
"""The states of actions from which nothing is to be expected."""


def status_of(factor: Factor, actions: tuple[Action, ...]) -> Standing | None:
    """The factor's status; None for a condition or house event that nothing means to eliminate."""
    states = [action.status for action in actions if factor.id in action.eliminates]
    if factor.removed_by or ActionStatus.DONE in states:
        return Standing.CLOSED
    if any(state not in GIVEN_UP for state in states):
        return Standing.PLANNED
    return None if factor.kind in (FactorKind.CONDITION, FactorKind.HOUSE) else Standing.OPEN
