"""What a drawing of a fault tree and its outline show of the analysis, the same in both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pirgen.analysis.factor_status import status_of
from pirgen.analysis.open_paths import Standing, TreeAnalysis
from pirgen.diagrams.status_notes import StatusNote, status_notes
from pirgen.model import Action, Factor, FaultTree

__all__ = ["NO_FINDINGS", "ShownFindings", "findings_shown"]


@dataclass(frozen=True)
class ShownFindings:
    """Ids in the order of the review, and for some of them numbers in words.

    ``closed`` are gates and factors that can no longer come about. Of the factors that no action eliminates,
    ``alone`` suffice for the top alone, ``calm`` are in no open way, and ``idle`` make no difference.
    """

    closed: tuple[str, ...] = ()
    numbers: tuple[tuple[str, tuple[str, ...]], ...] = ()
    alone: tuple[str, ...] = ()
    calm: tuple[str, ...] = ()
    idle: tuple[str, ...] = ()

    def state(self, factor: Factor, actions: tuple[Action, ...]) -> Standing | None:
        """The status of a factor; None where it does not matter, since no open way needs it."""
        return None if factor.id in self.calm else status_of(factor, actions)

    def notes(self, factor: Factor, actions: tuple[Action, ...]) -> tuple[StatusNote, ...]:
        """What to say below a factor: what it is to the top, and what the actions have done about it."""
        words = ["suffices alone"] * (factor.id in self.alone) + ["makes no difference"] * (
            factor.id in self.idle
        )
        own = (StatusNote(each, tells_status=factor.id in self.alone) for each in words)
        touched = "not eliminated" if factor.id in self.calm else "still open"
        return (*own, *status_notes(factor, actions, touched))


NO_FINDINGS = ShownFindings()
"""Of a tree that was not analysed."""


def findings_shown(
    tree: FaultTree, factors: tuple[Factor, ...], actions: tuple[Action, ...], analysis: TreeAnalysis | None
) -> ShownFindings:
    """What to show of an analysis. Of a tree that was too large for all its ways, no factor is called calm."""
    if analysis is None:
        return ShownFindings(numbers=tuple(_numbers(tree, factors, None)))
    single = {way.factors[0].id for way in analysis.single_points if way.standing is Standing.OPEN}
    needed = {each.factor.id for each in analysis.open_weights}
    idle = {factor.id for factor in analysis.in_no_set}
    is_whole = analysis.order_limit is None and analysis.constant is None
    still_open = [factor.id for factor in factors if status_of(factor, actions) is Standing.OPEN]
    return ShownFindings(
        closed=tuple(sorted(analysis.residual.never)),
        numbers=tuple(_numbers(tree, factors, analysis)),
        alone=tuple(id for id in still_open if id in single),
        calm=tuple(id for id in still_open if is_whole and id not in needed),
        idle=tuple(id for id in still_open if is_whole and id in idle),
    )


def _numbers(
    tree: FaultTree, factors: tuple[Factor, ...], analysis: TreeAnalysis | None
) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The probability of the top and of each factor, with its Fussell-Vesely importance where known."""
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
