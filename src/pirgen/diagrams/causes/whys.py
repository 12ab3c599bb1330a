"""The five whys as a tree that grows to the right: the problem, and in each column another 'why?'."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from pirgen.analysis.factor_status import status_of
from pirgen.diagrams.diagram import Box, Card, Diagram, Piece, Relation, Stroke, label
from pirgen.diagrams.status_notes import StatusNote, status_notes
from pirgen.diagrams.svg.writer import INSET
from pirgen.diagrams.text.metrics import line_height
from pirgen.diagrams.text.wrapping import wrap
from pirgen.diagrams.tidy_tree import Spot, tidy
from pirgen.model import Action, Factor, FiveWhys, Why
from pirgen.wording.plain_text import plain

__all__ = ["draw_whys"]

_TEXT, _NOTE = 13.0, 11.0
_WIDTH = 184.0
_PITCH = _WIDTH + 36
_HEADS = 34.0


@dataclass(frozen=True)
class _Answer:
    """One answer, measured: the index of the one it explains, its column, its lines, and the words below it."""

    parent: int | None
    column: int
    lines: tuple[str, ...]
    factor: Factor | None = None
    state: str = ""
    notes: tuple[tuple[str, StatusNote], ...] = ()

    @property
    def height(self) -> float:
        """The height of its box."""
        return len(self.lines) * line_height(_TEXT) + 15

    @property
    def below(self) -> float:
        """The height of the words below the box."""
        return len(self.notes) * line_height(_NOTE) + (4 if self.notes else 0)


def draw_whys(whys: FiveWhys, factors: tuple[Factor, ...], actions: tuple[Action, ...]) -> Diagram:
    """The tree of whys; answers that name a factor lead to it and say what the actions do about it."""
    by_id = {factor.id: factor for factor in factors}
    answers = [_Answer(None, 0, _lines(whys.problem, bold=True))]
    _collect(whys.because, 0, answers, by_id, actions)
    middles = tidy([Spot(a.parent, a.height / 2, a.height / 2 + a.below) for a in answers], 14, 24)
    heads = tuple(_heads(answers))
    ends = len({answer.factor.id for answer in answers if answer.factor})
    return Diagram(
        "whys",
        f"Five whys: {plain(whys.problem)}",
        f"{len(answers) - 1} answers, up to {max(answer.column for answer in answers)} whys deep; "
        f"they name {ends} contributing factors.",
        "pirgen-whys",
        (*heads, *_cards(answers, middles)),
        tuple(_connections(answers, middles, len(heads))),
    )


def _collect(
    whys: tuple[Why, ...],
    parent: int,
    answers: list[_Answer],
    factors: dict[str, Factor],
    actions: tuple[Action, ...],
) -> None:
    """Append the answers, each before those that explain it."""
    for why in whys:
        answers.append(_answer(why, parent, answers[parent].column + 1, factors, actions))
        _collect(why.because, len(answers) - 1, answers, factors, actions)


def _answer(
    why: Why, parent: int, column: int, factors: dict[str, Factor], actions: tuple[Action, ...]
) -> _Answer:
    factor = factors.get(why.factor or "")
    if factor is None:
        return _Answer(parent, column, _lines(why.answer))
    state = status_of(factor, actions)
    notes = [
        (line, mark)
        for mark in status_notes(factor, actions)
        for line in wrap(mark.text, _WIDTH - 8, _NOTE, bold=True)
    ]
    return _Answer(parent, column, _lines(why.answer), factor, state.value if state else "given", tuple(notes))


def _lines(text: str, bold: bool = False) -> tuple[str, ...]:
    return wrap(plain(text), _WIDTH - 2 * INSET, _TEXT, bold)


def _heads(answers: list[_Answer]) -> Iterator[Card]:
    for column in range(max(answer.column for answer in answers) + 1):
        name = f"Why {column}?" if column else "Problem"
        x = column * _PITCH + _WIDTH / 2
        yield Card((label(x, 0, [name], _TEXT, "pirgen-column", "centre", bold=True),))


def _connections(answers: list[_Answer], middles: tuple[float, ...], first: int) -> Iterator[Relation]:
    """From each answer to those that explain it; ``first`` is the number of the first one's card."""
    for number, (answer, middle) in enumerate(zip(answers, middles, strict=True), start=first):
        if answer.parent is not None:
            left = answer.column * _PITCH
            start = (left - _PITCH + _WIDTH, _HEADS + middles[answer.parent])
            stroke = Stroke((start, (left, _HEADS + middle)), "pirgen-connection", is_bent=True)
            yield Relation(first + answer.parent, number, (stroke,))


def _cards(answers: list[_Answer], middles: tuple[float, ...]) -> Iterator[Card]:
    for answer, middle in zip(answers, middles, strict=True):
        left, top = answer.column * _PITCH, _HEADS + middle - answer.height / 2
        kind = "pirgen-factor" if answer.factor else "pirgen-answer" if answer.column else "pirgen-head"
        classes = f"{kind} pirgen-{answer.state}" if answer.state else kind
        link = f"#factor-{answer.factor.id}" if answer.factor else ""
        box = Box(left, top, _WIDTH, answer.height)
        piece = Piece(box, classes, answer.lines, _TEXT, "left", link)
        yield Card((piece, *_notes(answer, left + 4, top + answer.height + 3)))


def _notes(answer: _Answer, left: float, top: float) -> Iterator[Piece]:
    for index, (line, mark) in enumerate(answer.notes):
        classes = f"pirgen-note pirgen-{answer.state}" if mark.tells_status else "pirgen-muted"
        link = f"#action-{mark.action.id}" if mark.action else ""
        yield label(left, top + index * line_height(_NOTE), [line], _NOTE, classes, "left", link, bold=True)
