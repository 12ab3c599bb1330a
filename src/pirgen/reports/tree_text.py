"""What a fault tree says, as text for a terminal and as JSON."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict

from pirgen.analysis.fault_trees.measures.importance import Importance
from pirgen.analysis.open_paths import CutSet, Standing, TreeAnalysis
from pirgen.model import Factor
from pirgen.reports.tree_sentences import left_out, plain, sentences
from pirgen.wording.printed import harmless, json_text

_SHOWN = 20
_SIGNS = {Standing.OPEN: "!", Standing.PLANNED: "o", Standing.CLOSED: "x"}


def tree_text(name: str, tree: TreeAnalysis, is_near_miss: bool = False, shown: int = _SHOWN) -> str:
    """The analysis in lines: counts, single points, the ways to fail, what would close most."""
    return "\n".join(map(harmless, _lines(name, tree, is_near_miss, shown))) + "\n"


def tree_json(name: str, tree: TreeAnalysis, is_near_miss: bool = False) -> dict[str, object]:
    """The analysis as plain values; factors and actions are given by their ids."""
    factored = tree.factored
    return {
        "tree": name,
        "sentences": [plain(sentence) for sentence in sentences(tree, is_near_miss)],
        "minimal_cut_sets": tree.total,
        "by_order": {str(order): count for order, count in enumerate(tree.by_order) if count},
        "order_limit": tree.order_limit,
        "constant": tree.constant,
        "coherent": tree.is_coherent,
        "standing": {standing.value: count for standing, count in tree.counts.items()},
        "single_points_of_failure": [
            {"factor": way.factors[0].id, "standing": way.standing.value} for way in tree.single_points
        ],
        "in_every_set": _ids(tree.in_every_set),
        "in_every_open_set": _ids(tree.in_every_open_set),
        "in_no_set": _ids(tree.in_no_set),
        "open_ways_factored": factored
        and {"every": _ids(factored.every), "one_of": [_ids(group) for group in factored.one_of]},
        "weights": [
            {"factor": each.factor.id, "open_ways": each.ways, "weight": each.weight}
            for each in tree.open_weights
        ],
        "next_actions": [
            {"action": each.action.id, "closes": each.closes, "weight": each.weight}
            for each in tree.next_actions
        ],
        "smallest_repairs": None if tree.repairs is None else [_ids(repair.factors) for repair in tree.repairs],
        "top_occurred": tree.top_occurred.value,
        "probability": tree.probability,
        "importance": {factor.id: _measures(measure) for factor, measure in tree.importances},
        "listed": [
            {"factors": _ids(way.factors), "standing": way.standing.value, "depth": way.depth}
            | ({"absent": _ids(way.absent)} if way.absent else {})
            for way in tree.cut_sets
        ],
    }


def as_json(trees: list[dict[str, object]]) -> str:
    """A document of several analyses, with the version of its form."""
    return json_text({"version": 1, "trees": trees}) + "\n"


def _measures(measure: Importance) -> dict[str, object]:
    return {key: value for key, value in asdict(measure).items() if key != "factor"}


def _ids(factors: tuple[Factor, ...]) -> list[str]:
    return [factor.id for factor in factors]


def _lines(name: str, tree: TreeAnalysis, is_near_miss: bool, shown: int) -> Iterator[str]:
    yield name
    yield from (f"  {plain(sentence)}" for sentence in sentences(tree, is_near_miss))
    for way in tree.cut_sets[:shown]:
        yield f"  {_SIGNS[way.standing]} {_words(way)}"
    rest = left_out(tree, tree.cut_sets[:shown])
    if rest:
        yield f"  ... and {rest} more"


def _words(way: CutSet) -> str:
    """The factors of a way, and what has to be absent for it."""
    ids = " + ".join(_ids(way.factors))
    absent = f"while {' and '.join(_ids(way.absent))} {'is' if len(way.absent) == 1 else 'are'} absent"
    if not way.factors:
        return absent if way.absent else "nothing at all, while every factor is absent"
    alone = f"{ids} alone" if way.is_single else ids
    return f"{alone}, {absent}" if way.absent else alone
