from dataclasses import replace

from pirgen.diagnostics import Level
from pirgen.diagnostics.formats import github
from tests.diagnostics.reports import a_finding, a_report


def _commands(report_text: str) -> list[str]:
    """The lines that GitHub obeys: those outside of what it was told to leave alone."""
    lines, token, obeyed = report_text.splitlines(), "", []
    for line in lines:
        if token:
            token = "" if line == f"::{token}::" else token
        elif line.startswith("::stop-commands::"):
            token = line.removeprefix("::stop-commands::")
        else:
            obeyed.append(line)
    return obeyed


def test_ten_of_a_level_are_annotated_and_the_rest_is_counted() -> None:
    found = [a_finding(f"error {number}") for number in range(12)]
    found += [a_finding(f"warning {number}", Level.WARNING) for number in range(11)]
    found += [a_finding(f"note {number}", Level.INFO) for number in range(10)]
    commands = _commands(github.render(a_report(*found)))
    assert [
        sum(line.startswith(f"::{kind} ") for line in commands) for kind in ("error", "warning", "notice")
    ] == [
        10,
        10,
        10,
    ]
    assert "note 8" in commands[-2]
    assert commands[-1] == (
        "::notice title=pirgen::and 2 errors, 1 warning and 1 info more, all of them in the log "
        "and in the summary of this step"
    )


def test_ten_notes_alone_are_all_annotated() -> None:
    found = [a_finding(f"note {number}", Level.INFO) for number in range(10)]
    assert "note 9" in _commands(github.render(a_report(*found)))[-1]


def test_only_our_own_commands_are_obeyed_whatever_the_files_say() -> None:
    forged = a_finding("x\n::stop-commands::a\n::a::\n::error::forged")
    report = a_report(forged)
    report = replace(report, texts={forged.place.file: "a\n::error::forged\n" * 3})
    assert [line[:30] for line in _commands(github.render(report))] == ["::error file=incidents/2026-01"]


def test_a_summary_stays_below_what_github_takes() -> None:
    long = a_finding("x" * 5000)
    summary = github.step_summary(a_report(*[long] * 300))
    assert len(summary.encode()) < 1024 * 1024
    assert summary.splitlines()[-1] == "and 105 more, which are in the log"


def test_a_clean_summary_has_no_table() -> None:
    report = replace(a_report(), found=(), waived=())
    assert github.step_summary(report) == "## pirgen\n\nincidents\\: 2 incidents checked, no problems found\n"
