from datetime import timedelta

import pytest

from pirgen.wording.durations import days, duration


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (timedelta(), "under 1 min"),
        (timedelta(seconds=45), "45 s"),
        (timedelta(seconds=59.7), "1 min"),
        (timedelta(minutes=2, seconds=30), "2 min 30 s"),
        (timedelta(minutes=11, seconds=20), "11 min"),
        (timedelta(hours=1, minutes=40), "1 h 40 min"),
        (timedelta(hours=2), "2 h"),
        (timedelta(hours=24), "1 day"),
        (timedelta(hours=24, minutes=11), "24 h 11 min"),
        (timedelta(hours=47, minutes=59), "47 h 59 min"),
        (timedelta(days=2), "2 days"),
        (timedelta(days=3, hours=1), "3 d 1 h"),
        (timedelta(days=13, hours=23), "13 d 23 h"),
        (timedelta(days=14, hours=5), "14 days"),
        (timedelta(days=89), "89 days"),
        (timedelta(days=105), "3 months"),
        (timedelta(days=699), "23 months"),
        (timedelta(days=700), "2 years"),
        (timedelta(days=2673), "7 years"),
        (timedelta(days=400_000), "1,095 years"),
        (-timedelta(minutes=20), "20 min"),
    ],
)
def test_a_span_reads_in_at_most_two_units(time: timedelta, text: str) -> None:
    assert duration(time) == text


@pytest.mark.parametrize("whole", [1, 2, 30, 89, 90, 105, 365, 699, 700, 4000])
def test_a_span_of_whole_days_reads_the_same_wherever_it_is(whole: int) -> None:
    assert days(timedelta(whole)) == duration(timedelta(whole))


def test_one_day_is_one_day() -> None:
    assert days(timedelta(1)) == "1 day"
    assert days(timedelta(0)) == "0 days"
