from datetime import date
from typing import Any

import pytest

from pirgen.analysis.backlog import BacklogItem, items
from pirgen.analysis.open_actions import open_actions
from pirgen.model import NOT_RECORDED, ActionStatus
from tests.pages.books import a_book, a_review, an_action, an_incident

AS_OF = date(2026, 2, 1)


def some(*actions: tuple[str, ActionStatus, dict[str, Any]]) -> tuple[BacklogItem, ...]:
    made = tuple(an_action(id, status, **more) for id, status, more in actions)
    return items(a_book(an_incident(), a_review(actions=made)), AS_OF)


def test_an_action_is_open_from_its_creation_to_the_day_it_is_done() -> None:
    found = open_actions(
        some(
            ("done", ActionStatus.DONE, {"created": date(2025, 6, 30), "done_on": date(2025, 12, 31)}),
            ("open", ActionStatus.OPEN, {"created": date(2025, 10, 1)}),
        ),
        AS_OF,
        12,
    )
    assert [(stock.day, [item.action.id for item in stock.items]) for stock in found.stocks] == [
        (date(2025, 6, 30), ["done"]),
        (date(2025, 9, 30), ["done"]),
        (date(2025, 12, 31), ["open"]),
        (AS_OF, ["open"]),
    ]
    assert [stock.is_complete for stock in found.stocks] == [True, True, True, False]


@pytest.mark.parametrize(
    ("status", "more"),
    [
        (ActionStatus.OPEN, {}),
        (ActionStatus.OPEN, {"created": NOT_RECORDED}),
        (ActionStatus.DONE, {"created": date(2025, 1, 1)}),
        (ActionStatus.DONE, {"created": date(2025, 1, 1), "done_on": NOT_RECORDED}),
        (ActionStatus.DECLINED, {"created": date(2025, 1, 1), "reason": "x"}),
        (ActionStatus.UNKNOWN, {"created": date(2025, 1, 1)}),
    ],
)
def test_what_has_no_dates_is_left_out(status: ActionStatus, more: dict[str, Any]) -> None:
    found = open_actions(some(("a", status, more)), AS_OF, 12)
    assert found.stocks == found.placed == ()
    assert [item.action.id for item in found.left_out] == ["a"]


def test_only_the_latest_quarters_are_given() -> None:
    found = open_actions(some(("a", ActionStatus.OPEN, {"created": date(2020, 1, 1)})), AS_OF, 12)
    assert len(found.stocks) == 12
    assert found.stocks[0].day == date(2023, 6, 30)
    assert all(len(stock.items) == 1 for stock in found.stocks)
