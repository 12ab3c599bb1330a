"""For the meeting about a review that is not agreed yet: what is still open in it, as an agenda."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from pirgen.model import Account, Action, Book, Factor, Incident, NotRecorded, Occurred, Review
from pirgen.rules import WORD_RULES, judge
from pirgen.wording.plurals import counted

__all__ = ["MeetingView", "meeting_of"]


@dataclass(frozen=True)
class Prompt:
    """A phrasing that may blame, and the question that it could be an answer to; for the facilitator."""

    said: str
    question: str


@dataclass(frozen=True)
class MeetingView:
    """An agenda. ``unknown`` is what nobody recorded, ``prompts`` are wordings to ask about.

    ``unsure`` are factors that may not have been there, ``unanswered`` those that no action works on, and
    ``undecided`` the actions that are not finished, with what each of them lacks.
    """

    questions: tuple[str, ...]
    accounts: tuple[Account, ...]
    unknown: tuple[str, ...]
    unsure: tuple[Factor, ...]
    unanswered: tuple[Factor, ...]
    undecided: tuple[tuple[Action, str], ...]
    prompts: tuple[Prompt, ...]


def meeting_of(incident: Incident, review: Review | None, book: Book) -> MeetingView | None:
    """The agenda of a review that is not agreed yet, else None."""
    if review is None or review.is_published:
        return None
    answered = {id for action in review.actions for id in action.addresses}
    return MeetingView(
        questions=review.open_questions,
        accounts=review.accounts if len(review.accounts) > 1 else (),
        unknown=tuple(_unknown(incident)),
        unsure=tuple(factor for factor in review.factors if factor.occurred is Occurred.UNKNOWN),
        unanswered=tuple(factor for factor in review.factors if factor.id not in answered),
        undecided=tuple((action, lacking) for action in review.actions if (lacking := _lacking(action))),
        prompts=tuple(_prompts(incident, review, book)),
    )


def _unknown(incident: Incident) -> Iterator[str]:
    if incident.detection and isinstance(incident.detection.source, NotRecorded):
        yield "How it was detected"
    timeless = sum(isinstance(event.at, NotRecorded) for event in incident.timeline)
    if timeless:
        yield f"When {counted(timeless, 'event')} happened"


def _lacking(action: Action) -> str:
    """What an action that is not finished lacks, in words."""
    if not action.is_open:
        return ""
    asked = (
        ("an owner", action.owner),
        ("a due date", action.due),
        ("a way to tell that it is done", action.done_when),
    )
    return ", ".join(name for name, written in asked if written is None or isinstance(written, NotRecorded))


def _prompts(incident: Incident, review: Review, book: Book) -> Iterator[Prompt]:
    alone = replace(book, incidents=(incident,), reviews=(review,))
    for _, finding in judge(alone, date.max, WORD_RULES):
        yield Prompt(finding.message, finding.hint)
