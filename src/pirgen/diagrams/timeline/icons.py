"""The small signs of the kinds of events: path data in a box of 100 by 100, drawn as lines."""

from __future__ import annotations

from pirgen.model import EventKind

__all__ = ["SIGNS"]

SIGNS = {
    EventKind.CHANGE: "M6 30H92L68 6M94 70H8L32 94",
    EventKind.SYMPTOM: "M0 58H24L40 12L60 92L76 50H100",
    EventKind.RECOVERY: "M6 54L38 86L96 16",
    EventKind.CONTEXT: "M50 34A16 16 0 0 1 50 66A16 16 0 0 1 50 34Z",
    EventKind.DETECTION: "M42 6A34 34 0 0 1 42 74A34 34 0 0 1 42 6ZM67 65L96 96",
    EventKind.ESCALATION: "M50 96V8M14 44L50 8L86 44",
    EventKind.DIAGNOSIS: "M22 30C22 -4 80 -4 80 30C80 54 50 48 50 72M50 92V97",
    EventKind.DECISION: "M50 4L96 50L50 96L4 50Z",
    EventKind.ACTION: "M16 6L92 50L16 94Z",
    EventKind.COMMUNICATION: "M4 12H96V70H50L26 94V70H4Z",
}
