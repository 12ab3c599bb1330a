"""Tools whose incidents are plain records: which key means what, and one reader for all of them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson
from pirgen.imports.text import label, markdown, plain
from pirgen.imports.tools.reader import ToolReader
from pirgen.imports.tools.record_tasks import first_text, task_of
from pirgen.model import EventKind, IncidentStatus, Link, Moment
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

    ``moments`` are the moments that words of ``kind`` name. ``needs`` are the keys by which an entry is known
    where a list comes as a file of its own, ``of`` the key by which it names its incident there.
    """

    where: str
    at: tuple[str, ...]
    text: tuple[str, ...]
    kind: str = ""
    who: str = ""
    is_markdown: bool = True
    moments: tuple[tuple[str, Moment], ...] = ()
    needs: tuple[str, ...] = ()
    of: str = ""


@dataclass(frozen=True)
class RecordShape:
    """What the keys of a tool's record mean; a dot leads inside, and of several keys the first there counts.

    A record is known by ``needs``. ``lists`` are the keys under which several are; ``inside`` is a key in which
    each record has its values, as in JSON:API. ``task_needs`` are the keys by which a task is known in a list
    of its own. ``more`` are texts for the summary, each with its heading; ``roles`` are lists of roles with the
    keys of the role's name and of the person's. ``commander`` leads to the id of a person among
    those included. ``is_external`` is whether it is always somebody else's publication.
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
    task_needs: tuple[str, ...] = ()
    more: tuple[tuple[str, str], ...] = ()
    roles: tuple[tuple[str, str, str], ...] = ()
    link: tuple[str, ...] = ("url",)
    base: str = ""
    commander: str = ""
    detected_by: str = ""
    is_external: bool = False

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
        return bool(self._records(root) or self._parts(root))

    def _read(self, root: ExportValue, file: str) -> Iterator[ImportedIncident]:
        records, parts = self._records(root), self._parts(root)
        people = tuple(person for each in root.records("included") for person in _user(each))
        for record in records:
            incident = self._incident(record)
            lead = record.text(*self.commander.split(".")) if self.commander else ""
            led = (("incident commander", person) for person in people if person.id == lead)
            yield replace(incident, known=(*incident.known, *people), roles=(*incident.roles, *led))
        for part in parts:
            same = len(records) == 1 and not part.key
            yield replace(part, key=self._key(records[0])) if same else part

    def _parts(self, root: ExportValue) -> list[ImportedIncident]:
        """What lists of entries or tasks of their own say, a part of an incident each."""
        found = (*root.records(*self.lists, *(shape.where for shape in self.events)), *root.records("included"))
        made = []
        for shape in self.events:
            for each in found:
                values = self._values(each)
                if shape.needs and values.has(*shape.needs):
                    events = tuple(self._listed_events([values], shape))
                    made.append(
                        ImportedIncident(
                            self.tool.name, key=values.text(shape.of), events=events, records=(each,)
                        )
                    )
        tasks = [each for each in found if self.task_needs and self._values(each).has(*self.task_needs)]
        asked = tuple(task_of(self._values(each)) for each in tasks)
        if asked:
            key = self._values(tasks[0]).text("incident_id")
            made.append(ImportedIncident(self.tool.name, key=key, follow_ups=asked, records=tuple(tasks)))
        return made

    def _key(self, record: ExportValue) -> str:
        values = self._values(record)
        return record.text("id") or values.text("id") or first_text(values, self.label)

    def _incident(self, record: ExportValue) -> ImportedIncident:
        values = self._values(record)
        severity, address = first_text(values, self.severity), first_text(values, self.link)
        url = public_link(f"{self.base}{address}" if self.base and "://" not in address else address)
        said = (*((key, "") for key in self.summary), *self.more)
        texts = dict.fromkeys((heading, text) for key, heading in said if (text := first_text(values, (key,))))
        summary = markdown(
            "\n\n".join(f"**{heading}**\n\n{text}" if heading else text for heading, text in texts)
        )
        impact = markdown(first_text(values, self.impact))
        return ImportedIncident(
            self.tool.name,
            is_whole=True,
            key=self._key(record),
            label=first_text(values, self.label),
            title=label(first_text(values, self.title)),
            severity=severity,
            severity_key="severity" if severity else "",
            status=self._status(values),
            services=_names(values, self.services),
            tags=_names(values, self.tags),
            detected_by=self.detected_by,
            is_external=self.is_external,
            impact=impact,
            roles=tuple(self._roles(values)),
            summary=(summary,) if summary else (),
            events=(
                *self._moments(values),
                *(event for shape in self.events for event in self._events(values, shape)),
            ),
            follow_ups=tuple(
                task_of(each) for key in self.tasks for each in values.items(*key.split(".")) if each.value
            ),
            links=(Link(f"{self.tool.name} incident", url),) if url else (),
            records=(values,),
        )

    def _status(self, values: ExportValue) -> IncidentStatus:
        word = first_text(values, self.status).casefold()
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

    def _roles(self, values: ExportValue) -> Iterator[tuple[str, NamedPerson | str]]:
        for where, role, person in self.roles:
            for each in values.items(*where.split(".")):
                name = label(each.text(*person.split(".")))
                if name:
                    yield label(each.text(*role.split("."))).lower() or "responder", NamedPerson(name=name)

    def _events(self, values: ExportValue, shape: EventShape) -> Iterator[ImportedEvent]:
        """What the record lists, oldest or newest first."""
        yield from self._listed_events(values.items(*shape.where.split(".")), shape)

    def _listed_events(self, listed: Sequence[ExportValue], shape: EventShape) -> Iterator[ImportedEvent]:
        write: Callable[[str], str] = markdown if shape.is_markdown else plain
        for each in listed:
            at = next((time for key in shape.at if (time := each.time(*key.split(".")))), None)
            words, kind = (
                write(first_text(each, shape.text)),
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
                named=kind,
            )


def _user(included: ExportValue) -> Iterator[NamedPerson]:
    """The person of a record that JSON:API includes."""
    if included.text("type").startswith("user"):
        name, mail = (included.text("attributes", key) for key in ("name", "email"))
        yield NamedPerson(included.text("id"), name, (mail,) if mail else ())


def _spelt(kind: str) -> str:
    """A kind of entry as words: 'userNote' and 'USER_NOTE' are 'User note'."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])|[_.]", " ", kind).capitalize()


def _names(values: ExportValue, keys: tuple[str, ...]) -> tuple[str, ...]:
    """The names in the first of these lists that has any; of records their name, title or label."""
    for key in keys:
        items = values.items(*key.split("."))
        names = (each.text() or first_text(each, _NAME_KEYS) for each in items)
        found = tuple(dict.fromkeys(filter(None, map(label, names))))
        if found or (found := tuple(filter(None, (label(values.text(*key.split("."))),)))):
            return found
    return ()


_NAME_KEYS = (
    "name",
    "title",
    "label",
    "summary",
    "attributes.name",
    "data.attributes.name",
    "impact.name",
    "slug",
)
