"""The timeline of an incident: how long each phase took, and below it every event on one axis."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from math import log2

from pirgen.analysis.durations import Length, length
from pirgen.diagrams.diagram import Box, Card, Diagram, Piece, Relation, label
from pirgen.diagrams.timeline.anchors import event_anchors
from pirgen.diagrams.timeline.entry import BADGE, SMALL, Columns, TimelineEntry, draw_entry, time_of
from pirgen.diagrams.timeline.phase_bar import draw_phase_bar, words_of
from pirgen.diagrams.timeline.phases import Phase, phases
from pirgen.model import Event, Incident, Instant
from pirgen.wording.instants import period
from pirgen.wording.plain_text import plain

__all__ = ["draw_timeline"]

_NARROW = 560
_BETWEEN = 16.0  # the least distance of two events
_GAP_LABEL = 22.0
_LONGEST_GAP = 84.0
_LABELLED = timedelta(minutes=30)  # gaps from here on say how long they are
_BROKEN = timedelta(days=2)  # and from here on the axis is drawn broken
_BREAK = "M0 50L100 0M0 100L100 50"


def draw_timeline(incident: Incident, width: int, zone: str = "") -> Diagram:
    """The timeline at a width in pixels; below 560 the times stand above the texts, as fits a phone.

    The time of a zone is beside each time in UTC.

    Events keep the order of the file. Their distances grow with the logarithm of the time between, so
    that minutes can be told apart where the whole takes days.
    """
    columns = replace(_columns(width), zone=zone)
    stretches = phases(incident)
    bar, bottom = draw_phase_bar(incident, stretches, columns.width)
    entries = _entries(incident, stretches, columns, bottom + 26)
    gaps = [_gap(entries, index, columns) for index in range(len(entries))]
    return Diagram(
        "timeline" if columns.is_wide else "timeline-narrow",
        f"Timeline: {plain(incident.title)}",
        _description(incident, stretches),
        "pirgen-timeline",
        (Card(tuple(bar)), *(Card((*gap, *entry.pieces)) for gap, entry in zip(gaps, entries, strict=True))),
        tuple(Relation(n, n + 1, tuple(_axis(entries, n, gaps[n], columns))) for n in range(1, len(entries))),
    )


def _columns(width: int) -> Columns:
    if width < _NARROW:
        return Columns(width, axis=12, text=36)
    return Columns(width, axis=118, text=146, times=92, kinds=width - 100)


def _description(incident: Incident, stretches: Sequence[Phase]) -> str:
    lengths = [f"{phase.name} {words_of(phase.length)}" for phase in stretches]
    count = len(incident.timeline)
    return "; ".join([f"{count} event{'s' * (count != 1)} from top to bottom", *lengths]) + "."


def _entries(
    incident: Incident, stretches: Sequence[Phase], columns: Columns, top: float
) -> list[TimelineEntry]:
    entries: list[TimelineEntry] = []
    today = ""
    phase = ""
    for anchor, event in zip(event_anchors(incident.timeline), incident.timeline, strict=True):
        phase = _phase_after(event, stretches, phase)
        its_day = period(event.at) if isinstance(event.at, Instant) else today
        new_day = its_day if its_day != today else ""
        y = _top(entries, event) if entries else top
        entries.append(draw_entry(event, phase, columns, y, new_day, f"#{anchor}"))
        today = its_day
    return entries


def _phase_after(event: Event, stretches: Sequence[Phase], before: str) -> str:
    """The kind of the phase that lasts after the event; empty outside the incident."""
    phase = before
    for mark in event.marks:
        if any(stretch.end is mark for stretch in stretches):
            phase = ""
        phase = next((stretch.kind for stretch in stretches if stretch.start is mark), phase)
    return phase


def _top(entries: Sequence[TimelineEntry], event: Event) -> float:
    """Where the next event begins: by the time that passed, but clear of the last one and the gap's label."""
    passed = _passed(entries, event)
    minutes = max(passed.time.total_seconds() / 60, 0) if passed else 0
    gap = min(_LONGEST_GAP, 6 + 10 * log2(1 + minutes / 5))
    room = _BETWEEN + (_GAP_LABEL if _gap_text(entries, event) else 0)
    return max(entries[-1].middle + BADGE / 2 + gap, entries[-1].bottom + room)


def _last_timed(entries: Sequence[TimelineEntry]) -> Event | None:
    return next((entry.event for entry in reversed(entries) if isinstance(entry.event.at, Instant)), None)


def _passed(entries: Sequence[TimelineEntry], event: Event) -> Length | None:
    """The time since the last event that has one."""
    earlier = _last_timed(entries)
    return length(earlier, event) if earlier else None


def _gap_text(entries: Sequence[TimelineEntry], event: Event) -> str:
    passed, earlier = _passed(entries, event), _last_timed(entries)
    if passed is None or earlier is None or passed.time < _LABELLED:
        return ""
    if earlier is entries[-1].event or not time_of(earlier):
        return f"{words_of(passed)} later"
    return f"{words_of(passed)} after {time_of(earlier)}"


def _gap(entries: Sequence[TimelineEntry], index: int, columns: Columns) -> list[Piece]:
    """How much time passed since the entry before, where that is long."""
    text = _gap_text(entries[:index], entries[index].event) if index else ""
    if not text:
        return []
    middle = (entries[index - 1].bottom + entries[index].top) / 2
    return [label(columns.text, middle - 8, [text], SMALL, "pirgen-gap")]


def _axis(entries: Sequence[TimelineEntry], index: int, gap: list[Piece], columns: Columns) -> Iterator[Piece]:
    """The axis from the entry before to this one, broken where the gap is very long."""
    entry, last = entries[index], entries[index - 1]
    yield _ribbon(columns, last.middle, entry.middle, last.phase)
    passed = _passed(entries[:index], entry.event)
    if gap and passed and passed.time >= _BROKEN:
        middle = (last.bottom + entry.top) / 2
        yield Piece(Box(columns.axis - 8, middle - 4, 16, 8), "pirgen-break")
        yield Piece(Box(columns.axis - 7, middle - 7, 14, 14), "pirgen-break-sign", outline=_BREAK)


def _ribbon(columns: Columns, top: float, bottom: float, phase: str) -> Piece:
    width, classes = (8, f"pirgen-ribbon pirgen-{phase}") if phase else (2, "pirgen-axis")
    return Piece(Box(columns.axis - width / 2, top, width, bottom - top), classes)
