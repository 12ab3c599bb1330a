import json
from pathlib import Path

import pytest

from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_check import run
from tests.conftest import written

ON_TIME, LATE = ("--as-of", "2026-01-20"), ("--as-of", "2026-02-02")


@pytest.fixture
def folder(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of one incident with one action, due on the 30th of January."""
    monkeypatch.setenv("COLUMNS", "80")
    return written(in_folder / "incidents", files_of(""))


def test_open_actions_are_told_in_a_terminal(folder: Path) -> None:
    result = run("actions", *LATE)
    assert result.exit_code == 0
    assert result.output == (
        "Actions as of 2026-02-02: 1 open, 1 of them overdue\n"
        "\n"
        "Overdue (1)\n"
        "  3 days late  Test an order whose price is missing             checkout team\n"
        f"               SEV-2 {FOLDER} · due 2026-01-30\n"
    )


def test_colours_can_be_asked_for(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\x1b" not in run("actions", *LATE).output
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[1;31m3 days late\x1b[0m" in run("actions", *LATE).output


def test_the_same_day_and_folder_make_the_same_text(folder: Path) -> None:
    assert run("actions", *LATE).output == run("actions", "incidents", *LATE).output


def test_one_incident_can_be_asked_about(folder: Path) -> None:
    assert run("actions", f"incidents/{FOLDER}", *LATE).output == run("actions", *LATE).output
    written(folder, files_of("# 2026-01-06-other/pir.yaml\nactions: []\nno_actions_reason: None"))
    assert "No review asks for an action yet." in run("actions", "incidents/2026-01-06-other", *LATE).output


def test_overdue_fails_only_when_asked_to(folder: Path) -> None:
    assert run("actions", *LATE).exit_code == 0
    assert run("actions", "--fail-overdue", *LATE).exit_code == 1
    assert run("actions", "--fail-overdue", *ON_TIME).exit_code == 0
    assert "Nothing is overdue. Thank you!" in run("actions", "--state", "overdue", *ON_TIME).output


def test_what_is_due_within_some_days(folder: Path) -> None:
    assert "in 10 days" in run("actions", "--due-within", "10", *ON_TIME).output
    assert "in 10 days" not in run("actions", "--due-within", "9", *ON_TIME).output
    result = run("actions", "--due-within", "7", "--state", "done")
    assert result.exit_code == 2
    assert "--due-within asks for open actions; it does not go with --state done" in result.output


def test_an_owner_is_found_in_any_case_and_a_near_miss_is_named(folder: Path) -> None:
    assert "Actions of checkout team as of" in run("actions", "--owner", "Checkout Team", *LATE).output
    result = run("actions", "--owner", "chekout team", *LATE)
    assert result.exit_code == 2
    assert "no action has the owner 'chekout team'; did you mean 'checkout team'?" in result.output
    result = run("actions", "--owner", "zzz", *LATE)
    assert "no action has the owner 'zzz'; there are checkout team" in " ".join(result.output.split())


def test_a_message_links_to_the_site(folder: Path) -> None:
    result = run("actions", "--format", "markdown", "--site-url", "https://e.org/r", *LATE)
    assert f"[SEV-2 {FOLDER}](https://e.org/r/incidents/{FOLDER}/#action-test-missing-price)" in result.output
    assert "**3 days late**" in result.output
    result = run("actions", "--format", "markdown", "--site-url", "e.org")
    assert result.exit_code == 2
    assert "'e.org' is not an address" in result.output


def test_json_has_what_was_asked_for(folder: Path) -> None:
    read = json.loads(run("actions", "--format", "json", *LATE).output)
    (action,) = read["actions"]
    assert (read["as_of"], action["id"], action["due_in_days"]) == ("2026-02-02", "test-missing-price", -3)
    assert json.loads(run("actions", "--format", "json", "--state", "done", *LATE).output)["actions"] == []


def test_errors_come_before_any_action(folder: Path) -> None:
    written(folder, files_of("severity: sev2"))
    result = run("actions", *LATE)
    assert result.exit_code == 1
    assert f"incidents/{FOLDER}/incident.yaml:12:11: error PIR105" in result.output
    assert "Actions as of" not in result.output


def test_no_folder_is_a_usage_error_with_a_way_on(in_folder: Path) -> None:
    result = run("actions")
    assert result.exit_code == 2
    assert "there is no folder 'incidents' here" in result.output
    assert "pirgen new" in result.output


def test_there_is_no_colour_without_a_terminal(folder: Path) -> None:
    assert "\x1b" not in run("actions", *LATE).output
