"""What an export asks for becomes the actions of a review, with 'not recorded' for what it does not say."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, count

from pirgen.drafts import slug
from pirgen.imports.drafting.people import People
from pirgen.imports.drafting.terms import term_of
from pirgen.imports.incident import FollowUp
from pirgen.model import NOT_RECORDED, Action, ActionStatus, ActionType, NotRecorded, Priority, Vocabulary

__all__ = ["draft_actions"]

_PRIORITIES = {
    **dict.fromkeys(("urgent", "critical", "high", "highest", "p0", "p1"), Priority.HIGH),
    **dict.fromkeys(("medium", "normal", "p2"), Priority.MEDIUM),
    **dict.fromkeys(("low", "lowest", "p3", "p4"), Priority.LOW),
}
_TYPES = {kind.value: kind for kind in ActionType}


def draft_actions(
    asked: Sequence[FollowUp], people: People, vocabulary: Vocabulary
) -> tuple[tuple[Action, ...], frozenset[str]]:
    """The actions, and the ids of those whose type the export does not say."""
    named = tuple(_with_ids(asked, people))
    actions = tuple(_action(id, ask, people, vocabulary) for id, ask in named)
    return actions, frozenset(id for id, ask in named if ask.type not in _TYPES)


def _with_ids(asked: Sequence[FollowUp], people: People) -> Iterator[tuple[str, FollowUp]]:
    taken: set[str] = set()
    for ask in asked:
        words = slug(people.line(ask.what))
        first = words if words[0].isalpha() else f"a-{words}"
        numbered = (f"{first}-{number}" for number in count(2))
        id = next(id for id in chain((first,), numbered) if id not in taken)
        taken.add(id)
        yield id, ask


def _action(id: str, ask: FollowUp, people: People, vocabulary: Vocabulary) -> Action:
    is_open = ask.status in (ActionStatus.OPEN, ActionStatus.IN_PROGRESS)
    is_done = ask.status is ActionStatus.DONE
    due, done_on = (day if day and (ask.created or day) <= day else None for day in (ask.due, ask.done_on))
    return Action(
        id,
        people.text((ask.what,)) or "To be written",
        _TYPES.get(ask.type, ActionType.INVESTIGATE),
        ask.status,
        priority=_PRIORITIES.get(ask.priority.casefold(), NOT_RECORDED),
        owner=_owner(ask, people, vocabulary),
        created=ask.created,
        due=due or (NOT_RECORDED if is_open else None),
        done_when=NOT_RECORDED if is_open else None,
        done_on=done_on or (NOT_RECORDED if is_done else None),
        proof=NOT_RECORDED if is_done and not ask.tracker else None,
        reason=NOT_RECORDED.value if ask.status is ActionStatus.DECLINED else "",
        tracker=ask.tracker,
        note=people.text(ask.note),
    )


def _owner(ask: FollowUp, people: People, vocabulary: Vocabulary) -> str | NotRecorded:
    """What the people map says of the person, or else the team; never a name."""
    is_chosen = ask.assignee is not None and people.is_chosen(ask.assignee)
    mapped = people.handle(ask.assignee) if ask.assignee and is_chosen else ""
    owners = (term_of(name, vocabulary.teams) for name in (mapped, people.line(ask.owner)))
    return next(filter(None, owners), NOT_RECORDED)
