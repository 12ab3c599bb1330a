"""How late, how long and how soon, in words: the same on a page, in a terminal and in a message."""

from __future__ import annotations

from datetime import timedelta

from pirgen.analysis.backlog import BacklogItem, States
from pirgen.model import ActionStatus
from pirgen.wording.durations import days
from pirgen.wording.plurals import counted, plural

__all__ = ["STATUS_WORDS", "age_words", "due_words", "not_overdue_words", "policy_words"]

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
    if item.past_policy is None or item.allowed is None:
        return ""
    return f"open for {age_words(item)}; {item.incident.severity} allows {days(item.allowed)}"


def age_words(item: BacklogItem) -> str:
    """How long an action has been open: ``12 days``, ``at least 3 months``; nothing where no date tells."""
    if item.age is not None:
        return days(item.age)
    return f"at least {days(item.least_age)}" if item.least_age else ""


def not_overdue_words(states: States) -> str:
    """What to say where no open action is known to be overdue: whether any of them could have been."""
    unjudged = len(states.unjudged)
    if not states.open or states.overdue:
        return ""
    if not unjudged:
        return "Nothing is overdue. Thank you!"
    of = f"{unjudged:,} of {counted(len(states.open), 'open action')}"
    if unjudged == len(states.open):
        of = f"the {counted(unjudged, 'open action')}" if unjudged > 1 else "the open action"
    verb, date = plural(unjudged, "has", "have"), plural(unjudged, "a due date", "due dates")
    return f"Nothing is known to be overdue, but {of} {verb} neither {date} nor an age that a limit applies to."
