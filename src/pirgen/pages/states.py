"""The states of incidents, reviews and actions as readers see them: a sign and words for each."""

from __future__ import annotations

from pirgen.model import ActionStatus, IncidentStatus, Review, ReviewStatus
from pirgen.reports.action_words import STATUS_WORDS

__all__ = ["ACTION_STATES", "INCIDENT_STATES", "NO_REVIEW", "REVIEW_STATES", "review_state"]

NO_REVIEW = "missing"

INCIDENT_STATES = {
    IncidentStatus.OPEN.value: ("●", "Open"),
    IncidentStatus.MITIGATED.value: ("◐", "Mitigated"),
    IncidentStatus.RESOLVED.value: ("✓", "Resolved"),
}
REVIEW_STATES = {
    NO_REVIEW: ("\N{EN DASH}", "No review"),
    ReviewStatus.DRAFT.value: ("✎", "Draft"),
    ReviewStatus.IN_REVIEW.value: ("◐", "In review"),
    ReviewStatus.REVIEWED.value: ("✓", "Reviewed"),
    ReviewStatus.CLOSED.value: ("✓", "Closed"),
}
_ACTION_SIGNS = {
    ActionStatus.OPEN: "○",
    ActionStatus.IN_PROGRESS: "◐",
    ActionStatus.DONE: "✓",
    ActionStatus.DECLINED: "✕",
    ActionStatus.SUPERSEDED: "↷",
    ActionStatus.UNKNOWN: "?",
}
ACTION_STATES = {
    status.value: (_ACTION_SIGNS[status], words[0].upper() + words[1:])
    for status, words in STATUS_WORDS.items()
}


def review_state(review: Review | None) -> str:
    """The state of a review, also of one that is missing."""
    return review.status.value if review else NO_REVIEW
