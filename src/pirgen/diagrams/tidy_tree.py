"""Where the nodes of a tree stand side by side: close together, and each parent over its children."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["Spot", "tidy"]

Contour = list[tuple[float, float]]
"""How far a subtree reaches to the left and to the right of its root's middle, level by level."""


@dataclass(frozen=True)
class Spot:
    """A node to be placed: the index of its parent, and how far it reaches to both sides of its middle."""

    parent: int | None
    left: float
    right: float


def tidy(spots: Sequence[Spot], gap: float, family_gap: float) -> tuple[float, ...]:
    """The middle of each node in whole pixels; the leftmost node begins at 0.

    Parents come before their children, and siblings from left to right. Siblings keep ``gap`` pixels
    apart, other nodes of a level ``family_gap``.

    Reingold and Tilford, Tidier Drawings of Trees (1981): subtrees are laid out alone, then pushed
    together until their contours touch. Pushed to the left only, small subtrees between large ones
    lean; so each row is packed from both sides and the mean is taken (Kennedy, Drawing Trees, 1996),
    which keeps every distance, since both packings do.
    """
    children: list[list[int]] = [[] for _ in spots]
    for index, spot in enumerate(spots):
        if spot.parent is not None:
            children[spot.parent].append(index)
    contours: list[Contour] = [[] for _ in spots]
    offsets = [0.0] * len(spots)
    for index in reversed(range(len(spots))):
        row = _row([contours[child] for child in children[index]], gap, family_gap)
        below: Contour = []
        for child, offset in zip(children[index], row, strict=True):
            offsets[child] = offset
            below = _joined(below, contours[child], offset)
        contours[index] = [(-spots[index].left, spots[index].right), *below]
    return _absolute(spots, offsets, contours)


def _absolute(spots: Sequence[Spot], offsets: list[float], contours: list[Contour]) -> tuple[float, ...]:
    places: list[float] = []
    for spot, offset in zip(spots, offsets, strict=True):
        places.append(offset if spot.parent is None else places[spot.parent] + offset)
    start = min((left for left, _ in contours[0]), default=0) if contours else 0
    return tuple(place - start for place in places)


def _row(contours: list[Contour], gap: float, family_gap: float) -> list[float]:
    """The offset of each subtree from the middle of its row."""
    if len(contours) < 2:
        return [0.0] * len(contours)
    packed = _packed(contours, gap, family_gap)
    mirrored = [[(-right, -left) for left, right in contour] for contour in reversed(contours)]
    back = [-place for place in reversed(_packed(mirrored, gap, family_gap))]
    mean = [(left - packed[0] + right - back[0]) / 2 for left, right in zip(packed, back, strict=True)]
    return [float(round(place - mean[-1] / 2)) for place in mean]


def _packed(contours: list[Contour], gap: float, family_gap: float) -> list[float]:
    """Each subtree as far to the left as those before it allow."""
    places: list[float] = []
    taken: Contour = []
    for contour in contours:
        distances = [
            right - left + (family_gap if level else gap)
            for level, ((_, right), (left, _)) in enumerate(zip(taken, contour, strict=False))
        ]
        places.append(max(distances, default=0))
        taken = _joined(taken, contour, places[-1])
    return places


def _joined(first: Contour, second: Contour, offset: float) -> Contour:
    moved = [(left + offset, right + offset) for left, right in second]
    both = [(min(a, c), max(b, d)) for (a, b), (c, d) in zip(first, moved, strict=False)]
    return both + first[len(both) :] + moved[len(both) :]
