"""The anchors of a timeline's events, for links to each of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from pirgen.model import Event, Instant
from pirgen.wording.instants import stamp

__all__ = ["event_anchors"]


def event_anchors(events: Sequence[Event]) -> tuple[str, ...]:
    """An anchor for each event: its id or mark if it has one, else its time; a number where that is taken."""
    seen: Counter[str] = Counter(event.id for event in events if event.id)
    anchors = []
    for event in events:
        if event.id:
            anchors.append(f"event-{event.id}")
            continue
        name = event.marks[0].value if event.marks else _time_name(event)
        seen[name] += 1
        anchors.append(f"event-{name}" + (f"-{seen[name]}" if seen[name] > 1 else ""))
    return tuple(anchors)


def _time_name(event: Event) -> str:
    if not isinstance(event.at, Instant):
        return "without-time"
    return stamp(event.at) if not event.at.has_day else f"{event.at.at:%Y-%m-%d-%H%M}"
