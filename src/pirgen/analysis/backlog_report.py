"""The backlog as somebody asks for it: of one owner, one state, or what is due soon."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import Enum

from pirgen.analysis.backlog import BacklogItem, States, items, states
from pirgen.analysis.backlog_groups import ActionGroup, by_due, parted_by_lateness
from pirgen.model import Book, title_of

__all__ = ["BacklogReport", "Scope", "Wanted", "owners", "report"]


class Scope(Enum):
    """Which actions a report is about."""

    OPEN = "open"
    OVERDUE = "overdue"
    DONE = "done"
    DECLINED = "declined"
    SUPERSEDED = "superseded"
    UNKNOWN = "unknown"
    ALL = "all"


@dataclass(frozen=True)
class Wanted:
    """What is asked for. Empty ``owner`` or ``incidents`` ask for all; so does None.

    ``due_within`` keeps the open actions that are overdue or due within that many days.
    """

    scope: Scope = Scope.OPEN
    owner: str = ""
    incidents: tuple[str, ...] = ()
    due_within: timedelta | None = None


@dataclass(frozen=True)
class BacklogReport:
    """The actions asked for, in groups that are not empty, what matters most first.

    ``states`` has all actions of the owner and incident asked for, whatever their state; ``owners`` the
    titles of owners.
    """

    as_of: date
    wanted: Wanted
    states: States
    groups: tuple[ActionGroup, ...]
    owners: Mapping[str, str]

    @property
    def items(self) -> tuple[BacklogItem, ...]:
        """The actions of all groups."""
        return tuple(item for group in self.groups for item in group.items)


def report(book: Book, as_of: date, wanted: Wanted | None = None) -> BacklogReport:
    """What the book says of the actions asked for; by default of all that are open."""
    asked = wanted or Wanted()
    found = states(item for item in items(book, as_of) if _is_meant(item, asked))
    groups = tuple(group for group in _groups(found, asked) if group.items)
    return BacklogReport(as_of, asked, found, groups, owners(book))


def owners(book: Book) -> dict[str, str]:
    """Every owner of an action and every team of the vocabulary, with the title that readers see."""
    teams = book.vocabulary.teams
    ids = {action.owner for review in book.reviews for action in review.actions}
    named = {id for id in ids if isinstance(id, str)} | {team.id for team in teams}
    return {id: title_of(teams, id) for id in sorted(named)}


def _is_meant(item: BacklogItem, wanted: Wanted) -> bool:
    is_owned = not wanted.owner or item.action.owner == wanted.owner
    return is_owned and (not wanted.incidents or item.incident.id in wanted.incidents)


def _groups(found: States, wanted: Wanted) -> tuple[ActionGroup, ...]:
    ended = {
        Scope.DONE: ActionGroup("done", "Done", found.done),
        Scope.DECLINED: ActionGroup("declined", "Declined", found.declined),
        Scope.SUPERSEDED: ActionGroup("superseded", "Superseded", found.superseded),
        Scope.UNKNOWN: ActionGroup("unknown", "State not known", found.unknown),
    }
    if wanted.scope in ended:
        return (ended[wanted.scope],)
    open_groups = _open_groups(found, _soon_enough(wanted.due_within))
    if wanted.scope is Scope.OVERDUE:
        return open_groups[:2]
    return (*open_groups, *ended.values()) if wanted.scope is Scope.ALL else open_groups


def _open_groups(found: States, is_wanted: Callable[[BacklogItem], bool]) -> tuple[ActionGroup, ...]:
    """First the overdue ones in two groups, then the others by their dates."""
    late, long_late = parted_by_lateness(found.overdue)
    _, *others = by_due(item for item in found.open if is_wanted(item))
    return (
        ActionGroup("overdue", "Overdue", late),
        ActionGroup("long-late", "Late for more than a year", long_late),
        *others,
    )


def _soon_enough(due_within: timedelta | None) -> Callable[[BacklogItem], bool]:
    return lambda item: due_within is None or (item.due_in is not None and item.due_in <= due_within)
