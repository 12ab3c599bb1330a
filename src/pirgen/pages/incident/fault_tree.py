"""What the page of an incident says beside its fault tree."""

from __future__ import annotations

from dataclasses import dataclass

from pirgen.analysis.open_paths import TreeAnalysis
from pirgen.reports.tree_sentences import Sentence, left_out, sentences

__all__ = ["FaultTreeView", "fault_tree_of"]


@dataclass(frozen=True)
class FaultTreeView:
    """The sentences about the tree; ``left_out`` counts by state the ways to fail that are not listed."""

    tree_sentences: tuple[Sentence, ...] = ()
    left_out: str = ""


def fault_tree_of(analysis: TreeAnalysis | None, is_near_miss: bool) -> FaultTreeView:
    """What to say of a tree, if there is one."""
    if analysis is None:
        return FaultTreeView()
    return FaultTreeView(sentences(analysis, is_near_miss), left_out(analysis, analysis.cut_sets))
