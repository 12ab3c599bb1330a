"""Compares pirgen's fault tree analysis with SCRAM's, on models that are imported and on what is exported.

    python benchmarks/against_scram.py [FOLDER] [--incidents FOLDER] [--all]

Imported are the example models of SCRAM's Debian package, or those of FOLDER. Exported are the fault trees of
the incidents, and every imported model again. Compared are the number of minimal cut sets by order, and the
probability. Exits with 1 where they differ. With --all, models that both refuse are listed too.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass
from datetime import date
from math import isclose
from pathlib import Path
from xml.etree import ElementTree

from pirgen.analysis.fault_trees.cut_sets.solution import solve
from pirgen.analysis.fault_trees.interpretation import LIVE
from pirgen.analysis.fault_trees.logic.translation import formula_of
from pirgen.analysis.fault_trees.transfers import with_transfers
from pirgen.analysis.open_paths import analyse, analysed_within
from pirgen.errors import PirgenError
from pirgen.model import FactorKind, Review
from pirgen.open_psa import read_open_psa, write_open_psa
from pirgen.pipeline import check

SHARE = Path("/usr/share/scram/input")
INCIDENTS = Path(__file__).parent.parent / "incidents"

BUDGET = 1_000_000
"""Vertices for each tree, more than a build spends."""

_MOST_FOR_SCRAM = 300_000
"""SCRAM lists every set; beyond this many its report takes more memory than a small machine has."""


@dataclass(frozen=True)
class Result:
    """Of one top: the sets by order from 1 on, the probability if every event has one, seconds."""

    by_order: tuple[int, ...]
    probability: float | None
    seconds: float
    order_limit: int | None = None

    @property
    def total(self) -> int:
        return sum(self.by_order)


def by_scram(files: list[Path]) -> dict[str, Result] | str:
    """By the name of each top, or why not."""
    command = ["scram", "--bdd", "-l", "100", "--ccf", "1", *map(str, files)]
    done = None
    for probability in ("1", "0"):
        try:
            done = subprocess.run(
                [*command, "--probability", probability], capture_output=True, timeout=120, check=False
            )
        except subprocess.TimeoutExpired:
            return "takes more than 120 s"
        if not done.returncode:
            return _reported(done.stdout)
    assert done is not None
    return done.stderr.decode(errors="replace").strip().splitlines()[0][:100]


def _reported(report: bytes) -> dict[str, Result]:
    root = ElementTree.fromstring(report)
    seconds = {
        _last(item.get("name", "")): float(item.findtext("products", "nan"))
        for item in root.iter("calculation-time")
    }
    found = {}
    for item in root.iter("sum-of-products"):
        orders = [int(count) for count in item.get("distribution", "").split()]
        if item.get("warning"):  # NULL has no set, UNITY the empty one
            orders = []
        while orders and orders[-1] == 0:
            orders.pop()
        name, likely = _last(item.get("name", "")), item.get("probability")
        found[name] = Result(tuple(orders), float(likely) if likely else None, seconds.get(name, float("nan")))
    return found


def _last(name: str) -> str:
    """A name without the path that SCRAM writes before a private one."""
    return name.rpartition(".")[2]


def by_pirgen(reviews: list[Review], known: dict[str, Review]) -> dict[str, Result]:
    """The same of ours, by the review's id."""
    found = {}
    for review in reviews:
        start = time.perf_counter()
        tree = analysed_within(review, known, BUDGET, lambda stage: None)
        assert tree is not None
        seconds = time.perf_counter() - start
        orders, limit = (), None
        if tree.constant is None:
            orders, limit = (
                (tree.by_order[1:], tree.order_limit) if tree.is_coherent else _p_cuts(review, known)
            )
        found[review.id] = Result(tuple(orders), tree.probability, seconds, limit)
    return found


def _p_cuts(review: Review, known: dict[str, Review]) -> tuple[tuple[int, ...], int | None]:
    """What SCRAM counts where absences matter: sets that suffice while all else is absent."""
    assert review.fault_tree
    tree = with_transfers(review.fault_tree, review.factors, review.actions, known, review.id)
    breakable = {id for action in tree.actions if action.status in LIVE for id in action.eliminates}
    houses = {each.id: bool(each.state) for each in tree.factors if each.kind is FactorKind.HOUSE}
    houses = {id: state for id, state in houses.items() if not (state and id in breakable)}
    solution = solve(formula_of(tree, houses), BUDGET)
    events = range(1, len(solution.formula.events) + 1)
    return solution.sets.by_number_of(events)[1:], solution.order_limit


def same(ours: Result, theirs: Result) -> bool:
    """Equal counts by order, as far as ours go, and where both have one, equal probability to four digits."""
    likely = (
        ours.probability is None
        or theirs.probability is None
        or isclose(ours.probability, theirs.probability, rel_tol=1e-4, abs_tol=1e-12)
    )
    wanted = theirs.by_order if ours.order_limit is None else theirs.by_order[: ours.order_limit]
    while wanted and wanted[-1] == 0:
        wanted = wanted[:-1]
    return ours.by_order == wanted and likely


class Table:
    """The lines of the report, and how many of them are how."""

    def __init__(self, shows_refused: bool) -> None:
        self.counts: Counter[str] = Counter()
        self._shows_refused = shows_refused
        print("| model | top | sets | probability | pirgen s | SCRAM s | equal |")
        print("|---|---|---|---|---|---|---|")

    def compare(
        self, name: str, ours: dict[str, Result] | str, files: list[Path], rename: bool = False
    ) -> None:
        """Add a line for each top that both know."""
        if isinstance(ours, dict) and max(found.total for found in ours.values()) > _MOST_FOR_SCRAM:
            for top, found in ours.items():
                self._line(name, top, found, None, "too many sets for SCRAM to list")
            return
        theirs = by_scram(files)
        if isinstance(ours, str) or isinstance(theirs, str):
            self._refused(name, ours, theirs)
            return
        if rename and len(ours) == len(theirs) == 1:
            ours = dict(zip(theirs, ours.values(), strict=True))
        for top in sorted(ours.keys() | theirs.keys()):
            if top in ours and top in theirs:
                equal = same(ours[top], theirs[top])
                self._line(name, top, ours[top], theirs[top], "yes" if equal else f"NO: {theirs[top]}")
            else:
                self._line(
                    name,
                    top,
                    ours.get(top) or theirs[top],
                    None,
                    f"NO: {'one' if top in ours else 'SCRAM'} only",
                )

    def _refused(self, name: str, ours: dict[str, Result] | str, theirs: dict[str, Result] | str) -> None:
        if isinstance(ours, str) and isinstance(theirs, str):
            verdict = "both refuse it"
        else:
            verdict = "SCRAM refuses it" if isinstance(theirs, str) else "pirgen refuses it"
        self.counts[verdict] += 1
        if verdict != "both refuse it" or self._shows_refused:
            reason = (ours if isinstance(ours, str) else str(theirs)).replace("\n", " / ").replace("|", "/")
            print(f"| {name} | | | | | | {verdict}: {reason[:160]} |")

    def _line(self, name: str, top: str, ours: Result, theirs: Result | None, verdict: str) -> None:
        self.counts[verdict.partition(":")[0]] += 1
        likely = "" if ours.probability is None else f"{ours.probability:.6g}"
        limit = f" (order ≤ {ours.order_limit})" if ours.order_limit else ""
        seconds = f"{theirs.seconds:.4f}" if theirs else ""
        total = f"{ours.total:,}{limit}"
        print(f"| {name} | {top} | {total} | {likely} | {ours.seconds:.4f} | {seconds} | {verdict} |")


def compare_imports(folder: Path, table: Table, scratch: Path) -> None:
    """Every model of a folder as it is, and as pirgen writes it again."""
    for model in sorted(folder.rglob("*.xml")):
        events = model.with_name(f"{model.stem}-basic-events.xml")
        files = [file for file in (model, events) if file.exists()]
        name = str(model.relative_to(folder).with_suffix(""))
        if name.endswith("-basic-events") or b"<opsa-mef" not in model.read_bytes()[:5000]:
            continue
        try:
            reviews = list(read_open_psa(files))
        except PirgenError as problem:
            table.compare(name, str(problem), files)
            continue
        found = by_pirgen(reviews, {review.id: review for review in reviews})
        table.compare(name, found, files)
        for review in reviews:
            again = scratch / "again.xml"
            again.write_text(write_open_psa([review]), encoding="utf-8")
            table.compare(f"{name}, written again", {review.id: found[review.id]}, [again], rename=True)


def compare_exports(folder: Path, table: Table, scratch: Path) -> None:
    """The fault tree of every incident."""
    book = check(folder, date.today()).book
    for review in book.reviews:
        if review.fault_tree and not any(gate.transfer for gate in review.fault_tree.gates):
            model = scratch / "incident.xml"
            model.write_text(write_open_psa([review], book.review_by_id), encoding="utf-8")
            table.compare(f"incident {review.id}", by_pirgen([review], book.review_by_id), [model], rename=True)
            (again,) = read_open_psa([model])
            assert again.fault_tree == review.fault_tree, review.id
            assert by_order(again) == by_order(review), review.id


def by_order(review: Review) -> object:
    tree = analyse(review, {})
    assert tree is not None
    return tree.by_order, tree.counts


def main() -> int:
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", nargs="?", type=Path, default=SHARE)
    options.add_argument("--incidents", type=Path, default=INCIDENTS)
    options.add_argument("--all", action="store_true")
    given = options.parse_args()
    if shutil.which("scram") is None:
        print("SCRAM is not installed: nothing to compare with (Debian's package is called scram)")
        return 0
    table = Table(given.all)
    with tempfile.TemporaryDirectory() as scratch:
        compare_imports(given.folder, table, Path(scratch))
        compare_exports(given.incidents, table, Path(scratch))
    print()
    for verdict, count in table.counts.most_common():
        print(f"{count:6} {verdict}")
    return 1 if table.counts["NO"] else 0


if __name__ == "__main__":
    sys.exit(main())
