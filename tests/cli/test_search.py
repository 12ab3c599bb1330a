import json
import subprocess
from pathlib import Path

import pytest

from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_check import run
from tests.conftest import CASES, written

OURS = str(CASES.parents[1] / "incidents")


@pytest.fixture(autouse=True)
def _in_a_wide_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")


def test_words_find_incidents_in_a_terminal() -> None:
    result = run("search", "clouflare", "regex", "--in", OURS, "--most", "1")
    assert result.exit_code == 0
    assert "looked for 'cloudflare' instead of 'clouflare'" in result.stderr
    assert result.stdout.splitlines()[:2] == [
        "1. Every site behind Cloudflare answered with an error page for 27 minutes",
        "   2019-07-02-cloudflare-waf-regex · SEV-1 · HTTP and HTTPS proxy · CDN · WAF · dashboard and API",
    ]


def test_a_search_is_data_for_programs() -> None:
    found = json.loads(run("search", "disk full", "--in", OURS, "--format", "json").stdout)
    assert found["version"] == 1
    first = found["incidents"][0]
    assert first["id"] == "2019-10-21-docs-rs-disk-full"
    assert "disk" in first["passages"][0]["text"]


def test_nothing_found_is_said_and_no_failure() -> None:
    result = run("search", "qqqqzzzz", "--in", OURS)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "no incident has 'qqqqzzzz'\nnothing found\n"


def test_words_that_every_text_has_find_nothing() -> None:
    result = run("search", "which", "of", "the", "--in", OURS)
    assert (result.exit_code, result.stdout) == (0, "")
    assert result.stderr == "nearly every text has these words; name some that only a few have\nnothing found\n"


def test_a_filter_that_no_incident_has_is_said() -> None:
    result = run("search", "disk", "year:1999", "--in", OURS)
    assert result.stderr == "no incident has 'year:1999'\nnothing found\n"
    found = json.loads(run("search", "zzzqqq", "year:1999", "--in", OURS, "--format", "json").stdout)
    assert found["unknown"] == ["zzzqqq", "year:1999"]


def test_no_words_are_no_search() -> None:
    assert "name words to search for" in run("search", " ", "--in", OURS).output
    assert "name an incident" in run("similar", "", "--in", OURS).output


def test_a_file_that_cannot_be_read_is_said_with_the_answer(in_folder: Path) -> None:
    broken = {"2026-02-02-broken/incident.yaml": "title: [\n"}
    written(in_folder / "incidents", files_of("") | broken)
    for configuration in ({}, {"mkdocs.yml": "site_name: x\n"}):
        written(in_folder, configuration)
        for _ in range(2):
            result = run("search", "checkout", "--most", "1")
            assert result.stderr == (
                "what cannot be read of 'incidents/2026-02-02-broken/incident.yaml' is missing here; "
                "see: pirgen check incidents\n"
            )
            assert FOLDER in result.stdout


def test_a_missing_folder_is_one_line(in_folder: Path) -> None:
    result = run("search", "disk")
    assert result.exit_code == 2
    assert "there is no folder 'incidents' here" in result.output


def test_similar_takes_an_id_a_folder_a_file_and_words(in_folder: Path) -> None:
    id = "2025-11-18-cloudflare-bot-feature-file"
    (in_folder / "draft.md").write_text("A WAF rule with a backtracking regular expression", encoding="utf-8")
    for what in ([id, "--in", OURS], [f"{OURS}/{id}"], [f"{OURS}/{id}/pir.yaml"], ["draft.md", "--in", OURS]):
        result = run("similar", *what)
        assert result.exit_code == 0, result.output
        assert result.stdout.splitlines()[1].startswith("   2019-07-02-cloudflare-waf-regex")


def test_similar_tells_why_and_what_is_open() -> None:
    text = run(
        "similar", "2019-10-21-docs-rs-disk-full", "--in", OURS, "--most", "1", "--format", "markdown"
    ).stdout
    assert "- why: both are tagged" in text
    assert (
        "- not done yet: Page the person on call when Tide stops merging (open, Kubernetes test-infra)" in text
    )
    assert "- lesson: " in text


def test_an_id_that_is_none_has_a_near_miss() -> None:
    result = run("similar", "2019-10-21-docsrs-disk-full", "--in", OURS)
    assert result.exit_code == 2
    assert "did you mean 2019-10-21-docs-rs-disk-full?" in result.output


def test_an_incident_may_be_named_by_its_day_or_the_rest_of_its_id() -> None:
    id = "2025-11-18-cloudflare-bot-feature-file"
    whole = run("similar", id, "--in", OURS).stdout
    for part in (id[:10], id[11:]):
        assert run("similar", part, "--in", OURS).stdout == whole


def test_a_path_that_is_not_there_is_not_taken_for_words() -> None:
    result = run("similar", f"{OURS}/2019-10-21-docs-rs-disk-ful")
    assert result.exit_code == 2
    assert "did you mean" in result.output
    assert run("similar", "draft.yaml").exit_code == 2


def test_similar_wants_one_thing() -> None:
    assert "one incident at a time" in run("similar", "2026-01-01-a", "2026-01-01-b").output
    assert run("similar").exit_code == 2
    assert run("similar", "words", "--changed-since", "main").exit_code == 2


def test_changed_incidents_are_compared(in_folder: Path) -> None:
    def git(*arguments: str) -> None:
        subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@example.org", *arguments], check=True)

    written(in_folder / "incidents", files_of(""))
    git("init", "-q", "-b", "main")
    git("add", ".")
    git("commit", "-qm", "one")
    other = files_of("")
    written(
        in_folder / "incidents",
        {name.replace(FOLDER, "2026-02-02-again"): text for name, text in other.items()},
    )
    text = run("similar", "--changed-since", "main", "--format", "markdown").stdout
    assert text.startswith("## Seen before?\n\n### 2026-02-02-again\n\n- **")
    assert FOLDER in text


def test_hostile_text_stays_text(in_folder: Path) -> None:
    title = 'title: "\\e[31mred ##[group] <b>x</b>"'
    files = {name: text.replace("title: Checkout failed", title, 1) for name, text in files_of("").items()}
    written(in_folder / "incidents", files)
    result = run("search", "red")
    assert "\x1b" not in result.output
