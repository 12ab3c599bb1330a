"""Any two incidents side by side: as related ones are, by address, from a folder, and without a script."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.graphviz]

ONE, OTHER = "2025-11-30-double-charges-from-a-late-retry", "2023-12-05-double-charges-after-payment-retry"
COVERED = "2024-08-10-sales-figures-doubled-again", "2024-08-03-sales-figures-doubled"
"""Two incidents with one review."""


def rows(page: Page, table: str) -> list[list[str]]:
    found: list[list[str]] = page.locator(f"{table} tbody tr").evaluate_all(
        "rows => rows.map(row => [...row.cells].map(cell => cell.textContent.replace(/\\s+/g, ' ').trim()))"
    )
    return found


@pytest.mark.parametrize(("one", "other"), [(ONE, OTHER), (OTHER, ONE), COVERED])
def test_any_two_are_compared_as_related_ones_are(browser: Browser, host: str, one: str, other: str) -> None:
    page = browser.new_page()
    page.goto(f"{host}/demo/incidents/{one}/")
    told = rows(page, f"[id='beside-{other}']")
    page.goto(f"{host}/demo/compare/?a={one}&b={host}/demo/incidents/{other}/")
    page.wait_for_selector(".pirgen-compared table")
    assert len(told) > 4
    assert rows(page, ".pirgen-compared") == told
    both = [row[0].removesuffix(" both") for row in told if row[0].endswith(" both")]
    assert page.locator(".pirgen-compared-told").inner_text() == f"The same in both: {', '.join(both)}."
    page.close()


def test_a_reader_chooses_two_from_a_folder(browser: Browser, our_site: tuple[Path, list[str]]) -> None:
    page = browser.new_page()
    page.goto(f"{(our_site[0] / 'demo' / 'incidents' / ONE / 'index.html').as_uri()}")
    page.goto(f"{(our_site[0] / 'demo' / 'compare' / 'index.html').as_uri()}?a={ONE}")
    assert page.evaluate("document.activeElement.name") == "b"
    page.wait_for_selector(f"option[value='{OTHER}']", state="attached")
    assert page.locator(f"option[value='{OTHER}']").inner_text() == "Some passengers paid twice for one ticket"
    page.keyboard.type(OTHER)
    page.keyboard.press("Enter")
    page.wait_for_selector(".pirgen-compared table")
    page.goto(f"{page.url.partition('?')[0]}?a=2020-01-01-nothing&b={ONE}")
    told = page.locator(".pirgen-compared-told", has_text="There is no incident '2020-01-01-nothing' here.")
    told.wait_for()
    page.close()


def test_without_a_script_the_page_leads_to_the_related_ones(browser: Browser, host: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{host}/demo/compare/")
    page.locator("noscript a", has_text="what recurs").click()
    page.locator(f"a[href$='{ONE}/#beside-{OTHER}']").click()
    assert page.locator(f"[id='beside-{OTHER}']").is_visible()
    context.close()
