"""How late, how long and how soon, in words: the same on a page, in a terminal and in a message."""

from __future__ import annotations

from datetime import timedelta

from pirgen.analysis.backlog import BacklogItem
from pirgen.model import ActionStatus
from pirgen.wording.durations import days

__all__ = ["STATUS_WORDS", "due_words", "policy_words"]

STATUS_WORDS = {
    ActionStatus.OPEN: "open",
    ActionStatus.IN_PROGRESS: "in progress",
    ActionStatus.DONE: "done",
    ActionStatus.DECLINED: "declined",
    ActionStatus.SUPERSEDED: "superseded",
    ActionStatus.UNKNOWN: "state not known",
}


def due_words(item: BacklogItem) -> str:
    """When an open action is due: ``today``, ``in 12 days``, ``3 days late``; nothing without a date."""
    if item.due_in is None:
        return ""
    if not item.due_in:
        return "today"
    return f"in {days(item.due_in)}" if item.due_in > timedelta() else f"{days(item.due_in)} late"


def policy_words(item: BacklogItem) -> str:
    """Why the policy calls an action late: ``open for 45 days; SEV-2 allows 30 days``; else nothing."""
    if item.past_policy is None or item.age is None or item.allowed is None:
        return ""
    return f"open for {days(item.age)}; {item.incident.severity} allows {days(item.allowed)}"
