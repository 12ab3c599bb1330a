"""One incident told with blame, and told well: the one trips the rules, the other none."""

from pathlib import Path

import pytest

from tests.conftest import assert_case, case_files


@pytest.mark.parametrize("case", case_files("blameless"), ids=lambda case: case.stem)
def test_telling(case: Path, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
