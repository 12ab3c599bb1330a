"""Times 'pirgen check' on one incident and on a thousand folders: python benchmarks/check_folder.py"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

OUR_OWN = Path(__file__).parents[1] / "incidents"
FOLDERS = 1000


def fill(folder: Path, sources: list[Path], count: int) -> float:
    """Copies of incidents under new ids, without relations; how many MB were written."""
    size = 0
    for number in range(count):
        target = folder / f"{date(2000, 1, 1) + timedelta(days=number)}-copy"
        target.mkdir(parents=True)
        for source in sources[number % len(sources)].glob("*.yaml"):
            text = re.sub(r"related:\n(  .*\n)+", "", source.read_text(encoding="utf-8"))
            size += (target / source.name).write_text(text, encoding="utf-8")
    return size / 1e6


def timed(folder: Path) -> tuple[float, float, int]:
    """What 'pirgen check' takes: seconds, seconds of a processor, and the most MB that it uses."""
    start = time.perf_counter()
    process = subprocess.Popen([sys.executable, "-m", "pirgen", "check", folder], stdout=subprocess.DEVNULL)
    _, _, used = os.wait4(process.pid, 0)
    return time.perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss // 1024


def change(folder: Path) -> None:
    file = sorted(folder.glob("*/pir.yaml"))[0]
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"(?m)^summary: .*$", "summary: More is known now.", text), encoding="utf-8")


def main() -> None:
    own = sorted(path for path in OUR_OWN.iterdir() if path.is_dir())
    print("| folder | MB of YAML | check | s | s of a processor | MB of memory |\n|---|---|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        subprocess.run([sys.executable, "-m", "pirgen", "init", name], check=True, capture_output=True)
        example = [path for path in Path(name, "incidents").iterdir() if path.is_dir()]
        for title, sources, count in (
            ("one short review", example, 1),
            (f"{FOLDERS:,} short reviews", example, FOLDERS),
            (f"{FOLDERS:,} long ones, copies of our own", own, FOLDERS),
        ):
            folder = Path(name, title)
            size = fill(folder, sources, count)
            for what in ("the first", "again", "one changed"):
                if what == "one changed":
                    change(folder)
                seconds, busy, memory = timed(folder)
                print(f"| {title} | {size:.3g} | {what} | {seconds:.2f} | {busy:.2f} | {memory} |", flush=True)


if __name__ == "__main__":
    main()
