import pytest

from pirgen.diagrams.diagram import Box
from pirgen.diagrams.svg.outlines import short, stretched


@pytest.mark.parametrize(
    ("number", "text"),
    [(0, "0"), (-0.04, "0"), (12, "12"), (12.04, "12"), (12.06, "12.1"), (-3.5, "-3.5"), (-12, "-12")],
)
def test_numbers_have_at_most_one_decimal(number: float, text: str) -> None:
    assert short(number) == text


def test_every_command_is_stretched_and_moved() -> None:
    path = "M0 0L100 100H50V50C0 0 50 50 100 100Q0 0 100 0A50 25 0 0 1 100 50Z"
    assert stretched(path, Box(10, 20, 200, 50)) == (
        "M10 20L210 70H110V45C10 20 110 45 210 70Q10 20 210 20A100 12.5 0 0 1 210 45Z"
    )


@pytest.mark.parametrize("path", ["m0 0", "M0 0 javascript", "L0 0", "", "M0"])
def test_other_paths_are_refused(path: str) -> None:
    with pytest.raises(ValueError, match="path"):
        stretched(path, Box(0, 0, 1, 1))
