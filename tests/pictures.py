"""Makes the pictures of the README from a built site: ``make pictures``. Not a test."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from tests.site.browser import launched, served

if TYPE_CHECKING:
    from playwright.sync_api import Page

PICTURES = {
    "incident": ("incidents/2023-07-20-crates-io-broken-downloads/", "", 790),
    "fault-tree": ("incidents/2023-07-20-crates-io-broken-downloads/", "#fault-tree", 860),
    "incidents": ("demo/incidents/", "", 900),
    "trends": ("demo/trends/", "#severity", 640),
    "actions": ("demo/actions/", "", 860),
}
"""For each picture the address of its page, the heading that it begins at, and its height in pixels."""

WIDTH, ABOVE = 1280, 110
"""Pixels: the width of all pictures, and how far down the theme's head a heading is."""


def main(site: Path, folder: Path) -> None:
    """Write every picture, in light and in dark colours."""
    with launched() as browser, served(site) as host:
        for scheme in ("light", "dark"):
            page = browser.new_page(color_scheme=scheme, reduced_motion="reduce")  # type: ignore[arg-type]
            for name, (address, heading, height) in PICTURES.items():
                page.set_viewport_size({"width": WIDTH, "height": height})
                page.goto(f"{host}/{address}", wait_until="networkidle")
                _show(page, heading)
                page.screenshot(path=folder / f"{name}-{scheme}.png")
            page.close()


def _show(page: Page, heading: str) -> None:
    """Bring a heading to the top of the window, below the theme's head."""
    if heading:
        page.locator(heading).evaluate(
            "(one, above) => scrollTo(0, one.getBoundingClientRect().top + scrollY - above)", ABOVE
        )
        page.wait_for_timeout(500)  # the theme's head moves


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
