from datetime import date, timedelta

import pytest

from pirgen.analysis.backlog import BUCKETS, by_age, items
from pirgen.model import NOT_RECORDED, ActionStatus
from tests.pages.books import AS_OF, a_book, a_review, an_action, an_incident


@pytest.mark.parametrize(
    ("days", "place"), [(0, 3), (30, 3), (31, 2), (90, 2), (91, 1), (180, 1), (181, 0), (4000, 0)]
)
def test_ages_fall_into_one_bucket(days: int, place: int) -> None:
    age = timedelta(days=days)
    assert [bucket.holds(age) for bucket in BUCKETS].index(True) == place
    assert sum(bucket.holds(age) for bucket in BUCKETS) == 1


def test_what_is_past_its_date_is_overdue() -> None:
    late = items(a_book(an_incident(), a_review(actions=(an_action(due=date(2026, 1, 22)),))), AS_OF)[0]
    assert late.past_due == timedelta(days=10)
    assert late.is_overdue


def test_what_is_due_today_is_not_overdue() -> None:
    item = items(a_book(an_incident(), a_review(actions=(an_action(due=AS_OF),))), AS_OF)[0]
    assert not item.is_overdue


def test_what_is_open_longer_than_its_severity_allows_is_overdue() -> None:
    action = an_action(created=date(2026, 1, 1), due=NOT_RECORDED)
    item = items(a_book(an_incident(severity="SEV-1"), a_review(actions=(action,))), AS_OF)[0]
    assert item.age == timedelta(days=31)
    assert item.past_policy == timedelta(days=16)
    lenient = items(a_book(an_incident(severity="SEV-4"), a_review(actions=(action,))), AS_OF)[0]
    assert not lenient.is_overdue


@pytest.mark.parametrize("status", [ActionStatus.DONE, ActionStatus.DECLINED, ActionStatus.UNKNOWN])
def test_only_open_actions_are_overdue(status: ActionStatus) -> None:
    action = an_action(status=status, created=date(2020, 1, 1), due=date(2020, 2, 1))
    assert not items(a_book(an_incident(), a_review(actions=(action,))), AS_OF)[0].is_overdue


def test_the_unknown_age_is_a_group_of_its_own() -> None:
    actions = (an_action("a", created=date(2026, 1, 31)), an_action("b", created=NOT_RECORDED), an_action("c"))
    groups = by_age(items(a_book(an_incident(), a_review(actions=actions)), AS_OF))
    assert [[item.action.id for item in group] for _, group in groups] == [[], [], [], ["a"], ["b", "c"]]
    assert groups[-1][0] is None
