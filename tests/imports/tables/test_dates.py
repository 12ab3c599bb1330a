"""Dates of a table are read in the one order that its whole column allows, or not at all."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from pirgen.imports import ReadOptions, read_export
from pirgen.imports.tables import DateOrder
from pirgen.imports.tables.dates import EXCEL_1904, dates_of
from pirgen.model import Instant, Moment

BERLIN = ZoneInfo("Europe/Berlin")


def times(cells: list[str], head: str = "Opened", **asked: object) -> tuple[list[str], tuple[str, ...]]:
    """The times of a column, and what is wrong with it."""
    lines = [f"Number;Title;{head}", *(f"{number};Outage {number};{cell}" for number, cell in enumerate(cells))]
    options = ReadOptions(**{"zone": ZoneInfo("UTC"), **asked})  # type: ignore[arg-type]
    found, problems = read_export("\n".join(lines).encode(), "a.csv", options)
    moments = [each.at for incident in found for each in incident.events if each.marks == (Moment.DETECTED,)]
    return [f"{at.at:%Y-%m-%d %H:%M:%S}" for at in moments if isinstance(at, Instant)], problems


@pytest.mark.parametrize(
    ("cells", "expected"),
    [
        (["03/04/2026 09:10", "25/03/2026 10:00"], ["2026-04-03 09:10:00", "2026-03-25 10:00:00"]),
        (["03/04/2026 9:10 PM", "3/25/26, 10:00 AM"], ["2026-03-04 21:10:00", "2026-03-25 10:00:00"]),
        (["03-04-2026 09:10", "25-03-2026 10:00"], ["2026-04-03 09:10:00", "2026-03-25 10:00:00"]),
        (["03.04.2026 09:10"], ["2026-04-03 09:10:00"]),
        (["04/04/2026 09:10"], ["2026-04-04 09:10:00"]),
        (["2026-04-03 09:10", "2026/04/03 09:10"], ["2026-04-03 09:10:00"] * 2),
        (["3 Apr 2026 09:10", "Apr 3, 2026 09:10"], ["2026-04-03 09:10:00"] * 2),
        (["13/04/2026 09:10", "04/13/2026 09:10"], ["2026-04-13 09:10:00"] * 2),
        (["46095.5", "46095.383333"], ["2026-03-14 12:00:00", "2026-03-14 09:12:00"]),
        (["1773479520", "1773479520123"], ["2026-03-14 09:12:00"] * 2),
        (["2026-03-14T09:12:30.5+01:00"], ["2026-03-14 08:12:30"]),
    ],
)
def test_a_column_decides_the_order_of_its_dates(cells: list[str], expected: list[str]) -> None:
    assert times(cells) == (expected, ())


def test_dates_that_may_be_either_are_asked_for() -> None:
    told = (
        "dates of 'Opened' may have the day or the month first, such as 03/04/2026; "
        "say which with --dates dmy or --dates mdy"
    )
    assert times(["03/04/2026 09:10", "05/06/2026 10:00"]) == ([], (told,))
    assert times(["03/04/2026 09:10"], dates=DateOrder.DMY) == (["2026-04-03 09:10:00"], ())
    assert times(["03/04/2026 09:10"], dates=DateOrder.MDY) == (["2026-03-04 09:10:00"], ())


def test_other_columns_of_the_table_decide_too_and_it_is_said() -> None:
    rows = [{"a": "03/04/2026", "b": "03/14/2026"}]
    read = dates_of(rows, ("a", "b"), None)
    assert [read.plain(head, rows[0][head]) for head in "ab"] == ["2026-03-04", "2026-03-14"]
    assert read.remarks == (
        "dates of 'b' are read as month/day/year, as '03/14/2026' can only be that",
        "dates of 'a' are read like those of the other columns",
    )


def test_excel_may_count_from_1904() -> None:
    rows = [{"a": "44633"}, {"a": "44633.5"}]
    read = dates_of(rows, ("a",), None, EXCEL_1904)
    assert [read.plain("a", row["a"]) for row in rows] == ["2026-03-14", "2026-03-14 12:00"]
    assert read.remarks == ("'a' has numbers, which are read as Excel's days since 1904-01-01",)


@pytest.mark.parametrize(
    ("head", "cell", "expected"),
    [
        ("Opened (UTC)", "2026-03-14 09:12", "2026-03-14 09:12:00"),
        ("Opened [CET]", "2026-03-14 09:12", "2026-03-14 08:12:00"),
        ("Opened PST", "2026-03-14 09:12", "2026-03-14 17:12:00"),
        ("Opened (America/New_York)", "2026-03-14 09:12", "2026-03-14 13:12:00"),
        ("Opened", "2026-03-14 09:12", "2026-03-14 08:12:00"),
        ("Opened (UTC)", "2026-03-14T09:12+02:00", "2026-03-14 07:12:00"),
    ],
)
def test_the_head_of_a_column_may_name_its_zone(head: str, cell: str, expected: str) -> None:
    assert times([cell], head, zone=BERLIN) == ([expected], ())


def test_a_row_may_have_a_zone_of_its_own() -> None:
    text = "Number,Title,Opened,Time zone\n1,A,2026-03-14 09:12,Europe/Berlin\n2,B,2026-03-14 09:12,\n"
    found, _ = read_export(text.encode(), "a.csv", ReadOptions(zone=ZoneInfo("UTC")))
    at = [event.at.at.hour for each in found for event in each.events if isinstance(event.at, Instant)]
    assert at == [8, 9]
    assert found[0].day == date(2026, 3, 14)
