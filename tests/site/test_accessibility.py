"""Every kind of page has no fault that axe finds, in light and dark colours and on a phone."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

pytestmark = [pytest.mark.browser, pytest.mark.site, pytest.mark.graphviz]

ADDRESSES = (
    "", "incidents/", "incidents/2023-12-05-double-charges-after-payment-retry/", "actions/", "open-paths/",
    "trends/", "trends/over-time/", "trends/in-2025/", "trends/quarters/", "lessons/", "recurring/", "factors/",
    "factors/code/", "services/", "services/payments/", "teams/", "teams/harbour-systems/", "tags/",
    "on-this-day/", "severity/", "rules/", "glossary/", "find/", "about/",
    "compare/?a=2025-11-30-double-charges-from-a-late-retry&b=2024-06-12-forty-thousand-repeated-messages",
    "audit/", "audit/2025/", "actions/done/", "incidents/2026-11-16-queue-at-placeholder-point/",
    "incidents/?severity=SEV-1&words=nothing+has+these",
    "incidents/2025-11-30-double-charges-from-a-late-retry/#beside-2023-12-05-double-charges-after-payment-retry",
)  # fmt: skip
STATES = (("light", 1280), ("dark", 1280), ("dark", 390))
# The theme makes a navigation of the copy button of every block of code.
FOUND = """axe.run({exclude: [[".md-code__nav"]]}).then(result => result.violations.flatMap(
    rule => rule.nodes.map(node => `${rule.impact} ${rule.id}: ${node.html.slice(0, 120)}`)))"""


@pytest.fixture(scope="module")
def axe() -> str:
    """The script that looks for faults; skips the test where it is missing."""
    found = find_spec("axe_playwright_python")
    if found is None or found.origin is None:
        pytest.skip("needs axe: pip install -e '.[browser]'")
    return (Path(found.origin).parent / "axe.min.js").read_text(encoding="utf-8")


@pytest.mark.parametrize(("scheme", "width"), STATES)
def test_axe_finds_nothing(browser: Browser, host: str, axe: str, scheme: str, width: int) -> None:
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
    page = context.new_page()
    faults = {}
    for address in ADDRESSES:
        page.goto(f"{host}/demo/{address}")
        page.evaluate(axe)
        if found := page.evaluate(FOUND):
            faults[address] = found[:4]
    context.close()
    assert faults == {}
