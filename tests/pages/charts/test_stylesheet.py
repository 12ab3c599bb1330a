import re
from itertools import pairwise
from pathlib import Path

import pytest

from tests.diagrams.test_stylesheet import colours as shared_colours
from tests.diagrams.test_stylesheet import contrast

_CSS = (Path(__file__).parents[3] / "templates/assets/charts.css").read_text(encoding="utf-8")
_COLOUR = re.compile(r"--pirgen-([\w-]+): (#[0-9a-f]{3,6});")
_RANKS = [f"rank-{rank}" for rank in range(1, 6)]


def colours(scheme: str) -> dict[str, str]:
    light, _, dark = _CSS.partition('[data-md-color-scheme="slate"]')
    own = dict(_COLOUR.findall(light)) | (dict(_COLOUR.findall(dark)) if scheme == "dark" else {})
    return shared_colours(scheme) | own


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_worse_severity_stands_out_more_even_in_grey(scheme: str) -> None:
    found = colours(scheme)
    weights = [contrast(found[rank], found["surface"]) for rank in _RANKS]
    assert all(worse > 1.2 * better for worse, better in pairwise(weights))


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("rank", _RANKS)
def test_numbers_in_segments_can_be_read(scheme: str, rank: str) -> None:
    found = colours(scheme)
    assert contrast(found[f"on-{rank}"], found[rank]) >= 4.5


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("mark", ["rank-1", "rank-2", "rank-edge", "chart-fill"])
def test_marks_stand_out_from_the_page(scheme: str, mark: str) -> None:
    found = colours(scheme)
    assert contrast(found[mark], found["surface"]) >= 3


def test_every_colour_has_a_dark_twin() -> None:
    light, _, dark = _CSS.partition('[data-md-color-scheme="slate"]')
    assert {name for name, _ in _COLOUR.findall(light)} == {name for name, _ in _COLOUR.findall(dark)}
