"""What tickets say of actions: which actions have to change, and which are left to a person."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from pirgen.imports.trackers.tickets import Ticket, key_of_address
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


def changes_of(book: Book, tickets: Sequence[Ticket], may_reopen: bool = False) -> Iterator[ActionChange]:
    """The changes that tickets ask for, in the order of the files. An action that agrees has none."""
    by_address = {key_of_address(ticket.address): ticket for ticket in tickets if ticket.address}
    by_key = {ticket.key.casefold(): ticket for ticket in tickets if ticket.key and not ticket.address}
    for review in book.reviews:
        for index, action in enumerate(review.actions):
            address = key_of_address(action.tracker)
            ticket = by_address.get(address) or by_key.get(address.rpartition("/")[2])
            change = _change(review, index, action, ticket, may_reopen) if action.tracker and ticket else None
            if change:
                yield change


def _change(
    review: Review, index: int, action: Action, ticket: Ticket, may_reopen: bool
) -> ActionChange | None:
    change = ActionChange(review.id, index, action, ticket)
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
    return ActionChange(change.incident, change.index, change.action, change.ticket, remark=said)


def _reopening(change: ActionChange, may_reopen: bool) -> ActionChange:
    action = change.action
    if not (change.ticket.was_reopened or may_reopen):
        said = f"is {action.status.value} here and open in the tracker; left as it is, since a person closed it"
        hint = "; --reopen opens it"
        return ActionChange(change.incident, change.index, action, change.ticket, remark=said + hint)
    facts = {"done_on": action.done_on, "proof": action.proof, "reason": action.reason}
    removed = tuple(key for key, value in facts.items() if value)
    values = (("status", change.ticket.status.value),)
    remark = f"reopened: it was {action.status.value} here"
    return ActionChange(change.incident, change.index, action, change.ticket, values, removed, remark)


def _with(change: ActionChange, remark: str, *values: tuple[str, str | date]) -> ActionChange:
    return ActionChange(change.incident, change.index, change.action, change.ticket, values, (), remark)
