from datetime import date, timedelta

import pytest

from pirgen.analysis.backlog_report import BacklogReport, Scope, Wanted, owners, report
from pirgen.model import ActionStatus, Book, Term, Vocabulary
from tests.pages.books import AS_OF, a_book, a_review, an_action, an_incident

OTHER = "2025-06-01-other"


@pytest.fixture
def book() -> Book:
    actions = (
        an_action("late", due=date(2026, 1, 1)),
        an_action("old", due=date(2020, 1, 1)),
        an_action("soon", due=date(2026, 2, 3)),
        an_action("later", due=date(2026, 9, 1), owner="storage"),
        an_action("none"),
        an_action("done", ActionStatus.DONE),
        an_action("unknown", ActionStatus.UNKNOWN),
    )
    others = (an_action("elsewhere"), an_action("no", ActionStatus.DECLINED))
    return a_book(
        an_incident(),
        a_review(actions=actions),
        an_incident(OTHER),
        a_review(OTHER, actions=others),
        vocabulary=Vocabulary(teams=(Term("storage", "Storage team"), Term("idle", "Idle team"))),
    )


def shown(found: BacklogReport) -> dict[str, list[str]]:
    return {group.id: [item.action.id for item in group.items] for group in found.groups}


def test_what_is_open_comes_by_urgency_without_empty_groups(book: Book) -> None:
    assert shown(report(book, AS_OF)) == {
        "overdue": ["late"],
        "long-late": ["old"],
        "week": ["soon"],
        "later": ["later"],
        "no-date": ["elsewhere", "none"],
    }


def test_what_is_due_within_some_days_keeps_what_is_overdue(book: Book) -> None:
    found = report(book, AS_OF, Wanted(due_within=timedelta(days=2)))
    assert shown(found) == {"overdue": ["late"], "long-late": ["old"], "week": ["soon"]}
    found = report(book, AS_OF, Wanted(due_within=timedelta(days=1)))
    assert shown(found) == {"overdue": ["late"], "long-late": ["old"]}


def test_one_owner_and_one_incident_can_be_asked_for(book: Book) -> None:
    assert shown(report(book, AS_OF, Wanted(owner="storage"))) == {"later": ["later"]}
    found = report(book, AS_OF, Wanted(Scope.ALL, incidents=(OTHER,)))
    assert shown(found) == {"no-date": ["elsewhere"], "declined": ["no"]}
    assert len(found.states.open) == 1


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        (Scope.OVERDUE, ["late", "old"]),
        (Scope.DONE, ["done"]),
        (Scope.DECLINED, ["no"]),
        (Scope.SUPERSEDED, []),
        (Scope.UNKNOWN, ["unknown"]),
    ],
)
def test_one_state_can_be_asked_for(book: Book, scope: Scope, expected: list[str]) -> None:
    assert [item.action.id for item in report(book, AS_OF, Wanted(scope)).items] == expected


def test_all_states_hold_every_action_once(book: Book) -> None:
    found = [(item.incident.id, item.action.id) for item in report(book, AS_OF, Wanted(Scope.ALL)).items]
    assert len(found) == len(set(found)) == 9


def test_owners_are_those_of_actions_and_the_teams_of_the_site(book: Book) -> None:
    assert owners(book) == {"checkout team": "checkout team", "idle": "Idle team", "storage": "Storage team"}
