"""The fault tree: text boxes over the standard's symbols, laid out as a tidy tree with orthogonal branches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from pirgen.analysis.factor_status import status_of
from pirgen.analysis.open_paths import Standing
from pirgen.diagrams.diagram import Box, Card, Diagram, Piece, Point, Relation, Stroke, label
from pirgen.diagrams.fault_tree.cards import NOTE, TEXT, Note, Oval, Scene, TreeCard
from pirgen.diagrams.fault_tree.event_cards import event_card
from pirgen.diagrams.fault_tree.gate_cards import gate_card
from pirgen.diagrams.fault_tree.layout import PlacedCard, laid_out
from pirgen.diagrams.fault_tree.legend import legend
from pirgen.diagrams.fault_tree.outline import OutlineLine, outline
from pirgen.diagrams.fault_tree.parts import Plan, part_name, part_of, parts_with, plan_of
from pirgen.diagrams.fault_tree.shown_findings import NO_FINDINGS, ShownFindings
from pirgen.diagrams.fault_tree.stacks import FEW
from pirgen.diagrams.fault_tree.symbols import OUTLINES, OVAL, TRANSFER, Symbol
from pirgen.diagrams.fault_tree.unfolding import TreeNode, inputs_of, unfold
from pirgen.diagrams.text.metrics import line_height
from pirgen.model import Action, Factor, FaultTree, Gate, Transfer
from pirgen.wording.plain_text import plain

__all__ = ["OutlineLine", "TreePart", "draw_fault_tree", "is_large", "outline", "parts_in", "parts_of"]

_MOST_PLACES = 300
_LETTER, _SIGN = 24.0, 13.0
_BRANCH = "pirgen-branch"


def _page_of_gate(transfer: Transfer) -> str:
    return f"../{transfer.review}/#gate-{transfer.gate}"


def draw_fault_tree(
    tree: FaultTree,
    factors: tuple[Factor, ...],
    actions: tuple[Action, ...],
    findings: ShownFindings = NO_FINDINGS,
    part: int | None = None,
    link: Callable[[Transfer], str] = _page_of_gate,
) -> Diagram:
    """The tree as a drawing, or one part of it; ``link`` says where a transfer to another review leads.

    Factors link to ``#factor-<id>``, actions to ``#action-<id>``, and where a gate is only referred to
    it links to ``#gate-<id>``. Beyond 300 places the deepest gates are left folded.
    """
    whole, plan = _planned(tree, factors)
    cuts = () if part is None else plan.cuts
    scene = replace(_scene(whole, cuts, factors, actions, findings, link), part=part)
    places = whole if part is None else part_of(whole, cuts, part)
    most = plan.most if part is None else FEW
    placed = laid_out(places, [_card(place, scene) for place in places], most)
    below = inputs_of(places)
    return Diagram(
        "fault-tree" if part is None else part_name(part),
        plain(": ".join([_heading(part, cuts, scene, places), *(place.text for place in places[:1])])),
        _description(places, scene),
        "pirgen-fault-tree",
        (
            *(
                Card((*_stems(each, [placed[n] for n in inputs]), *_pieces(each)))
                for each, inputs in zip(placed, below, strict=True)
            ),
            *legend(placed, findings.closed),
        ),
        tuple(_branch(index, each, findings.closed) for index, each in enumerate(placed) if index),
    )


def parts_in(tree: FaultTree, factors: tuple[Factor, ...]) -> int:
    """How many parts the drawing is cut into; 1 where the whole is small enough for a sheet of paper."""
    return len(_planned(tree, factors)[1].cuts)


@dataclass(frozen=True)
class TreePart:
    """A part of a tree that is too large for one drawing: its drawing's name, and what is in it.

    ``above`` is the number of the part that it continues, from 1 on.
    """

    name: str
    above: int | None
    factors: int
    still_open: int


def parts_of(
    tree: FaultTree, factors: tuple[Factor, ...], actions: tuple[Action, ...], findings: ShownFindings
) -> tuple[TreePart, ...]:
    """The parts that the drawing is cut into, the top first."""
    whole, plan = _planned(tree, factors)
    cuts = plan.cuts
    numbers = parts_with(whole, cuts)
    found = []
    for number, cut in enumerate(cuts):
        parent = whole[cut].parent
        inside = {place.what for place in part_of(whole, cuts, number) if isinstance(place.what, Factor)}
        states = [findings.state(factor, actions) for factor in inside]
        above = None if parent is None else numbers[whole[parent].what.id] + 1
        found.append(TreePart(part_name(number), above, len(inside), states.count(Standing.OPEN)))
    return tuple(found)


def is_large(tree: FaultTree, factors: tuple[Factor, ...]) -> bool:
    """Whether the whole is too large for a page too, so that its parts are shown there."""
    return _planned(tree, factors)[1].is_large


@lru_cache(maxsize=64)  # each drawing of a tree asks, and those of some incidents are made together
def _planned(tree: FaultTree, factors: tuple[Factor, ...]) -> tuple[tuple[TreeNode, ...], Plan]:
    places = unfold(tree, factors, _MOST_PLACES)
    return places, plan_of(places)


def _heading(part: int | None, cuts: Sequence[int], scene: Scene, places: Sequence[TreeNode]) -> str:
    if part is None:
        return "Fault tree"
    letter = scene.letters.get(places[0].what.id)
    return f"Fault tree, part {part + 1} of {len(cuts)}" + (f" ({letter})" if letter else "")


def _scene(
    places: tuple[TreeNode, ...],
    cuts: Sequence[int],
    factors: tuple[Factor, ...],
    actions: tuple[Action, ...],
    findings: ShownFindings,
    link: Callable[[Transfer], str],
) -> Scene:
    gates = [place.what for place in places if isinstance(place.what, Gate) and place.is_first]
    times = Counter([place.what.id for place in places] + [gate.condition for gate in gates if gate.condition])
    parts = {places[index].what.id for index in cuts[1:]}
    lettered = [gate.id for gate in gates if times[gate.id] > 1 or gate.id in parts]
    return Scene(
        factors={factor.id: factor for factor in factors},
        actions=actions,
        link=link,
        shared=frozenset(id for id, count in times.items() if count > 1),
        letters={id: _letter(index) for index, id in enumerate(lettered)},
        findings=findings,
        parts=parts_with(places, cuts),
        part=None,
    )


def _letter(index: int) -> str:
    """A to Z, then A2 to Z2 and so on."""
    turn, letter = divmod(index, 26)
    return chr(ord("A") + letter) + (str(turn + 1) if turn else "")


def _card(place: TreeNode, scene: Scene) -> TreeCard:
    if isinstance(place.what, Gate):
        return gate_card(place.what, place, scene)
    return event_card(place.what, scene)


def _description(places: tuple[TreeNode, ...], scene: Scene) -> str:
    things = {place.what.id: place.what for place in places}.values()
    stands = [status_of(thing, scene.actions) for thing in things if isinstance(thing, Factor)]
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
