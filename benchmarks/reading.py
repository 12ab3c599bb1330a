"""What a reader's browser gets and does: python benchmarks/reading.py SITE

The weight of every page against our limits and of the heaviest scripts; and, where a Chromium and Playwright
are found, the longest task of an incident's page, what it takes to show the pages that list others, on a desk
and on a phone, served and from the folder, and the filters of the list of incidents.
"""

from __future__ import annotations

import functools
import gzip
import http.server
import re
import shutil
import sys
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    sync_playwright = None

if TYPE_CHECKING:
    from playwright.sync_api import Browser, CDPSession, Page

__all__ = ["reading", "reading_list"]

LIMITS = {"kB": 1000, "kB compressed": 150, "elements": 6000}
"""Of a page."""

LISTS = (
    "incidents/", "actions/", "lessons/", "trends/", "trends/over-time/", "recurring/", "services/", "tags/",
    "teams/", "on-this-day/", "compare/", "factors/", "audit/", "find/",
)  # fmt: skip
WINDOWS = {"desk": {"width": 1440, "height": 900}, "phone": {"width": 390, "height": 844}}

_LONG_TASKS = """() => {
    window.longTasks = [];
    new PerformanceObserver(list => window.longTasks.push(...list.getEntries().map(each => each.duration)))
        .observe({type: "longtask", buffered: true});
}"""
_UNTIL_SHOWN = """async ([selector, kind, text]) => {
    const target = document.querySelector(selector);
    const isShown = () => !document.querySelector("[data-explorer]").hasAttribute("aria-busy");
    const start = performance.now();
    if (kind === "click") target.click();
    else {
        target.value = text;
        target.dispatchEvent(new InputEvent("input", {bubbles: true}));
    }
    while (!isShown()) await new Promise(done => setTimeout(done, 1));
    await new Promise(done => requestAnimationFrame(() => setTimeout(done)));
    return performance.now() - start;
}"""
_ELEMENT = re.compile(rb"<[a-zA-Z]")


@dataclass(frozen=True)
class _Weight:
    """What a file weighs."""

    name: str
    sizes: Mapping[str, int]


def reading(site: Path) -> Iterator[tuple[str, str]]:
    """What was measured, with its value."""
    pages = [_weight(path, site) for path in site.rglob("*.html") if path.name != "404.html"]
    for what, limit in LIMITS.items():
        heaviest = max(pages, key=lambda page: page.sizes[what])
        yield f"heaviest page, {what}", f"{heaviest.sizes[what]:,} ({heaviest.name})"
        over = sorted(page.name for page in pages if page.sizes[what] > limit)
        yield f"pages of more than {limit:,} {what}", f"{len(over)} {' '.join(over[:20])}"
    scripts = [_weight(path, site) for path in site.rglob("*.js") if path.stat().st_size > 200_000]
    for script in sorted(scripts, key=lambda script: -script.sizes["kB"])[:5]:
        yield (
            f"script {script.name}",
            f"{script.sizes['kB']:,} kB, {script.sizes['kB compressed']:,} kB compressed",
        )
    with _browser() as browser, _served(site) as address:
        if browser:
            yield from _of_pages(browser, site, address)
            yield from _of_list(browser, site, f"{address}incidents/")


def reading_list(site: Path) -> Iterator[tuple[str, str]]:
    """The same of the list of incidents alone."""
    with _browser() as browser, _served(site) as address:
        if browser:
            yield (
                "to show the list: s of work, longest task in ms, MB of heap",
                "; ".join(_costs(browser, site, address, "incidents/")),
            )
            yield from _of_list(browser, site, f"{address}incidents/")


@contextmanager
def _browser() -> Iterator[Browser | None]:
    program = next(filter(None, map(shutil.which, ("chromium", "google-chrome", "chrome"))), None)
    if not program or not sync_playwright:
        yield None
        return
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        yield browser
        browser.close()


def _weight(path: Path, site: Path) -> _Weight:
    text = path.read_bytes()
    sizes = {
        "kB": len(text) // 1000,
        "kB compressed": len(gzip.compress(text, 6)) // 1000,
        "elements": len(_ELEMENT.findall(text)),
    }
    return _Weight(path.relative_to(site).as_posix().removesuffix("index.html"), sizes)


def _of_pages(browser: Browser, site: Path, address: str) -> Iterator[tuple[str, str]]:
    one = next(path.name for path in sorted((site / "incidents").iterdir(), reverse=True) if path.is_dir())
    tasks = [_cost(browser, f"{address}incidents/{one}/", "desk")[1] for _ in range(5)]
    yield "longest task of an incident's page, ms", f"{median(tasks):.0f}"
    for name in LISTS:
        if (site / name / "index.html").exists():
            yield (
                f"{name}: s of work, longest task in ms, MB of heap",
                "; ".join(_costs(browser, site, address, name)),
            )


def _costs(browser: Browser, site: Path, address: str, name: str) -> Iterator[str]:
    from_folder = f"{site.absolute().as_uri()}/{name}index.html"
    for where, url, window in (
        ("desk", f"{address}{name}", "desk"),
        ("phone", f"{address}{name}", "phone"),
        ("from the folder", from_folder, "desk"),
    ):
        work, task, heap = _cost(browser, url, window)
        yield f"{where} {work:.2f}, {task:.0f}, {heap:.0f}"


def _cost(browser: Browser, url: str, window: str) -> tuple[float, float, float]:
    """To show a page: seconds of its thread on the processor, the longest task in ms, MB of its scripts."""
    page, metrics = _opened(browser, url, window)
    found = _metrics(metrics)
    task = max(page.evaluate("window.longTasks"), default=0)
    page.close()
    return found["TaskDuration"], task, found["JSHeapUsedSize"] / 1e6


def _opened(browser: Browser, url: str, window: str) -> tuple[Page, CDPSession]:
    page = browser.new_page(viewport=WINDOWS[window])  # type: ignore[arg-type]
    page.add_init_script(f"({_LONG_TASKS})()")
    metrics = page.context.new_cdp_session(page)
    metrics.send("Performance.enable", {"timeDomain": "threadTicks"})
    page.goto(url, wait_until="networkidle")
    page.screenshot()
    return page, metrics


def _metrics(session: CDPSession) -> dict[str, float]:
    return {each["name"]: each["value"] for each in session.send("Performance.getMetrics")["metrics"]}


def _of_list(browser: Browser, site: Path, address: str) -> Iterator[tuple[str, str]]:
    """The list of incidents: how much is loaded for what, and how long each takes until it is painted."""
    page, metrics = _opened(browser, address, "desk")
    page.wait_for_selector(".pirgen-explorer-ready")
    loaded: list[int] = []
    page.on("request", lambda request: loaded.append(_compressed(site, request.url, address)))
    box, field = "input[name=severity]", "input[name=words]"

    def times(selector: str, kind: str, texts: list[str]) -> str:
        found = [page.evaluate(_UNTIL_SHOWN, [selector, kind, text]) for text in texts]
        size = sum(loaded) / 1000
        loaded.clear()
        first, *others = found
        times = f"{median(others):.0f} (first {first:.0f}, worst {max(others):.0f})"
        return f"{times}; {size:.0f} kB compressed loaded"

    yield "a filter's click, ms", times(box, "click", [""] * 9)
    yield (
        "a click on a value of few rows, ms",
        times('[data-facet="tag"] label:last-of-type input', "click", [""] * 8),
    )
    yield "a letter typed, ms", times(field, "input", ["checkout f"[:end] for end in range(1, 10)])
    page.evaluate(_UNTIL_SHOWN, [field, "input", ""])
    yield "sorted by title, ms", times("thead th:nth-child(3) button", "click", [""] * 4)
    yield "longest task of all these, ms", f"{max(page.evaluate('window.longTasks'), default=0):.0f}"
    yield "heap of scripts after all these, MB", f"{_metrics(metrics)['JSHeapUsedSize'] / 1e6:.0f}"


def _compressed(site: Path, url: str, address: str) -> int:
    path = url.removeprefix(address.removesuffix("incidents/")).partition("?")[0]
    file = site / path
    return len(gzip.compress(file.read_bytes(), 6)) if file.is_file() else 0


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
        print(f"{name}: {value}", flush=True)
