"""Tools whose incidents are plain records: which key means what, and one reader for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import FollowUp, ImportedEvent, ImportedIncident, NamedPerson
from pirgen.imports.text import label, markdown, plain
from pirgen.imports.tools.reader import ToolReader
from pirgen.model import ActionStatus, EventKind, IncidentStatus, Link, Moment
from pirgen.privacy import KnownTool, public_link

__all__ = ["EventShape", "RecordShape"]

_KINDS = {
    Moment.STARTED: EventKind.SYMPTOM,
    Moment.DETECTED: EventKind.DETECTION,
    Moment.ACKNOWLEDGED: EventKind.ACTION,
    Moment.MITIGATED: EventKind.RECOVERY,
    Moment.RESOLVED: EventKind.RECOVERY,
}
_LEADS = {
    Moment.STARTED: "The impact starts",
    Moment.DETECTED: "The incident is detected",
    Moment.ACKNOWLEDGED: "The incident is acknowledged",
    Moment.MITIGATED: "The incident is mitigated",
    Moment.RESOLVED: "The incident is resolved",
}
_RESOLVED = (
    "resolved",
    "closed",
    "available",
    "completed",
    "post-mortem",
    "postmortem",
    "retrospective",
    "done",
)
_MITIGATED = ("mitigated", "monitoring", "stable", "service_information")


@dataclass(frozen=True)
class EventShape:
    """A list of what happened: where it is, and the keys of the time, the words and who it was.

    ``moments`` are the moments that words of ``kind`` name.
    """

    where: str
    at: tuple[str, ...]
    text: tuple[str, ...]
    kind: str = ""
    who: str = ""
    is_markdown: bool = True
    moments: tuple[tuple[str, Moment], ...] = ()


@dataclass(frozen=True)
class RecordShape:
    """What the keys of a tool's record mean; a dot leads inside, and of several keys the first there counts.

    A record is known by ``needs``. ``lists`` are the keys under which several are; ``inside`` is a key in which
    each record has its values, as in JSON:API.
    """

    tool: KnownTool
    needs: tuple[str, ...]
    title: tuple[str, ...]
    lists: tuple[str, ...] = ("incidents", "data", "items", "results")
    inside: str = ""
    label: tuple[str, ...] = ("number",)
    severity: tuple[str, ...] = ("severity",)
    status: tuple[str, ...] = ("status",)
    services: tuple[str, ...] = ("services",)
    tags: tuple[str, ...] = ("labels", "tags")
    summary: tuple[str, ...] = ("summary", "description")
    impact: tuple[str, ...] = ()
    moments: tuple[tuple[str, Moment], ...] = ()
    events: tuple[EventShape, ...] = ()
    tasks: tuple[str, ...] = ("action_items", "tasks")
    link: tuple[str, ...] = ("url",)
    base: str = ""
    detected_by: str = ""

    @property
    def reader(self) -> ToolReader:
        """The reader of the tool's exports."""
        return ToolReader(self.tool, self._recognises, self._read)

    def _records(self, root: ExportValue) -> list[ExportValue]:
        found = (*root.records(*self.lists), root.at("incident"), root.at("data"), root)
        return [each for each in found if self._values(each).has(*self.needs)]

    def _values(self, record: ExportValue) -> ExportValue:
        return record.at(self.inside) if self.inside else record

    def _recognises(self, root: ExportValue) -> bool:
        return bool(self._records(root))

    def _read(self, root: ExportValue, file: str) -> Iterator[ImportedIncident]:
        for record in self._records(root):
            yield self._incident(record)

    def _incident(self, record: ExportValue) -> ImportedIncident:
        values = self._values(record)
        severity, address = _text(values, self.severity), _text(values, self.link)
        url = public_link(f"{self.base}{address}" if self.base and "://" not in address else address)
        summary, impact = markdown(_text(values, self.summary)), markdown(_text(values, self.impact))
        return ImportedIncident(
            self.tool.name,
            is_whole=True,
            key=record.text("id") or values.text("id") or _text(values, self.label),
            label=_text(values, self.label),
            title=label(_text(values, self.title)),
            severity=severity,
            severity_key="severity" if severity else "",
            status=self._status(values),
            services=_names(values, self.services),
            tags=_names(values, self.tags),
            detected_by=self.detected_by,
            impact=impact,
            summary=(summary,) if summary else (),
            events=(
                *self._moments(values),
                *(event for shape in self.events for event in self._events(values, shape)),
            ),
            follow_ups=tuple(
                _task(each) for key in self.tasks for each in values.items(*key.split(".")) if each.value
            ),
            links=(Link(f"{self.tool.name} incident", url),) if url else (),
            records=(values,),
        )

    def _status(self, values: ExportValue) -> IncidentStatus:
        word = _text(values, self.status).casefold()
        if word in _RESOLVED or any(values.time(key) for key, mark in self.moments if mark is Moment.RESOLVED):
            return IncidentStatus.RESOLVED
        return IncidentStatus.MITIGATED if word in _MITIGATED else IncidentStatus.OPEN

    def _moments(self, values: ExportValue) -> Iterator[ImportedEvent]:
        """The moments that the record has keys for."""
        for key, moment in self.moments:
            at = values.time(*key.split("."))
            if at:
                origin = f"{self.tool.name} incident, {key}"
                yield ImportedEvent(
                    at, (_LEADS[moment],), _KINDS[moment], marks=(moment,), origin=origin, stand_in=True
                )

    def _events(self, values: ExportValue, shape: EventShape) -> Iterator[ImportedEvent]:
        """What the record lists, oldest or newest first."""
        write: Callable[[str], str] = markdown if shape.is_markdown else plain
        for each in values.items(*shape.where.split(".")):
            at = next((time for key in shape.at if (time := each.time(*key.split(".")))), None)
            words, kind = (
                write(_text(each, shape.text)),
                each.text(*shape.kind.split(".")) if shape.kind else "",
            )
            if at is None or not (words or kind):
                continue
            moment = next((mark for word, mark in shape.moments if word == kind.casefold()), None)
            lead = plain(label(_spelt(kind))) or "Update"
            name = each.text(*shape.who.split(".")) if shape.who else ""
            who = (", by ", NamedPerson(name=name)) if name else ()
            yield ImportedEvent(
                at,
                (lead, *who),
                _KINDS[moment] if moment else EventKind.COMMUNICATION if kind else EventKind.CONTEXT,
                (words,) if words else (),
                (moment,) if moment else (),
                origin=f"{self.tool.name} {shape.where} {each.text('id')}".strip(),
            )


def _spelt(kind: str) -> str:
    """A kind of entry as words: 'userNote' and 'USER_NOTE' are 'User note'."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_.]", " ", kind).capitalize()


def _text(values: ExportValue, keys: tuple[str, ...]) -> str:
    return next((text for key in keys if (text := values.text(*key.split(".")))), "")


def _names(values: ExportValue, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The names in the first of these lists that has any; of records their name, title or label."""
    for key in keys:
        items = values.items(*key.split("."))
        names = (each.text() or _text(each, _NAME_KEYS) for each in items)
        found = tuple(dict.fromkeys(filter(None, map(label, names))))
        if found or (found := tuple(filter(None, (label(values.text(*key.split("."))),)))):
            return found
    return ()


_NAME_KEYS = ("name", "title", "label", "summary", "attributes.name", "slug")


def _task(task: ExportValue) -> FollowUp:
    words = _text(task, ("summary", "title", "description", "name", "attributes.summary")) or task.text()
    state = _text(task, ("status", "state")).casefold()
    is_done = state in ("done", "closed", "completed", "resolved")
    status = ActionStatus.DONE if is_done else ActionStatus.OPEN if state else ActionStatus.UNKNOWN
    name = _text(task, ("assignee.name", "owner.name", "assigned_to"))
    return FollowUp(
        markdown(words),
        status,
        assignee=NamedPerson(name=name) if name else None,
        due=task.day("due_date") or task.day("due_at"),
        tracker=public_link(_text(task, ("url", "jira_issue_url", "resource_link"))),
    )
