"""What a fault tree says, as text for a terminal and as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict

from pirgen.analysis.fault_trees.measures.importance import Importance
from pirgen.analysis.open_paths import CutSet, Standing, TreeAnalysis
from pirgen.diagnostics.formats.text import harmless
from pirgen.model import Factor

_SHOWN = 20
_SIGNS = {Standing.OPEN: "!", Standing.PLANNED: "o", Standing.BROKEN: "x"}


def tree_text(name: str, tree: TreeAnalysis, shown: int = _SHOWN) -> str:
    """The analysis in lines: counts, single points, the ways to fail, what would close most."""
    return "\n".join(map(harmless, _lines(name, tree, shown))) + "\n"


def tree_json(name: str, tree: TreeAnalysis) -> dict[str, object]:
    """The analysis as plain values; ids stand for factors and actions."""
    return {
        "tree": name,
        "minimal_cut_sets": tree.total,
        "by_order": {str(order): count for order, count in enumerate(tree.by_order) if count},
        "order_limit": tree.order_limit,
        "constant": tree.constant,
        "standing": {standing.value: count for standing, count in tree.counts.items()},
        "single_points_of_failure": _ids(tree.single_points),
        "in_every_set": _ids(tree.in_every_set),
        "in_no_set": _ids(tree.in_no_set),
        "open_sets_of": {factor.id: count for factor, count in tree.open_sets_of},
        "next_actions": [{"action": next.action.id, "closes": next.closes} for next in tree.next_actions],
        "top_occurred": tree.top_occurred.value,
        "probability": tree.probability,
        "importance": {factor.id: _measures(measure) for factor, measure in tree.importances},
        "listed": [
            {"factors": _ids(cut.factors), "standing": cut.standing.value, "depth": cut.depth}
            for cut in tree.cut_sets
        ],
    }


def as_json(trees: list[dict[str, object]]) -> str:
    """A document of several analyses, with the version of its form."""
    return json.dumps({"version": 1, "trees": trees}, indent=2) + "\n"


def _measures(measure: Importance) -> dict[str, object]:
    return {key: value for key, value in asdict(measure).items() if key != "factor"}


def _ids(factors: tuple[Factor, ...]) -> list[str]:
    return [factor.id for factor in factors]


def _lines(name: str, tree: TreeAnalysis, shown: int) -> Iterator[str]:
    yield name
    if tree.constant is not None:
        yield f"  the top {'always' if tree.constant else 'never'} comes about"
        return
    limit = f" of up to {tree.order_limit} factors; more exist" if tree.order_limit else ""
    orders = ", ".join(f"{count:,} of {order}" for order, count in enumerate(tree.by_order) if count)
    plural = "" if tree.total == 1 else "s"
    yield f"  {tree.total:,} minimal cut set{plural}{limit} ({orders or 'none'})"
    yield "  " + ", ".join(f"{count:,} {standing.value}" for standing, count in tree.counts.items())
    if tree.probability is not None:
        yield f"  probability of the top: {tree.probability:.6g}"
    if tree.single_points:
        yield f"  single points of failure: {', '.join(_ids(tree.single_points))}"
    if tree.next_actions:
        best = tree.next_actions[0]
        yield f"  closes most when it is done: {best.action.id} ({best.closes:,})"
    for cut in tree.cut_sets[:shown]:
        yield f"  {_SIGNS[cut.standing]} {_words(cut)}"
    if tree.total > shown:
        yield f"  ... and {tree.total - shown:,} more"


def _words(cut: CutSet) -> str:
    ids = " + ".join(_ids(cut.factors))
    return ids if len(cut.factors) > 1 else f"{ids} alone"
