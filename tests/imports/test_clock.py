"""Dates, clock times and zones as people write them."""

from datetime import date

import pytest

from pirgen.imports.markdown.clock import any_clock, leading_clock
from pirgen.imports.markdown.dates import date_in
from pirgen.imports.markdown.zones import zone_of_all

NEAR = date(2026, 1, 17)


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Post-mortem 2026-01-17", "2026-01-17"),
        ("January 2, 2025", "2025-01-02"),
        ("2 Jan 2025", "2025-01-02"),
        ("the 2nd of January 2026", "2026-01-02"),
        ("Thursday, Jan 14th", "2026-01-14"),
        ("Dec 30", "2025-12-30"),
        ("14.01.2026", "2026-01-14"),
        ("1/13/26", "2026-01-13"),
        ("13/1/2026", "2026-01-13"),
        ("01/02/2026", "2026-02-01"),
        ("2026/1/2", "2026-01-02"),
        ("20260114", "2026-01-14"),
        ("Sept. 3, 2025", "2025-09-03"),
        ("version 1.2.3", "None"),
        ("31 Feb 2026", "None"),
        ("march of progress", "None"),
        ("1628-08-10", "None"),
    ],
)
def test_a_date_is_read(text: str, day: str) -> None:
    assert str(date_in(text, NEAR)) == day


def test_a_date_that_may_be_two_days_is_not_guessed() -> None:
    assert date_in("01/02/2026") is None


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("| Jan 14, 10:18 AM | First ticket |", "2026-01-14 10:18:00 None|First ticket |"),
        ("On January 14 at 10:18 AM UTC, a ticket", "2026-01-14 10:18:00 UTC|a ticket"),
        ("Thursday, January 15th 2026 (10:18 UTC) x", "2026-01-15 10:18:00 UTC|x"),
        ("`10:18` x", "None 10:18:00 None|x"),
        ("2026-03-14T10:18:30.123Z x", "2026-03-14 10:18:30 UTC|x"),
        ("9am PT x", "None 09:00:00 America/Los_Angeles|x"),
        ("1018 UTC x", "None 10:18:00 UTC|x"),
        ("10:18 UTC on Jan 14: x", "2026-01-14 10:18:00 UTC|x"),
        ("14/01/2026 10:18 x", "2026-01-14 10:18:00 None|x"),
        ("10h18 x", "None 10:18:00 None|x"),
        ("Around 10:18 the", "None 10:18:00 None|the"),
        ("10:18 IST x", "None 10:18:00 None|x"),
        ("12:05 am x", "None 00:05:00 None|x"),
        ("[01-14 10:18] x", "2026-01-14 10:18:00 None|x"),
    ],
)
def test_a_line_may_begin_with_a_time(line: str, read: str) -> None:
    clock = leading_clock(line)
    assert clock is not None
    assert f"{clock.day_near(NEAR)} {clock.time.isoformat()} {clock.zone}|{clock.rest}" == read


@pytest.mark.parametrize(
    "line",
    ["12 tickets arrived", "5 min later", "20:1 ratio", "25:10 x", "4.12 goes out", "port :8080", "a 3:2 vote"],
)
def test_other_numbers_are_no_times(line: str) -> None:
    assert any_clock(line) is None


@pytest.mark.parametrize(
    ("text", "zone"),
    [
        ("All times in PST", "UTC-08:00"),
        ("Timeline (all times UTC)", "UTC"),
        ("Timeline (in UTC)", "UTC"),
        ("Time (UTC)", "UTC"),
        ("Times are in Europe/Berlin.", "Europe/Berlin"),
        ("all times are Pacific time", "America/Los_Angeles"),
        ("_All times in EEST_", "UTC+03:00"),
        ("All times in UTC+1 (Zurich time)", "UTC+01:00"),
        ("Time zone: CET", "UTC+01:00"),
        ("All times below are Eastern Time (ET).", "America/New_York"),
        ("First time PT was seen", "None"),
        ("All times in IST", "None"),
    ],
)
def test_a_zone_is_said_once(text: str, zone: str) -> None:
    assert str(zone_of_all(text)) == zone
