"""Compares pirgen's fault tree analysis with SCRAM's on the example models that SCRAM's package carries.

    python benchmarks/against_scram.py [FOLDER]

Prints counts by order, probabilities and times side by side; exits with 1 where they differ. SCRAM's time
is that of its own analysis, without start-up and reading; so is ours.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from math import isclose
from pathlib import Path
from xml.etree import ElementTree

from pirgen.analysis.open_paths import analyse
from pirgen.errors import PirgenError
from pirgen.open_psa import read_open_psa

SHARE = Path("/usr/share/scram/input")

_BEYOND = (
    "<define-substitution",
    "<define-alignment",
    "<define-CCF-group",
    "<define-event-tree",
    "<define-component",
)
"""What makes a model more than fault trees: SCRAM then analyses something else."""


_MOST_FOR_SCRAM = 1_000_000
"""SCRAM lists every set; beyond so many its report takes more memory than a small machine has."""


def by_scram(files: list[str]) -> dict[str, tuple[int, list[int], float | None, float]]:
    """For each top: products, their number by order from 1 on, probability, seconds."""
    command = ["scram", "--bdd", "-l", "100", *files]
    done = subprocess.run(
        [*command, "--probability", "1"], capture_output=True, text=True, timeout=300, check=False
    )
    if done.returncode:  # the model's probabilities lie in another file
        done = subprocess.run(command, capture_output=True, text=True, timeout=300, check=False)
    if done.returncode:
        return {}
    report = ElementTree.fromstring(done.stdout)
    seconds = {
        item.get("name", ""): float(item.findtext("products", "nan"))
        for item in report.iter("calculation-time")
    }
    found = {}
    for item in report.iter("sum-of-products"):
        name = item.get("name", "")
        orders = [int(count) for count in item.get("distribution", "").split()]
        probability = float(item.get("probability", "nan")) if item.get("probability") else None
        found[name] = (int(item.get("products", "0")), orders, probability, seconds.get(name, float("nan")))
    return found


def by_pirgen(files: list[str]) -> dict[str, tuple[int, list[int], float | None, float]]:
    """The same of ours."""
    found = {}
    for review in read_open_psa(*(Path(file).read_text(encoding="utf-8") for file in files)):
        start = time.perf_counter()
        tree = analyse(review, {})
        assert tree is not None
        seconds = time.perf_counter() - start
        found[review.id] = (tree.total, list(tree.by_order[1:]), tree.probability, seconds)
    return found


def main() -> int:
    if shutil.which("scram") is None:
        print("SCRAM is not installed: nothing to compare with (Debian's package is called scram)")
        return 0
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else SHARE
    print("| model | top | sets | probability | pirgen s | SCRAM s | equal |")
    print("|---|---|---|---|---|---|---|")
    differ = 0
    for model in sorted(folder.rglob("*.xml")):
        text = model.read_text(encoding="utf-8")
        if "<define-gate" not in text or any(word in text for word in _BEYOND):
            continue
        events = model.with_name(f"{model.stem}-basic-events.xml")
        files = [str(file) for file in (model, events) if file.exists()]
        try:
            ours = by_pirgen(files)
        except PirgenError as problem:
            print(f"| {model.stem} | | not read: {problem} | | | | |")
            continue
        if max(found[0] for found in ours.values()) > _MOST_FOR_SCRAM:
            for name, found in ours.items():
                print(f"| {model.stem} | {name} | {found[0]:,} | | {found[3]:.4f} | too many sets to list | |")
            continue
        theirs = by_scram(files)
        for name in sorted(ours.keys() & theirs.keys()):
            equal = same(ours[name], theirs[name])
            differ += not equal
            total, _, probability, seconds = ours[name]
            shown = "" if probability is None else f"{probability:.6g}"
            print(
                f"| {model.stem} | {name} | {total:,} | {shown} | {seconds:.4f} | {theirs[name][3]:.4f} "
                f"| {'yes' if equal else f'NO: {theirs[name]}'} |"
            )
    return 1 if differ else 0


def same(
    ours: tuple[int, list[int], float | None, float], theirs: tuple[int, list[int], float | None, float]
) -> bool:
    """Equal counts, equal counts by order, and where both have one, equal probability to five digits."""
    orders = list(theirs[1])
    while orders and orders[-1] == 0:
        orders.pop()
    likely = ours[2] is None or theirs[2] is None or isclose(ours[2], theirs[2], rel_tol=1e-4, abs_tol=1e-12)
    return ours[0] == theirs[0] and ours[1] == orders and likely


if __name__ == "__main__":
    sys.exit(main())
