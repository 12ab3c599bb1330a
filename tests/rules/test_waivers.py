"""Findings that their authors allow, and comments that allow nothing."""

from pathlib import Path

import pytest

from pirgen.diagnostics import Level
from pirgen.diagnostics.formats.text import render
from pirgen.diagnostics.report import Report
from pirgen.rules.catalogue import EXPLANATIONS
from pirgen.rules.examples import FOLDER
from pirgen.rules.waivers import is_waivable
from tests.conftest import assert_case, case_files, checked


@pytest.mark.parametrize("case", case_files("waivers"), ids=lambda case: case.stem)
def test_case(case: Path, tmp_path: Path) -> None:
    assert_case(case, tmp_path)


def test_a_waived_finding_is_kept_with_its_reason(tmp_path: Path) -> None:
    result = checked(tmp_path, EXPLANATIONS["PIR903"].good)
    (waived,) = result.waived
    assert waived.finding.code == "PIR209"
    assert waived.reason == "the folder is named by the day of the first complaint"
    assert (waived.place.file, waived.place.span.line) == (f"{FOLDER}/incident.yaml", 8)


def test_no_error_can_be_waived_but_on_words() -> None:
    assert {each.code for each in EXPLANATIONS.values() if is_waivable(each)} >= {"PIR013", "PIR209", "PIR304"}
    errors = {each.code for each in EXPLANATIONS.values() if is_waivable(each) and each.level is Level.ERROR}
    assert errors == {"PIR601", "PIR602", "PIR603", "PIR621", "PIR622", "PIR631"}


ON_WORDS = """
# pir.yaml
trigger: Human error # pirgen: allow PIR601 because it is the title of the regulator's own category
summary: |
  A release broke the checkout. It was human error.
# pirgen: allow PIR105 because no error but on words can be waived
owner: checkout team
"""


def test_an_error_on_words_is_waived_with_a_reason_that_reviewers_see(tmp_path: Path) -> None:
    result = checked(tmp_path, ON_WORDS)
    assert {(found.code, found.level) for found in result.diagnostics} == {
        ("PIR902", Level.WARNING),
        ("PIR601", Level.WARNING),
    }
    (waived,) = result.waived
    assert (waived.finding.code, waived.finding.level) == ("PIR601", Level.ERROR)
    report = Report(result.diagnostics, result.waived, result.texts, EXPLANATIONS)
    line = "waived PIR601 'Human error' ends the search at a person: it is the title of the regulator's own"
    assert line in render(report)


def test_what_is_a_warning_here_can_be_waived_here(tmp_path: Path) -> None:
    example = "# pir.yaml\nsummary: It was human error. # pirgen: allow PIR601 because the court said so\n"
    result = checked(tmp_path, example)
    assert result.diagnostics == ()
    assert [each.finding.level for each in result.waived] == [Level.WARNING]


def test_a_comment_in_another_line_ending(tmp_path: Path) -> None:
    example = EXPLANATIONS["PIR903"].good
    assert checked(tmp_path, example.replace("\n", "\r\n")).diagnostics == ()


def test_thousands_of_comments_are_read_in_time(tmp_path: Path) -> None:
    waivers = "# pirgen: allow PIR209 because of x\n" * 3000
    tags = "tags:\n" + "  - a\n" * 200
    last = checked(tmp_path, waivers + tags).diagnostics[-1]
    assert (last.code, last.message[:9]) == ("PIR018", "and 2,800")
