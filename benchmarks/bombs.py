"""What files that are meant to cost much take of a processor and memory, and what pirgen says of them.

python benchmarks/bombs.py            all of them
python benchmarks/bombs.py brackets   those whose name has the word
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))  # for the files that the tests make

from pirgen.rules.examples import FOLDER, files_of
from tests.properties.bombs import BOMBS

LONGEST = 30
"""After how many seconds of a processor a command is stopped."""


def measured(arguments: list[str], folder: Path) -> tuple[float, int, int, str]:
    """Seconds of a processor, megabytes, exit code and first finding of a command and its children."""
    log = folder / "said.txt"
    with log.open("wb") as said:
        child = subprocess.Popen(
            [sys.executable, "-m", "pirgen", *arguments],
            cwd=folder,
            stdout=said,
            stderr=subprocess.STDOUT,
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_CPU, (LONGEST, LONGEST)),
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = usage.ru_utime + usage.ru_stime
    text = log.read_text(errors="replace")
    lines = [
        line
        for line in text.splitlines()
        if any(word in line for word in ("error PIR", "WARNING", "warning PIR"))
    ]
    return seconds, usage.ru_maxrss // 1024, os.waitstatus_to_exitcode(status), (lines or [""])[0][:110]


def main() -> None:
    """Print a row for each bomb."""
    wanted = sys.argv[1:]
    print("| bomb | check s | MB | build s | MB | first finding |\n|---|---|---|---|---|---|")
    for name, files in ({"nothing of that kind": files_of("")} | BOMBS).items():
        if wanted and not any(word in name for word in wanted):
            continue
        with tempfile.TemporaryDirectory() as place:
            for path, text in files.items():
                file = Path(place, "incidents", path)
                file.parent.mkdir(parents=True, exist_ok=True)
                file.write_text(text, encoding="utf-8")
            check = measured(["check", "--as-of", "2026-02-01"], Path(place))
            built = measured(["build", "--as-of", "2026-02-01", "--no-cache"], Path(place))
            finding = (check[3] or built[3]).replace("|", "\\|").removeprefix(f"incidents/{FOLDER}/")
            print(
                f"| {name} | {check[0]:.1f} | {check[1]} | {built[0]:.1f} | {built[1]} "
                f"| {finding or 'none'}{' (build: ' + str(built[2]) + ')' if built[2] else ''} |",
                flush=True,
            )


if __name__ == "__main__":
    main()
