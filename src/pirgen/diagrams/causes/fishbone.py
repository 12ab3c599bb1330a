"""The fishbone: the factors by category, on bones that lead to the effect (after Ishikawa)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from pirgen.diagrams.diagram import Box, Card, Diagram, Piece, Relation, Stroke, label
from pirgen.diagrams.text.metrics import line_height, text_width
from pirgen.diagrams.text.wrapping import wrap_evenly
from pirgen.model import Factor, Occurred, Term, title_of
from pirgen.wording.plain_text import plain

__all__ = ["draw_fishbone"]

_TEXT = 12.5
_RIB_WIDTH = 156.0
_LEAN = 0.42  # how far a bone goes back for each pixel away from the spine
_SPINE_GAP = 16.0  # from the spine to the first rib's text
_RIB_GAP = 11.0
_COLUMN_GAP = 22.0  # from a bone to the next column's texts
_BOX_GAP = 12.0
_OVERHANG = 14.0  # how far a category's box reaches beyond the tip of its bone
_HEAD_TEXT, _HEAD_WIDTH = 14.0, 186.0
_CATEGORY_HEIGHT = 26.0
_MOST_RIBS = 8

_HEAD = "M4 0H80C90 0 100 40 100 50C100 60 90 100 80 100H4C1 100 0 96 0 92V8C0 4 1 0 4 0Z"
_DOUBTS = {Occurred.NO: " (did not occur)", Occurred.UNKNOWN: " (not known whether it occurred)"}


@dataclass(frozen=True)
class _Rib:
    """A factor's text, measured."""

    factor: Factor
    lines: tuple[str, ...]

    @cached_property
    def width(self) -> float:
        return max((text_width(line, _TEXT) for line in self.lines), default=0) + 4

    @cached_property
    def height(self) -> float:
        return len(self.lines) * line_height(_TEXT) + 3


@dataclass(frozen=True)
class _Bone:
    """A category with its ribs, the one nearest to the spine first."""

    title: str
    ribs: tuple[_Rib, ...]

    @cached_property
    def height(self) -> float:
        """From the spine to the category's box."""
        return _SPINE_GAP + sum(rib.height + _RIB_GAP for rib in self.ribs)

    @cached_property
    def title_width(self) -> float:
        return text_width(self.title, _TEXT, bold=True) + 24

    def placed(self, side: int) -> Iterator[tuple[_Rib, float, float]]:
        """Each rib with its rule's distance from the spine, and the left end of its text from the joint.

        Above the spine (``side`` is -1) the bone leans over the text, which must keep clear at its top.
        """
        near = _SPINE_GAP
        for rib in self.ribs:
            rule = near if side < 0 else near + rib.height
            clear = near + rib.height if side < 0 else rule
            yield rib, rule, -clear * _LEAN - 5 - rib.width
            near += rib.height + _RIB_GAP

    def room(self, side: int, following: _Bone | None) -> float:
        """How far from its joint the next one on its side may be: clear of texts, bones and boxes."""
        needed = [-left - rule * _LEAN + _COLUMN_GAP for _, rule, left in self.placed(side)]
        if following is None:
            return max(needed)
        back, edge = following.height * _LEAN, following.height + _CATEGORY_HEIGHT + _RIB_GAP
        box_end = _OVERHANG + _BOX_GAP - back
        needed += [box_end - left for rib, rule, left in self.placed(side) if rule - rib.height < edge]
        if self.height < edge:
            needed.append(self.height * _LEAN + self.title_width - back + _BOX_GAP)
        return max(needed)


def draw_fishbone(effect: str, factors: tuple[Factor, ...], categories: tuple[Term, ...]) -> Diagram:
    """The fishbone of those factors; the fullest categories are the ones nearest to the head."""
    bones = sorted(_bones(factors, categories), key=lambda bone: -bone.height)
    counts = Counter(title_of(categories, factor.category) for factor in factors)
    title = plain(effect)
    joints, tail = _joints(bones)
    cards = [Card((*_head(title), Stroke(((0, 0), (tail, 0)), "pirgen-spine")))]
    relations: list[Relation] = []
    for index, (bone, joint) in enumerate(zip(bones, joints, strict=True)):
        side = 1 if index % 2 else -1
        category = len(cards)
        cards += [_category(bone, joint, side), *_ribs(bone, joint, side)]
        relations += _relations(bone, joint, side, category)
    return Diagram(
        "fishbone",
        f"Fishbone: {title}",
        "Contributing factors by category. "
        + "; ".join(f"{category}: {count}" for category, count in counts.most_common())
        + ".",
        "pirgen-fishbone",
        tuple(cards),
        tuple(relations),
    )


def _bones(factors: tuple[Factor, ...], categories: tuple[Term, ...]) -> list[_Bone]:
    """A bone for each category that has factors, in the order of the categories; more than one for many."""
    known = [term.id for term in categories]
    others = [factor.category for factor in factors if factor.category not in known]
    bones = []
    for id in dict.fromkeys((*known, *others)):
        ribs = tuple(_rib(factor) for factor in factors if factor.category == id)
        starts = range(0, len(ribs), _MOST_RIBS)
        bones += [_Bone(title_of(categories, id), ribs[start : start + _MOST_RIBS]) for start in starts]
    return bones


def _rib(factor: Factor) -> _Rib:
    return _Rib(factor, wrap_evenly(plain(factor.text) + _DOUBTS.get(factor.occurred, ""), _RIB_WIDTH, _TEXT))


def _head(effect: str) -> Iterator[Piece]:
    """The head lies right of x = 0, its middle on the spine at y = 0."""
    lines = wrap_evenly(effect, _HEAD_WIDTH - 44, _HEAD_TEXT, bold=True)
    height = max(70.0, len(lines) * line_height(_HEAD_TEXT) + 30)
    yield Piece(Box(0, -height / 2, _HEAD_WIDTH, height), "pirgen-fish-head", outline=_HEAD)
    yield label(14, -len(lines) * line_height(_HEAD_TEXT) / 2, lines, _HEAD_TEXT, "pirgen-on-head", bold=True)


def _joints(bones: Sequence[_Bone]) -> tuple[list[float], float]:
    """Where each bone meets the spine, in pairs from the head on, and where the spine ends."""
    joints: list[float] = []
    joint = -18.0
    for index in range(0, len(bones), 2):
        rooms = []
        for place, side in ((index, -1), (index + 1, 1)):
            if place < len(bones):
                joints.append(joint)
                following = bones[place + 2] if place + 2 < len(bones) else None
                rooms.append(bones[place].room(side, following))
        joint -= max(rooms)
    return joints, joint


def _category(bone: _Bone, joint: float, side: int) -> Card:
    """The box at the tip of a bone; ``side`` is -1 above the spine and 1 below it."""
    tip = joint - bone.height * _LEAN
    top = bone.height if side > 0 else -bone.height - _CATEGORY_HEIGHT
    box = Box(tip + _OVERHANG - bone.title_width, top, bone.title_width, _CATEGORY_HEIGHT)
    return Card((Piece(box, "pirgen-category", (bone.title,), _TEXT),))


def _ribs(bone: _Bone, joint: float, side: int) -> Iterator[Card]:
    for rib, rule, start in bone.placed(side):
        place, link = (joint + start, side * rule - rib.height), f"#factor-{rib.factor.id}"
        yield Card((label(*place, rib.lines, _TEXT, "pirgen-rib-text", "left", link),))


def _relations(bone: _Bone, joint: float, side: int, category: int) -> Iterator[Relation]:
    """The bone from its category to the head, and a line from each rib to the bone."""
    tip = (joint - bone.height * _LEAN, side * bone.height)
    yield Relation(category, 0, (Stroke(((joint, 0), tip), "pirgen-bone"),))
    for number, (_, rule, start) in enumerate(bone.placed(side), start=category + 1):
        ends = ((joint + start, side * rule), (joint - rule * _LEAN, side * rule))
        yield Relation(number, category, (Stroke(ends, "pirgen-rib"),))
