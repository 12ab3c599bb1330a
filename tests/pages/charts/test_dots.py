from itertools import combinations
from math import hypot

import pytest

from pirgen.pages.charts import Chart, Disk, Dot, Strip, Tick, dot_chart

TICKS = [Tick(1, "1 day"), Tick(10, "10 days"), Tick(100, "100 days"), Tick(1000, "1000 days")]


def dots(*values: float) -> tuple[Dot, ...]:
    return tuple(Dot(value, f"incidents/{place}.md", f"{value}") for place, value in enumerate(values))


def disks_of(chart: Chart) -> list[Disk]:
    return [mark.shape for mark in chart.marks if isinstance(mark.shape, Disk)]


def test_a_dot_leads_to_the_one_thing_it_stands_for() -> None:
    chart = dot_chart([Strip("x", dots(3, 300))], TICKS)
    assert [(mark.target, mark.label, mark.count) for mark in chart.marks] == [
        ("incidents/0.md", "3", None),
        ("incidents/1.md", "300", None),
    ]


def test_equal_ratios_are_equal_distances() -> None:
    a, b, c = disks_of(dot_chart([Strip("x", dots(2, 20, 200))], TICKS))
    assert b.x - a.x == pytest.approx(c.x - b.x, abs=0.2)


def test_equal_values_stack() -> None:
    first, second, third = disks_of(dot_chart([Strip("x", dots(5, 5, 5))], TICKS))
    assert first.x == second.x == third.x
    assert first.y > second.y > third.y


@pytest.mark.parametrize("count", [1, 7, 60, 61, 250])
def test_dots_do_not_meet_while_there_is_room(count: int) -> None:
    values = [1 + place * 37 % 911 for place in range(count)]
    disks = disks_of(dot_chart([Strip("x", dots(*values))], TICKS))
    assert len(disks) == count
    for one, other in combinations(disks, 2):
        assert hypot(one.x - other.x, one.y - other.y) >= 2 * one.radius - 0.3


def test_many_equal_values_overlap_rather_than_run_away() -> None:
    assert dot_chart([Strip("x", dots(*[5] * 300))], TICKS).height < 350


def test_strips_share_a_scale_and_lie_apart() -> None:
    chart = dot_chart([Strip("one", dots(5)), Strip("two", dots(5, 500))], TICKS)
    first, second, _ = disks_of(chart)
    assert first.x == second.x
    assert second.y > first.y + 2 * first.radius
    assert [words.text for words in chart.words if words.look == "axis-name"] == [tick.text for tick in TICKS]


def test_what_is_approximate_is_hollow() -> None:
    chart = dot_chart([Strip("x", (Dot(5, "a", "a"), Dot(5, "b", "b", is_approximate=True)))], TICKS)
    assert [disk.look for disk in disks_of(chart)] == ["dot", "dot-about"]
