from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from pirgen.cli import main
from pirgen.rules.examples import FOLDER, files_of
from tests.conftest import written


def run(*arguments: str, input: str | None = None) -> Result:
    result = CliRunner().invoke(main, [*arguments], input=input)
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result


def test_a_clean_folder_is_said_to_be_clean(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(""))
    result = run("check", "--as-of", "2026-02-01")
    assert (result.exit_code, result.output) == (0, "incidents: 1 incident checked, no problems found\n")


def test_an_error_is_shown_with_its_place_and_exits_with_1(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of("severity: sev2"))
    result = run("check", "--as-of", "2026-02-01")
    assert result.exit_code == 1
    assert result.output == (
        f"incidents/{FOLDER}/incident.yaml:12:11: error PIR105 severity 'sev2' is not known\n"
        "   12 | severity: sev2\n"
        "      |           ^^^^\n"
        "  expected: one of SEV-1, SEV-2, SEV-3, SEV-4\n"
        "  did you mean: SEV-2\n"
        "\n"
        "1 error\n"
        "1 fixable with: pirgen check --fix\n"
        "for details: pirgen explain PIR105\n"
    )


def test_what_was_found_is_kept_for_the_next_time_beside_a_site(
    in_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("PIRGEN_NO_CACHE")
    written(in_folder, {"mkdocs.yml": "site_name: x\n"})
    written(in_folder / "incidents", files_of("# pir.yaml\nstatus: closed"))
    first = run("check")
    assert (in_folder / ".cache/pirgen/cache.sqlite").is_file()
    assert run("check").output == first.output


def test_a_warning_fails_only_when_strict(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of("# pir.yaml\nstatus: closed"))
    assert run("check", "--as-of", "2026-02-01").exit_code == 0
    assert run("check", "--as-of", "2026-02-01", "--strict").exit_code == 1


def test_what_is_only_worth_a_look_never_fails(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of("# pir.yaml\nsummary: The price was accidentally deleted."))
    result = run("check", "--as-of", "2026-02-01", "--strict")
    assert "info PIR613 'accidentally'" in result.output
    assert result.exit_code == 0


def test_a_file_alone_is_judged_within_its_folder(in_folder: Path) -> None:
    files = files_of("severity: sev2\n# 2026-01-06-other/incident.yaml\nstatus: no")
    written(in_folder / "incidents", files)
    result = run("check", "incidents/2026-01-06-other/incident.yaml", "--as-of", "2026-02-01")
    assert "PIR105 status 'no'" in result.output
    assert "sev2" not in result.output
    assert run("check", f"incidents/{FOLDER}/pir.yaml", "--as-of", "2026-02-01").exit_code == 0


@pytest.mark.parametrize(
    ("here", "path", "shown"),
    [
        (".", ".", "incidents/"),
        ("incidents", ".", ""),
        ("incidents", FOLDER, ""),
        ("incidents", f"{FOLDER}/incident.yaml", ""),
        (f"incidents/{FOLDER}", ".", "../"),
        (f"incidents/{FOLDER}", "incident.yaml", "../"),
        (f"incidents/{FOLDER}", "..", "../"),
    ],
)
def test_a_check_reads_the_same_wherever_it_is_started(
    in_folder: Path, monkeypatch: pytest.MonkeyPatch, here: str, path: str, shown: str
) -> None:
    written(in_folder / "incidents", files_of("severity: sev2"))
    monkeypatch.chdir(in_folder / here)
    result = run("check", path, "--as-of", "2026-02-01")
    assert result.output.startswith(f"{shown}{FOLDER}/incident.yaml:12:11: error PIR105 severity 'sev2'")
    assert result.exit_code == 1


def test_a_file_that_belongs_to_no_incident_is_said(in_folder: Path) -> None:
    written(in_folder, {"README.md": "# Reviews\n", "mkdocs.yml": "site_name: Reviews\n"})
    result = run("check", "README.md")
    said = "'README.md' belongs to no incident; expected a folder of incidents, or a file in it"
    assert (result.exit_code, result.stderr) == (2, f"pirgen: {said}\n")
    assert (
        "mkdocs.yml:1:1: error PIR014 'mkdocs.yml' is not a file that pirgen reads"
        in run("check", "mkdocs.yml").output
    )


def test_no_folder_is_a_usage_error_with_a_way_on(in_folder: Path) -> None:
    result = run("check")
    assert result.exit_code == 2
    assert "pirgen new" in result.output


def test_twenty_different_mistakes_are_all_reported_without_a_traceback(in_folder: Path) -> None:
    day = iter(range(1, 29))
    slips = [
        "titel: x", "severity: sev2", "status: no", "title: a\ntitle: b", "services: checkout",
        "impact: big", "timeline:\n  - {at: 12:30, text: x}", "timeline:\n  - {at: 2026-01-05T12:30, text: x}",
        "tags: &a [x]", "title: !x y", "detection:\n\tsource: staff", "title: [a] b", 'title: "a',
        "timeline: []", "tags: " + "[" * 25_000, "related: [{incident: nowhere, reason: x}]",
        "links: [{title: x, url: 'javascript:x'}]", "a: 1\n---\nb: 2", "timezone: Mars", "severity_note:",
    ]  # fmt: skip
    example = "".join(f"# 2026-01-{next(day):02}-slip/incident.yaml\n{slip}\n" for slip in slips)
    files = files_of(example)
    written(in_folder / "incidents", files)
    (in_folder / "incidents" / FOLDER / "pir.yaml").write_bytes("summary: Größe".encode("latin-1"))
    result = run("check", "--as-of", "2026-02-01")
    assert result.exit_code == 1
    for number in range(1, len(slips) + 1):
        assert f"incidents/2026-01-{number:02}-slip/incident.yaml:" in result.output
    assert f"incidents/{FOLDER}/pir.yaml:1:12: error PIR001" in result.output
    assert "Traceback" not in result.output
