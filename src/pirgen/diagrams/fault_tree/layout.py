"""Where the cards of a fault tree are: tidy columns, rows with boxes of one height, stacks of many leaves."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from pirgen.diagrams.diagram import Box
from pirgen.diagrams.fault_tree.cards import LEAD, TreeCard
from pirgen.diagrams.fault_tree.stacks import MANY, Stack, stacks_of
from pirgen.diagrams.fault_tree.unfolding import TreeNode
from pirgen.diagrams.tidy_tree import Spot, tidy

__all__ = ["PlacedCard", "laid_out"]

_DROP = 26.0  # from the bar where branches part down to the boxes
_STEM = 12.0  # at least from a symbol down to the bar
_GAP, _FAMILY_GAP = 12.0, 20.0
_RAIL = 20.0  # from the line that a stack hangs on to its boxes
_STACK_GAP = 18.0  # from one card of a stack down to the next


@dataclass(frozen=True)
class PlacedCard:
    """A card at its place: the middle and top of its box, and the box's height.

    ``bar`` is the height at which the branches of its family part. A card in a stack hangs on a line down from
    there at ``rail``; other branches drop to the middle of their box. ``above`` is where its own piece of that
    line begins: at the bar, or beside the card above.
    """

    place: TreeNode
    card: TreeCard
    x: float
    top: float
    height: float
    bar: float
    rail: float | None = None
    above: float = 0

    @cached_property
    def box(self) -> Box:
        """Where its box is."""
        return Box(self.x - self.card.width / 2, self.top, self.card.width, self.height)

    @property
    def bottom(self) -> float:
        """Where what is below its box ends."""
        return self.top + self.height + self.card.foot

    @cached_property
    def symbol(self) -> Box:
        """Where its symbol is."""
        symbol = self.card.symbol
        return Box(self.x - symbol.width / 2, self.top + self.height + LEAD, symbol.width, symbol.height)


def laid_out(places: Sequence[TreeNode], cards: Sequence[TreeCard], most: int = MANY) -> tuple[PlacedCard, ...]:
    """Each place with its card, placed so that boxes of a level have the same top and height.

    Where a gate has more than ``most`` inputs, those that go no deeper are stacked in a few columns.
    """
    stacks = stacks_of(places, most)
    stacked = {index for stack in stacks for index in stack.members}
    rows = _rows(places, cards, stacked)
    columns = _columns(places, cards, stacks, stacked)
    placed: dict[int, PlacedCard] = {}
    for index, (place, card) in enumerate(zip(places, cards, strict=True)):
        if index not in stacked:
            top, height = rows[place.level]
            placed[index] = PlacedCard(place, card, columns[index], top, height, top - _DROP)
    for stack in stacks:
        first = stack.members[0]
        members = _stacked(stack, places, cards, columns[first], rows)
        placed |= zip(stack.members, members, strict=True)
    return tuple(placed[index] for index in range(len(places)))


def _columns(
    places: Sequence[TreeNode], cards: Sequence[TreeCard], stacks: Sequence[Stack], stacked: set[int]
) -> dict[int, float]:
    """The middle of each card, and of each stack under its first member, below which nothing else may be."""
    deepest = max((place.level for place in places), default=0)
    widths = {stack.members[0]: _width(stack, cards) for stack in stacks}
    spots: list[Spot] = []
    spot_of: dict[int, int] = {}
    below: list[tuple[int, int]] = []
    for index, (place, card) in enumerate(zip(places, cards, strict=True)):
        if index in stacked and index not in widths:
            continue
        parent = None if place.parent is None else spot_of[place.parent]
        spot_of[index] = len(spots)
        if index in widths:
            below.append((len(spots), deepest - place.level))
            spots.append(Spot(parent, widths[index] / 2, widths[index] / 2))
        else:
            spots.append(Spot(parent, card.width / 2, card.right))
    for spot, levels in below:
        for _ in range(levels):
            spots.append(Spot(spot, spots[spot].left, spots[spot].right))
            spot = len(spots) - 1
    middles = tidy(spots, _GAP, _FAMILY_GAP)
    return {index: middles[spot] for index, spot in spot_of.items()}


def _width(stack: Stack, cards: Sequence[TreeCard]) -> float:
    widest = max(cards[index].width for index in stack.members)
    return stack.columns * (_RAIL + widest) + (stack.columns - 1) * _FAMILY_GAP


def _stacked(
    stack: Stack,
    places: Sequence[TreeNode],
    cards: Sequence[TreeCard],
    middle: float,
    rows: Sequence[tuple[float, float]],
) -> Iterator[PlacedCard]:
    """The cards of a stack, column by column; its rows have boxes of one height too."""
    top = rows[places[stack.members[0]].level][0]
    widest = max(cards[index].width for index in stack.members)
    left = middle - _width(stack, cards) / 2
    in_rows = [[cards[index] for index in stack.members[row :: stack.rows]] for row in range(stack.rows)]
    heights = [float(round(max(card.height for card in row))) for row in in_rows]
    feet = [round(max(card.foot for card in row)) + _STACK_GAP for row in in_rows]
    tops = [*accumulate(map(sum, zip(heights, feet, strict=True)), initial=top)]
    for number, index in enumerate(stack.members):
        column, row = divmod(number, stack.rows)
        rail = left + column * (_RAIL + widest + _FAMILY_GAP)
        x = rail + _RAIL + widest / 2
        bar = top - _DROP
        above = tops[row - 1] + heights[row - 1] / 2 if row else bar
        yield PlacedCard(places[index], cards[index], x, tops[row], heights[row], bar, rail, above)


def _rows(
    places: Sequence[TreeNode], cards: Sequence[TreeCard], stacked: set[int]
) -> list[tuple[float, float]]:
    """The top and the height of the boxes of each level, in whole pixels."""
    levels = max((place.level for place in places), default=-1) + 1
    heights, feet = [0.0] * levels, [0.0] * levels
    for index, (place, card) in enumerate(zip(places, cards, strict=True)):
        if index not in stacked:
            heights[place.level] = max(heights[place.level], card.height)
            feet[place.level] = max(feet[place.level], card.foot)
    rows, top = [], 0.0
    for height, foot in zip(heights, feet, strict=True):
        rows.append((top, float(round(height))))
        top += round(height) + round(foot) + _STEM + _DROP
    return rows
