"""Findings that their authors allow, and comments that allow nothing."""

from pathlib import Path

import pytest

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


def test_no_error_can_be_waived() -> None:
    assert {each.code for each in EXPLANATIONS.values() if is_waivable(each)} >= {"PIR013", "PIR209", "PIR304"}
    assert not any(is_waivable(each) for each in EXPLANATIONS.values() if each.level.value == "error")


def test_a_comment_in_another_line_ending(tmp_path: Path) -> None:
    example = EXPLANATIONS["PIR903"].good
    assert checked(tmp_path, example.replace("\n", "\r\n")).diagnostics == ()


def test_thousands_of_comments_are_read_in_time(tmp_path: Path) -> None:
    waivers = "# pirgen: allow PIR209 because of x\n" * 3000
    tags = "tags:\n" + "  - a\n" * 10_000
    last = checked(tmp_path, waivers + tags).diagnostics[-1]
    assert (last.code, last.message[:9]) == ("PIR018", "and 2,800")
