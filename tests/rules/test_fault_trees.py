"""Wrong trees, each with what is said of it."""

from pathlib import Path

import pytest

from tests.conftest import assert_case, case_files


@pytest.mark.parametrize("case", case_files("fault-trees"), ids=lambda case: case.stem)
def test_wrong_tree(case: Path, tmp_path: Path) -> None:
    assert_case(case, tmp_path)
