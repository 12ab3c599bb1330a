"""The fault tree: text boxes over the standard's symbols, laid out as a tidy tree with orthogonal branches."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pirgen.analysis.factor_status import status_of
from pirgen.analysis.open_paths import Standing
from pirgen.diagrams.diagram import Box, Card, Diagram, Piece, Point, Relation, Stroke, label
from pirgen.diagrams.fault_tree.cards import NOTE, TEXT, Note, Oval, TreeCard
from pirgen.diagrams.fault_tree.gate_cards import gate_card
from pirgen.diagrams.fault_tree.layout import PlacedCard, laid_out
from pirgen.diagrams.fault_tree.legend import legend
from pirgen.diagrams.fault_tree.parts import part_name
from pirgen.diagrams.fault_tree.reviewed_tree import ReviewedTree
from pirgen.diagrams.fault_tree.stacks import FEW
from pirgen.diagrams.fault_tree.symbols import OUTLINES, OVAL, TRANSFER, Symbol
from pirgen.diagrams.fault_tree.unfolding import TreeNode, inputs_of
from pirgen.diagrams.text.metrics import line_height
from pirgen.model import Action, Factor, Gate
from pirgen.wording.plain_text import plain

__all__ = ["draw_fault_tree"]

_LETTER, _SIGN = 24.0, 13.0
_BRANCH = "pirgen-branch"


def draw_fault_tree(tree: ReviewedTree, part: int | None = None) -> Diagram:
    """The tree as a drawing, or one part of it.

    Factors link to ``#factor-<id>``, actions to ``#action-<id>``, and where a gate is only referred to
    it links to ``#gate-<id>``. Beyond 300 places the deepest gates are left folded.
    """
    places = tree.places if part is None else tree.parts[part]
    most = tree.plan.most if part is None else FEW
    placed = laid_out(places, [_card(place, tree, part) for place in places], most)
    below = inputs_of(places)
    closed = tree.findings.closed
    return Diagram(
        "fault-tree" if part is None else part_name(part),
        plain(": ".join([_heading(part, tree, places), *(place.text for place in places[:1])])),
        _description(places, tree.actions),
        "pirgen-fault-tree",
        (
            *(
                Card((*_stems(each, [placed[n] for n in inputs]), *_pieces(each)))
                for each, inputs in zip(placed, below, strict=True)
            ),
            *legend(placed, closed),
        ),
        tuple(_branch(index, each, closed) for index, each in enumerate(placed) if index),
    )


def _heading(part: int | None, tree: ReviewedTree, places: Sequence[TreeNode]) -> str:
    if part is None:
        return "Fault tree"
    letter = tree.scene_of_parts.letters.get(places[0].what.id)
    return f"Fault tree, part {part + 1} of {len(tree.parts)}" + (f" ({letter})" if letter else "")


def _card(place: TreeNode, tree: ReviewedTree, part: int | None) -> TreeCard:
    if isinstance(place.what, Gate):
        return gate_card(place.what, place, tree.scene if part is None else tree.scene_of_parts, part)
    return tree.event_cards[place.what.id]


def _description(places: Sequence[TreeNode], actions: tuple[Action, ...]) -> str:
    things = {place.what.id: place.what for place in places}.values()
    stands = [status_of(thing, actions) for thing in things if isinstance(thing, Factor)]
    counted = [
        f"{stands.count(Standing.CLOSED)} eliminated",
        f"{stands.count(Standing.PLANNED)} to be eliminated",
        f"{stands.count(Standing.OPEN)} open",
    ]
    gates = len(things) - len(stands)
    return f"Gates: {gates}. Events: {len(stands)}, of these {', '.join(counted)}. Italics: inferred."


def _stems(gate: PlacedCard, inputs: Sequence[PlacedCard]) -> Iterator[Stroke]:
    """The line down from a gate's symbol, and the bar from which the lines to its inputs drop."""
    if inputs:
        bar = inputs[0].bar
        drops = {each.x if each.rail is None else each.rail for each in inputs} | {gate.x}
        yield Stroke((gate.symbol.centre, (gate.x, bar)), _BRANCH)
        if len(drops) > 1:
            yield Stroke(((min(drops), bar), (max(drops), bar)), _BRANCH)


def _branch(index: int, each: PlacedCard, closed: Collection[str]) -> Relation:
    """The line from the bar to an input, which covers its end; to a stacked one it comes from the side."""
    x, y = each.box.centre
    is_closed = each.place.what.id in closed
    if each.rail is None:
        cut = _cut(x, (each.bar + each.top) / 2 + 1) if is_closed else ()
        route: tuple[Point, ...] = ((x, each.bar), (x, y))
    else:
        cut = _cut_aside((each.rail + each.box.x) / 2, y) if is_closed else ()
        route = ((each.rail, each.above), (each.rail, y), (x, y))
    return Relation(each.place.parent or 0, index, (Stroke(route, _BRANCH), *cut))


def _cut(x: float, y: float) -> Iterator[Piece]:
    """A gap in a branch through which nothing can come any more."""
    yield Piece(Box(x - 3, y - 2.5, 6, 5), "pirgen-tree-break")
    yield Piece(Box(x - 7, y - 5, 14, 10), "pirgen-cut", outline=OUTLINES["pirgen-cut"])


def _cut_aside(x: float, y: float) -> Iterator[Piece]:
    """The same in a branch that runs level."""
    yield Piece(Box(x - 2.5, y - 3, 5, 6), "pirgen-tree-break")
    yield Piece(Box(x - 5, y - 7, 10, 14), "pirgen-cut", outline=OUTLINES["pirgen-cut-aside"])


def _pieces(each: PlacedCard) -> Iterator[Stroke | Piece]:
    card, symbol = each.card, each.symbol
    yield Stroke((each.box.centre, symbol.centre), _BRANCH)
    yield from _box(each)
    if card.oval:
        yield from _condition(card.oval, each)
    if card.letter:
        yield from _transfer_out(card.letter, symbol)
    yield from _symbol(card.symbol, symbol, card.word, card.state)
    if card.sign:
        x, y = symbol.centre
        sign = Box(x - _SIGN / 2, y - _SIGN / 2, _SIGN, _SIGN)
        yield Piece(sign, f"{card.sign} pirgen-tree-sign {card.state}", outline=OUTLINES[card.sign])
    yield from _notes(card.notes, each.x, symbol.y + symbol.height)


def _box(each: PlacedCard) -> Iterator[Piece]:
    card = each.card
    if not card.captions:
        yield Piece(each.box, card.classes, card.lines, card.size, link=card.link, tooltip=card.tooltip)
        return
    yield Piece(each.box, card.classes)
    top = each.top + (each.height - card.text_height) / 2
    yield label(each.x, top, card.lines, card.size, card.classes, "centre", card.link, card.tooltip)
    yield from _notes(card.captions, each.x, top + len(card.lines) * line_height(card.size))


def _symbol(symbol: Symbol, box: Box, word: str, classes: str = "", size: float = NOTE) -> Iterator[Piece]:
    yield Piece(box, f"{symbol.outline} pirgen-symbol {classes}".rstrip(), outline=OUTLINES[symbol.outline])
    if word:
        top = box.y + box.height * symbol.word_at - line_height(size) / 2
        yield label(box.centre[0], top, [word], size, "pirgen-tree-word", "centre", bold=True)


def _condition(oval: Oval, gate: PlacedCard) -> Iterator[Stroke | Piece]:
    x, y = gate.symbol.centre
    box = Box(gate.x + gate.card.width / 2, y - oval.height / 2, oval.width, oval.height)
    yield Stroke(((x, y), box.centre), _BRANCH)
    yield Piece(box, oval.classes, oval.lines, TEXT, link=oval.link, outline=OUTLINES[OVAL])
    yield from _notes(oval.notes, box.centre[0], box.y + box.height)


def _transfer_out(letter: str, symbol: Box) -> Iterator[Stroke | Piece]:
    """The small triangle beside a gate whose letter marks where the gate is needed again."""
    left, y = symbol.x - 14 - _LETTER, symbol.centre[1]
    yield Stroke(((left + _LETTER / 2, y), symbol.centre), _BRANCH)
    yield from _symbol(TRANSFER, Box(left, y - 13, _LETTER, 21), letter, size=9)


def _notes(notes: Sequence[Note], x: float, top: float) -> Iterator[Piece]:
    for note in notes:
        yield label(x, top + 3, note.lines, NOTE, note.classes, "centre", note.link, note.tooltip, bold=True)
        top += note.height
