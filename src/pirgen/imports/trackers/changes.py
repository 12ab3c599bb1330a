"""What tickets say of actions: which actions have to change, and which are left to a person."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pirgen.imports.trackers.matching import TicketIndex
from pirgen.imports.trackers.tickets import Ticket
from pirgen.model import Action, ActionStatus, Book, NotRecorded, Review

__all__ = ["ActionChange", "changes_of"]

_CLOSED = (ActionStatus.DONE, ActionStatus.DECLINED, ActionStatus.SUPERSEDED)


@dataclass(frozen=True)
class ActionChange:
    """An action and what its ticket says of it.

    ``values`` are the keys to write with their texts, ``removed`` the keys to take out. A change without either
    is one for a person, and ``remark`` says why.
    """

    incident: str
    index: int
    action: Action
    ticket: Ticket
    values: tuple[tuple[str, str | date], ...] = ()
    removed: tuple[str, ...] = ()
    remark: str = ""

    @property
    def is_made(self) -> bool:
        """Whether anything is written."""
        return bool(self.values or self.removed)

    def __str__(self) -> str:
        """The change in a line."""
        return f"{self.incident}: {self.action.id}: {self.remark}"


def changes_of(book: Book, tickets: TicketIndex, may_reopen: bool = False) -> Iterator[ActionChange]:
    """The changes that tickets ask for, in the order of the files. An action that agrees has none."""
    for review in book.reviews:
        for index, action in enumerate(review.actions):
            change = _followed(review, index, action, tickets, may_reopen) if action.tracker else None
            if change:
                yield change


def _followed(
    review: Review, index: int, action: Action, tickets: TicketIndex, may_reopen: bool
) -> ActionChange | None:
    """What the ticket of an action asks for, and its new address where its project has moved."""
    if several := tickets.several(action):
        said = f"the data has its ticket without an address, and it may be of {' or '.join(several)}"
        return ActionChange(review.id, index, action, _UNCLEAR, remark=f"{said}; left as it is")
    ticket = tickets.ticket_of(action)
    if ticket is None:
        return None
    change = ActionChange(review.id, index, action, ticket)
    made = _change(change, may_reopen)
    if not (tickets.has_moved(action) and ticket.address):
        return made
    values = (*(made.values if made else ()), ("tracker", ticket.address))
    remark = f"{made.remark}; its ticket has moved" if made else "its ticket has moved"
    return replace(made or change, values=values, remark=remark)


_UNCLEAR = Ticket("", "", ActionStatus.UNKNOWN)


def _change(change: ActionChange, may_reopen: bool) -> ActionChange | None:
    action, ticket = change.action, change.ticket
    if ticket.status is ActionStatus.UNKNOWN:
        return replace(change, remark=f"its ticket is '{ticket.reason}', which is not known; left as it is")
    if ticket.status in _CLOSED:
        return _closing(change) if action.status not in _CLOSED else _other_end(change)
    if action.status in _CLOSED:
        return _reopening(change, may_reopen)
    if ticket.status is ActionStatus.IN_PROGRESS and action.status is not ActionStatus.IN_PROGRESS:
        return _with(change, "in progress", ("status", "in-progress"))
    if action.status is ActionStatus.UNKNOWN:
        return _with(change, "open", ("status", "open"))
    return None


def _closing(change: ActionChange) -> ActionChange:
    ticket = change.ticket
    if ticket.status is not ActionStatus.DONE:
        on = f" on {ticket.on}" if ticket.on else ""
        return _with(
            change, ticket.status.value, ("status", ticket.status.value), ("reason", f"{ticket.reason}{on}")
        )
    proof = ticket.proof or ticket.address or f"Closed in the tracker as {ticket.key}"
    values: list[tuple[str, str | date]] = [("status", "done"), ("done_on", ticket.on or "not recorded")]
    has_proof = isinstance(change.action.proof, str) and bool(change.action.proof)
    values += [] if has_proof else [("proof", proof)]
    return _with(change, "done", *values)


def _other_end(change: ActionChange) -> ActionChange | None:
    """Both are closed: the day is written where nobody recorded it, and a difference is left to a person."""
    if change.action.status is change.ticket.status:
        day = change.ticket.on if isinstance(change.action.done_on, NotRecorded) else None
        return _with(change, "done; its day was not recorded", ("done_on", day)) if day else None
    said = (
        f"is {change.action.status.value} here and {change.ticket.status.value} in the tracker; left as it is"
    )
    return replace(change, remark=said)


def _reopening(change: ActionChange, may_reopen: bool) -> ActionChange:
    action = change.action
    if not (change.ticket.was_reopened or may_reopen):
        said = f"is {action.status.value} here and open in the tracker; left as it is, since a person closed it"
        hint = "; --reopen opens it"
        return replace(change, remark=said + hint)
    facts = {"done_on": action.done_on, "proof": action.proof, "reason": action.reason}
    removed = tuple(key for key, value in facts.items() if value)
    values = (("status", change.ticket.status.value),)
    remark = f"reopened: it was {action.status.value} here"
    return replace(change, values=values, removed=removed, remark=remark)


def _with(change: ActionChange, remark: str, *values: tuple[str, str | date]) -> ActionChange:
    return replace(change, values=values, remark=remark)
