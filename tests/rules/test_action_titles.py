"""Titles of actions that are weak, and those that only look so."""

from datetime import date

import pytest

from pirgen.model import NOT_RECORDED, Action, ActionStatus, ActionType, Book, NotRecorded, Review, ReviewStatus
from pirgen.rules.action_titles import ACTION_TITLE_RULES

WEAK = [
    ("Be more careful with deploys", "PIR621"),
    ("Always pay closer attention to the prompt", "PIR621"),
    ("Do not let this happen again", "PIR621"),
    ("Remember to check the disk", "PIR621"),
    ("Remind the on-call to look at the graph", "PIR621"),
    ("Train humans to run safe commands", "PIR622"),
    ("Educate all developers on limits", "PIR622"),
    ("Hold a training on the new tool", "PIR622"),
    ("Raise awareness", "PIR622"),
    ("Improve the alerts", "PIR623"),
    ("Make the deploys safer", "PIR623"),
    ("Investigate the slow queries", "PIR623"),
    ("look into sharding", "PIR623"),
    ("Ensure that backups work", "PIR623"),
    ("Better monitoring", "PIR624"),
    ("Monitoring of the disk", "PIR624"),
    ("The runbook", "PIR624"),
    ("Documentation for the on-call", "PIR624"),
    ("New alerts on errors", "PIR624"),
    ("Add a dashboard of queue lengths", "PIR625"),
    ("Create new Grafana graphs", "PIR625"),
]

FINE = [
    "Refuse an order without a price",
    "Alert when the disk is 80 % full",
    "Roll out carefully, one zone after the other",
    "Train the model on last month's orders",
    "Run the training job in its own cluster",
    "Bring the replicas back",
    "Ping the standby every minute",
    "String the hosts' names into the prompt",
    "Mention the limit in the error",
    "Partition the table by month",
    "Repartition the topic",
    "Document how to restore",
    "Implement a lease",
    "Decommission the old host",
    "Provision a second zone",
    "Let the bot remind the on-call at noon",
    "Better-known limits first: raise the quota",
    "Add an alert to the dashboard, which pages the on-call",
    "Remove the stale dashboard",
    "Move the dashboard to the public site",
    "Review-gate changes to `max_connections`",
    "Keepalive off for the pool",
    "`Improve` is a command: delete it",
]


def found(
    *titles: str,
    status: ActionStatus = ActionStatus.OPEN,
    done_when: str | NotRecorded | None = None,
) -> list[str]:
    actions = tuple(
        Action(f"a-{number}", title, ActionType.PREVENT, status, done_when=done_when)
        for number, title in enumerate(titles)
    )
    book = Book(reviews=(Review("2026-01-05-x", ReviewStatus.DRAFT, NOT_RECORDED, "", actions=actions),))
    return [rule.code for rule in ACTION_TITLE_RULES for _ in rule.check(book, date(2026, 2, 1))]


@pytest.mark.parametrize(("title", "code"), WEAK)
def test_a_weak_title_is_found(title: str, code: str) -> None:
    assert found(title) == [code]


@pytest.mark.parametrize("title", FINE)
def test_a_title_that_looks_alike_is_fine(title: str) -> None:
    assert found(title) == []


def test_training_and_dashboards_are_fine_beside_another_action() -> None:
    assert found("Train developers on limits", "Refuse an order without a price") == []
    assert found("Add a dashboard of queues", "Alert on long queues") == []


def test_only_training_is_said_once() -> None:
    assert found("Train developers on limits", "Hold a workshop on prices") == ["PIR622"]


@pytest.mark.parametrize("status", [ActionStatus.DECLINED, ActionStatus.SUPERSEDED])
def test_a_dropped_action_is_left_alone(status: ActionStatus) -> None:
    assert found("Be more careful", status=status) == []
    assert found("Train developers", "Refuse the order", status=status) == []


def test_an_open_end_is_closed_by_done_when_or_by_being_done() -> None:
    assert found("Improve the alerts", done_when="One page a week at most") == []
    assert found("Improve the alerts", done_when=NOT_RECORDED) == []
    assert found("Improve the alerts", status=ActionStatus.DONE) == []
    assert found("Improve the alerts", status=ActionStatus.UNKNOWN) == ["PIR623"]
