"""Analyses of fault trees as the cache keeps them, so that a tree that has not changed is not solved again."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from pirgen import model
from pirgen.analysis.fault_trees.findings import (
    CutSet,
    Factored,
    FactorWeight,
    NextAction,
    SmallestRepair,
    Standing,
    TreeAnalysis,
)
from pirgen.analysis.fault_trees.measures.importance import Importance
from pirgen.analysis.fault_trees.residual import ResidualTree
from pirgen.analysis.open_paths import analysed, joined_tree
from pirgen.cache import Cache, Codec, UnreadableError, key_of, types_in
from pirgen.model import Review

__all__ = ["cached_analyses", "keep_analyses"]

_AT_ONCE = 200
_FINDINGS = (CutSet, Factored, FactorWeight, Importance, NextAction, ResidualTree, SmallestRepair, Standing)
_CODEC = Codec([*types_in(model), *_FINDINGS, TreeAnalysis])


def cached_analyses(
    reviews: Sequence[Review], by_id: Mapping[str, Review], cache: Cache
) -> Iterator[tuple[str, TreeAnalysis]]:
    """The analyses of the trees of reviews, by the review's id; those that the cache has are not made again."""
    for start in range(0, len(reviews), _AT_ONCE):
        joined = {review.id: joined_tree(review, by_id) for review in reviews[start : start + _AT_ONCE]}
        trees = {id: tree for id, tree in joined.items() if tree}
        keys = {id: key_of("tree", repr(tree)) for id, tree in trees.items() if cache.is_on}
        found = cache.load(keys.values())
        for id, tree in trees.items():
            codec = _CODEC.beside(*tree.factors, *tree.actions)
            analysis = _read(codec, found.get(keys.get(id, ""), b""))
            if analysis is None:
                analysis = analysed(tree)
                cache.save({keys[id]: codec.write(analysis)} if cache.is_on else {})
            yield id, analysis


def keep_analyses(reviews: Sequence[Review], by_id: Mapping[str, Review], cache: Cache) -> None:
    """Have the cache keep the analyses of the trees of reviews."""
    for _ in cached_analyses(reviews, by_id, cache):
        pass


def _read(codec: Codec, data: bytes) -> TreeAnalysis | None:
    try:
        found = codec.read(data)
    except UnreadableError:
        return None
    return found if isinstance(found, TreeAnalysis) else None
