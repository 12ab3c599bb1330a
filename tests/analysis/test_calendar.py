from datetime import date

import pytest

from pirgen.analysis.calendar import Quarter, Year


@pytest.mark.parametrize(
    ("day", "quarter"),
    [
        (date(2025, 1, 1), Quarter(2025, 1)),
        (date(2025, 3, 31), Quarter(2025, 1)),
        (date(2025, 4, 1), Quarter(2025, 2)),
        (date(2025, 12, 31), Quarter(2025, 4)),
    ],
)
def test_days_lie_in_quarters(day: date, quarter: Quarter) -> None:
    assert Quarter.of(day) == quarter


@pytest.mark.parametrize(
    ("quarter", "day"),
    [
        (Quarter(2025, 1), date(2025, 3, 31)),
        (Quarter(2025, 2), date(2025, 6, 30)),
        (Quarter(2025, 3), date(2025, 9, 30)),
        (Quarter(2025, 4), date(2025, 12, 31)),
    ],
)
def test_a_quarter_ends_the_day_before_the_next(quarter: Quarter, day: date) -> None:
    assert quarter.last_day == day


def test_a_year_follows_a_year() -> None:
    assert Year.of(date(2025, 12, 31)).next == Year(2026)
    assert Quarter(2025, 4).next == Quarter(2026, 1)
