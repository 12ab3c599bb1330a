"""Where a key belongs that is unknown at its place: every form and level is looked through for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from functools import cache
from typing import Any

from pirgen.source.fields import Key, ListOf, OrNone, OrNotRecorded, Record, Table, TextOrList
from pirgen.source.folder import INCIDENT_FILE, REVIEW_FILE
from pirgen.source.form.fault_tree import GATE, GATES
from pirgen.source.form.files import BECAUSE, INCIDENT_KEYS, REVIEW_KEYS, WHY

__all__ = ["elsewhere", "record_of"]

_FILES: Mapping[str, tuple[Key, ...]] = {INCIDENT_FILE: INCIDENT_KEYS, REVIEW_FILE: REVIEW_KEYS}
_OTHER = {INCIDENT_FILE: REVIEW_FILE, REVIEW_FILE: INCIDENT_FILE}

_MOMENTS = {
    "started": "start start_time started_at start_at began begin begin_at incident_start impact_start onset",
    "detected": "detected_at detection_time time_detected discovered discovered_at noticed alerted_at",
    "acknowledged": "acknowledged_at acked acked_at ack time_acknowledged responded_at",
    "mitigated": "mitigated_at mitigation_time stabilised_at stabilized_at contained_at",
    "resolved": "resolved_at resolution_time time_resolved end ended ended_at end_time closed_at fixed_at"
    " recovered restored_at impact_end resolved_time end_at",
}
_MOMENT_BY_KEY = {key: moment for moment, keys in _MOMENTS.items() for key in (moment, *keys.split())}

_ROLES = {
    "incident commander": "commander ic incident_commander incident_manager lead incident_lead im manager",
    "communications lead": "comms comms_lead communications communications_lead communicator",
    "operations lead": "ops ops_lead operations operations_lead responder responders oncall on_call tech_lead",
    "scribe": "scribe recorder note_taker",
}
_ROLE_BY_KEY = {key: role for role, keys in _ROLES.items() for key in keys.split()}


def elsewhere(file: str) -> Callable[[str, bool], str]:
    """A function from an unknown key of a file, and whether it is at the top level, to where it belongs."""
    name = file.rpartition("/")[2]
    return lambda key, is_top: _hint(key, name, is_top) if name in _FILES else ""


def _hint(key: str, file: str, is_top: bool) -> str:
    plain = key.strip().lower().replace("-", "_").replace(" ", "_")
    if not is_top and any(each.name == plain for each in _FILES[file]):
        return f"'{plain}' belongs at the top level of the file: take the indentation away"
    if is_top and plain in _MOMENT_BY_KEY:
        mark = _MOMENT_BY_KEY[plain]
        return f"a moment is a mark on an event of the timeline: - {{at: ..., marks: [{mark}], text: ...}}"
    if is_top and plain in _ROLE_BY_KEY:
        return f"who filled a role is written under 'roles': roles: {{{_ROLE_BY_KEY[plain]}: ...}}"
    other = _OTHER[file]
    places = [*_records_with(plain, file)]
    places += [other] if any(each.name == plain for each in _FILES[other]) else []
    places += _records_with(plain, other)
    return f"'{plain}' belongs in {' or '.join(places[:2])}" if places else ""


@cache
def _records_with(key: str, file: str) -> tuple[str, ...]:
    """The records of a file that have a key, such as 'the event'."""
    return tuple(dict.fromkeys(record.title for record in _records(_FILES[file]) if _has(record, key)))


def _has(record: Record[Any], key: str) -> bool:
    return any(each.name == key for each in record.keys)


def _records(keys: tuple[Key, ...], seen: frozenset[str] = frozenset()) -> Iterator[Record[Any]]:
    for key in keys:
        record = record_of(key.reader)
        if record and record.title not in seen:
            yield record
            yield from _records(record.keys, seen | {record.title})


def record_of(reader: Any) -> Record[Any] | None:
    """The record that a reader reads, or reads several of; None for texts and words."""
    if reader is GATES:
        return GATE
    if reader is BECAUSE:
        return WHY
    if isinstance(reader, (OrNone, OrNotRecorded)):
        return record_of(reader.reader)
    if isinstance(reader, (ListOf, TextOrList)):
        return record_of(reader.item)
    if isinstance(reader, Table):
        return reader.record
    return reader if isinstance(reader, Record) else None
