import json
from pathlib import Path

import pytest

from pirgen.imports import ReadOptions, read_export
from pirgen.privacy.known_tools import MARKDOWN, TABLE, in_words

CASES = Path(__file__).parent / "cases"
EXPECTED = (
    f"expected an export of {in_words(MARKDOWN, TABLE)}, a postmortem in Markdown, HTML or Word, or a table"
)
NOTE = {
    "id": "N1",
    "content": "x",
    "created_at": "2026-03-14T09:00:00Z",
    "user": {"id": "P1", "summary": "Ada"},
}
LOG = {"type": "resolve_log_entry", "created_at": "2026-03-14T09:00:00Z", "incident": {"id": "P1"}}
ENTRY = {"type": "IncidentOpened", "eventTime": "2026-03-14T09:00:00Z"}
ALERT = {"labels": {"alertname": "Up"}, "startsAt": "2026-03-14T09:00:00Z", "status": {"state": "active"}}
UPDATE = {"incident_id": "1", "new_incident_status": {"name": "Fixed"}, "created_at": "2026-03-14T09:00:00Z"}
PAGE = {"id": "1", "name": "x", "impact": "none", "incident_updates": [], "created_at": "2026-03-14T09:00:00Z"}


@pytest.mark.parametrize(
    ("root", "tool"),
    [
        ({"notes": [NOTE]}, "PagerDuty"),
        ([NOTE], "PagerDuty"),
        ({"log_entries": [LOG]}, "PagerDuty"),
        ({"data": {"entries": [LOG]}}, "PagerDuty"),
        ([LOG], "PagerDuty"),
        ({"incidents": [{"incident_number": 1, "id": "P1"}]}, "PagerDuty"),
        ({"data": {"entries": [ENTRY]}}, "Opsgenie"),
        ({"data": {"message": "x", "tinyId": "1"}}, "Opsgenie"),
        ({"data": [{"message": "x", "impactStartDate": "2026-03-14T09:00:00Z"}]}, "Opsgenie"),
        ({"page": {}, "incidents": [PAGE]}, "Statuspage"),
        (PAGE, "Statuspage"),
        ({"incident": PAGE}, "Statuspage"),
        ({"incident_updates": [UPDATE]}, "incident.io"),
        ({"incidents": [{"name": "x", "incident_status": {}}]}, "incident.io"),
        ({"follow_up": {"incident_id": "1", "title": "x", "status": "outstanding"}}, "incident.io"),
        ([ALERT], "Alertmanager"),
        ({"alerts": [ALERT], "version": "4"}, "Alertmanager"),
        ([{"type": "message", "text": "x", "ts": "1773480000.000100"}], "Slack"),
        ({"messages": [{"text": "x", "ts": "1773480000"}]}, "Slack"),
    ],
)
def test_a_file_tells_by_its_content_which_tool_it_is_from(root: object, tool: str) -> None:
    for content in (
        json.dumps(root).encode(),
        json.dumps(root).encode("utf-16"),
        json.dumps(root).encode("utf-16-le"),
        b"\xef\xbb\xbf" + json.dumps(root).encode(),
    ):
        found, problems = read_export(content, "export.txt")
        assert ([part.tool for part in found], problems) == ([tool], ())


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b"", "is empty"),
        (b"  \n", "is empty"),
        (b'{"a"\n 1}', "broken JSON at line 2, column 2: expecting ':' delimiter"),
        (b'{"id": "caf\xe9"}', "byte 12 is not UTF-8; save the file as UTF-8"),
        (b"hello", f"is not recognised; for a postmortem in words, give --tool markdown; {EXPECTED}"),
        (b"[1, 2]", f"JSON is not recognised; {EXPECTED}"),
        (b'{"a": 1, "b": 2}', f"JSON with the keys 'a', 'b' is not recognised; {EXPECTED}"),
        (b'{"incidents": []}', "has no incidents: its list is empty"),
        (b"[]", "has no incidents: its list is empty"),
        (b'{"a": \0}', "broken JSON at line 1, column 7: expecting value"),
        (b"name: \0", f"is not recognised; for a postmortem in words, give --tool markdown; {EXPECTED}"),
        (b"[" * 100_000, "the JSON is nested too deeply to be an export"),
        (b'{"n": ' + b"9" * 5000 + b"}", "the JSON has a number that is too long to be read"),
        (b"on: push\njobs:\n  a: {}\n", f"is a GitHub Actions workflow, not an export; {EXPECTED}"),
        (b"a:\n  stage: x\n  script: [y]\n", f"is a GitLab CI pipeline, not an export; {EXPECTED}"),
        (
            b"title: x\ntimeline: []\n",
            "is a file of pirgen already; put it into a folder of its own under 'incidents'",
        ),
    ],
)
def test_what_is_no_export_is_said_to_be_none(content: bytes, problem: str) -> None:
    assert read_export(content, "file") == ((), (problem,))


def test_a_time_that_cannot_be_read_is_said_with_its_place() -> None:
    log = {
        "log_entries": [
            LOG,
            LOG | {"created_at": "yesterday"},
            LOG | {"created_at": [1]},
            LOG | {"created_at": True},
        ]
    }
    assert read_export(json.dumps(log).encode(), "log.json")[1] == (
        "log_entries[1].created_at is 'yesterday'; expected a time with its offset",
        "log_entries[2].created_at is a list; expected a time with its offset",
        "log_entries[3].created_at is 'true'; expected a time with its offset",
    )


def test_a_tool_that_is_named_is_the_only_one_that_is_tried() -> None:
    content = json.dumps({"notes": [NOTE]}).encode()
    assert read_export(content, "f", ReadOptions("slack"))[1] == (
        "has nothing that slack exports; leave out --tool to have the tool recognised",
    )
    assert read_export(b"# X\n", "notes.txt", ReadOptions("markdown"))[0][0].tool == "Markdown"
