"""What the page of an incident says beside its fault tree."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pirgen.analysis.factor_status import status_of
from pirgen.analysis.open_paths import Standing, TreeAnalysis
from pirgen.model import Review
from pirgen.reports.tree_sentences import Sentence, left_out, sentences

__all__ = ["FaultTreeView", "fault_tree_of"]


@dataclass(frozen=True)
class FaultTreeView:
    """The sentences about the tree; ``tree_states`` by the anchor of a line of the outline, as it is drawn.

    ``left_out`` counts by state the ways to fail that are not listed, in words.
    """

    tree_sentences: tuple[Sentence, ...] = ()
    tree_states: Mapping[str, Standing] | None = None
    left_out: str = ""


def fault_tree_of(review: Review | None, analysis: TreeAnalysis | None) -> FaultTreeView:
    """What to say of a review's tree, if it has one."""
    if review is None or analysis is None:
        return FaultTreeView()
    states = {f"factor-{factor.id}": status_of(factor, review.actions) for factor in review.factors}
    known = {anchor: state for anchor, state in states.items() if state}
    closed = {f"gate-{id}": Standing.BROKEN for id in analysis.residual.never if review.factor(id) is None}
    return FaultTreeView(sentences(analysis), known | closed, left_out(analysis, analysis.cut_sets))
