"""Analyses of fault trees as the cache keeps them, so that a tree that has not changed is not solved again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

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
from pirgen.analysis.fault_trees.transfers import JoinedTree
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
        keys = {id: _key(tree) for id, tree in trees.items() if cache.is_on}
        found = cache.load(keys.values())
        for id, tree in trees.items():
            analysis = _read(tree, found.get(keys.get(id, ""), b""))
            if analysis is None:
                analysis = analysed(tree)
                _keep(tree, analysis, cache)
            yield id, analysis


def keep_analyses(
    solved: Iterable[tuple[Review, TreeAnalysis]], by_id: Mapping[str, Review], cache: Cache
) -> None:
    """Have the cache keep the analyses of the trees of reviews."""
    for review, analysis in solved:
        if tree := joined_tree(review, by_id):
            _keep(tree, analysis, cache)


def _key(tree: JoinedTree) -> str:
    return key_of("tree", repr(tree))


def _keep(tree: JoinedTree, analysis: TreeAnalysis, cache: Cache) -> None:
    if cache.is_on:
        cache.save({_key(tree): _codec(tree).write(analysis)})


def _codec(tree: JoinedTree) -> Codec:
    return _CODEC.beside(*tree.factors, *tree.actions)


def _read(tree: JoinedTree, data: bytes) -> TreeAnalysis | None:
    try:
        found = _codec(tree).read(data)
    except UnreadableError:
        return None
    return found if isinstance(found, TreeAnalysis) else None
