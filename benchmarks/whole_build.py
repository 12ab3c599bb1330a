"""Measures a whole build: cold, warm and with one incident changed, beside plain MkDocs on the same text.

    python benchmarks/whole_build.py [COUNT ...] [--peers FOLDER] [--reading] [--serve]

CPU is that of the command with everything that it starts. The plain site has each incident's text as a
Markdown page, without drawings, in the theme of ours, with its search. ``--peers`` names a folder with the
programs of other generators (``peers.py``), which build the same pages; ``--reading`` opens the site in a
browser; ``--serve`` saves a file under the preview.
"""

from __future__ import annotations

import os
import platform
import re
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from argparse import ArgumentParser
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path

from made_up_incidents import write
from peers import NAV, PEERS, THEME
from reading import reading

CONFIG = (
    THEME
    + """\
  features: [navigation.footer, navigation.indexes, navigation.instant, navigation.tabs, toc.follow]
markdown_extensions: [admonition, tables, attr_list, {toc: {permalink: true}}]
"""
)
OURS = CONFIG + "plugins: [search, pirgen: {as_of: 2026-06-30}]\n"
PLAIN = CONFIG + "plugins: [search]\n" + NAV


SETTINGS = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
"""Modules are compiled once, as those of an installed package are."""


@dataclass(frozen=True)
class Run:
    """What a command took: seconds of a processor, seconds on the clock, and MB of its largest process."""

    cpu: float
    wall: float
    memory: int


def measured(folder: Path, *command: str, program: Sequence[str] = (sys.executable, "-m")) -> Run:
    read, write = os.pipe()
    start = time.monotonic()
    child = os.fork()
    if child == 0:
        os.chdir(folder)
        done = subprocess.run([*program, *command], env=SETTINGS, capture_output=True, text=True, check=False)
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        os.write(write, f"{done.returncode} {used.ru_utime + used.ru_stime} {used.ru_maxrss // 1024}".encode())
        os._exit(0)
    os.waitpid(child, 0)
    code, cpu, memory = os.read(read, 100).decode().split()
    if code != "0":
        raise SystemExit(f"failed in {folder}: {' '.join(command)}")
    return Run(float(cpu), time.monotonic() - start, int(memory))


def main() -> None:
    parser = ArgumentParser()
    parser.add_argument("counts", nargs="*", type=int, default=[100, 1000])
    parser.add_argument("--peers", type=Path, help="a folder with the programs of other generators")
    parser.add_argument("--reading", action="store_true", help="open the site in a browser")
    parser.add_argument("--serve", action="store_true", help="save a file under the preview")
    chosen = parser.parse_args()
    print(f"{platform.machine()}, {os.cpu_count()} cores, Python {platform.python_version()},", end=" ")
    print(", ".join(f"{name} {version(name)}" for name in ("mkdocs", "mkdocs-material")))
    for count in chosen.counts:
        print("\n| incidents | build | s of CPU | s | MB | CPU to plain | time to plain |")
        print("|---|---|---|---|---|---|---|")
        with tempfile.TemporaryDirectory(prefix="pirgen-benchmark-") as name:
            floor = rows(count, Path(name))
            if chosen.peers:
                peer_rows(count, Path(name), chosen.peers.absolute(), floor)
            for what, value in reading(Path(name, "ours/site")) if chosen.reading else ():
                print(f"{count:,} incidents, {what}: {value}", flush=True)
        if chosen.serve:
            preview = Path(__file__).with_name("preview.py")
            print(subprocess.run([sys.executable, preview, str(count)], capture_output=True, text=True).stdout)


def rows(count: int, root: Path) -> Run:
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
    for words in (("check",), ("similar", "connection", "pool")):
        for what in ("after the change", "again"):
            show(count, f"`pirgen {words[0]}`, {what}", measured(ours, "pirgen", *words), floor)
    return floor


def peer_rows(count: int, root: Path, programs: Path, floor: Run) -> None:
    """The same pages by other programs, each once and once more."""
    for place, peer in enumerate(PEERS):
        program = programs / peer.command[0]
        if not program.exists():
            print(f"| {count:,} | {peer.name}: not installed | | | | | |")
            continue
        folder = root / f"peer-{place}"
        shutil.copytree(root / "plain/docs", folder / "docs")
        peer.prepare(folder)
        for again in ("", ", again"):
            run = measured(folder, *peer.command[1:], program=(str(program),))
            show(count, f"{peer.name}{again}", run, floor)
        shutil.rmtree(folder)


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
