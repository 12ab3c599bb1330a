"""Pages of all kinds at all widths: nothing scrolls sideways, is squeezed, covered or out of the window."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.graphviz]

WIDTHS = (320, 390, 560, 719, 720, 768, 959, 960, 1024, 1219, 1220, 1440, 1920)
AGAIN = "2025-11-30-double-charges-from-a-late-retry/#beside-2023-12-05-double-charges-after-payment-retry"
COMPARED = "?a=2025-11-30-double-charges-from-a-late-retry&b=2024-06-12-forty-thousand-repeated-messages"
KINDS = (
    "", "incidents/2017-01-31-gitlab-db-deletion/", "rules/", "guide/", "guide/readers/", "guide/data/",
    "demo/", "demo/incidents/", f"demo/incidents/{AGAIN}",
    "demo/incidents/2026-11-16-queue-at-placeholder-point/",
    "demo/incidents/2025-03-14-booking-down-after-the-database-failed-over/", "demo/actions/",
    "demo/actions/done/", "demo/open-paths/", "demo/trends/", "demo/trends/services/",
    "demo/trends/over-time/", "demo/trends/in-2025/", "demo/lessons/", "demo/recurring/", "demo/factors/",
    "demo/factors/code/", "demo/services/", "demo/services/boarding/", "demo/teams/",
    "demo/teams/harbour-systems/", "demo/tags/", "demo/tags/clock-change/", "demo/on-this-day/",
    "demo/audit/", "demo/audit/2025/", "demo/severity/", "demo/glossary/", "demo/find/", "demo/about/",
    f"demo/compare/{COMPARED}",
)  # fmt: skip
NARROW = 160
"""A column of running text is at least this wide."""

WRONG = Path(__file__).with_name("widths.js").read_text(encoding="utf-8")
SIDEWAYS = "document.documentElement.scrollWidth"


@pytest.mark.parametrize("address", KINDS)
def test_no_width_squeezes_or_covers_text_or_scrolls_sideways(
    browser: Browser, host: str, address: str
) -> None:
    page = browser.new_page(reduced_motion="reduce")
    response = page.goto(f"{host}/{address}")
    assert response is not None
    assert response.ok
    problems = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        wrong = page.evaluate(WRONG, NARROW)
        too_wide = page.evaluate(SIDEWAYS) - width
        if too_wide > 0 or wrong:  # the theme's header may still be moving
            page.wait_for_timeout(500)
            wrong, too_wide = page.evaluate(WRONG, NARROW), page.evaluate(SIDEWAYS) - width
        if wrong or too_wide > 0:
            problems[width] = (too_wide, wrong)
    page.close()
    assert problems == {}


def test_eight_incidents_are_on_the_first_screen(browser: Browser, host: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{host}/incidents/")
    page.wait_for_selector(".pirgen-explorer-ready")
    bottoms = page.locator("tr[data-row] td.pirgen-main > a").evaluate_all(
        "links => links.map(link => link.getBoundingClientRect().bottom)"
    )
    assert sum(bottom < 900 for bottom in bottoms) >= 8
    page.close()


@pytest.mark.parametrize("width", [1220, 1440, 1920])
def test_a_broad_drawing_stays_in_the_window_beside_a_navigation(
    browser: Browser, host: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{host}/incidents/2017-01-31-gitlab-db-deletion/")
    page.evaluate("document.querySelector('.md-sidebar--primary').hidden = false")
    assert page.evaluate(SIDEWAYS) == width
    page.close()


def test_paper_has_the_parts_of_a_tree_that_the_page_shows_whole(browser: Browser, host: str) -> None:
    page = browser.new_page(viewport={"width": 1440, "height": 900})
    page.goto(f"{host}/incidents/2017-01-31-gitlab-db-deletion/")
    parts = page.locator("svg[aria-labelledby^='fault-tree-part-']")
    whole = page.locator("svg[aria-labelledby^='fault-tree-title']")
    assert (parts.first.is_visible(), whole.is_visible()) == (False, True)
    page.emulate_media(media="print")
    assert (parts.first.is_visible(), whole.is_visible()) == (True, False)
    page.close()
