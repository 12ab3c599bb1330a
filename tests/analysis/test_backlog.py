from dataclasses import replace
from datetime import date, timedelta

import pytest

from pirgen.analysis.backlog import BUCKETS, BacklogItem, by_age, items, states
from pirgen.model import NOT_RECORDED, Action, ActionStatus, Priority, Provenance
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


def found(*actions: Action, severity: str = "SEV-4") -> list[BacklogItem]:
    """The actions as items of one review, as of the first of February 2026."""
    return list(items(a_book(an_incident(severity=severity), a_review(actions=actions)), AS_OF))


def ids(some: tuple[BacklogItem, ...]) -> list[str]:
    return [item.action.id for item in some]


def test_an_action_may_be_late_by_both_rules_and_its_own_date_says_by_how_much() -> None:
    (item,) = found(an_action(created=date(2026, 1, 1), due=date(2026, 1, 30)), severity="SEV-1")
    assert (item.past_due, item.past_policy) == (timedelta(days=2), timedelta(days=16))
    assert item.late_by == timedelta(days=2)


def test_what_is_open_for_as_long_as_its_severity_allows_is_not_late() -> None:
    (item,) = found(an_action(created=date(2026, 1, 17)), severity="SEV-1")
    assert item.age == item.allowed == timedelta(days=15)
    assert not item.is_overdue


def test_no_limit_of_ours_applies_to_what_others_do() -> None:
    action = an_action("a", ActionStatus.OPEN, created=date(2020, 1, 1))
    review = replace(a_review("2026-01-05-x", actions=(action,)), provenance=Provenance.EXTERNAL)
    (item,) = items(a_book(an_incident("2026-01-05-x", severity="SEV-1"), review), AS_OF)
    assert (item.allowed, item.is_overdue, item.can_be_judged) == (None, False, False)


def test_what_was_created_later_than_the_day_reckoned_to_has_age_zero() -> None:
    (item,) = found(an_action(created=date(2026, 3, 1), due=date(2026, 4, 1)), severity="SEV-1")
    assert item.age == timedelta()
    assert item.due_in == timedelta(days=59)
    assert not item.is_overdue


def test_what_has_no_dates_is_neither_late_nor_due() -> None:
    (item,) = found(an_action(created=None, due=NOT_RECORDED), severity="SEV-1")
    assert (item.age, item.due_in, item.is_overdue, item.is_due_soon) == (None, None, False, False)


@pytest.mark.parametrize(
    ("due", "is_soon"),
    [(date(2026, 1, 31), False), (AS_OF, True), (date(2026, 3, 3), True), (date(2026, 3, 4), False)],
)
def test_soon_is_from_today_to_thirty_days(due: date, is_soon: bool) -> None:
    assert found(an_action(due=due))[0].is_due_soon is is_soon


def test_states_part_all_actions_and_overdue_and_soon_are_among_the_open() -> None:
    actions = [an_action(status.value, status) for status in ActionStatus]
    late, soon = an_action("late", due=date(2026, 1, 1)), an_action("soon", due=date(2026, 2, 3))
    by_state = states(found(*actions, late, soon))
    assert ids(by_state.open) == ["soon", "late", "in-progress", "open"]
    assert (ids(by_state.overdue), ids(by_state.due_soon)) == (["late"], ["soon"])
    ended = (by_state.done, by_state.declined, by_state.superseded, by_state.unknown)
    assert [ids(state) for state in ended] == [["done"], ["declined"], ["superseded"], ["unknown"]]


def test_the_most_urgent_is_first_and_what_is_late_for_years_last() -> None:
    late = [
        an_action("years", priority=Priority.HIGH, due=date(2019, 1, 1)),
        an_action("day", due=date(2026, 1, 31)),
        an_action("month", due=date(2026, 1, 1)),
        an_action("low", priority=Priority.LOW, due=date(2026, 1, 30)),
        an_action("high", priority=Priority.HIGH, due=date(2026, 1, 30)),
    ]
    assert ids(states(found(*late)).overdue) == ["high", "low", "month", "day", "years"]


def test_no_actions_are_in_no_state() -> None:
    assert not any(vars(states(found())).values())
