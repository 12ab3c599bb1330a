"""Whole drawings as files: a sign that is turned anywhere in the layout changes one."""

import os
from pathlib import Path

import pytest

from pirgen.analysis.statistics import compute
from pirgen.diagrams import Drawer
from pirgen.pipeline import draw
from tests.conftest import AS_OF, EXPECTED, case_files, checked


@pytest.mark.graphviz
@pytest.mark.parametrize("case", case_files("drawings"), ids=lambda case: case.stem)
def test_drawings_are_what_their_case_shows(case: Path, tmp_path: Path) -> None:
    example, _, expected = case.read_text(encoding="utf-8").partition(EXPECTED)
    with Drawer() as drawer:
        book = checked(tmp_path, example).book
        figures = draw(book.incidents, book, compute(book, AS_OF).trees, drawer)
    actual = "".join(
        f"== {id} {kind}\n{figure.svg or figure.failure}\n"
        for id, kinds in figures.items()
        for kind, figure in kinds.items()
    )
    if os.environ.get("PIRGEN_REWRITE"):
        case.write_text(f"{example}{EXPECTED}{actual}", encoding="utf-8")
    assert actual == expected
