"""Events that say the same at the same time, as machines like to, become one with a count."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from pirgen.drafts import DraftEvent
from pirgen.model import Instant

__all__ = ["merge_repeats"]


def merge_repeats(events: list[DraftEvent]) -> tuple[DraftEvent, ...]:
    """The events, with those that say the same within two seconds as one with a count."""
    made: list[tuple[DraftEvent, int]] = []
    for found in events:
        last, times = made[-1] if made else (None, 0)
        if last is None or not _is_repeated(last, found):
            made.append((found, 1))
            continue
        marks = tuple(dict.fromkeys((*last.event.marks, *found.event.marks)))
        is_same_source = _source(last) == _source(found)
        both = replace(last, event=replace(last.event, marks=marks))
        made[-1] = (both, times + is_same_source)
    return tuple(_counted(found, times) for found, times in made)


def _is_repeated(one: DraftEvent, other: DraftEvent) -> bool:
    first, second = one.event, other.event
    if not isinstance(first.at, Instant) or not isinstance(second.at, Instant):
        return False
    is_near = second.at.at - first.at.at <= timedelta(seconds=2)
    return (
        is_near and (first.text, first.note) == (second.text, second.note) and first.evidence == second.evidence
    )


def _source(found: DraftEvent) -> str:
    """Where an event was found, without the id of the entry."""
    return found.origin.rpartition(" ")[0]


def _counted(found: DraftEvent, times: int) -> DraftEvent:
    if times == 1:
        return found
    event = replace(found.event, text=f"{found.event.text} ({times} times)")
    return DraftEvent(event, f"{found.origin} and {times - 1} more")
