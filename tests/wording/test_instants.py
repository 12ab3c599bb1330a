from datetime import UTC, date, datetime

from pirgen.model import Instant, Precision
from pirgen.wording.instants import clock, day, day_of_year, instant, month, stamp

AT = datetime(2026, 1, 31, 9, 5, 7, tzinfo=UTC)


def test_times_are_as_precise_as_they_are_known() -> None:
    shown = [clock(Instant(AT, precision)) for precision in Precision]
    assert shown == ["", "", "", "09:05", "09:05:07"]
    shown = [instant(Instant(AT, precision)) for precision in Precision]
    assert shown == ["2026", "January 2026", "31 Jan 2026", "31 Jan 2026 09:05 UTC", "31 Jan 2026 09:05:07 UTC"]
    shown = [stamp(Instant(AT, precision)) for precision in Precision]
    assert shown == ["2026", "2026-01", "2026-01-31", "2026-01-31T09:05Z", "2026-01-31T09:05:07Z"]


def test_days_and_months() -> None:
    assert day(date(2026, 9, 1)) == "1 Sep 2026"
    assert day_of_year(date(2026, 9, 1)) == "1 Sep"
    assert month(12) == "December"
