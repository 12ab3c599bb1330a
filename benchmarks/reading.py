"""What a reader's browser gets and does: python benchmarks/reading.py SITE

The weight of the heaviest pages, and, where a Chromium and Playwright are found, the longest task of an
incident's page and a click on a filter of the list of incidents.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import re
import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

__all__ = ["reading"]

_LONG_TASKS = """() => {
    window.longTasks = [];
    new PerformanceObserver(list => window.longTasks.push(...list.getEntries().map(each => each.duration)))
        .observe({type: "longtask", buffered: true});
}"""
_CLICK = """async target => {
    const start = performance.now();
    target.click();
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
}"""
_ELEMENT = re.compile(rb"<[a-zA-Z]")


def reading(site: Path) -> Iterator[tuple[str, str]]:
    """What was measured, with its value."""
    pages = [path for path in site.rglob("*.html") if path.name != "404.html"]
    weights = [(path, path.read_bytes()) for path in pages]
    for what, weigh in (
        ("kB", lambda text: len(text) // 1000),
        ("kB compressed", lambda text: len(gzip.compress(text, 6)) // 1000),
        ("elements", lambda text: len(_ELEMENT.findall(text))),
    ):
        heaviest, path = max((weigh(text), path.relative_to(site).as_posix()) for path, text in weights)
        yield f"heaviest page, {what}", f"{heaviest:,} ({path.removesuffix('index.html')})"
    browser = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
    if browser and sync_playwright:
        yield from _in_browser(site, browser)


def _in_browser(site: Path, program: str) -> Iterator[tuple[str, str]]:
    one = next(path.name for path in sorted((site / "incidents").iterdir(), reverse=True) if path.is_dir())
    with _served(site) as address, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        page.add_init_script(f"({_LONG_TASKS})()")
        worst = []
        for _ in range(5):
            page.goto(f"{address}incidents/{one}/", wait_until="networkidle")
            worst.append(max(page.evaluate("window.longTasks"), default=0))
        yield "longest task of an incident's page, ms", f"{median(worst):.0f}"
        page.goto(f"{address}incidents/", wait_until="load")
        page.wait_for_selector(".pirgen-explorer-ready")
        box = page.locator("input[name=severity]").first
        yield "a filter's click, ms", f"{median(box.evaluate(_CLICK) for _ in range(6)):.0f}"
        browser.close()


@contextmanager
def _served(site: Path) -> Iterator[str]:
    class Quiet(http.server.SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Quiet, directory=site))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()


if __name__ == "__main__":
    for name, value in reading(Path(sys.argv[1])):
        print(f"{name}: {value}")
