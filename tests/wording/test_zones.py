"""Times of a site's own zone around the changes of the clock."""

from datetime import UTC, datetime

import pytest

from pirgen.model import Instant, Precision
from pirgen.wording.zones import local_time


@pytest.mark.parametrize(
    ("utc", "zone", "shown"),
    [
        ((2025, 10, 26, 0, 30), "Europe/Berlin", "02:30 CEST"),
        ((2025, 10, 26, 1, 30), "Europe/Berlin", "02:30 CET"),
        ((2025, 3, 30, 0, 59), "Europe/Berlin", "01:59 CET"),
        ((2025, 3, 30, 1, 0), "Europe/Berlin", "03:00 CEST"),
        ((2024, 10, 27, 0, 40), "Europe/Dublin", "01:40 IST"),
        ((2025, 12, 31, 23, 30), "Europe/Berlin", "1 Jan 00:30 CET"),
        ((2025, 7, 1, 3, 0), "America/Sao_Paulo", "00:00 UTC-03"),
        ((2025, 7, 1, 3, 0), "Asia/Kathmandu", "08:45 UTC+0545"),
        ((2025, 7, 1, 3, 0), "", ""),
    ],
)
def test_the_hour_that_comes_twice_can_be_told_apart(utc: tuple[int, ...], zone: str, shown: str) -> None:
    year, month, day, hour, minute = utc
    assert local_time(Instant(datetime(year, month, day, hour, minute, tzinfo=UTC)), zone) == shown


def test_a_day_has_no_time_in_any_zone() -> None:
    assert local_time(Instant(datetime(2025, 7, 1, tzinfo=UTC), Precision.DAY), "Europe/Berlin") == ""
