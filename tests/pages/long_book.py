"""A book as it may look after years: many incidents a quarter, always the same ones."""

from __future__ import annotations

from datetime import date, timedelta

from pirgen.model import (
    NOT_RECORDED,
    ActionStatus,
    Book,
    Detection,
    Impact,
    Incident,
    Moment,
    Review,
    ReviewStatus,
    Vocabulary,
)
from tests.pages.books import a_book, a_factor, a_review, an_action, an_event, an_incident

AS_OF = date(2026, 2, 1)
_STATES = (
    ActionStatus.OPEN,
    ActionStatus.DONE,
    ActionStatus.DONE,
    ActionStatus.IN_PROGRESS,
    ActionStatus.DECLINED,
)
_SEVERITIES = ("SEV-3", "SEV-4", "SEV-2", "SEV-3", "SEV-1", "SEV-4", "SEV-3")


def a_long_book(count: int, apart: timedelta, end: date = AS_OF) -> Book:
    """So many incidents, one every ``apart`` up to a day; some of them near misses."""
    things: list[Incident | Review] = []
    for place in range(count):
        day = end - apart * (count - 1 - place)
        incident = _incident(place, day)
        things.append(incident)
        if place % 9 != 4:
            things.append(_review(place, day, incident.id))
    return a_book(*things)


def _incident(place: int, day: date) -> Incident:
    minutes = 2 + (place * place * 37) % (5 if place % 3 else 90) ** 2 + place % 40
    start = f"{day} 09:00"
    end = str(date.fromisoformat(start[:10]) + timedelta(days=minutes // 600))
    events = (
        an_event(start, Moment.STARTED),
        an_event(f"{day} {9 + min(minutes // 2, 800) // 60:02}:{minutes // 2 % 60:02}", Moment.MITIGATED),
        an_event(
            f"{end} {10 + minutes % 600 // 60:02}:{minutes % 60:02}",
            Moment.RESOLVED,
            approximate=place % 7 == 3,
        ),
    )
    return an_incident(
        f"{day}-number-{place:05}",
        title=f"Outage number {place} of a part with a somewhat longer name",
        severity=_SEVERITIES[place % len(_SEVERITIES)],
        services=(f"service {place % 13}", f"backend {place % 5}"),
        impact=None if place % 11 == 7 else Impact("Orders failed."),
        detection=Detection(("monitoring", "user-report", "staff", NOT_RECORDED)[place % 4]),
        timeline=events if place % 10 else events[:1],
    )


def _review(place: int, day: date, id: str) -> Review:
    categories = [term.id for term in Vocabulary().categories]
    triggers = [term.id for term in Vocabulary().triggers]
    state = _STATES[place % len(_STATES)]
    created = day + timedelta(days=5)
    action = an_action(
        "act",
        state,
        created=created if place % 6 else NOT_RECORDED,
        done_on=created + timedelta(days=10 + place % 300) if state is ActionStatus.DONE else None,
        reason="Not worth it" if state is ActionStatus.DECLINED else "",
    )
    return a_review(
        id,
        status=ReviewStatus.DRAFT if place % 9 == 5 else ReviewStatus.REVIEWED,
        published=day + timedelta(days=1 + place * place % 61) if place % 8 else NOT_RECORDED,
        factors=(a_factor("one", categories[place % 14]), a_factor("two", categories[place * 5 % 9])),
        trigger_kind=triggers[place % 9],
        surprises=(f"Number {place} surprised us.",),
        got_lucky=("It was a quiet day.",) if place % 4 == 0 else (),
        open_questions=("Why so late?",) if place % 5 == 0 else (),
        actions=(action,),
    )
