"""Measures the list of incidents with many of them: python benchmarks/incident_list.py [NUMBER] [FOLDER]

The page's weight is always measured. Its speed is measured where Playwright (pip install 'pirgen[browser]')
and a Chromium or Chrome are found. With FOLDER, the site is kept there to look at.
"""

from __future__ import annotations

import gzip
import logging
import random
import shutil
import sys
import tempfile
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from unittest.mock import patch

from mkdocs.commands.build import build
from mkdocs.config import load_config

from pirgen.analysis.statistics import compute
from pirgen.model import (
    Book,
    Detection,
    Event,
    Factor,
    Impact,
    Incident,
    IncidentStatus,
    Instant,
    Moment,
    Precision,
    Review,
    ReviewStatus,
    Vocabulary,
)
from pirgen.pages import Page, Settings, incident_list
from pirgen.pages.renderer import Renderer

try:
    from playwright.sync_api import Browser, sync_playwright
    from playwright.sync_api import Page as Tab
except ImportError:
    sync_playwright = None

CONFIG = "site_name: Many incidents\ntheme: {name: material, font: false}\nplugins: [search, pirgen]\n"
THINGS = "Checkout Search Login Payments Uploads Invoices Reports Messages Maps Exports".split()  # noqa: SIM905
STATES = ("failed", "answered slowly", "lost writes", "showed stale data", "returned errors")
REASONS = ("a release", "a full disk", "an expired certificate", "a wrong limit", "a network partition")
SERVICES = [f"{name.lower()}-{part}" for name in THINGS for part in ("api", "web", "worker", "db", "cache")]
TAGS = [f"{kind}-{number}" for kind in ("team", "region", "cause", "tier") for number in range(50)]
RUNS = 9
WINDOW = {"width": 1440, "height": 900}


def book_of(number: int) -> Book:
    """So many incidents of twelve years, nine in ten of them reviewed."""
    dice = random.Random(number)
    made = [_incident(dice, place) for place in range(number)]
    incidents = tuple(sorted(made, key=lambda incident: incident.id))
    reviews = tuple(_review(dice, incident) for incident in incidents if dice.random() < 0.9)
    return Book(incidents, reviews)


def _incident(dice: random.Random, place: int) -> Incident:
    start = datetime(2014, 1, 1, tzinfo=UTC) + timedelta(minutes=dice.randrange(12 * 365 * 1440))
    marks = zip(Moment, (0, 4, 6, 60, 200), strict=True)
    return Incident(
        id=f"{start:%Y-%m-%d}-incident-{place}",
        title=f"{dice.choice(THINGS)} {dice.choice(STATES)} after {dice.choice(REASONS)} in cell {place % 40}",
        severity=dice.choices(("SEV-1", "SEV-2", "SEV-3", "SEV-4"), (1, 3, 6, 4))[0],
        status=IncidentStatus.RESOLVED,
        services=tuple(dice.sample(SERVICES, dice.randint(1, 3))),
        timeline=tuple(
            Event(
                at=Instant(start + timedelta(minutes=after * dice.uniform(0.5, 2)), Precision.MINUTE),
                text="",
                marks=(mark,),
            )
            for mark, after in marks
        ),
        impact=Impact("Orders failed.") if dice.random() < 0.95 else None,
        tags=tuple(dice.sample(TAGS, dice.randint(0, 4))),
        detection=Detection(dice.choice(Vocabulary().detection_sources).id),
    )


def _review(dice: random.Random, incident: Incident) -> Review:
    categories = dice.sample(Vocabulary().categories, dice.randint(1, 4))
    factors = tuple(Factor(f"f{place}", "", term.id) for place, term in enumerate(categories))
    return Review(incident.id, dice.choice(list(ReviewStatus)), "", "", factors)


def site_of(page: Page, folder: Path) -> Path:
    """A site with that page alone."""
    for name in ("docs", "incidents"):
        (folder / name).mkdir(parents=True, exist_ok=True)
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    config = load_config(str(folder / "mkdocs.yml"), site_dir=str(folder / "site"))
    config.plugins.on_startup(command="build", dirty=False)
    with patch("pirgen.pipeline.build", lambda *_: (page,)):  # in place of drawing and writing a folder
        build(config)
    return folder / "site"


def print_weight(what: str, text: bytes) -> None:
    print(f"{what}: {len(text) / 1e6:.2f} MB, {len(gzip.compress(text, 6)) / 1e6:.2f} MB with gzip")


AFTER_PAINT = "await new Promise(done => requestAnimationFrame(() => setTimeout(done)))"
CLICK = f"""async target => {{
    const start = performance.now();
    target.click();
    {AFTER_PAINT};
    return performance.now() - start;
}}"""
TYPE = f"""async (field, text) => {{
    const start = performance.now();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", {{bubbles: true}}));
    {AFTER_PAINT};
    return performance.now() - start;
}}"""


def print_speed(address: str, path: str) -> None:
    """How long a reader waits in a browser; each time is the median of several runs."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        for name, has_script in (("until it can be used", True), ("the same without JavaScript", False)):
            loads = sorted(_load(browser, address, has_script) for _ in range(5))
            seconds, work = loads[2]
            print(f"{name}: {seconds:.1f} s ({loads[0][0]:.1f} to {loads[-1][0]:.1f} s), {work:.1f} s of work")
        page = browser.new_page(viewport=WINDOW)
        _open(page, address)
        print(f"elements in the document: {page.evaluate('document.querySelectorAll(`*`).length'):,}")
        box, field = page.locator("input[name=severity]").first, page.locator("input[name=q]")
        _print_times("a filter's click", [box.evaluate(CLICK) for _ in range(RUNS)])
        _print_times("a letter typed", [field.evaluate(TYPE, "checkout f"[:end]) for end in range(1, RUNS + 1)])
        field.evaluate(TYPE, "")
        _print_times("sorting by title", [_sorted(page) for _ in range(RUNS)])
        browser.close()


def _open(page: Tab, address: str, has_script: bool = True) -> None:
    page.goto(address, wait_until="load")
    if has_script:
        page.wait_for_selector(".pirgen-explorer-ready")


def _load(browser: Browser, address: str, has_script: bool) -> tuple[float, float]:
    """Seconds until the page is loaded, its script has started and it is painted; and the processor's
    seconds in that, which other work on the machine does not change."""
    page = browser.new_page(viewport=WINDOW, java_script_enabled=has_script)
    metrics = page.context.new_cdp_session(page)
    metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
    start = time.perf_counter()
    _open(page, address, has_script)
    page.screenshot()
    seconds = time.perf_counter() - start
    found = {item["name"]: item["value"] for item in metrics.send("Performance.getMetrics")["metrics"]}
    page.close()
    return seconds, float(found["TaskDuration"])


def _sorted(page: Tab) -> float:
    return float(page.locator("thead button").nth(2).evaluate(CLICK))


def _print_times(name: str, times: list[float]) -> None:
    """In milliseconds, until painted."""
    print(f"{name}: {median(times):.0f} ms (first {times[0]:.0f} ms, worst {max(times):.0f} ms)")


def main() -> None:
    logging.getLogger("mkdocs").setLevel(logging.ERROR)
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    book, settings = book_of(number), Settings(as_of=date(2026, 2, 1))
    start = time.perf_counter()
    statistics = compute(book, settings.as_of)
    page = next(incident_list.pages(statistics, Renderer(statistics, settings)))
    print(f"{number:,} incidents; the page is written in {time.perf_counter() - start:.1f} s")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(sys.argv[2]) if len(sys.argv) > 2 else Path(name)
        file = site_of(page, folder) / "incidents" / "index.html"
        print_weight("page", file.read_bytes())
        print_weight("data of the rows", (file.parent / "incidents-rows.js").read_bytes())
        browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
        if browser and sync_playwright:
            print_speed(file.absolute().as_uri(), browser)
        else:
            print("no browser or no Playwright: the speed is not measured")


if __name__ == "__main__":
    main()
