"""The numbers on a fault tree: how likely its events are, and how much each matters to the top."""

from __future__ import annotations

from collections.abc import Iterator

from pirgen.analysis.open_paths import TreeAnalysis
from pirgen.model import Factor, FaultTree

__all__ = ["MeasureWords", "measure_words"]

MeasureWords = tuple[tuple[str, tuple[str, ...]], ...]
"""For ids of the tree the words below their text; what has no number has no entry."""


def measure_words(tree: FaultTree, factors: tuple[Factor, ...], analysis: TreeAnalysis | None) -> MeasureWords:
    """The probability of the top and of each factor, with its Fussell-Vesely importance where known."""
    return tuple(_measured(tree, factors, analysis))


def _measured(
    tree: FaultTree, factors: tuple[Factor, ...], analysis: TreeAnalysis | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    if analysis and analysis.probability is not None:
        yield tree.top, (_probability(analysis.probability),)
    shares = {factor.id: each.fussell_vesely for factor, each in analysis.importances} if analysis else {}
    for factor in factors:
        if factor.probability is not None:
            share = shares.get(factor.id)
            importance = () if share is None else (f"importance {share:.3g}",)
            yield factor.id, (_probability(factor.probability), *importance)


def _probability(value: float) -> str:
    return f"probability {value:.3g}"
