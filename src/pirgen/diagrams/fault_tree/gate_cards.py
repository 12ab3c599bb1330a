"""The cards of gates, also where a gate is only referred to: drawn elsewhere, left out, or another review's."""

from __future__ import annotations

from dataclasses import replace

from pirgen.diagrams.fault_tree.cards import NOTE, PADDING, TEXT, Note, Scene, TreeCard, lines_of, with_basis
from pirgen.diagrams.fault_tree.event_cards import condition_oval
from pirgen.diagrams.fault_tree.parts import part_name
from pirgen.diagrams.fault_tree.symbols import TRANSFER, gate_symbol, gate_word
from pirgen.diagrams.fault_tree.unfolding import TreeNode
from pirgen.diagrams.text.wrapping import wrap
from pirgen.model import Gate, Transfer

__all__ = ["gate_card"]

_WIDTH, _TOP_WIDTH, _TOP_TEXT = 140.0, 190.0, 13.0
_MOST_LINES = 8
_CLOSED = Note(("✓ closed",), "pirgen-tree-closed")


def gate_card(gate: Gate, place: TreeNode, scene: Scene, part: int | None) -> TreeCard:
    """The card of a gate at that place, which is drawn in that part, if in any."""
    box = _box(gate, place, scene)
    if not place.is_first:
        return _again(box, gate, scene.parts.get(gate.id), part)
    if place.folded:
        return replace(box, notes=(Note((f"{place.folded} more below",), link=_line_of(gate)),))
    condition = scene.factors.get(gate.condition or "")
    return replace(
        box,
        symbol=gate_symbol(gate),
        notes=(_other_review(gate.transfer),) if gate.transfer else (),
        word=gate_word(gate),
        oval=condition_oval(condition, scene) if condition else None,
    )


def _box(gate: Gate, place: TreeNode, scene: Scene) -> TreeCard:
    is_top = place.parent is None
    width, size = (_TOP_WIDTH, _TOP_TEXT) if is_top else (_WIDTH, TEXT)
    return TreeCard(
        lines=lines_of(gate.title, width - 2 * PADDING, size, _MOST_LINES, bold=is_top),
        size=size,
        classes="pirgen-tree-top" if is_top else with_basis("pirgen-tree-gate", gate.basis),
        width=width,
        symbol=TRANSFER,
        captions=(*((_CLOSED,) if gate.id in scene.findings.closed else ()), *scene.numbers(gate.id)),
        letter=scene.letters.get(gate.id, ""),
    )


def _again(box: TreeCard, gate: Gate, part: int | None, here: int | None) -> TreeCard:
    note = Note((f"continues at {box.letter}",), link=_line_of(gate))
    if part is not None and part != here:
        note = Note((f"continues at {box.letter}, part {part + 1}",), link=f"#{part_name(part)}")
    classes = f"{box.classes} pirgen-tree-again"
    return replace(box, classes=classes, notes=(note,), word=box.letter, letter="")


def _line_of(gate: Gate) -> str:
    """The link to the gate's line in the outline, which stands for the gate on its page."""
    return f"#gate-{gate.id}"


def _other_review(transfer: Transfer) -> Note:
    lines = ("continues in", *wrap(transfer.review, _WIDTH, NOTE, most=3))
    return Note(lines, link=f"../{transfer.review}/#gate-{transfer.gate}")
