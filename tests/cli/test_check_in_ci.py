"""The forms, options and exit codes that CI uses."""

import json
from pathlib import Path

import pytest

from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_check import run
from tests.conftest import written

CLOSED = "# pir.yaml\nstatus: closed"
WAIVED = """
timeline:
  # pirgen: allow PIR209 because named by the first complaint
  - {at: 2026-01-07T09:10Z, marks: [started, resolved], text: Orders fail}
"""


@pytest.fixture
def wrong(in_folder: Path) -> Path:
    """A folder with one error, in no repository."""
    written(in_folder / "incidents", files_of("severity: sev2"))
    return in_folder


def test_github_actions_gets_annotations_without_asking(wrong: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    summary = wrong / "summary.md"
    summary.write_text("before\n", encoding="utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    result = run("check")
    assert result.exit_code == 1
    assert result.output.splitlines()[-1] == (
        f"::error file=incidents/{FOLDER}/incident.yaml,line=12,col=11,endColumn=15,"
        "title=PIR105 Word outside the vocabulary::severity 'sev2' is not known"
        "%0Aexpected: one of SEV-1, SEV-2, SEV-3, SEV-4%0Adid you mean: SEV-2"
    )
    assert summary.read_text(encoding="utf-8").startswith("before\n## pirgen\n\n1 error\n")


def test_a_form_that_is_asked_for_stands_in_github_actions(
    wrong: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert run("check", "--format", "text").output.splitlines()[-3] == "1 error"


@pytest.mark.parametrize("form", ["json", "sarif", "gitlab"])
def test_a_form_for_machines_is_json_and_nothing_else(wrong: Path, form: str) -> None:
    result = run("check", "--format", form)
    assert (result.exit_code, result.stderr) == (1, "")
    assert json.loads(result.stdout)


def test_an_output_file_leaves_the_text_on_the_terminal(wrong: Path) -> None:
    result = run("check", "--format", "sarif", "--output", "pirgen.sarif")
    assert result.stdout == run("check").stdout
    assert (wrong / "pirgen.sarif").read_text(encoding="utf-8") == run("check", "--format", "sarif").stdout


def test_a_file_that_cannot_be_written_is_said(wrong: Path) -> None:
    result = run("check", "--output", "nowhere/pirgen.txt")
    assert result.exit_code == 2
    assert result.stderr == f"pirgen: cannot write '{Path('nowhere/pirgen.txt')}': No such file or directory\n"


def test_a_misspelt_form_is_a_usage_error(wrong: Path) -> None:
    assert run("check", "--format", "xml").exit_code == 2


def test_paths_for_machines_begin_at_the_root_of_the_repository(
    in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    import subprocess

    subprocess.run(["git", "init", "--quiet"], check=True)
    written(in_folder / "reliability" / "incidents", files_of("severity: sev2"))
    monkeypatch.chdir(in_folder / "reliability")
    (issue,) = json.loads(run("check", "--format", "gitlab").stdout)
    assert issue["location"]["path"] == f"reliability/incidents/{FOLDER}/incident.yaml"
    assert run("check").stdout.startswith(f"incidents/{FOLDER}/incident.yaml:12:11:")
    monkeypatch.chdir(in_folder / "reliability" / "incidents")
    (issue,) = json.loads(run("check", "--format", "gitlab", ".").stdout)
    assert issue["location"]["path"] == f"reliability/incidents/{FOLDER}/incident.yaml"


def test_two_folders_make_one_report(wrong: Path) -> None:
    written(wrong / "other", files_of(CLOSED))
    findings = json.loads(run("check", "incidents", "other", "--format", "json").stdout)["findings"]
    assert [finding["file"].partition("/")[0] for finding in findings] == ["incidents", "other"]
    assert run("check", "incidents", "other").stdout.splitlines()[-3] == "1 error and 1 warning"


def test_warnings_fail_beyond_the_number_allowed(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(CLOSED))
    check = ("check", "--as-of", "2026-02-01")
    assert run(*check).exit_code == 0
    assert run(*check, "--max-warnings", "1").exit_code == 0
    result = run(*check, "--max-warnings", "0")
    assert (result.exit_code, result.stderr) == (1, "pirgen: 1 warning; --max-warnings allows 0\n")
    assert run(*check, "--max-warnings", "5", "--strict").exit_code == 1
    assert run(*check, "--max-warnings", "-1").exit_code == 2


def test_what_is_waived_is_counted_and_never_fails(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(WAIVED))
    result = run("check", "--strict", "--as-of", "2026-02-01")
    assert (result.exit_code, result.output) == (
        0,
        "incidents: 1 incident checked, no problems found, 1 waived\n",
    )
    report = json.loads(run("check", "--as-of", "2026-02-01", "--format", "json").stdout)
    assert (report["findings"], report["counts"]["waived"]) == ([], 1)
    assert report["waived"][0]["waiver"]["reason"] == "named by the first complaint"


@pytest.mark.parametrize(
    ("configuration", "arguments", "url"),
    [
        ("", [], None),
        ("site_url: https://example.org/pir/\n", [], "https://example.org/pir/rules/#pir105"),
        (
            "site_url: 'https://example.org'\nuse_directory_urls: false",
            [],
            "https://example.org/rules.html#pir105",
        ),
        ("site_url: !ENV SITE\n", [], None),
        ("site_url: https://a.example", ["--site-url", "https://b.example"], "https://b.example/rules/#pir105"),
    ],
)
def test_rules_are_linked_where_a_site_is_known(
    wrong: Path, configuration: str, arguments: list[str], url: str | None
) -> None:
    (wrong / "mkdocs.yml").write_text(configuration, encoding="utf-8")
    (finding,) = json.loads(run("check", "--format", "json", *arguments).stdout)["findings"]
    assert finding["url"] == url


def test_an_address_that_is_none_is_a_usage_error(wrong: Path) -> None:
    result = run("check", "--site-url", "example.org")
    assert (result.exit_code, result.stderr) == (
        2,
        "pirgen: 'example.org' is not the address of a site; it begins with https://\n",
    )


@pytest.mark.parametrize(
    ("environment", "is_coloured"),
    [
        ({}, False),
        ({"FORCE_COLOR": "1"}, True),
        ({"FORCE_COLOR": "0"}, False),
        ({"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
    ],
)
def test_colours_are_for_terminals(
    wrong: Path, monkeypatch: pytest.MonkeyPatch, environment: dict[str, str], is_coloured: bool
) -> None:
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert ("\x1b[1;31merror PIR105\x1b[0m" in run("check").output) == is_coloured


@pytest.mark.parametrize("form", ["text", "github", "json", "sarif", "gitlab"])
def test_names_of_files_command_nothing(in_folder: Path, form: str) -> None:
    name = "::error::a%0A\n::error::b\x1b[31m##[add-mask]c"
    written(in_folder / "incidents", {f"{name}/incident.yaml": "title: x\n"})
    result = run("check", "incidents", "--format", form)
    assert result.exit_code == 1
    assert "\x1b" not in result.stdout
    assert "##[" not in result.stdout
    obeyed = [line for line in result.stdout.splitlines() if line.lstrip().startswith("::error")]
    assert [line[:28] for line in obeyed] == (["::error file=incidents/%3A%3"] if form == "github" else [])
