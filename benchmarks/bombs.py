"""Files that are meant to cost much: how long 'check' and 'build' take, how much memory, and what they say.

python benchmarks/bombs.py            all of them
python benchmarks/bombs.py brackets   those whose name has the word
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from pathlib import Path

from pirgen.rules.examples import FOLDER, files_of

LIMIT = 19_900
"""Nearly as many characters as a field may have."""

LESSONS = 11
"""How many such fields a file may have."""

INCIDENT, REVIEW = f"{FOLDER}/incident.yaml", f"{FOLDER}/pir.yaml"


def fields(unit: str) -> dict[str, str]:
    """A review with as many texts as its file can hold, each nothing but a unit, repeated."""
    text = (unit * (LIMIT // len(unit))).replace("\n", "\n    ")
    lessons = "lessons:\n" + f"  - |\n    {text}\n" * min(LESSONS, 240_000 // len(text))
    return files_of(f"# pir.yaml\n{lessons}")


def tree(gates: int) -> dict[str, str]:
    """A fault tree whose gates share what lies under them."""
    ids = [f"f{number}" for number in range(gates)]
    factors = "".join(f"  {id}: {{text: Fault {id}, category: code}}\n" for id in ids)
    lines = [f"    g0: {{title: Gate 0, any: [{ids[0]}, {ids[1]}]}}\n"]
    for number in range(1, gates):
        near = ids[number * 7 % gates], ids[(number * 13 + 5) % gates]
        under = f"g{number - 1}", f"g{number * 3 // 4}" if number > 4 else ids[2], *near
        kind = "all" if number % 2 else "any"
        lines.append(f"    g{number}: {{title: Gate, {kind}: [{', '.join(dict.fromkeys(under))}]}}\n")
    top = f"fault_tree:\n  top: g{gates - 1}\n  gates:\n{''.join(lines)}"
    return files_of(f"# pir.yaml\nfactors:\n{factors}actions: []\n{top}")


def raw(text: str) -> dict[str, str]:
    """An incident whose file goes on with a text."""
    return files_of("") | {INCIDENT: files_of("")[INCIDENT] + text}


BOMBS: Mapping[str, dict[str, str]] = {
    "opening brackets": fields("["),
    "opening pictures": fields("!["),
    "opening tags": fields("<a "),
    "links in brackets": fields("[a](<b "),
    "definitions": fields("[a0]: <http://x\n"),
    "emphasis": fields("*a _b "),
    "stars": fields("*a**"),
    "backticks, growing": fields(" ".join("`" * number for number in range(1, 190)) + " "),
    "quotations": fields("> " * 200 + "x\n"),
    "lists, nested": fields("\n".join(" " * 2 * number + "- x" for number in range(90)) + "\n\n"),
    "a wide table": fields(f"|{'a|' * 800}\n|{'-|' * 800}\n{'|' * 800}\n" + "|\n" * 1000),
    "a long table": fields("|a|b|\n|-|-|\n" + "|x|y|\n" * 3000),
    "entities": fields("&#0;&amp"),
    "autolinks": fields("http://x "),
    "ids of incidents": fields(f"{FOLDER} "),
    "escapes in quotes": {**files_of(""), REVIEW: 'status: draft\nsummary: "' + "\\n" * 120_000 + '"\n'},
    "unknown keys": raw("".join(f"key-{number}: v\n" for number in range(15_000))),
    "billion laughs": raw(
        "a0: &a0 [x, x, x]\n"
        + "".join(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 30))
    ),
    "nested a hundred thousand deep": raw("x: " + "[" * 100_000 + "\n"),
    "a file of 2 MB": raw("# " + "x" * 2_000_000 + "\n"),
    "many documents": raw("---\n" * 60_000),
    "tags that run code": raw("x: !!python/object/apply:os.system [exit]\n"),
    "a service of 260 letters": files_of(f"services: [{'w' * 260}]"),
    "6,000 events": files_of("timeline:\n" + "  - {at: 2026-01-05T09:10Z, text: x}\n" * 6_000),
    "400 shared gates": tree(400),
    "1,000 shared gates": tree(1000),
}


def measured(arguments: list[str], folder: Path) -> tuple[float, int, int, str]:
    """Seconds, megabytes at most, exit code and the first line of what a command says."""
    log = folder / "said.txt"
    with log.open("wb") as said:
        start = time.monotonic()
        child = subprocess.Popen(
            [sys.executable, "-m", "pirgen", *arguments], cwd=folder, stdout=said, stderr=subprocess.STDOUT
        )
        _, status, usage = os.wait4(child.pid, 0)
        seconds = time.monotonic() - start
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
    for name, files in BOMBS.items():
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
