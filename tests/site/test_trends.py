"""The trends page in a built site: its CSV files are there and say what its charts say."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from tests.site.test_site import searched

pytestmark = [pytest.mark.site, pytest.mark.graphviz]


def test_the_chart_of_our_site_says_what_its_csv_says(our_site: tuple[Path, list[str]]) -> None:
    folder = our_site[0] / "trends"
    html = (folder / "index.html").read_text(encoding="utf-8")
    for kind in ("quarter", "year"):
        with (folder / f"{kind}s.csv").open(encoding="utf-8", newline="") as file:
            rows = list(csv.DictReader(file))
        chart = re.search(rf'<svg[^>]*aria-labelledby="by-{kind}-title".*?</svg>', html, re.DOTALL)
        assert chart
        marks = [
            int(count) for count in re.findall(r'data-count="(\d+)"[^>]*><title>[^<]*</title><rect', chart[0])
        ]
        assert sum(marks) == sum(int(row["incidents"]) + int(row["near_misses"]) for row in rows) > 0


def test_every_csv_that_is_offered_is_there(our_site: tuple[Path, list[str]]) -> None:
    folder = our_site[0] / "trends"
    offered = re.findall(r'href="([^"]*\.csv)" download', (folder / "index.html").read_text(encoding="utf-8"))
    assert len(offered) >= 8
    assert [name for name in offered if not (folder / name).is_file()] == []


def test_the_lists_behind_the_numbers_are_not_searched(our_site: tuple[Path, list[str]]) -> None:
    found = set(searched(our_site[0], "pages"))
    assert "trends/" in found
    assert [location for location in found if location.startswith("trends/") and location != "trends/"] == []
