"""Times 'pirgen check' on a thousand folders, copies of our own incidents: python benchmarks/check_folder.py"""

from __future__ import annotations

import re
import resource
import subprocess
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path

INCIDENTS = Path(__file__).parents[1] / "incidents"
FOLDERS = 1000


def fill(folder: Path) -> int:
    """Copies under new ids, without relations; the number of bytes written."""
    sources = sorted(path for path in INCIDENTS.iterdir() if path.is_dir())
    size = 0
    for number in range(FOLDERS):
        target = folder / f"{date(2000, 1, 1) + timedelta(days=number)}-copy"
        target.mkdir(parents=True)
        for source in sources[number % len(sources)].glob("*.yaml"):
            text = re.sub(r"related:\n(  .*\n)+", "", source.read_text(encoding="utf-8"))
            size += (target / source.name).write_text(text, encoding="utf-8")
    return size


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        size = fill(Path(name))
        start = time.perf_counter()
        subprocess.run([sys.executable, "-m", "pirgen", "check", name], stdout=subprocess.DEVNULL, check=False)
        seconds = time.perf_counter() - start
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    busy = used.ru_utime + used.ru_stime
    print(f"{FOLDERS} folders, {size / 1e6:.1f} MB of YAML: {seconds:.1f} s, {used.ru_maxrss // 1024} MB")
    print(f"{busy:.1f} s of one processor, {busy / FOLDERS * 1000:.1f} ms a folder")


if __name__ == "__main__":
    main()
