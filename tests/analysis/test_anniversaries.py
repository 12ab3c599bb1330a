from datetime import date

from pirgen.analysis.anniversaries import around, by_month, nearest
from tests.pages.books import an_incident


def near(*ids: str, today: date) -> list[tuple[str, int, int]]:
    found = around([an_incident(id) for id in ids], today)
    return [(one.incident.id[:10], one.years, one.days) for one in found]


def test_past_years_count_within_two_weeks_of_the_day() -> None:
    ids = ("2019-07-02-a", "2020-06-20-b", "2021-07-20-c", "2022-06-01-d")
    assert near(*ids, today=date(2025, 7, 5)) == [
        ("2020-06-20", 5, -15),
        ("2019-07-02", 6, -3),
        ("2021-07-20", 4, 15),
    ]


def test_of_many_the_nearest_are_chosen_in_the_order_of_the_calendar() -> None:
    days = (10, 9, 5, 1, 28, 20)
    found = around([an_incident(f"2020-06-{day:02}-a") for day in days], date(2025, 6, 8))
    assert [one.days for one in nearest(found, 4)] == [-7, -3, 1, 2]


def test_the_turn_of_the_year_is_no_gap() -> None:
    assert near("2020-12-30-a", today=date(2025, 1, 2)) == [("2020-12-30", 4, -3)]
    assert near("2020-01-02-a", today=date(2024, 12, 30)) == [("2020-01-02", 5, 3)]


def test_this_year_and_the_future_have_no_anniversary() -> None:
    assert near("2025-07-01-a", "2026-07-04-b", today=date(2025, 7, 5)) == []


def test_29_february_is_kept_on_the_28th() -> None:
    assert near("2024-02-29-a", today=date(2025, 2, 28)) == [("2024-02-29", 1, 0)]


def test_months_hold_their_days_in_order_whatever_the_year() -> None:
    months = by_month([an_incident("2019-07-20-a"), an_incident("2021-07-03-b"), an_incident("2020-01-09-c")])
    assert [(month, [one.id[:10] for one in found]) for month, found in months] == [
        (1, ["2020-01-09"]),
        (7, ["2021-07-03", "2019-07-20"]),
    ]
