from itertools import combinations, pairwise

import pytest

from pirgen.diagrams.text.metrics import text_width
from pirgen.pages.charts import Chart, Column, Label, Rectangle, Segment, column_chart
from pirgen.pages.charts.shapes import SIZE, SMALL, Anchor


def a_segment(count: int, look: str = "rank-1") -> Segment:
    return Segment(count, look, f"trends/quarters.md#{look}", f"{look}: {count}")


def quarters(count: int, *segments: Segment, below: Segment | None = None) -> list[Column]:
    """So many quarters up to the running one, which is the second of its year."""
    return [
        Column(
            f"Q{(1 - place) % 4 + 1}",
            str(2026 - (place + 2) // 4),
            segments,
            below,
            running="" if place else "not over",
        )
        for place in range(count)
    ][::-1]


def boxes_of(chart: Chart) -> list[Rectangle]:
    return [mark.shape for mark in chart.marks if isinstance(mark.shape, Rectangle)]


def words_of(chart: Chart) -> list[Label]:
    """All words, in marks too."""
    alone = [mark.shape for mark in chart.marks if isinstance(mark.shape, Label)]
    return [*chart.words, *alone, *(mark.number for mark in chart.marks if mark.number)]


def totals_of(chart: Chart) -> list[str]:
    return [words.text for words in words_of(chart) if words.look == "total"]


def test_segments_stand_on_each_other_from_the_foot_in_proportion() -> None:
    chart = column_chart([Column("Q1", segments=(a_segment(1), a_segment(2, "rank-2")))])
    worst, next = boxes_of(chart)
    base = next.y + next.height + worst.height
    assert worst.y == next.y + next.height
    assert next.height == 2 * worst.height
    assert [rule.y1 for rule in chart.rules if rule.look == "base"] == [base]
    assert totals_of(chart) == ["3"]


def test_every_mark_says_and_leads_to_what_it_counts() -> None:
    segments = (a_segment(1), a_segment(2, "rank-2"))
    chart = column_chart([Column("Q1", "", segments, a_segment(4), target="x.md#all", label="all: 3")])
    assert [(mark.count, mark.target, mark.label) for mark in chart.marks] == [
        (1, "trends/quarters.md#rank-1", "rank-1: 1"),
        (2, "trends/quarters.md#rank-2", "rank-2: 2"),
        (3, "x.md#all", "all: 3"),
        (4, "trends/quarters.md#rank-1", "rank-1: 4"),
    ]


def test_what_lies_below_is_in_no_total_and_has_the_same_scale() -> None:
    chart = column_chart(
        [Column("Q1", segments=(a_segment(2),), below=a_segment(1, "near-miss"))], "near misses"
    )
    above, below = boxes_of(chart)
    assert above.height == 2 * below.height
    assert below.y > above.y + above.height
    assert totals_of(chart) == ["2", "1"]
    assert "near misses" in [words.text for words in chart.words]


def test_only_near_misses_make_a_chart_too() -> None:
    chart = column_chart([Column("Q1", below=a_segment(3, "near-miss"))], "near misses")
    assert [mark.count for mark in chart.marks] == [3]


def test_the_running_column_has_a_ground_and_words_and_a_finished_one_none() -> None:
    chart = column_chart([Column("Q1", segments=(a_segment(1),)), Column("Q2", running="not over")])
    (ground,) = chart.grounds
    (box,) = boxes_of(chart)
    assert ground.x >= box.x + box.width
    assert [words.text for words in chart.words if words.look == "running-words"] == ["not over"]
    assert column_chart([Column("Q1", segments=(a_segment(1),))]).grounds == ()


def extent(words: Label) -> tuple[float, float, float, float]:
    """Left, top, right and bottom of the words."""
    is_bold = words.look in ("total", "lane") or words.look.startswith("on-")
    size = SMALL if words.look.startswith("on-") else SIZE
    width, height = text_width(words.text, size, is_bold) / 1.03, size * 0.72
    if words.is_turned:
        return words.x - height, words.y - width, words.x, words.y
    left = {Anchor.START: words.x, Anchor.MIDDLE: words.x - width / 2, Anchor.END: words.x - width}[
        words.anchor
    ]
    return left, words.y - height, left + width, words.y


def meet(one: Label, other: Label) -> bool:
    a, b = extent(one), extent(other)
    return a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3]


@pytest.mark.parametrize("most", [0, 1, 9, 40, 137, 2400])
@pytest.mark.parametrize("count", [1, 2, 3, 8, 20, 21, 36, 37, 40, 41, 57, 60, 90])
def test_words_never_meet_and_lie_within_the_chart(count: int, most: int) -> None:
    segments = (a_segment(most), a_segment(most // 3 + 1, "rank-2")) if most else ()
    chart = column_chart(quarters(count, *segments, below=a_segment(most // 9 + 1)), "near misses")
    words = words_of(chart)
    assert [(one.text, other.text) for one, other in combinations(words, 2) if meet(one, other)] == []
    for one in words:
        left, top, right, bottom = extent(one)
        assert left >= 0
        assert top >= 0
        assert right <= chart.width
        assert bottom <= chart.height


@pytest.mark.parametrize("count", [1, 20, 60, 90])
def test_columns_never_meet(count: int) -> None:
    boxes = boxes_of(column_chart(quarters(count, a_segment(3))))
    assert len(boxes) == count
    assert all(one.x + one.width < other.x for one, other in pairwise(boxes))


def test_many_columns_are_named_by_their_groups_alone_the_latest_for_certain() -> None:
    chart = column_chart(quarters(57, a_segment(1)))
    assert [words.text for words in chart.words if words.look == "axis-name"] == []
    assert next(words.text for words in chart.words if words.look == "axis-group") == "2026"
    wide = column_chart(quarters(8, a_segment(1)))
    assert [words.text for words in wide.words if words.look == "axis-name"] == 2 * ["Q2", "Q1", "Q4", "Q3"]


def test_names_without_groups_are_thinned_out_evenly() -> None:
    columns = [Column(str(year), segments=(a_segment(1),)) for year in range(1966, 2026)]
    names = [words.text for words in column_chart(columns).words if words.look == "axis-name"]
    assert names[:3] == ["2025", "2022", "2019"]


def test_a_number_is_in_a_segment_only_where_it_has_room_and_the_total_does_not_say_it() -> None:
    alone = column_chart([Column("Q1", segments=(a_segment(7),))])
    assert [mark.number.look for mark in alone.marks if mark.number] == ["total"]
    flat = column_chart([Column("Q1", segments=(a_segment(1), a_segment(99, "rank-2")))])
    assert [mark.number.text if mark.number else "" for mark in flat.marks] == ["", "99", ""]
