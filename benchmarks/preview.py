"""How long a saved file takes to show in 'pirgen serve': python benchmarks/preview.py [COUNT ...]

Works on the objects of the server, without a browser, from the changed file to the bytes of its page. The
server adds 0.05 s, in which it waits for the editor to stop writing.
"""

from __future__ import annotations

import os
import re
import statistics
import sys
import tempfile
import time
from pathlib import Path

from made_up_incidents import write

from pirgen.plugin.live import load
from pirgen.plugin.live_site import LiveSite

SAVES = 7
CONFIG = "site_name: Preview\ntheme: {name: material, font: false}\nplugins: [search, pirgen]\n"


def main() -> None:
    print("| incidents | start, s | saved to read and judged, s | page made, s | together on the clock, s |")
    print("|---|---|---|---|---|")
    for count in map(int, sys.argv[1:] or ("100", "1000")):
        with tempfile.TemporaryDirectory() as folder:
            measure(count, Path(folder))


def measure(count: int, folder: Path) -> None:
    write(count, folder / "incidents")
    (folder / "docs").mkdir()
    (folder / "mkdocs.yml").write_text(CONFIG, encoding="utf-8")
    os.chdir(folder)
    root = folder / "site"
    start = time.process_time()
    site = LiveSite(lambda: load(None, None)(site_dir=str(root)), str(root))
    ready = time.process_time() - start
    site.plugin.live.judge()  # which the server does in the background
    saves = [save(site, root, number) for number in range(SAVES)]
    read, made, together = (statistics.median(times) for times in zip(*saves, strict=True))
    print(f"| {count:,} | {ready:.1f} | {read:.2f} | {made:.2f} | {together:.2f} |")


def save(site: LiveSite, root: Path, number: int) -> tuple[float, float, float]:
    """Seconds of a processor for reading and for the page, and both on the clock, of one saved title."""
    files = sorted(Path("incidents").glob("*/incident.yaml"))
    file = files[len(files) // 2]
    text = re.sub(r"(?m)^title:.*$", f"title: Saved {number} times", file.read_text(encoding="utf-8"), count=1)
    file.write_text(text, encoding="utf-8")
    address = f"incidents/{file.parent.name}/index.html"
    clock, start = time.monotonic(), time.process_time()
    _, errors = site.plugin.live.update()
    assert not errors, errors
    read = time.process_time()
    site.forget_pages()
    site.make(address)
    made, end = time.process_time(), time.monotonic()
    assert f"Saved {number} times" in (root / address).read_text(encoding="utf-8")
    return read - start, made - read, end - clock


if __name__ == "__main__":
    main()
