"""Where the cards of a fault tree stand: tidy columns, and rows in which all boxes are equally high."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pirgen.diagrams.diagram import Box
from pirgen.diagrams.fault_tree.cards import LEAD, TreeCard
from pirgen.diagrams.fault_tree.unfolding import TreeNode
from pirgen.diagrams.tidy_tree import Spot, tidy

__all__ = ["DROP", "PlacedCard", "laid_out"]

DROP = 26.0
"""From the bar where branches part down to the boxes."""

_STEM = 12.0  # at least from a symbol down to the bar
_GAP, _FAMILY_GAP = 12.0, 20.0


@dataclass(frozen=True)
class PlacedCard:
    """A card where it stands: the middle and top of its box, and the box's height."""

    place: TreeNode
    card: TreeCard
    x: float
    top: float
    height: float

    @property
    def box(self) -> Box:
        """Where its box is."""
        return Box(self.x - self.card.width / 2, self.top, self.card.width, self.height)

    @property
    def symbol(self) -> Box:
        """Where its symbol is."""
        symbol = self.card.symbol
        return Box(self.x - symbol.width / 2, self.top + self.height + LEAD, symbol.width, symbol.height)


def laid_out(places: Sequence[TreeNode], cards: Sequence[TreeCard]) -> tuple[PlacedCard, ...]:
    """Each place with its card, placed so that boxes of a level have the same top and height."""
    both = tuple(zip(places, cards, strict=True))
    columns = tidy([Spot(place.parent, card.width / 2, card.right) for place, card in both], _GAP, _FAMILY_GAP)
    rows = _rows(both)
    return tuple(
        PlacedCard(place, card, x, *rows[place.level]) for (place, card), x in zip(both, columns, strict=True)
    )


def _rows(cards: Sequence[tuple[TreeNode, TreeCard]]) -> list[tuple[float, float]]:
    """The top and the height of the boxes of each level, in whole pixels."""
    levels = max((place.level for place, _ in cards), default=-1) + 1
    heights, feet = [0.0] * levels, [0.0] * levels
    for place, card in cards:
        heights[place.level] = max(heights[place.level], card.height)
        feet[place.level] = max(feet[place.level], card.foot)
    rows, top = [], 0.0
    for height, foot in zip(heights, feet, strict=True):
        rows.append((top, float(round(height))))
        top += round(height) + round(foot) + _STEM + DROP
    return rows
