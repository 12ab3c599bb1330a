from datetime import UTC, date, datetime, timedelta

import pytest

from pirgen.diagrams.text.times import between, clock, day, distance, duration
from pirgen.model import Instant, Precision


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(seconds=45), "45 s"),
        (timedelta(minutes=2, seconds=30), "2 min 30 s"),
        (timedelta(minutes=12, seconds=30), "12 min"),
        (timedelta(minutes=100), "1 h 40 min"),
        (timedelta(hours=2), "2 h"),
        (timedelta(hours=47, minutes=59), "47 h 59 min"),
        (timedelta(days=3, hours=4), "3 d 4 h"),
        (timedelta(days=96, hours=4), "96 d"),
        (timedelta(), "0 min"),
    ],
)
def test_durations_have_at_most_two_units(length: timedelta, text: str) -> None:
    assert duration(length) == text


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(minutes=100), "1 h 40 min"),
        (timedelta(days=1), "1 d"),
        (timedelta(days=2, hours=8), "2 d 8 h"),
        (timedelta(days=122), "4 months"),
        (timedelta(days=9 * 365), "9 years"),
    ],
)
def test_distances_grow_coarser(length: timedelta, text: str) -> None:
    assert distance(length) == text


def test_times_are_as_precise_as_they_are_known() -> None:
    at = datetime(2026, 1, 31, 9, 5, 7, tzinfo=UTC)
    shown = [clock(Instant(at, precision)) for precision in Precision]
    assert shown == ["", "09:05", "09:05:07"]
    assert day(date(2026, 1, 31)) == "31 Jan 2026"


def test_a_difference_with_a_mere_day_is_in_days() -> None:
    start = Instant(datetime(2026, 1, 30, 23, 0, 15, tzinfo=UTC), Precision.SECOND)
    end = datetime(2026, 1, 31, 1, tzinfo=UTC)
    assert between(start, Instant(end)) == timedelta(hours=1, minutes=59, seconds=45)
    assert between(start, Instant(end, Precision.DAY)) == timedelta(days=1)
