"""Titles of actions that are weak, and those that only look so."""

from datetime import date

import pytest

from pirgen.diagnostics import Level
from pirgen.model import NOT_RECORDED, Action, ActionStatus, ActionType, Book, NotRecorded, Review, ReviewStatus
from pirgen.rules.language.action_titles import ACTION_TITLE_RULES
from pirgen.rules.rule import Finding

WEAK = [
    ("Be more careful with deploys", "PIR621"),
    ("Always pay closer attention to the prompt", "PIR621"),
    ("Do not let this happen again", "PIR621"),
    ("Remember to check the disk", "PIR621"),
    ("Remind the on-call to look at the graph", "PIR621"),
    ("We need to be more thorough with prices", "PIR621"),
    ("Keep an eye on the price feed", "PIR621"),
    ("Emphasise the importance of the runbook", "PIR621"),
    ("Train humans to run safe commands", "PIR622"),
    ("Educate all developers on limits", "PIR622"),
    ("Hold a training on the new tool", "PIR622"),
    ("Raise awareness", "PIR622"),
    ("Teach the shop owners what a null price is", "PIR622"),
    ("Improve the alerts", "PIR623"),
    ("Make the deploys safer", "PIR623"),
    ("Investigate the slow queries", "PIR623"),
    ("look into sharding", "PIR623"),
    ("Ensure that backups work", "PIR623"),
    ("Ensure data quality", "PIR623"),
    ("We should consider a second zone", "PIR623"),
    ("We need to improve the order form", "PIR623"),
    ("Figure out how orders are priced", "PIR623"),
    ("Find a better way to load prices", "PIR623"),
    ("Think again about the limits", "PIR623"),
    ("Analyse the orders of May", "PIR623"),
    ("Exploring price feeds", "PIR623"),
    ("Better monitoring", "PIR624"),
    ("Monitoring of the disk", "PIR624"),
    ("The runbook", "PIR624"),
    ("Documentation for the on-call", "PIR624"),
    ("New alerts on errors", "PIR624"),
    ("Adding of alerts", "PIR624"),
    ("We need better alerts", "PIR624"),
    ("Quarterly drills", "PIR624"),
    ("Test hosts should have the same limits", "PIR624"),
    ("All forms should be behind the proxy", "PIR624"),
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
    "Faster rollbacks: keep the last image on every host",
    "Add an alert to the dashboard, which pages the on-call",
    "Remove the stale dashboard",
    "Move the dashboard to the public site",
    "Review-gate changes to `max_connections`",
    "Keepalive off for the pool",
    "`Improve` is a command: delete it",
    "Adding a test that places an order without a price",
    "Moving the price check before the payment",
    "Improve the restart by draining the queue first",
    "Ensure that both tables have the same limits",
    "Make sure that the second on-call gets the page",
    "Improve the alert so that it pages the second on-call",
    "Investigate and fix the slow start of the form",
    "Document which hosts should be drained first",
    "Define who should be paged",
    "Page the on-call should the canary fail",
    "We need to split the queue",
    "Make the scheduler aware of zones",
]


DONE = Action("done", "Refuse an order without a price", ActionType.PREVENT, ActionStatus.DONE)


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


def findings(review: Review) -> list[Finding]:
    book = Book(reviews=(review,))
    return [found for rule in ACTION_TITLE_RULES for found in rule.check(book, date(2026, 2, 1))]


@pytest.mark.parametrize(("title", "code"), WEAK)
def test_a_weak_title_is_found(title: str, code: str) -> None:
    assert found(title) == [code]


@pytest.mark.parametrize("title", FINE)
def test_a_title_that_looks_alike_is_fine(title: str) -> None:
    assert found(title) == []


@pytest.mark.parametrize(
    "lesson",
    [
        "We should be more careful with deploys.",
        "Be more aware of the time.",
        "It was late. Pay attention then.",
    ],
)
def test_a_lesson_that_asks_for_care_is_a_warning(lesson: str) -> None:
    (finding,) = findings(Review("2026-01-05-x", ReviewStatus.DRAFT, NOT_RECORDED, "", lessons=(lesson,)))
    assert finding.at.path == ("lessons", 0)
    assert finding.level is Level.WARNING


@pytest.mark.parametrize(
    "lesson",
    [
        "Being careful is not enough.",
        "To be more careful did not help.",
        "Everybody was careful and paid attention.",
    ],
)
def test_a_lesson_on_care_is_fine(lesson: str) -> None:
    assert findings(Review("2026-01-05-x", ReviewStatus.DRAFT, NOT_RECORDED, "", lessons=(lesson,))) == []


@pytest.mark.parametrize(
    ("title", "is_sure"),
    [
        ("Better monitoring of prices", True),
        ("Clear ownership of the form", True),
        ("We need a second queue", False),
        ("The form should refuse it", False),
        ("Additional tests of the form", False),
        ("A second queue might be an option", False),
    ],
)
def test_a_wish_is_an_info_where_work_without_a_verb_is_a_warning(title: str, is_sure: bool) -> None:
    action = Action("a", title, ActionType.PREVENT, ActionStatus.DONE)
    (finding,) = findings(Review("2026-01-05-x", ReviewStatus.DRAFT, NOT_RECORDED, "", actions=(action, DONE)))
    assert (finding.level is Level.INFO) is not is_sure


@pytest.mark.parametrize(
    ("text", "code", "words"),
    [
        ("We will investigate the possibility to split the queue.", "PIR623", "We will investigate"),
        (
            "Prices are back. Error handling should be improved.",
            "PIR623",
            "should be improved",
        ),
        ("The checkout team is considering changes to the form.", "PIR623", "checkout team is considering"),
        ("We need to do more independent testing.", "PIR623", "We need to do more"),
        (
            "Engineers are going to make it more robust.",
            "PIR623",
            "Engineers are going to make it more robust",
        ),
        ("The rollout needs better monitoring.", "PIR623", "needs better monitoring"),
        ("The price form is new, so remind all staff of it.", "PIR621", "remind all"),
        ("The form was opened. Always read the preview.", "PIR621", "Always read"),
        ("Please make sure that your prices are set.", "PIR621", "Please make sure"),
        ("Prices need careful thought.", "PIR621", "careful thought"),
        ("Staff will be retrained on the form.", "PIR621", "Staff will be"),
    ],
)
def test_prose_without_an_end_or_on_care_is_an_info(text: str, code: str, words: str) -> None:
    book = Book(reviews=(Review("2026-01-05-x", ReviewStatus.DRAFT, NOT_RECORDED, text),))
    found = [(rule.code, each) for rule in ACTION_TITLE_RULES for each in rule.check(book, date(2026, 2, 1))]
    assert [(code_found, each.level) for code_found, each in found] == [(code, Level.INFO)]
    assert words in [each.at.excerpt.words for _, each in found if each.at.excerpt]


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
