from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pirgen.model import Instant, Precision
from pirgen.source.fields.time_grammar import Unreadable, read_time

OFFSETS = some.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))
TIMES = some.datetimes(datetime(1990, 1, 2), datetime(2090, 1, 1), timezones=OFFSETS)


@given(TIMES)
def test_a_time_with_an_offset_is_the_same_instant_in_utc(time: datetime) -> None:
    whole = time.replace(microsecond=0)
    assert read_time(whole.isoformat(), None) == Instant(whole.astimezone(UTC), Precision.SECOND)


@given(TIMES)
def test_what_is_offered_for_another_spelling_can_be_read(time: datetime) -> None:
    shown = time.strftime("%Y-%m-%d %H:%M %z").replace(" +", "+").replace(" -", "-")
    answer = read_time(shown, None)
    assert isinstance(answer, Unreadable)
    assert read_time(answer.near, None) == Instant(time.replace(second=0, microsecond=0).astimezone(UTC))


def test_a_date_alone_is_known_to_the_day() -> None:
    assert read_time("2019-03-20", None) == Instant(datetime(2019, 3, 20, tzinfo=UTC), Precision.DAY)


def test_local_time_is_read_in_the_zone_of_the_file() -> None:
    assert read_time("2026-07-01T12:30", ZoneInfo("Europe/Berlin")) == Instant(
        datetime(2026, 7, 1, 10, 30, tzinfo=UTC)
    )


@pytest.mark.parametrize(
    "text", ["12:30", "2026-02-29T12:30Z", "2026-01-05T12:60Z", "2026-1-5T12:30Z", "750", "now"]
)
def test_what_is_no_time_is_said_to_be_none(text: str) -> None:
    assert isinstance(read_time(text, None), Unreadable)
