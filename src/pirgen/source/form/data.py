"""The form the other way round: a value of the model as the data that its file would hold.

What a file need not say, since the model takes it for granted, is left out. Times are in UTC.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import MISSING, fields
from datetime import date
from enum import Enum
from functools import cache
from typing import Any

from pirgen.model import Gate, GateKind, Incident, Instant, InternalText, NotRecorded, Review
from pirgen.source.fields import (
    AlwaysInternal,
    Key,
    ListOf,
    OrNone,
    OrNotRecorded,
    Pairs,
    Record,
    Table,
    TextOrList,
)
from pirgen.source.form.fault_tree import GATES, PARTNERS
from pirgen.source.form.files import BECAUSE, INCIDENT_KEYS, REVIEW_KEYS, WHY
from pirgen.wording.instants import stamp

__all__ = ["incident_as_written", "review_as_written"]


def incident_as_written(incident: Incident) -> dict[str, Any]:
    """The keys of ``incident.yaml`` with their values."""
    return _record(incident, INCIDENT_KEYS)


def review_as_written(review: Review) -> dict[str, Any]:
    """The keys of ``pir.yaml`` with their values."""
    return _record(review, REVIEW_KEYS)


def _record(value: Any, keys: Sequence[Key]) -> dict[str, Any]:
    defaults = _defaults(value.__class__)
    written = {}
    for key in keys:
        name = key.to or key.name
        if name in defaults:
            held = getattr(value, name)
            if key.required or defaults[name] is MISSING or held != defaults[name]:
                written[key.name] = _written(held, key.reader)
    return written


@cache
def _defaults(kind: type[Any]) -> dict[str, object]:
    """What is taken for granted of a field, by the names of all; ``MISSING`` where nothing is."""
    return {field.name: field.default for field in fields(kind)}


def _written(value: Any, reader: Any) -> Any:
    """What a reader would read as that value."""
    if isinstance(value, NotRecorded):
        return value.value
    if isinstance(reader, OrNone):
        return "none" if value is None else _written(value, reader.reader)
    if isinstance(reader, OrNotRecorded):
        return _written(value, reader.reader)
    if reader is GATES:
        return {gate.id: _gate(gate) for gate in value}
    if isinstance(reader, TextOrList) and isinstance(value, tuple):
        return [_written(each, reader.item) for each in value]
    if isinstance(reader, ListOf):
        return [_record(each, WHY.keys) if reader is BECAUSE else _written(each, reader.item) for each in value]
    if isinstance(reader, Table):
        return {each.id: _record(each, reader.record.keys) for each in value}
    if isinstance(reader, Pairs):
        return dict(tuple(vars(each).values()) for each in value)
    if isinstance(reader, Record):
        return _record(value, reader.keys)
    if isinstance(value, InternalText) and not isinstance(reader, AlwaysInternal):
        return {"text": str(value), "internal": True}
    return _scalar(value)


def _scalar(value: Any) -> Any:
    if isinstance(value, Instant):
        return _time(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Enum):
        return {"true": True, "false": False}.get(str(value.value), value.value)
    return str(value) if isinstance(value, InternalText) else value


def _time(instant: Instant) -> str:
    if not instant.has_clock:
        return stamp(instant)
    timespec = "microseconds" if instant.at.microsecond else f"{instant.precision.value}s"
    return instant.at.replace(tzinfo=None).isoformat(timespec=timespec) + "Z"


def _gate(gate: Gate) -> dict[str, Any]:
    written: dict[str, Any] = {"title": gate.title}
    inputs = list(gate.inputs)
    if gate.transfer:
        written["transfer"] = f"{gate.transfer.review}#{gate.transfer.gate}"
    elif gate.kind is GateKind.ATLEAST:
        written |= {"atleast": gate.atleast, PARTNERS["atleast"]: inputs}
    elif gate.kind in (GateKind.NOT, GateKind.INHIBIT):
        written[gate.kind.value] = inputs[0]
    else:
        written[gate.kind.value] = inputs
    written |= {"condition": gate.condition} if gate.condition else {}
    return written | ({"basis": gate.basis.value} if gate.basis else {})
