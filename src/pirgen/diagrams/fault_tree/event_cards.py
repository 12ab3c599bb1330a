"""The cards of factors: what was there, how certain that is, and what the actions have done about it."""

from __future__ import annotations

from math import sqrt

from pirgen.analysis.open_paths import Standing
from pirgen.diagrams.fault_tree.cards import (
    NOTE,
    PADDING,
    TEXT,
    Note,
    Oval,
    Scene,
    TreeCard,
    lines_of,
    with_basis,
)
from pirgen.diagrams.fault_tree.symbols import OVAL, event_symbol
from pirgen.diagrams.status_notes import StatusNote
from pirgen.diagrams.text.metrics import line_height, text_width
from pirgen.diagrams.text.wrapping import wrap
from pirgen.model import Basis, Factor, FactorKind, Occurred
from pirgen.wording.plain_text import plain

__all__ = ["condition_oval", "event_card"]

_WIDTH, _NOTE_WIDTH, _OVAL_TEXT = 122.0, 130.0, 92.0
_MOST_LINES, _MOST_OVAL_LINES = 8, 5
_OCCURRED = {Occurred.YES: "", Occurred.NO: " pirgen-absent", Occurred.UNKNOWN: " pirgen-unsure"}


def event_card(factor: Factor, scene: Scene) -> TreeCard:
    """The card of a factor as an input of a gate."""
    state = scene.findings.state(factor, scene.actions)
    lines = lines_of(factor.text, _WIDTH - 2 * PADDING, TEXT, _MOST_LINES)
    is_house = factor.kind is FactorKind.HOUSE
    return TreeCard(
        lines=lines,
        size=TEXT,
        classes=_classes("pirgen-tree-event", factor, scene),
        width=_WIDTH,
        symbol=event_symbol(factor.kind),
        captions=_captions(factor, scene),
        notes=_notes(factor, scene),
        word=("on" if factor.state else "off") if is_house else "",
        sign=f"pirgen-sign-{state.value}" if state and not is_house else "",
        state=_state(factor, scene),
        link=f"#factor-{factor.id}",
        tooltip=plain(factor.text) if lines[-1:] and lines[-1].endswith("…") else "",
    )


def condition_oval(factor: Factor, scene: Scene) -> Oval:
    """The oval of a factor as the condition of an inhibit gate."""
    lines = lines_of(factor.text, _OVAL_TEXT, TEXT, _MOST_OVAL_LINES)
    text = max((text_width(line, TEXT) for line in lines), default=0)
    # the smallest ellipse around a rectangle is as wide and as high as that, times the root of two
    width, height = text * sqrt(2), len(lines) * line_height(TEXT) * sqrt(2)
    classes = f"{OVAL} {_classes('pirgen-tree-condition', factor, scene)}"
    state = _state(factor, scene)
    notes = (*_captions(factor, scene), *_notes(factor, scene))
    link = f"#factor-{factor.id}"
    return Oval(lines, f"{classes} {state}", link, notes, round(max(60, width)) + 4, round(max(34, height)))


def _classes(name: str, factor: Factor, scene: Scene) -> str:
    again = " pirgen-tree-again" if factor.id in scene.shared else ""
    alone = " pirgen-open pirgen-alone" if factor.id in scene.findings.alone else ""
    return f"{with_basis(name, factor.basis)}{again}{alone}"


def _state(factor: Factor, scene: Scene) -> str:
    state = scene.findings.state(factor, scene.actions)
    name = state.value if state else "calm" if factor.id in scene.findings.calm else "given"
    alone = " pirgen-alone" if factor.id in scene.findings.alone else ""
    return f"pirgen-{name}{alone}{_OCCURRED[factor.occurred]}"


def _captions(factor: Factor, scene: Scene) -> tuple[Note, ...]:
    words = ["inferred"] if factor.basis is Basis.INFERRED else []
    words += ["also elsewhere"] if factor.id in scene.shared else []
    return (*(Note((word,)) for word in words), *scene.numbers(factor.id))


def _notes(factor: Factor, scene: Scene) -> tuple[Note, ...]:
    state = scene.findings.state(factor, scene.actions)
    return tuple(_note(mark, state) for mark in scene.findings.notes(factor, scene.actions))


def _note(mark: StatusNote, state: Standing | None) -> Note:
    is_bold = mark.tells_status
    classes = f"pirgen-tree-note pirgen-{state.value}" if state and is_bold else "pirgen-tree-note"
    lines = lines_of(mark.words, _NOTE_WIDTH, NOTE, 2, is_bold)
    if mark.action is None:
        return Note(lines, classes)
    id = wrap(mark.action.id, _NOTE_WIDTH, NOTE, is_bold, most=2)
    return Note((*lines, *id), classes, f"#action-{mark.action.id}", plain(mark.action.what))
