from datetime import date
from itertools import pairwise

from pirgen.analysis.trends import by_quarter
from pirgen.pages.chart import incidents_chart
from tests.pages.books import an_incident

SEVERITIES = ["SEV-1", "SEV-2"]


def test_bars_stand_on_each_other_with_the_worst_at_the_foot() -> None:
    incidents = [
        an_incident(f"2025-01-0{day}-x", severity="SEV-2" if day > 1 else "SEV-1") for day in (1, 2, 3)
    ]
    chart = incidents_chart(by_quarter(incidents, date(2025, 3, 1)), SEVERITIES)
    worst, next = chart.bars
    assert (worst.severity, worst.count, next.severity, next.count) == ("SEV-1", 1, "SEV-2", 2)
    assert worst.y + worst.height == chart.base
    assert next.y + next.height == worst.y
    assert next.height == 2 * worst.height
    assert [total.text for total in chart.totals] == ["3"]


def test_the_running_quarter_has_a_place_and_a_finished_one_none() -> None:
    incidents = [an_incident("2025-01-01-x")]
    chart = incidents_chart(by_quarter(incidents, date(2025, 5, 1)), SEVERITIES)
    assert chart.running == chart.left + chart.pitch


def test_near_misses_lie_in_a_lane_below() -> None:
    incidents = [an_incident("2025-01-01-x"), an_incident("2025-01-02-y", impact=None)]
    chart = incidents_chart(by_quarter(incidents, date(2025, 3, 1)), SEVERITIES)
    assert chart.lane is not None
    assert [(bar.severity, bar.count) for bar in chart.bars] == [("SEV-2", 1), ("", 1)]
    assert chart.bars[1].y > chart.base


def test_many_years_get_narrow_bars_and_labels_that_do_not_touch() -> None:
    incidents = [an_incident(f"{year}-01-01-x") for year in range(2000, 2025)]
    chart = incidents_chart(by_quarter(incidents, date(2025, 3, 1)), SEVERITIES)
    places = [label.x for label in chart.columns]
    assert min(after - before for before, after in pairwise(places)) >= 36
    assert chart.rows[-1].text == "1"


def test_large_counts_have_few_lines() -> None:
    incidents = [an_incident(f"2025-01-01-x{number}") for number in range(137)]
    chart = incidents_chart(by_quarter(incidents, date(2025, 1, 31)), SEVERITIES)
    assert [row.text for row in chart.rows] == ["0", "50", "100"]
    assert chart.height < 320
