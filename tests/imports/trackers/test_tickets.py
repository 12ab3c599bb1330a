import json
from datetime import date

import pytest

from pirgen.imports.tables import read_column_map
from pirgen.imports.trackers import Ticket, read_tickets
from pirgen.model import ActionStatus

DAY = date(2026, 3, 20)
CLOSED_AT = "2026-03-20T10:00:00Z"
JIRA = "https://example.atlassian.net/rest/api/2/issue/10001"


def jira(name: str, category: str, resolution: str | None) -> dict[str, object]:
    fields = {
        "status": {"name": name, "statusCategory": {"key": category}},
        "resolution": {"name": resolution} if resolution else None,
        "resolutiondate": "2026-03-20T10:00:00.000+0000" if resolution else None,
    }
    return {"key": "OPS-1", "self": JIRA, "fields": fields}


GITHUB, GITLAB = "github.com/o/r/issues/1", "gitlab.com/g/p/-/issues/7"
ATLASSIAN = "example.atlassian.net/browse/OPS-1"
CLOSED = {"state": "CLOSED", "closedAt": CLOSED_AT}


def github(**facts: object) -> dict[str, object]:
    return {"number": 1, "url": f"https://{GITHUB}", **facts}


def gitlab(*labels: str, **facts: object) -> dict[str, object]:
    return {"iid": 7, "web_url": f"https://{GITLAB}", "labels": list(labels), **facts}


REST = {"html_url": f"https://{GITHUB}", "url": "https://api.github.com/x", "state_reason": "not_planned"}


@pytest.mark.parametrize(
    ("record", "address", "status", "on", "reason"),
    [
        (github(stateReason="COMPLETED", **CLOSED), GITHUB, "done", DAY, ""),
        (github(stateReason="DUPLICATE", **CLOSED), GITHUB, "superseded", DAY, "duplicate"),
        (github(state="OPEN", stateReason=""), GITHUB, "open", None, ""),
        (github(state="closed", closed_at=CLOSED_AT, **REST), GITHUB, "declined", DAY, "not planned"),
        (gitlab("wontfix", state="closed", closed_at=CLOSED_AT), GITLAB, "declined", DAY, "wontfix"),
        (
            {
                "webUrl": f"https://{GITLAB}",
                "state": "closed",
                "closedAt": CLOSED_AT,
                "labels": {"nodes": [{"title": "bug"}]},
            },
            *(GITLAB, "done", DAY, ""),
        ),
        (gitlab("Doing", state="opened"), GITLAB, "in-progress", None, ""),
        (jira("Erledigt", "done", "Done"), ATLASSIAN, "done", DAY, ""),
        (jira("Closed", "done", "Won't Do"), ATLASSIAN, "declined", DAY, "Won't Do"),
        (jira("Closed", "done", "Duplicate"), ATLASSIAN, "superseded", DAY, "Duplicate"),
        (jira("In Arbeit", "indeterminate", None), ATLASSIAN, "in-progress", None, ""),
        (jira("Offen", "new", None), ATLASSIAN, "open", None, ""),
        (
            {"key": "OPS-1", "self": JIRA, "fields": {"status": {"name": "Closed"}, "resolution": None}},
            ATLASSIAN,
            "done",
            None,
            "",
        ),
    ],
)
def test_a_ticket_is_read(record: object, address: str, status: str, on: date | None, reason: str) -> None:
    words = f"Closed as {reason} in the tracker" if reason else ""
    graphql = {"data": {"repository": {"issues": {"nodes": [record]}}}}
    for root in (record, [record], {"issues": [record]}, graphql):
        tickets, problems = read_tickets(json.dumps(root))
        assert problems == ()
        assert [(each.address, each.status.value, each.on, each.reason) for each in tickets] == [
            (f"https://{address}", status, on, words)
        ]


def test_github_says_that_an_issue_was_reopened() -> None:
    tickets, _ = read_tickets(json.dumps([github(state="OPEN", stateReason="REOPENED")]))
    assert tickets[0].was_reopened


def test_a_table_is_read_by_its_usual_heads() -> None:
    text = "Issue key;Status;Resolved;Resolution\nOPS-1;Done;2026-03-20;\nOPS-2;Closed;2026-03-20;Won't fix\n"
    tickets, problems = read_tickets(text)
    assert problems == ()
    assert [(each.key, each.status, each.on) for each in tickets] == [
        ("OPS-1", ActionStatus.DONE, DAY),
        ("OPS-2", ActionStatus.DECLINED, DAY),
    ]


def test_a_table_with_other_heads_needs_a_map() -> None:
    text = "Vorgang,Zustand\nhttps://tracker.example.com/1,geschlossen\n"
    assert "name them with --map" in read_tickets(text)[1][0]
    text = "Vorgang,Zustand\nhttps://tracker.example.com/1,done\n"
    columns, _ = read_column_map("address: Vorgang\nstatus: Zustand\n", "map.yaml")
    tickets, _ = read_tickets(text, columns)
    assert tickets == (Ticket("https://tracker.example.com/1", "", ActionStatus.DONE),)


@pytest.mark.parametrize("text", ["{", "[]", "{}", '{"a": 1}', "", "a,b\n1,2\n"])
def test_what_is_no_data_of_a_tracker_says_so(text: str) -> None:
    tickets, problems = read_tickets(text)
    assert tickets == ()
    assert problems
