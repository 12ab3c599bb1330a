"""The agenda for the meeting about a review that is not agreed yet."""

from __future__ import annotations

from dataclasses import replace

from pirgen.model import NOT_RECORDED, ActionStatus, Detection, Occurred, ReviewStatus
from pirgen.pages.incident.meeting import meeting_of
from tests.pages.books import a_book, a_factor, a_review, an_action, an_incident

ID = "2025-03-01-checkout"


def test_an_agreed_review_has_no_agenda() -> None:
    incident, review = an_incident(ID), replace(a_review(ID), status=ReviewStatus.REVIEWED)
    assert meeting_of(incident, review, a_book(incident, review)) is None
    assert meeting_of(incident, None, a_book(incident)) is None


def test_a_draft_says_what_is_still_open() -> None:
    incident = replace(an_incident(ID), detection=Detection(NOT_RECORDED))
    factors = (replace(a_factor("seen"), occurred=Occurred.UNKNOWN), a_factor("other"))
    decided = replace(
        an_action("a"),
        status=ActionStatus.OPEN,
        owner="team",
        due=NOT_RECORDED,
        done_when="x",
        eliminates=("seen",),
    )
    done = replace(
        an_action("b"), status=ActionStatus.DONE, owner=None, due=None, done_when=None, eliminates=()
    )
    review = replace(
        a_review(ID),
        status=ReviewStatus.DRAFT,
        factors=factors,
        actions=(decided, done),
        open_questions=("Why?",),
        went_badly=("The alert should have been noticed.",),
    )
    meeting = meeting_of(incident, review, a_book(incident, review))
    assert meeting is not None
    assert meeting.questions == ("Why?",)
    assert meeting.unknown[0] == "How it was detected"
    assert [factor.id for factor in meeting.unsure] == ["seen"]
    assert [factor.id for factor in meeting.unanswered] == ["other"]
    assert [(action.id, lacking) for action, lacking in meeting.undecided] == [("a", "a due date")]
    assert "'should have been noticed' does not say by whom or by what" in [one.said for one in meeting.prompts]
