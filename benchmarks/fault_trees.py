"""Times the fault tree analysis on trees made here: python benchmarks/fault_trees.py"""

from __future__ import annotations

import random
import resource
import time

from pirgen.analysis.open_paths import analyse
from pirgen.model import Factor, FaultTree, Gate, GateKind, Review, ReviewStatus


def review(gates: list[Gate], events: int) -> Review:
    factors = tuple(Factor(f"e{number}", "", "code") for number in range(events))
    return Review("r", ReviewStatus.DRAFT, "", "", factors, fault_tree=FaultTree(gates[0].id, tuple(gates)))


def all_of_any(width: int) -> Review:
    parts = [Gate(f"p{n}", "", GateKind.ANY, tuple(f"e{3 * n + k}" for k in range(3))) for n in range(width)]
    return review([Gate("top", "", GateKind.ALL, tuple(part.id for part in parts)), *parts], 3 * width)


def vote(least: int, of: int) -> Review:
    return review([Gate("top", "", GateKind.ATLEAST, tuple(f"e{n}" for n in range(of)), least)], of)


def random_tree(gates: int, events: int, seed: int) -> Review:
    """Gates over later gates and events, every gate reached from the top; events are shared."""
    dice = random.Random(seed)
    made = []
    for number in range(gates):
        inputs = {f"g{child}" for child in (2 * number + 1, 2 * number + 2) if child < gates}
        while len(inputs) < 3:
            inputs.add(f"e{dice.randrange(events)}")
        kind = dice.choice((GateKind.ALL, GateKind.ANY, GateKind.ANY))
        made.append(Gate(f"g{number}", "", kind, tuple(sorted(inputs))))
    return review(made, events)


def measured(name: str, what: Review) -> None:
    start = time.perf_counter()
    tree = analyse(what, {})
    seconds = time.perf_counter() - start
    assert tree is not None
    total = f"{tree.total:,}" if tree.total < 10**12 else f"{float(tree.total):.3e}"
    limit = f" (order ≤ {tree.order_limit})" if tree.order_limit else ""
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(f"| {name} | {total}{limit} | {seconds * 1000:,.1f} | {memory} |")


def main() -> None:
    print("| tree | minimal cut sets | ms | peak MB so far |")
    print("|---|---|---|---|")
    times = []
    for seed in range(100):
        tree = random_tree(40, 60, seed)
        start = time.perf_counter()
        analyse(tree, {})
        times.append(time.perf_counter() - start)
    times.sort()
    print(
        f"| 100 random trees of 100 nodes: median, worst | | {times[50] * 1000:.1f}, {times[-1] * 1000:.1f} | |"
    )
    measured("all of 200 'any of 3'", all_of_any(200))
    measured("at least 50 of 100", vote(50, 100))
    for gates, events in ((100, 150), (200, 400), (400, 1000)):
        measured(f"random, {gates} gates over {events} shared events", random_tree(gates, events, 7))


if __name__ == "__main__":
    main()
