from datetime import date, timedelta

from pirgen.analysis.backlog import BacklogItem, items
from pirgen.analysis.backlog_groups import (
    ActionGroup,
    by_due,
    by_owner,
    by_policy,
    by_priority,
    by_type,
    by_year,
    parted_by_lateness,
)
from pirgen.model import (
    NOT_RECORDED,
    Action,
    ActionStatus,
    ActionType,
    Priority,
    SeverityLevel,
    Term,
    Vocabulary,
)
from tests.pages.books import AS_OF, a_book, a_review, an_action, an_incident


def found(*actions: Action, severity: str = "SEV-4") -> tuple[BacklogItem, ...]:
    return items(a_book(an_incident(severity=severity), a_review(actions=actions)), AS_OF)


def ids(groups: tuple[ActionGroup, ...]) -> dict[str, list[str]]:
    return {group.id: [item.action.id for item in group.items] for group in groups}


def test_every_open_action_is_in_one_group_by_its_date() -> None:
    days = {"late": 31, "today": 0, "week": -7, "month": -8, "last": -30, "later": -31}
    actions = [an_action(id, due=AS_OF - timedelta(days=day)) for id, day in days.items()]
    assert ids(by_due(found(*actions, an_action("none"), an_action("unknown", due=NOT_RECORDED)))) == {
        "overdue": ["late"],
        "week": ["today", "week"],
        "month": ["month", "last"],
        "later": ["later"],
        "no-date": ["none", "unknown"],
    }


def test_what_its_severity_calls_late_is_overdue_though_its_own_date_is_to_come() -> None:
    action = an_action("a", created=date(2026, 1, 1), due=date(2026, 2, 3))
    assert ids(by_due(found(action, severity="SEV-1")))["overdue"] == ["a"]


def test_late_for_exactly_a_year_is_not_yet_late_for_more() -> None:
    actions = [an_action("a", due=date(2025, 2, 1)), an_action("b", due=date(2025, 1, 31))]
    late, long_late = parted_by_lateness(found(*actions))
    assert [item.action.id for item in late] == ["a"]
    assert [item.action.id for item in long_late] == ["b"]


def test_priorities_have_their_order_and_none_comes_last() -> None:
    actions = (
        an_action("none"),
        an_action("low", priority=Priority.LOW),
        an_action("x", priority=NOT_RECORDED),
    )
    assert ids(by_priority(found(*actions))) == {
        "high": [],
        "medium": [],
        "low": ["low"],
        "not-recorded": ["none", "x"],
    }


def test_types_have_their_order() -> None:
    groups = by_type(found(an_action("a", type=ActionType.REPAIR)))
    assert [group.title for group in groups] == [
        "Prevent", "Detect", "Mitigate", "Repair", "Process", "Investigate",
    ]  # fmt: skip
    assert ids(groups)["repair"] == ["a"]


def test_owners_stand_by_the_alphabet_with_their_titles_and_nobody_last() -> None:
    owners = ("storage", "zulu", "Äther", "zulu", NOT_RECORDED, None)
    actions = [an_action(str(place), owner=owner) for place, owner in enumerate(owners)]
    groups = by_owner(found(*actions), (Term("zulu", "Billing team"),))
    assert [(group.title, len(group.items)) for group in groups] == [
        ("Äther", 1),
        ("Billing team", 2),
        ("storage", 1),
        ("No owner recorded", 2),
    ]


def test_each_severity_with_a_limit_parts_its_open_actions() -> None:
    actions = (
        an_action("over", created=date(2026, 1, 1)),
        an_action("within", created=date(2026, 1, 30)),
        an_action("unknown"),
    )
    first, second = by_policy(found(*actions, severity="SEV-1"), Vocabulary())
    assert (first.level.id, first.limit) == ("SEV-1", timedelta(days=15))
    assert [[item.action.id for item in group] for group in (first.over, first.within, first.age_unknown)] == [
        ["over"],
        ["within"],
        ["unknown"],
    ]
    assert (second.over, second.within, second.age_unknown) == ((), (), ())


def test_a_site_that_sets_no_limits_has_no_policy() -> None:
    level = SeverityLevel("P1", "Critical", "All", "Down", "now")
    assert by_policy(found(an_action()), Vocabulary(severities=(level,))) == ()


def test_done_actions_are_filed_under_the_year_they_were_done_and_others_under_their_incidents() -> None:
    done, declined = ActionStatus.DONE, ActionStatus.DECLINED
    actions = (
        an_action("no day", done),
        an_action("2024", done, done_on=date(2024, 5, 1)),
        an_action("2026", done, done_on=date(2026, 1, 1)),
        an_action("of 2025", declined),
    )
    assert ids(by_year(found(*actions))) == {
        "2026": ["2026"],
        "2025": ["of 2025"],
        "2024": ["2024"],
        "not-recorded": ["no day"],
    }
