"""Every kind of page at every width: nothing scrolls sideways, and no text is squeezed into a narrow column."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.graphviz]

WIDTHS = (320, 360, 390, 480, 560, 640, 719, 720, 768, 820, 960, 1024, 1219, 1220, 1280, 1440, 1920)
KINDS = (
    "",
    "incidents/",
    "incidents/2017-01-31-gitlab-db-deletion/",
    "actions/",
    "actions/done/",
    "open-paths/",
    "trends/",
    "trends/services/",
    "lessons/",
    "recurring/",
    "factors/",
    "factors/code/",
    "services/",
    "services/consul/",
    "tags/",
    "on-this-day/",
    "severity/",
    "rules/",
)
NARROW = 160
"""A column of running text is at least this wide."""

SQUEEZED = f"""() => [...document.querySelectorAll(".pirgen :is(td, th, li, p)")].filter(one => {{
    const isText = one.textContent.trim().length > 60 && one.checkVisibility();
    return isText && one.getBoundingClientRect().width < {NARROW};
}}).map(one => one.textContent.trim().slice(0, 40))"""
SIDEWAYS = "document.documentElement.scrollWidth"


@pytest.mark.parametrize("address", KINDS)
def test_no_width_squeezes_text_or_scrolls_sideways(browser: Browser, host: str, address: str) -> None:
    page = browser.new_page(reduced_motion="reduce")
    response = page.goto(f"{host}/{address}")
    assert response is not None
    assert response.ok
    problems = {}
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))")
        squeezed = page.evaluate(SQUEEZED)
        too_wide = page.evaluate(SIDEWAYS) - width
        if too_wide > 0:  # the theme's header may still be moving
            page.wait_for_timeout(500)
            too_wide = page.evaluate(SIDEWAYS) - width
        if squeezed or too_wide > 0:
            problems[width] = (too_wide, squeezed[:5])
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
