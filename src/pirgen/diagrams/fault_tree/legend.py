"""The key below a drawing of a fault tree: what its symbols mean, of those that it has and no words explain."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from pirgen.diagrams.diagram import Box, Card, Piece, around, label
from pirgen.diagrams.fault_tree.layout import PlacedCard
from pirgen.diagrams.fault_tree.symbols import OUTLINES
from pirgen.diagrams.text.metrics import text_width

__all__ = ["legend"]

_SIZE = 11.0
_WIDTH, _HEIGHT = 22.0, 16.0  # of a symbol
_ROW, _GAP, _ABOVE, _BESIDE = 22.0, 18.0, 26.0, 6.0
_NARROWEST = 420.0

_VOTE, _CALM, _CUT = "k/n", "pirgen-calm", "pirgen-cut"
_MEANINGS = {
    "pirgen-and": "all inputs together",
    "pirgen-or": "one input is enough",
    _VOTE: "at least k of the n inputs",
    "pirgen-xor": "exactly one input",
    "pirgen-not": "its input is absent",
    "pirgen-inhibit": "while the condition holds",
    "pirgen-undeveloped": "not traced further",
    "pirgen-house": "given",
    "pirgen-transfer": "goes on elsewhere",
    _CALM: "in no open way",
    _CUT: "can no longer come about",
}
"""By class, in the order of the key. What the actions have done is in words below each symbol."""


def legend(placed: Sequence[PlacedCard], closed: Collection[str]) -> tuple[Card, ...]:
    """The key as a card below everything, in rows as wide as the drawing."""
    names = {name for each in placed for name in _shown(each, closed)}
    x, _, width, _ = around(each.box for each in placed)
    left, right = x, x + max(width, _NARROWEST)
    y = max((each.bottom for each in placed), default=0) + _ABOVE
    pieces: list[Piece] = []
    for name, words in _MEANINGS.items():
        needed = _WIDTH + _BESIDE + text_width(words, _SIZE)
        if name in names:
            if left < x and x + needed > right:
                x, y = left, y + _ROW
            pieces += _symbol(name, Box(x, y, _WIDTH, _HEIGHT))
            pieces.append(label(x + _WIDTH + _BESIDE, y + 1, [words], _SIZE, "pirgen-legend pirgen-muted"))
            x += needed + _GAP
    return (Card(tuple(pieces), is_key=True),) if pieces else ()


def _shown(each: PlacedCard, closed: Collection[str]) -> Iterator[str]:
    """What is at a place that the key may explain."""
    card = each.card
    yield _VOTE if "/" in card.word else card.symbol.outline
    yield from card.state.split()
    if each.place.what.id in closed and each.place.parent is not None:
        yield _CUT


def _symbol(name: str, box: Box) -> Iterator[Piece]:
    x, y = box.centre
    if name == _VOTE:
        yield label(x, box.y + 1, [name], _SIZE, "pirgen-legend pirgen-strong", "centre", bold=True)
    elif name == _CUT:
        yield Piece(Box(x - 7, y - 5, 14, 10), f"pirgen-legend {name}", outline=OUTLINES[name])
    elif name == _CALM:
        yield Piece(Box(x - 8, y - 8, 16, 16), "pirgen-legend pirgen-symbol", outline="ellipse")
    else:
        yield Piece(box, f"pirgen-legend {name} pirgen-symbol", outline=OUTLINES[name])
