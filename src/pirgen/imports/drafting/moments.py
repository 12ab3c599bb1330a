"""Which entries are the moments of an incident, where an export offers several or contradicts itself."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from pirgen.imports.incident import ImportedEvent
from pirgen.model import NOT_RECORDED, EventKind, Instant, Moment, NotRecorded, Precision

__all__ = ["assign_moments", "in_order"]

_LAST_COUNTS = (Moment.MITIGATED, Moment.RESOLVED)
"""What may be tried several times, the last of which held; of the others the first counts."""


def in_order(entries: Sequence[ImportedEvent]) -> tuple[ImportedEvent, ...]:
    """The entries oldest first; one without a time stays after the one that it follows."""
    keyed, latest = [], ""
    for index, entry in enumerate(entries):
        if isinstance(entry.at, Instant):
            latest = entry.at.at.isoformat(timespec="microseconds")
        rank = _rank(entry) if isinstance(entry.at, Instant) else _UNTIMED
        keyed.append((latest, rank, index, entry))
    return tuple(entry for *_, entry in sorted(keyed, key=lambda each: each[:3]))


_UNTIMED = 4
_RANKS = {Moment.STARTED: 0, Moment.DETECTED: 1}


def _rank(entry: ImportedEvent) -> int:
    """At one and the same time, what began comes before what was seen, and that before what was done."""
    return min((_RANKS.get(mark, 2) for mark in entry.marks), default=3)


def assign_moments(entries: Sequence[ImportedEvent]) -> tuple[ImportedEvent, ...]:
    """The entries in order, each moment on one of them at most, and none before what it follows."""
    ordered = _without_stand_ins(in_order(entries))
    marked = {mark: _holder(ordered, mark) for mark in Moment}
    lost = _contradictions(ordered, marked)
    made = []
    for index, entry in enumerate(ordered):
        marks = tuple(mark for mark in Moment if marked[mark] == index and mark not in lost)
        notes = [entry.note, *(lost[mark] for mark in entry.marks if mark in lost)]
        made.append(replace(entry, marks=marks, note="; ".join(filter(None, notes))))
    return _nothing_seen_too_early(made)


def _without_stand_ins(entries: Sequence[ImportedEvent]) -> list[ImportedEvent]:
    told = {mark for entry in entries if not entry.stand_in for mark in entry.marks}
    return [entry for entry in entries if not (entry.stand_in and set(entry.marks) <= told)]


def _holder(entries: Sequence[ImportedEvent], mark: Moment) -> int:
    """The index of the entry that is the moment, or -1."""
    holders = [index for index, entry in enumerate(entries) if mark in entry.marks]
    timed = [index for index in holders if isinstance(entries[index].at, Instant)] or holders
    return -1 if not timed else timed[-1] if mark in _LAST_COUNTS else timed[0]


def _contradictions(entries: Sequence[ImportedEvent], marked: dict[Moment, int]) -> dict[Moment, str]:
    """The moments that a mark is taken from, and the note that says why."""
    at = {mark: entries[index].at for mark, index in marked.items() if index >= 0}
    lost: dict[Moment, str] = {}
    if _is_before(at, Moment.RESOLVED, Moment.MITIGATED):
        lost[Moment.RESOLVED] = "not marked as resolved: it was mitigated again later"
    if _is_before(at, Moment.ACKNOWLEDGED, Moment.DETECTED):
        lost[Moment.ACKNOWLEDGED] = "not marked as acknowledged: the export has this before detection"
    is_resolved = Moment.RESOLVED in at and Moment.RESOLVED not in lost
    if is_resolved and Moment.ACKNOWLEDGED in at and not _is_before(at, Moment.ACKNOWLEDGED, Moment.RESOLVED):
        lost[Moment.ACKNOWLEDGED] = (
            "not marked as acknowledged: the export has this after the incident was resolved"
        )
    others = [mark for mark in at if mark not in (Moment.STARTED, *lost)]
    if any(_is_before(at, mark, Moment.STARTED) for mark in others):
        lost[Moment.STARTED] = "not marked as the start: the export has other moments before it"
    return lost


def _is_before(at: Mapping[Moment, Instant | NotRecorded], one: Moment, other: Moment) -> bool:
    first, second = at.get(one), at.get(other)
    if not isinstance(first, Instant) or not isinstance(second, Instant):
        return False
    if Precision.DAY in (first.precision, second.precision):
        return first.at.date() < second.at.date()
    return first.at < second.at


def _nothing_seen_too_early(entries: list[ImportedEvent]) -> tuple[ImportedEvent, ...]:
    """Detection and recovery from before the start are context: most likely of something else."""
    started = next((entry.at for entry in entries if Moment.STARTED in entry.marks), NOT_RECORDED)
    if not isinstance(started, Instant):
        return tuple(entries)
    early = (EventKind.DETECTION, EventKind.RECOVERY)
    return tuple(
        replace(entry, kind=EventKind.CONTEXT)
        if entry.kind in early
        and not entry.marks
        and isinstance(entry.at, Instant)
        and entry.at.at < started.at
        else entry
        for entry in entries
    )
