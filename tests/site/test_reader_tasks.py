"""Ten tasks of readers, each done in the demonstration from its home page in at most three clicks."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from tests.site.browser import launched, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.graphviz]

MOST_CLICKS = 3
TYPE = "type: "
"""A step that types into the list's field instead of clicking; all others are names of links."""

TASKS = {
    "on call: gates refuse tickets; what ended it last time?": (
        ["Incidents", f"{TYPE}gates refused", "The gates in all four harbours refused valid tickets"],
        "All scanners have been switched off and on",
    ),
    "on call: cards are charged twice again; what stopped the retries in 2023?": (
        [
            "Incidents",
            f"{TYPE}charged again",
            "Some passengers were charged again a day after",
            "Some passengers paid twice",
        ],
        "Retries of charges are switched off",
    ),
    "manager: what does harbour systems owe, and since when?": (
        ["Actions", "count of Harbour systems"],
        "Bring a bundle to a scanner by memory card",
    ),
    "manager: which review is past its date?": (
        ["Trends"],
        "Names with accents were garbled on the manifests of two days",
    ),
    "new hire: what has happened to boarding?": (
        ["Boarding"],
        "Three harbours were offline on the busiest Saturday of the summer",
    ),
    "new hire: what is a boarding code?": (
        ["Knowledge", "Glossary"],
        "The square code on a ticket",
    ),
    "facilitator: what is open in the draft for the meeting?": (
        ["One gate at Placeholder Point"],
        "What does the maker find in the light barrier?",
    ),
    "facilitator: what came back although we had acted?": (
        ["Knowledge"],
        "Double charges again, with that review's idempotency keys in use",
    ),
    "auditor: what shows that scanners read keys every hour?": (
        ["Actions", "done"],
        "Firmware 5.2 is on all 64 scanners",
    ),
    "auditor: how long may an action after a SEV-1 stay open?": (
        ["Knowledge", "Severities"],
        "within 60 days",
    ),
}


@pytest.mark.parametrize("task", TASKS)
def test_a_reader_gets_there_in_three_clicks(our_site: tuple[Path, list[str]], task: str) -> None:
    steps, answer = TASKS[task]
    assert len([step for step in steps if not step.startswith(TYPE)]) <= MOST_CLICKS
    with launched() as browser, served(our_site[0]) as address:
        page = browser.new_page(viewport={"width": 1440, "height": 900})
        page.goto(f"{address}/demo/")
        for step in steps:
            _take(page, step)
        page.locator("article").get_by_text(answer).first.wait_for(state="attached", timeout=5000)


def _take(page: Page, step: str) -> None:
    if step.startswith(TYPE):
        page.locator("[data-explorer] input[type=search]").fill(step.removeprefix(TYPE))
        return
    if step.startswith("count of "):
        page.locator("tr", has_text=step.removeprefix("count of ")).locator("a[data-count]").first.click()
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
