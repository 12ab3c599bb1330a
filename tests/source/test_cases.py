"""Every slip of a file is said at its line and column, with what was expected and the near miss."""

from pathlib import Path

import pytest

from tests.conftest import assert_case, case_files


@pytest.mark.parametrize("case", case_files("reading"), ids=lambda case: case.stem)
def test_case(case: Path, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
