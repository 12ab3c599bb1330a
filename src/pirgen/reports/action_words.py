"""How late, how long and how soon, in words: the same on a page, in a terminal and in a message."""

from __future__ import annotations

from datetime import timedelta

from pirgen.analysis.backlog import BacklogItem
from pirgen.model import ActionStatus

__all__ = ["STATUS_WORDS", "due_words", "policy_words", "span"]

STATUS_WORDS = {
    ActionStatus.OPEN: "open",
    ActionStatus.IN_PROGRESS: "in progress",
    ActionStatus.DONE: "done",
    ActionStatus.DECLINED: "declined",
    ActionStatus.SUPERSEDED: "superseded",
    ActionStatus.UNKNOWN: "state not known",
}


def span(time: timedelta) -> str:
    """A number of whole days, in months or years where a day more or less is no matter: ``12 days``."""
    days = abs(time.days)
    if days < 90:
        return _counted(days, "day")
    return _counted(round(days / 30.44), "month") if days < 700 else _counted(round(days / 365.25), "year")


def due_words(item: BacklogItem) -> str:
    """When an open action is due: ``today``, ``in 12 days``, ``3 days late``; nothing without a date."""
    if item.due_in is None:
        return ""
    if not item.due_in:
        return "today"
    return f"in {span(item.due_in)}" if item.due_in > timedelta() else f"{span(item.due_in)} late"


def policy_words(item: BacklogItem) -> str:
    """Why the policy calls an action late: ``open for 45 days; SEV-2 allows 30 days``; else nothing."""
    if item.past_policy is None or item.age is None or item.allowed is None:
        return ""
    return f"open for {span(item.age)}; {item.incident.severity} allows {span(item.allowed)}"


def _counted(count: int, unit: str) -> str:
    return f"{count:,} {unit}{'' if count == 1 else 's'}"
