"""The bar above a timeline: the phases at their true lengths, and a legend that says them."""

from __future__ import annotations

from collections.abc import Sequence

from pirgen.analysis.durations import Length, between
from pirgen.diagrams.diagram import Box, Piece, label
from pirgen.diagrams.text.metrics import line_height, text_width
from pirgen.diagrams.timeline.phases import Phase
from pirgen.model import Incident, Moment
from pirgen.wording.durations import duration

__all__ = ["draw_phase_bar", "words_of"]

_TEXT, _SMALL = 14.0, 12.0
_THINNEST = 5.0  # a phase of a second between hours must still be seen


def draw_phase_bar(incident: Incident, phases: Sequence[Phase], width: float) -> tuple[list[Piece], float]:
    """The pieces of the bar and its legend, and the height that they take."""
    span = _span(incident, phases) if phases else ""
    pieces = [_zone(span, width)]
    if not phases:
        return pieces, line_height(_SMALL)
    pieces.append(label(0, 0, [span], _TEXT, "pirgen-strong", bold=True))
    left = 0.0
    for phase, share in zip(phases, _shares(phases, width), strict=True):
        pieces.append(Piece(Box(left, 24, share - 2, 14), f"pirgen-bar pirgen-{phase.kind}"))
        left += share
    legend, bottom = _legend(phases, width, 48)
    return pieces + legend, bottom


def words_of(length: Length) -> str:
    """A length in words that pretend no precision."""
    return ("about " if length.is_approximate and length.time else "") + duration(length.time)


def _zone(span: str, width: float) -> Piece:
    spare = width - text_width(span, _TEXT, bold=True) - 12
    words = "times in UTC" if text_width("times in UTC", _SMALL) < spare else "UTC"
    return label(width, 1, [words], _SMALL, "pirgen-muted", "right")


def _span(incident: Incident, phases: Sequence[Phase]) -> str:
    end = _end(incident, phases)
    whole = between(incident, phases[0].start, end)
    return f"{phases[0].start.value.capitalize()} to {end.value}" + (f": {words_of(whole)}" if whole else "")


def _end(incident: Incident, phases: Sequence[Phase]) -> Moment:
    """The last moment on the event that ends the last phase."""
    event = incident.event_of(phases[-1].end)
    return next(moment for moment in reversed(Moment) if event and moment in event.marks)


def _shares(phases: Sequence[Phase], width: float) -> list[float]:
    """Widths in proportion to the lengths, each with the gap of 2 after it; the longest pays for the thin."""
    lengths = [phase.length.time.total_seconds() for phase in phases]
    shares = [max(_THINNEST, width * length / (sum(lengths) or 1)) for length in lengths]
    shares[shares.index(max(shares))] += width + 2 - sum(shares)
    return shares


def _legend(phases: Sequence[Phase], width: float, top: float) -> tuple[list[Piece], float]:
    pieces: list[Piece] = []
    left = 0.0
    for phase in phases:
        name, length = phase.name.capitalize(), words_of(phase.length)
        name_width = text_width(name, _SMALL) + 4
        needed = 17 + name_width + text_width(length, _SMALL, bold=True)
        if left and left + needed > width:
            left, top = 0.0, top + 20
        pieces.append(Piece(Box(left, top + 2, 11, 11), f"pirgen-swatch pirgen-{phase.kind}"))
        pieces.append(label(left + 17, top, [name], _SMALL, "pirgen-muted"))
        pieces.append(label(left + 17 + name_width, top, [length], _SMALL, "pirgen-strong", bold=True))
        left += needed + 24
    return pieces, top + line_height(_SMALL)
