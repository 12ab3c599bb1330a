"""Ten tasks of readers, done in the demonstration from its home page, with the answer in reach."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.browser import launched, served
from tests.site.conftest import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.graphviz]

MOST_CLICKS = 3
FARTHEST = 2
"""The answer is on the screen then, or on the next but one at most."""

_ROW = re.compile(r"^\| ([\w ]+: .+\?) \| (.+) \| (.+) \|$", re.MULTILINE)
_READERS = ROOT / "docs" / "guide" / "readers.md"
TASKS = {
    task: (way.split(" → "), answer) for task, way, answer in _ROW.findall(_READERS.read_text(encoding="utf-8"))
}
"""What the guide says, by task: the names of links, or what to type or count, and the answer."""

TYPED, COUNTED = re.compile("type `(.+)`"), re.compile("the number beside (.+)")


def test_there_are_ten_tasks() -> None:
    assert len(TASKS) == 10


@pytest.mark.parametrize("task", TASKS)
def test_a_reader_gets_there_in_three_clicks(our_site: tuple[Path, list[str]], task: str) -> None:
    steps, answer = TASKS[task]
    assert len([step for step in steps if not TYPED.fullmatch(step)]) <= MOST_CLICKS
    with launched() as browser, served(our_site[0]) as address:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{address}/demo/")
        for step in steps:
            _take(page, step)
        found = page.locator("article").get_by_text(answer).locator("visible=true")
        found.first.wait_for(timeout=5000)
        page.wait_for_timeout(300)  # the window may still scroll
        screens = found.evaluate_all("all => all.map(one => one.getBoundingClientRect().top / innerHeight)")
        assert any(0 <= each <= FARTHEST for each in screens), screens


def _take(page: Page, step: str) -> None:
    if typed := TYPED.fullmatch(step):
        page.locator("[data-explorer] input[type=search]").fill(typed[1])
    elif counted := COUNTED.fullmatch(step):
        page.locator("tr", has_text=counted[1]).locator("a[data-count]").first.click()
    else:
        page.get_by_role("link", name=step).locator("visible=true").first.click()
    page.wait_for_load_state()


def test_a_way_to_fail_lights_its_factors_in_the_drawing(our_site: tuple[Path, list[str]]) -> None:
    with launched() as browser, served(our_site[0]) as address:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{address}/demo/incidents/2026-05-19-tickets-not-yet-valid/")
        page.locator("details:has(.pirgen-cut-sets) > summary").click()
        way = page.locator(".pirgen-cut-sets tbody tr").first
        way.hover()
        lit = page.eval_on_selector_all(".pirgen-lit", "links => links.map(each => each.href.baseVal)")
        assert sorted(lit) == sorted(way.locator("a").evaluate_all("links => links.map(each => each.hash)"))
        page.locator("h1").first.hover()
        assert page.locator(".pirgen-lit, .pirgen-lights").count() == 0
        way.locator("a").first.focus()
        assert page.locator(".pirgen-lights .pirgen-lit").count() == len(lit) > 1
