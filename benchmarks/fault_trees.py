"""Times the fault tree analysis on trees made here, within what a build may spend.

    python benchmarks/fault_trees.py [FOLDER [VERTICES]]
    python benchmarks/fault_trees.py --compare [VERTICES]

With a FOLDER of models in the Open-PSA format, such as the Aralia benchmark, solves these with a budget of
VERTICES. With --compare, looks whether the large trees come out the same with VERTICES as within a build, up to
the number of factors that both reach. Seconds are those of a processor.
"""

from __future__ import annotations

import resource
import sys
import time
from collections import Counter
from itertools import product
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).parent.parent))  # for the trees that the tests make

from pirgen.analysis.fault_trees.cut_sets.solution import BUDGET, solve
from pirgen.analysis.fault_trees.logic.translation import formula_of
from pirgen.analysis.fault_trees.transfers import with_transfers
from pirgen.analysis.open_paths import TreeAnalysis, analyse, analysed_within
from pirgen.model import Factor, FaultTree, Gate, GateKind, Review, ReviewStatus
from pirgen.open_psa import read_open_psa
from tests.analysis.large_trees import shared_events, shared_gates

_EACH = 20
_LARGE = ((200, 400), (400, 1000))


def review(gates: list[Gate], events: int) -> Review:
    factors = tuple(Factor(f"e{number}", "", "code") for number in range(events))
    return Review("r", ReviewStatus.DRAFT, "", "", factors, fault_tree=FaultTree(gates[0].id, tuple(gates)))


def all_of_any(width: int) -> Review:
    parts = [Gate(f"p{n}", "", GateKind.ANY, tuple(f"e{3 * n + k}" for k in range(3))) for n in range(width)]
    return review([Gate("top", "", GateKind.ALL, tuple(part.id for part in parts)), *parts], 3 * width)


def vote(least: int, of: int) -> Review:
    return review([Gate("top", "", GateKind.ATLEAST, tuple(f"e{n}" for n in range(of)), least)], of)


def timed(what: Review) -> tuple[float, TreeAnalysis]:
    start = time.process_time()
    tree = analyse(what, {})
    assert tree is not None
    return time.process_time() - start, tree


def memory() -> int:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024


def made_here() -> None:
    print("| tree | ways to fail | ms: median, worst | peak MB so far |")
    print("|---|---|---|---|")
    for name, what in (("all of 200 'any of 3'", all_of_any(200)), ("at least 50 of 100", vote(50, 100))):
        seconds, tree = timed(what)
        print(f"| {name} | {float(tree.total):.3e} | {seconds * 1000:,.0f} | {memory()} |")
    for make in (shared_events, shared_gates):
        for gates, events in ((40, 60), *_LARGE):
            found = [timed(make(gates, events, seed)) for seed in range(_EACH)]
            times = [seconds * 1000 for seconds, _ in found]
            limits = Counter(tree.order_limit for _, tree in found)
            exact = f"all, in {limits.pop(None, 0)} of {_EACH}"
            rest = f"; up to {min(limits)} to {max(limits)} factors in the rest" if limits else ""
            name = f"{gates} gates over {events} events, {make.__name__.replace('_', ' ')}"
            print(f"| {name} | {exact}{rest} | {median(times):,.0f}, {max(times):,.0f} | {memory()} |")


def models(folder: Path, vertices: int) -> None:
    print("| model | ways to fail | s |")
    print("|---|---|---|")
    for file in sorted(folder.glob("*.xml")):
        (model, *_) = read_open_psa([file])
        assert model.fault_tree is not None
        start = time.process_time()
        solution = solve(formula_of(with_transfers(model.fault_tree, model.factors), {}), vertices)
        limit = f" of at most {solution.order_limit} factors" if solution.order_limit else ""
        print(
            f"| {file.stem} | {solution.sets.total:,}{limit} | {time.process_time() - start:.2f} |", flush=True
        )


def compare(vertices: int) -> int:
    """How many of the large trees differ."""
    different = 0
    for make, (gates, events), seed in product((shared_events, shared_gates), _LARGE, range(_EACH)):
        tree = make(gates, events, seed)
        found = (analyse(tree, {}), analysed_within(tree, {}, vertices, lambda stage: None))
        limit = min((each.order_limit for each in found if each and each.order_limit), default=None)
        of_order = [_up_to(limit, each) for each in found if each]
        different += of_order[0] != of_order[1]
        print(make.__name__, gates, seed, "up to", limit or "all", of_order[0] == of_order[1], flush=True)
    print(different, "differ")
    return different


def _up_to(limit: int | None, tree: TreeAnalysis) -> tuple[list[int], set[frozenset[str]]]:
    """How many ways there are of each number of factors, and these where all of them are listed."""
    orders = list(tree.by_order if limit is None else tree.by_order[: limit + 1])
    while orders and not orders[-1]:
        orders.pop()
    ways = tree.cut_sets[: sum(orders)] if sum(orders) <= len(tree.cut_sets) else ()
    return orders, {frozenset(factor.id for factor in way.factors) for way in ways}


if __name__ == "__main__":
    if sys.argv[1:2] == ["--compare"]:
        sys.exit(compare(int(sys.argv[2]) if len(sys.argv) > 2 else 5 * BUDGET) > 0)
    elif len(sys.argv) > 1:
        models(Path(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else BUDGET)
    else:
        made_here()
