from zoneinfo import ZoneInfo

import pytest

from pirgen.imports.markdown import read
from pirgen.imports.markdown.clock import leading_clock
from pirgen.model import Instant


@pytest.mark.parametrize(
    ("line", "time", "offset", "rest"),
    [
        ("14:51 - The queue grows", "14:51", "", "The queue grows"),
        ("**9:05:30 UTC**: x", "09:05:30", "UTC", "x"),
        ("| 2:05 PM PST | x", "14:05", "UTC-08:00", "x"),
        ("2026-03-14 14:51+0530 x", "14:51", "UTC+05:30", "x"),
        ("[14:51\u201315:10 UTC] x", "14:51", "UTC", "x"),
        ("14:51 The queue", "14:51", "", "The queue"),
        ("12:05 am x", "00:05", "", "x"),
    ],
)
def test_a_clock_time_is_read_as_people_write_it(line: str, time: str, offset: str, rest: str) -> None:
    clock = leading_clock(line)
    assert clock is not None
    assert (clock.time.isoformat("auto").removesuffix(":00"), str(clock.zone or ""), clock.rest) == (
        time,
        offset,
        rest,
    )


@pytest.mark.parametrize("line", ["The queue", "25:10 x", "14:71 x", "4.12 goes out", ""])
def test_another_line_has_no_clock_time(line: str) -> None:
    assert leading_clock(line) is None


def times(text: str, zone: str = "") -> list[str]:
    problems: list[str] = []
    (found,) = read(text, "postmortem.md", ZoneInfo(zone) if zone else None, problems)
    assert problems == []
    return [
        entry.at.at.strftime("%d %H:%M") if isinstance(entry.at, Instant) else "not recorded"
        for entry in found.events
    ]


def test_times_take_the_day_and_zone_of_the_file() -> None:
    assert times("# X 2026-03-14\n## Timeline (all times UTC)\n- 09:00 a\n- 08:50 b") == [
        "14 09:00",
        "14 08:50",
    ]
    assert times("---\ndate: 2026-07-01\ntimezone: Europe/Berlin\n---\n# X\n## Timeline\n09:00 a") == [
        "01 07:00"
    ]
    assert times("# X 2026-03-14\n## Timeline\n- 09:00 a", "Asia/Tokyo") == ["14 00:00"]


def test_times_without_a_day_or_zone_are_not_guessed() -> None:
    assert times("# X 2026-03-14\n## Timeline\n- 09:00 a\n- 09:05 CST b") == ["not recorded"] * 2
    assert times("# X\n## Timeline (UTC)\n- 09:00 a") == ["not recorded"]


def test_days_come_from_headings_lines_and_midnight() -> None:
    first = "### 2026-03-14\n- 23:50 a\n- 00:10 b\n"
    second = "### 2026-03-20\n- 01:00 c\n2026-03-21\n- 02:00 d"
    assert times(f"# X\n## Timeline (UTC)\n{first}{second}") == ["14 23:50", "15 00:10", "20 01:00", "21 02:00"]


def test_a_table_is_a_timeline_too() -> None:
    assert times("# X 2026-03-14\n## Timeline\n| Time (UTC) | What |\n|---|---|\n| 09:00 UTC | a |") == [
        "14 09:00"
    ]


def test_front_matter_that_cannot_be_read_is_said_with_its_line() -> None:
    problems: list[str] = []
    assert list(read("---\ntitle: a\ntitle: b\n---\n# X", "p.md", None, problems)) == []
    assert problems == ["line 3: key 'title' is written twice in the same mapping"]
    problems.clear()
    assert list(read("---\ntitle: a\n# X", "p.md", None, problems)) == []
    assert problems == ["line 1: the front matter is opened by '---' and never closed"]


def test_bold_lines_with_the_words_of_templates_are_headings() -> None:
    problems: list[str] = []
    text = "# Cache (March 8th 2025)\n\n**Timeline** (all times are Eastern):\n\n1. **2:15pm** - node lost\n\n"
    text += "**Root Cause**\n\nMemory.\n\n**Action Items**\n\n- Alert earlier\n"
    (found,) = read(text, "x.md", None, problems)
    assert found.title == "Cache"
    assert [str(event.lead[0]) for event in found.events] == ["node lost"]
    assert found.conditions == ("Memory.",)
    assert [ask.what for ask in found.follow_ups] == ["Alert earlier"]


def test_the_next_day_may_be_said_in_words() -> None:
    text = "# X\n\n## Timeline\n\n2025-03-09\n\n08:30Z: rollback\nNext day\n00:10Z: all clear\n"
    assert times(text) == ["09 08:30", "10 00:10"]


@pytest.mark.parametrize(
    ("title", "bare"),
    [
        ("API errors on 12 March 2025", "API errors"),
        ("2026-02-21: Runners do not start", "Runners do not start"),
        ("Post-mortem: cache (March 8th, 2025)", "cache"),
        ("Release 2025.03 fails", "Release 2025.03 fails"),
    ],
)
def test_a_title_is_without_its_day(title: str, bare: str) -> None:
    problems: list[str] = []
    (found,) = read(f"# {title}\n\nIt was bad on 2025-03-08.\n", "x.md", None, problems)
    assert found.title == bare
