"""Measures a whole build: cold, warm and with one incident changed, beside plain MkDocs on the same text.

    python benchmarks/whole_build.py [COUNT ...]

CPU is that of the command with everything that it starts. The plain site has each incident's text as a Markdown
page, without drawings, in the theme of ours, with its search.
"""

from __future__ import annotations

import os
import platform
import re
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from made_up_incidents import write

CONFIG = """\
site_name: Incident reviews
site_url: https://example.org/incidents/
docs_dir: docs
theme:
  name: material
  font: false
  features: [navigation.footer, navigation.indexes, navigation.instant, navigation.tabs, toc.follow]
markdown_extensions: [admonition, tables, attr_list, {toc: {permalink: true}}]
"""
OURS = CONFIG + "plugins: [search, pirgen: {as_of: 2026-06-30}]\n"
PLAIN = CONFIG + "plugins: [search]\nnav: [index.md]\nnot_in_nav: /incidents/\n"


@dataclass(frozen=True)
class Run:
    """What a command took: seconds of a processor, seconds on the clock, and MB of its largest process."""

    cpu: float
    wall: float
    memory: int


def measured(folder: Path, *command: str) -> Run:
    read, write = os.pipe()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        done = subprocess.run([sys.executable, "-m", *command], capture_output=True, text=True, check=False)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(write, f"{done.returncode} {used.ru_utime + used.ru_stime} {used.ru_maxrss // 1024}".encode())
        os._exit(0)
    os.waitpid(child, 0)
    code, cpu, memory = os.read(read, 100).decode().split()
    if code != "0":
        raise SystemExit(f"failed in {folder}: {' '.join(command)}")
    return Run(float(cpu), time.monotonic() - start, int(memory))


def main() -> None:
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()},", end=" ")
    print(", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material")))
    print("| incidents | build | s of CPU | s | MB | CPU to plain | time to plain |")
    print("|---|---|---|---|---|---|---|")
    for count in map(int, sys.argv[1:] or ("100", "1000")):
        with tempfile.TemporaryDirectory(prefix="pirgen-benchmark-") as name:
            rows(count, Path(name))


def rows(count: int, root: Path) -> None:
    ours, plain = root / "ours", root / "plain"
    for folder, config in ((ours, OURS), (plain, PLAIN)):
        (folder / "docs").mkdir(parents=True)
        (folder / "mkdocs.yml").write_text(config, encoding="utf-8")
    (plain / "docs/index.md").write_text("# Incidents\n", encoding="utf-8")
    write(count, ours / "incidents")
    as_markdown(ours / "incidents", plain / "docs/incidents")
    floor = measured(plain, "mkdocs", "build", "-q")
    show(count, "plain mkdocs + material", floor, floor)
    show(count, "cold", measured(ours, "pirgen", "build"), floor)
    show(count, "warm", measured(ours, "pirgen", "build"), floor)
    change(ours / "incidents")
    show(count, "one changed", measured(ours, "pirgen", "build"), floor)
    show(count, "`pirgen check`, warm", measured(ours, "pirgen", "check"), floor)
    show(count, "`pirgen similar`, warm", measured(ours, "pirgen", "similar", "connection", "pool"), floor)


def show(count: int, what: str, run: Run, floor: Run) -> None:
    ratios = f"{run.cpu / floor.cpu:.2f} | {run.wall / floor.wall:.2f}"
    print(f"| {count:,} | {what} | {run.cpu:.1f} | {run.wall:.1f} | {run.memory} | {ratios} |", flush=True)


def change(incidents: Path) -> None:
    file = sorted(incidents.glob("*/pir.yaml"))[0]
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^summary: .*$", "summary: Something else is known of it now.", text, count=1))


def as_markdown(incidents: Path, pages: Path) -> None:
    """The texts of each incident as a page: its sentences as paragraphs, its timeline and actions as tables."""
    pages.mkdir(parents=True)
    for folder in sorted(incidents.glob("20*")):
        lines = [f"# {folder.name}", ""]
        for name in ("incident.yaml", "pir.yaml"):
            lines += [f"## {name}", "", "| field | text |", "|---|---|"]
            for line in (folder / name).read_text(encoding="utf-8").splitlines():
                key, _, said = line.strip(" -{}").partition(": ")
                lines.append(
                    f"| {key} | {said.replace('|', '/')} |"
                    if said
                    else f"\n### {key}\n\n| field | text |\n|---|---|"
                )
        (pages / f"{folder.name}.md").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
