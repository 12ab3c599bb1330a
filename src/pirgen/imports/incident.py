"""What the files of an export say of one incident, before it becomes a draft."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

from pirgen.imports.accounting import SourceFact
from pirgen.imports.export_value import ExportValue
from pirgen.model import (
    ActionStatus,
    EventKind,
    Evidence,
    IncidentStatus,
    Instant,
    Link,
    Measure,
    Moment,
    NotRecorded,
)

__all__ = [
    "FollowUp",
    "ImportedEvent",
    "ImportedIncident",
    "NamedPerson",
    "TextWithPeople",
    "join_texts",
    "merge_parts",
]


@dataclass(frozen=True)
class NamedPerson:
    """Somebody whom an export names. None of it is written: it only serves to know who is the same."""

    id: str = ""
    name: str = ""
    also: tuple[str, ...] = ()


TextWithPeople = tuple[str | NamedPerson, ...]
"""A text with people in it, whose names are chosen last."""


@dataclass(frozen=True)
class ImportedEvent:
    """Something that happened.

    ``lead`` says what it was; ``body`` is what somebody wrote, as Markdown. ``note`` is a remark of ours.
    A ``stand_in`` is used only where no other event has its mark, such as the time of creation, for which a
    full log is better. ``at`` is not recorded where a source has no usable time. ``named`` is what the tool
    calls a point of its own course.
    """

    at: Instant | NotRecorded
    lead: TextWithPeople
    kind: EventKind = EventKind.CONTEXT
    body: TextWithPeople = ()
    marks: tuple[Moment, ...] = ()
    approximate: bool = False
    note: str = ""
    evidence: tuple[Evidence, ...] = ()
    origin: str = ""
    stand_in: bool = False
    until: Instant | None = None
    named: str = ""


@dataclass(frozen=True)
class FollowUp:
    """An improvement that an export asks for; empty or None where it does not say."""

    what: str
    status: ActionStatus
    priority: str = ""
    type: str = ""
    owner: str = ""
    assignee: NamedPerson | None = None
    created: date | None = None
    due: date | None = None
    done_on: date | None = None
    tracker: str = ""
    note: TextWithPeople = ()


@dataclass(frozen=True)
class ImportedIncident:
    """What one or several files say of one incident.

    ``is_whole`` is whether it is the incident itself and not only a part, such as its log.
    ``key`` is the tool's id for it, by which files are put together; files that do not say theirs have
    none. ``label`` is the number by which people know it. ``files`` are the names of its files, each after
    its tool. ``is_external`` is whether such a source is always somebody else's publication. ``left_out``
    counts what was left out on purpose, ``also`` are values of the source that no key is for. ``remarks``
    are for whoever imports. ``records`` are what the source has of it, from which its ``facts`` are counted.
    """

    tool: str
    is_whole: bool = False
    key: str = ""
    label: str = ""
    title: str = ""
    severity: str = ""
    severity_key: str = ""
    status: IncidentStatus = IncidentStatus.OPEN
    services: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    is_planned: bool = False
    is_external: bool = False
    detected_by: str = ""
    detection_note: str = ""
    impact: str = ""
    measures: tuple[Measure, ...] = ()
    summary: TextWithPeople = ()
    trigger: str = ""
    owner: str = ""
    roles: tuple[tuple[str, NamedPerson | str], ...] = ()
    events: tuple[ImportedEvent, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    conditions: tuple[str, ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    links: tuple[Link, ...] = ()
    known: tuple[NamedPerson, ...] = ()
    day: date | None = None
    to_do: tuple[str, ...] = ()
    also: tuple[str, ...] = ()
    left_out: tuple[tuple[str, int], ...] = ()
    files: tuple[tuple[str, str], ...] = ()
    remarks: tuple[str, ...] = ()
    records: tuple[ExportValue, ...] = ()
    facts: tuple[SourceFact, ...] = ()


_PROGRESS = (IncidentStatus.OPEN, IncidentStatus.MITIGATED, IncidentStatus.RESOLVED)
_COUNTS = ("left_out",)


def merge_parts(parts: Sequence[ImportedIncident]) -> ImportedIncident:
    """What several files say together: the first word on each thing, every entry once, the latest status."""
    parts = sorted(parts, key=lambda part: not part.is_whole)
    first = parts[0]
    values: dict[str, object] = {}
    for field in fields(ImportedIncident):
        given = [getattr(part, field.name) for part in parts]
        if field.name == "status":
            values["status"] = max(given, key=_PROGRESS.index)
        elif isinstance(getattr(first, field.name), tuple) and field.name not in ("summary", *_COUNTS):
            values[field.name] = tuple(dict.fromkeys(item for items in given for item in items))
        elif field.name in _COUNTS:
            values[field.name] = tuple(item for items in given for item in items)
        else:
            values[field.name] = next((value for value in given if value), given[0])
    return replace(first, **values)  # type: ignore[arg-type]


def join_texts(words: Sequence[TextWithPeople], between: str) -> TextWithPeople:
    """Several texts as one."""
    made: TextWithPeople = ()
    for text in words:
        made += ((between,) if made else ()) + text
    return made
