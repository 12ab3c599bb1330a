import pytest
from hypothesis import given
from hypothesis import strategies as st

from pirgen.pages.charts.scales import LogScale, Tick, counts

TICKS = [Tick(1, "1"), Tick(10, "10"), Tick(100, "100"), Tick(1000, "1000")]


@pytest.mark.parametrize(
    ("most", "expected"),
    [
        (0, [0]),
        (1, [0, 1]),
        (5, [0, 1, 2, 3, 4, 5]),
        (6, [0, 2, 4, 6]),
        (11, [0, 5, 10]),
        (38, [0, 10, 20, 30]),
        (137, [0, 50, 100]),
        (1001, [0, 500, 1000]),
    ],
)
def test_counts_are_round_and_few(most: int, expected: list[int]) -> None:
    assert list(counts(most)) == expected


@given(st.integers(0, 10**7))
def test_there_are_never_more_than_six_counts(most: int) -> None:
    assert 1 <= len(counts(most)) <= 6
    assert counts(most)[-1] <= most


def test_a_scale_spans_the_ticks_around_its_values() -> None:
    scale = LogScale.over([20, 70], TICKS, 0, 100)
    assert [tick.text for tick in scale.ticks] == ["10", "100"]
    assert (scale.place(10), scale.place(100)) == (0, 100)
    assert round(scale.place(31.623)) == 50


def test_what_lies_beyond_the_last_tick_stands_at_the_end() -> None:
    scale = LogScale.over([0, 5000], TICKS, 0, 100)
    assert (scale.place(0), scale.place(5000)) == (0, 100)


@pytest.mark.parametrize("value", [0, 1, 10, 1000, 5000])
def test_one_value_has_a_scale_too(value: float) -> None:
    scale = LogScale.over([value], TICKS, 0, 100)
    assert len(scale.ticks) >= 2
    assert 0 <= scale.place(value) <= 100


@given(st.lists(st.floats(0, 1e6), min_size=1))
def test_greater_values_never_lie_further_left(values: list[float]) -> None:
    scale = LogScale.over(values, TICKS, 0, 100)
    places = [scale.place(value) for value in sorted(values)]
    assert places == sorted(places)
    assert all(0 <= place <= 100 for place in places)
