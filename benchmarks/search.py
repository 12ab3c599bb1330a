"""What the search of a large site costs its build and its readers: ``python benchmarks/search.py FOLDER``.

FOLDER is a folder of incidents. The search page is served with the index of the incidents alone.
"""

from __future__ import annotations

import gc
import gzip
import resource
import shutil
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

sys.path.insert(0, str(Path(__file__).parents[1]))  # for the browser that the tests start

from pirgen.model import Book
from pirgen.retrieval import SearchableBook, searchable, synonyms_of
from pirgen.retrieval.index import build_index
from pirgen.retrieval.shards import shards
from pirgen.source import read_folder, read_library

if TYPE_CHECKING:
    from playwright.sync_api import Page as Tab

ASSETS = Path(__file__).parents[1] / "templates" / "assets"
QUESTIONS = ("connection pool", "connecton pol limit", "write queue year:2020", "severity:SEV-1 retry budget")
PAGE = '<!doctype html><script src="assets/pirgen/search-engine.js"></script><p>search</p>'


def main() -> None:
    folder = Path(sys.argv[1])
    gc.disable()
    book = read_library(read_folder(folder)).book
    gc.enable()
    with tempfile.TemporaryDirectory() as name:
        site = Path(name)
        library = measure_build(book, site)
        measure_questions(library)
        measure_reader(site)


def measure_build(book: Book, site: Path) -> SearchableBook:
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    start = time.process_time()
    library = searchable(book)
    addresses = {document.path: f"{document.path[:-3]}/" for document in library.index.documents}
    indexes = {"incidents": library.index, "pages": build_index(())}
    count = size = 0
    for path, text in shards(indexes, synonyms_of(book.vocabulary), addresses):
        file = site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
        count, size = count + 1, size + len(text)
    took = time.process_time() - start
    more = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    files = f"{count:,} files, {size / 1e6:.1f} MB"
    print(f"{len(book.incidents):,} incidents: {files}, in {took:.1f} s of CPU")
    print(f"memory: {more:.0f} MB above the book")
    return library


def measure_questions(library: SearchableBook) -> None:
    for question in QUESTIONS:
        start = time.process_time()
        library.search(question)
        print(f"in Python, '{question}': {1000 * (time.process_time() - start):.0f} ms")
    start = time.process_time()
    library.similar_to(library.book.incidents[-1].id)
    print(f"in Python, similar: {1000 * (time.process_time() - start):.0f} ms")


def measure_reader(site: Path) -> None:
    """What Chromium loads before the first key, and how long it works on a question."""
    from tests.site.browser import launched, served

    (site / "assets" / "pirgen").mkdir(parents=True)
    scripts = ("search-box.js", "search-engine.js", "search-words.js")
    for script in scripts:
        shutil.copy(ASSETS / script, site / "assets" / "pirgen")
    (site / "index.html").write_text(PAGE, encoding="utf-8")
    (site / "empty.html").write_text("<!doctype html><p>nothing</p>", encoding="utf-8")
    files = [*(site / "assets" / "pirgen" / script for script in scripts), site / "search" / "start.js"]
    packed = sum(len(gzip.compress(file.read_bytes())) for file in files)
    print(f"before the first key: {packed / 1000:.1f} kB compressed")
    with served(site) as host, launched() as browser:
        empty = browser.new_page()
        empty.goto(f"{host}/empty.html")
        bare = memory_of(empty)
        page = browser.new_page()
        page.goto(f"{host}/", wait_until="networkidle")
        print(f"ready: {work_of(page, 'await pirgenSearch.begin()'):.0f} ms of CPU")
        for question in QUESTIONS:
            first = work_of(page, f"await pirgenSearch.search({question!r})")
            again = work_of(page, f"await pirgenSearch.search({question!r})")
            print(f"in Chromium, '{question}': {first:.0f} ms of CPU, again {again:.0f} ms")
        print(f"memory: {memory_of(page) - bare:.0f} MB above an empty page")


def work_of(page: Tab, script: str) -> float:
    """The milliseconds that the page's own thread works on a script."""
    session = page.context.new_cdp_session(page)
    session.send("Performance.enable", {"timeDomain": "threadTicks"})

    def busy() -> float:
        metrics = session.send("Performance.getMetrics")["metrics"]
        return sum(1000 * each["value"] for each in metrics if each["name"] == "TaskDuration")

    before = busy()
    page.evaluate(f"async () => {{ {script}; }}")
    return busy() - before


def memory_of(page: Tab) -> float:
    """The megabytes of a page's heap after its garbage is gone."""
    session = page.context.new_cdp_session(page)
    session.send("HeapProfiler.collectGarbage")
    return float(page.evaluate("performance.memory.usedJSHeapSize")) / 1e6


if __name__ == "__main__":
    main()
