import json
from pathlib import Path

import pytest

from pirgen.cli.import_ import import_
from pirgen.privacy import KNOWN_TOOLS
from tests.cli.test_check import run
from tests.conftest import written

CASES = Path(__file__).parents[1] / "imports" / "cases"
PAGERDUTY = sorted(str(path) for path in (CASES / "pagerduty-four-files").glob("*.json"))
STATUSPAGE = str(CASES / "statuspage-two-incidents" / "incidents.json")
SLACK = str(CASES / "slack-channel-with-people" / "inc-42" / "2026-03-14.json")
INCIDENT = "incidents/2026-03-14-orders-fail-in-checkout/incident.yaml"
API, UPLOADS = "incidents/2026-01-05-api-login-errors", "incidents/2026-01-09-uploads-fail"


def lines(*paths: str) -> str:
    return "".join(f"{Path(path)}\n" for path in paths)


def test_an_import_prints_the_path_and_says_what_was_left_out(in_folder: Path) -> None:
    result = run("import", *PAGERDUTY)
    assert result.stdout == lines(INCIDENT)
    assert result.stderr == (
        "2026-03-14-orders-fail-in-checkout: left out: notifications (2)\n"
        "'schemas' is new: it lets editors complete and check these files\n"
        "2026-03-14-orders-fail-in-checkout: kept 11 of 11 times, 7 of 7 texts, 3 of 3 links, 2 of 2 people, "
        "2 of 4 states; the other 2 are comments at the end of the draft\n"
    )
    assert run("check", "--strict", "--as-of", "2026-03-20").exit_code == 0


def test_the_order_of_the_files_changes_nothing(in_folder: Path) -> None:
    run("import", *PAGERDUTY, "--into", "one")
    run("import", *reversed(PAGERDUTY), "--into", "two")
    path = Path(INCIDENT).relative_to("incidents")
    assert Path("one", path).read_bytes() == Path("two", path).read_bytes()


def test_what_is_there_is_never_overwritten(in_folder: Path) -> None:
    run("import", *PAGERDUTY)
    Path(INCIDENT).write_text("mine", encoding="utf-8")
    result = run("import", *PAGERDUTY)
    assert result.exit_code == 2
    assert result.stderr.endswith(f"pirgen: nothing to write: '{Path(INCIDENT).parent}' is already there\n")
    assert Path(INCIDENT).read_text(encoding="utf-8") == "mine"


def test_of_several_incidents_only_the_new_ones_are_written(in_folder: Path) -> None:
    assert run("import", STATUSPAGE, "--select", "INC1").stdout == lines(f"{API}/incident.yaml")
    result = run("import", STATUSPAGE)
    assert (result.exit_code, result.stdout) == (0, lines(f"{UPLOADS}/incident.yaml"))
    assert result.stderr == (
        "2026-01-09-uploads-fail: kept 5 of 5 times, 1 of 1 texts, 4 of 4 states\n"
        "2026-01-05-api-login-errors: already there, and its source has not changed\n"
    )


def test_a_dry_run_writes_nothing(in_folder: Path) -> None:
    assert run("import", STATUSPAGE, "--dry-run").stdout == lines(
        f"{API}/incident.yaml", f"{UPLOADS}/incident.yaml"
    )
    assert not Path("incidents").exists()


def test_messages_of_a_channel_go_with_the_one_incident(in_folder: Path) -> None:
    assert run("import", *PAGERDUTY, SLACK).stdout == lines(INCIDENT)
    text = Path(INCIDENT).read_text(encoding="utf-8")
    assert "\n# Imported from Slack: 2026-03-14.json\n" in text
    assert text.index("Acknowledged by") < text.index("Rolling back. Phone me") < text.index("Resolved by")


def test_files_of_several_tools_become_one_when_that_is_said(in_folder: Path) -> None:
    result = run("import", *PAGERDUTY, STATUSPAGE, "--select", "42", "--select", "inc1", "--as-one")
    assert len(result.stdout.splitlines()) == 1
    result = run("import", *PAGERDUTY, STATUSPAGE, "--as-one")
    assert result.stderr == (
        "pirgen: the files hold 2 incidents of Statuspage (inc2, inc1); choose one with --select\n"
    )


def test_severities_follow_the_words_that_are_given(in_folder: Path) -> None:
    run("import", STATUSPAGE, "--severity", "MINOR=SEV-1", "--severity", "SEV-4")
    severities = [Path(folder, "incident.yaml").read_text(encoding="utf-8") for folder in (API, UPLOADS)]
    assert "severity: SEV-1" in severities[0]
    assert "severity: SEV-4" in severities[1]
    assert "did you mean SEV-1?" in run("import", STATUSPAGE, "--severity", "minor=sev1").output


def test_entries_outside_a_time_are_left_out(in_folder: Path) -> None:
    result = run("import", *PAGERDUTY, "--since", "2026-03-14T09:00Z", "--until", "2026-03-14T10:05+00:00")
    assert "left out: events outside the time asked for (1)" in result.stderr
    assert "10:10" not in Path(INCIDENT).read_text(encoding="utf-8")
    result = run("import", *PAGERDUTY, "--since", "09:00")
    assert (result.exit_code, "'09:00' is a clock time without a date" in result.stderr) == (2, True)


def test_the_words_of_a_site_are_kept(in_folder: Path) -> None:
    vocabulary = """
severities:
  - {id: major, title: Major, impact: x, example: x, response: x}
  - {id: minor, title: Minor, impact: x, example: x, response: x}
services: [{id: api, title: API}]
detection_sources: [{id: alert, title: Alert}]
teams: [{id: pay, title: Payments}]
open_within_days: 100
"""
    written(in_folder / "incidents", {"vocabularies.yaml": vocabulary})
    assert run("import", STATUSPAGE, *PAGERDUTY).exit_code == 0
    result = run("check", "--strict", "--as-of", "2026-03-20")
    assert result.exit_code == 0, result.output
    text = Path(API, "incident.yaml").read_text(encoding="utf-8")
    assert "severity: minor\n" in text
    assert "services: [api]\n" in text
    text = Path(INCIDENT).read_text(encoding="utf-8")
    assert "severity: minor\n" in text
    assert "services: []\n" in text
    assert "# To do: the services: Checkout is not in the site's vocabulary\n" in text


def test_everything_that_is_wrong_is_said_in_one_run_and_nothing_is_written(in_folder: Path) -> None:
    written(in_folder, {"bad.json": '{"a"', "list.json": "[1]", "people.yaml": "- x", "folder/x": ""})
    result = run(
        "import",
        *PAGERDUTY,
        "bad.json",
        "list.json",
        "none.json",
        "folder",
        "--people",
        "people.yaml",
        "--timezone",
        "X/Y",
    )
    assert (result.exit_code, result.stdout) == (2, "")
    assert [line.partition(" is known")[0][:44] for line in result.stderr.splitlines()] == [
        "pirgen: 6 problems, nothing was written",
        "  timezone 'X/Y' is not known; expected a na",
        "  people.yaml:1:1: expected a mapping of nam",
        "  bad.json: broken JSON at line 1, column 5:",
        "  list.json: JSON is not recognised; expecte",
        "  there is no 'none.json' here",
        "  'folder' is a folder; give the files in it",
    ]
    assert not Path("incidents").exists()


@pytest.mark.parametrize(
    ("files", "message"),
    [
        (
            {"users.json": [{"id": "U1", "name": "x", "profile": {}}]},
            "users.json: has people and no incident; give it together with messages",
        ),
        (
            {"one.json": {"incident": {"incident_number": 3, "id": "P3"}}},
            "one.json: no day is known; give one with --date",
        ),
    ],
)
def test_what_cannot_become_a_draft_is_said_in_one_line(
    files: dict[str, object], message: str, in_folder: Path
) -> None:
    written(in_folder, {name: json.dumps(content) for name, content in files.items()})
    result = run("import", *files)
    assert (result.exit_code, result.stderr) == (2, f"pirgen: {message}\n")


def test_notes_that_may_belong_to_two_incidents_are_not_guessed(in_folder: Path) -> None:
    other = {"incident": {"incident_number": 3, "id": "P3", "created_at": "2026-03-14T09:00:00Z", "title": "x"}}
    written(in_folder, {"other.json": json.dumps(other)})
    result = run("import", *PAGERDUTY, "other.json")
    assert result.exit_code == 1
    assert "not imported: " in result.stderr
    assert "3-notes.json: does not say which of 2 incidents it belongs to" in result.stderr


def test_a_size_that_no_file_may_have_is_said_before_anything_is_written(in_folder: Path) -> None:
    messages = [
        {"user": "U1", "text": f"{index} " * 100, "ts": f"{1773480000 + index}.0"} for index in range(900)
    ]
    written(in_folder, {"day.json": json.dumps(messages)})
    result = run("import", "day.json")
    assert result.exit_code == 2
    assert "choose a part of it with --since and --until" in result.stderr
    assert not Path("incidents").exists()
    assert run("import", "day.json", "--until", "2026-03-14T09:25Z").exit_code == 0


def test_a_new_incident_begins_from_exports(in_folder: Path) -> None:
    result = run("new", "Checkout is down", *(part for file in PAGERDUTY for part in ("--from", file)))
    path = "incidents/2026-03-14-checkout-is-down/incident.yaml"
    assert result.stdout == lines(path)
    text = Path(path).read_text(encoding="utf-8")
    assert text.count("title: Checkout is down\nseverity: SEV-2\n") == 1
    assert run("check", "--strict", "--as-of", "2026-03-20").exit_code == 0


def test_what_is_said_of_a_new_incident_comes_before_its_export(in_folder: Path) -> None:
    options = ["--severity", "SEV-4", "--service", "shop", "--date", "2026-03-13", "--no-review"]
    run("new", "Checkout is down", "--from", PAGERDUTY[0], *options)
    text = Path("incidents/2026-03-13-checkout-is-down/incident.yaml").read_text(encoding="utf-8")
    assert "severity: SEV-4\n" in text
    assert "services: [shop]\n" in text
    assert not Path("incidents/2026-03-13-checkout-is-down/pir.yaml").exists()


def test_what_is_for_exports_asks_for_one(in_folder: Path) -> None:
    result = run("new", "Uploads", "--select", "inc2")
    assert (result.exit_code, "what --from names" in result.stderr) == (2, True)


def test_the_command_offers_every_tool_that_can_be_read() -> None:
    offered = next(option for option in import_.params if option.name == "tool")
    assert list(offered.type.choices) == sorted(tool.id for tool in KNOWN_TOOLS)


def test_parts_of_an_incident_that_is_not_there_say_so(in_folder: Path) -> None:
    follow_up = {
        "incident_id": "01OTHER",
        "title": "x",
        "status": "outstanding",
        "created_at": "2026-04-02T12:00:00Z",
    }
    written(in_folder, {"one.json": json.dumps(follow_up)})
    result = run("import", "one.json", str(CASES / "incident-io-four-files" / "incident.json"))
    assert len(result.stdout.splitlines()) == 2
    assert result.stderr == (
        "2026-04-02-to-be-written-from-incident-io: the files have only a part of incident 01OTHER; "
        "add its own file, or use --as-one if it is another's\n"
        "'schemas' is new: it lets editors complete and check these files\n"
        "2026-04-02-to-be-written-from-incident-io: kept 1 of 1 times, 1 of 1 tasks, 1 of 1 states\n"
        "2026-04-02-invoices-are-sent-twice: kept 6 of 6 times, 2 of 2 texts, 2 of 2 people, 1 of 1 states\n"
    )


def test_a_new_incident_takes_one_of_several(in_folder: Path) -> None:
    result = run("new", "Uploads", "--from", STATUSPAGE)
    assert (result.exit_code, result.stderr) == (
        2,
        "pirgen: the files hold 2 incidents of Statuspage (inc2, inc1); choose one with --select\n",
    )
    assert run("new", "Uploads", "--from", STATUSPAGE, "--select", "inc2").exit_code == 0
