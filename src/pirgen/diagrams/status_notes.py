"""What the response and the actions have done about a factor, in the few words below its box."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pirgen.analysis.factor_status import GIVEN_UP, status_of
from pirgen.analysis.open_paths import Standing
from pirgen.model import Action, ActionStatus, Factor, Occurred

__all__ = ["StatusNote", "status_notes"]

_MOST_ACTIONS = 3


@dataclass(frozen=True)
class StatusNote:
    """Words below a factor, and the action that they name; ``tells_status`` where they are about its status."""

    words: str
    action: Action | None = None
    tells_status: bool = False

    @property
    def text(self) -> str:
        """The words, and which action it is."""
        return f"{self.words} {self.action.id}" if self.action else self.words


def status_notes(
    factor: Factor, actions: tuple[Action, ...], touched: str = "still open"
) -> tuple[StatusNote, ...]:
    """What to say below an event: whether it occurred, where that isn't plain, and what its actions do.

    ``touched`` are the words for one that actions work on without eliminating it.
    """
    return (*_occurrence(factor), *_effects(factor, actions, touched))


def _occurrence(factor: Factor) -> Iterator[StatusNote]:
    if factor.occurred is Occurred.NO:
        yield StatusNote("did not occur")
    if factor.occurred is Occurred.UNKNOWN:
        yield StatusNote("not known whether it occurred")


def _effects(factor: Factor, actions: tuple[Action, ...], touched: str) -> Iterator[StatusNote]:
    live = [action for action in actions if factor.id in action.addresses and action.status not in GIVEN_UP]
    eliminating = [action for action in live if factor.id in action.eliminates]
    state = status_of(factor, actions)
    if state is Standing.CLOSED:
        done = [action for action in eliminating if action.status is ActionStatus.DONE]
        if factor.removed_by:
            yield StatusNote("✓ removed in the response", tells_status=True)
        yield from _shown([StatusNote(f"✓ {_by('eliminated', action)}", action, True) for action in done])
        return
    if state is Standing.OPEN:
        yield StatusNote(touched if live else "no action", tells_status=True)
    planned = [StatusNote(f"○ {_by('eliminated', action)}", action, True) for action in eliminating]
    others = [action for action in live if action not in eliminating]
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
