"""Which ticket an action follows: by its address, by a key alone, or where its project has moved to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from pirgen.imports.trackers.tickets import Ticket, key_of_address
from pirgen.model import Action, Book
from pirgen.wording.plurals import counted

__all__ = ["TicketIndex", "read_moves"]

_MOST_NAMED = 5
"""How many tickets of a project are named that the data does not have."""


@dataclass(frozen=True)
class TicketIndex:
    """The tickets of some data; of two with one address the later counts.

    ``moved`` says under which address a project was before, ``projects`` those of the book's actions that have
    a ticket of one key.
    """

    by_address: Mapping[str, Ticket]
    by_key: Mapping[str, Ticket]
    moved: Mapping[str, str]
    projects: Mapping[str, tuple[str, ...]]

    @classmethod
    def of(cls, book: Book, tickets: Iterable[Ticket], moved: Mapping[str, str]) -> TicketIndex:
        """An index for the actions of a book."""
        listed = tuple(tickets)
        projects: dict[str, dict[str, None]] = {}
        for action in _followed(book):
            address = key_of_address(action.tracker)
            projects.setdefault(_number(address), {})[_project(address)] = None
        return cls(
            {key_of_address(each.address): each for each in listed if each.address},
            {each.key.casefold(): each for each in listed if each.key and not each.address},
            moved,
            {number: tuple(found) for number, found in projects.items()},
        )

    def ticket_of(self, action: Action) -> Ticket | None:
        """The ticket that an action follows; None where the data has none, or it is not clear which."""
        address = self._present(key_of_address(action.tracker))
        key = "" if self.several(action) else _number(address)
        return self.by_address.get(address) or self.by_key.get(key)

    def has_moved(self, action: Action) -> bool:
        """Whether the project of an action's ticket has another address now."""
        address = key_of_address(action.tracker)
        return self._present(address) != address

    def several(self, action: Action) -> tuple[str, ...]:
        """The projects that a key without an address may be of, where there are several."""
        written = key_of_address(action.tracker)
        address = self._present(written)
        found = self.projects.get(_number(written), ())
        is_unclear = address not in self.by_address and _number(address) in self.by_key and len(found) > 1
        return found if is_unclear else ()

    def missing(self, book: Book) -> Iterator[str]:
        """A line for each project of which open actions have tickets that the data does not have."""
        lacking: dict[str, list[str]] = {}
        for action in _followed(book):
            address = key_of_address(action.tracker)
            if action.is_open and not self.ticket_of(action) and not self.several(action):
                lacking.setdefault(_project(address), []).append(_number(address))
        there = {_project(address) for address in self.by_address}
        for project, numbers in sorted(lacking.items()):
            named = ", ".join(numbers[:_MOST_NAMED]) + (", ..." if len(numbers) > _MOST_NAMED else "")
            hint = "" if project in there else _hint(project, there)
            yield f"not in the data: {counted(len(numbers), 'ticket')} of {project} ({named}){hint}"

    def _present(self, address: str) -> str:
        """An address as it is now."""
        for old, new in self.moved.items():
            if address == old or address.startswith((f"{old}/", f"{old}-")):
                return new + address.removeprefix(old)
        return address


def _followed(book: Book) -> Iterator[Action]:
    return (action for review in book.reviews for action in review.actions if action.tracker)


_OF_PROJECT = re.compile(
    r"(?P<project>.+?)(?:/(?:issues|work_items|pull|merge_requests))?[/-](?P<number>[^/-]+)"
)


def _project(address: str) -> str:
    """What a ticket belongs to: 'github.com/example/shop', or 'example.atlassian.net/browse/ops'."""
    found = _OF_PROJECT.fullmatch(address)
    return found["project"] if found else address


def _number(address: str) -> str:
    """What a table calls the ticket: '7', or Jira's 'ops-7'."""
    return address.rpartition("/")[2]


def _hint(project: str, there: set[str]) -> str:
    near = [each for each in sorted(there) if each.partition("/")[0] == project.partition("/")[0]]
    return f"; if it has moved, say --moved {project}={near[0]}" if len(near) == 1 else ""


def read_moves(written: Sequence[str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The projects that have moved, from texts such as 'OLD=NEW', and what is wrong with them."""
    moved: dict[str, str] = {}
    problems = []
    for each in written:
        old, sign, new = each.partition("=")
        if not (old.strip() and sign and new.strip()):
            problems.append(f"--moved: '{each}' is not of the form OLD=NEW, such as github.com/example/old=...")
        else:
            moved[_plain(old)] = _plain(new)
    return moved, tuple(problems)


def _plain(address: str) -> str:
    return key_of_address(address if "://" in address else f"https://{address.strip()}")
