"""A postmortem taken apart, and the incident that it tells of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from zoneinfo import ZoneInfo

from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson
from pirgen.imports.markdown.action_items import action_items
from pirgen.imports.markdown.clock import ClockTime, day_in, follows, leading_clock
from pirgen.imports.markdown.keys import MOMENTS, PEOPLE, ROOT_CAUSES, every, first
from pirgen.imports.markdown.outline import MarkdownSection, bullets, sections
from pirgen.imports.markdown.timeline import labelled, timeline_lines, zone_of
from pirgen.imports.markdown.topics import LISTS, heading_of_all, topic_of
from pirgen.imports.text import label, markdown
from pirgen.model import NOT_RECORDED, EventKind, IncidentStatus, Instant, Link, Moment
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import MARKDOWN
from pirgen.source.fields.time_grammar import Unreadable, read_time

NAME = MARKDOWN.name
_KINDS = {
    Moment.STARTED: EventKind.SYMPTOM,
    Moment.DETECTED: EventKind.DETECTION,
    Moment.ACKNOWLEDGED: EventKind.ACTION,
    Moment.MITIGATED: EventKind.RECOVERY,
    Moment.RESOLVED: EventKind.RECOVERY,
}
_STATUS = {
    **dict.fromkeys(("resolved", "closed", "complete", "completed", "done", "final"), IncidentStatus.RESOLVED),
    **dict.fromkeys(("mitigated", "monitoring"), IncidentStatus.MITIGATED),
}
_ORIGIN = f"{NAME} timeline, "
_NO_ZONE = (
    "times of the timeline without a day or a zone are 'not recorded'; name them in the front matter "
    "(date, timezone) or with --timezone, and import again"
)


@dataclass(frozen=True)
class Postmortem:
    """The file taken apart, with the day and the zone that its clock times are meant in."""

    keys: dict[str, tuple[str, ...]]
    parts: tuple[tuple[str, MarkdownSection], ...]
    heading: str
    title: str
    file: str
    day: date | None
    offset: str
    zone: ZoneInfo | None

    @classmethod
    def of(cls, keys: dict[str, tuple[str, ...]], body: str, file: str, zone: ZoneInfo | None) -> Postmortem:
        """Take a file apart into the keys of its front matter and the sections of its body."""
        cut = sections(body)
        heading = heading_of_all(cut)
        parts = tuple((topic_of(section, heading), section) for section in cut)
        title = first(keys, "title", "name", "incident") or heading
        title = re.sub(
            r"^(?:post-?mortem|incident (?:report|review)|pir)\b\s*[:\u2013\u2014-]?\s*", "", title, flags=re.I
        )
        title = re.sub(r"(\w.*?)[\s,:(\u2013\u2014-]*\b\d{4}-\d\d-\d\d\b\)?\s*$", r"\1", title)
        starts = first(keys, "date", "incident_date", "day", *MOMENTS[Moment.STARTED])
        day = day_in(starts) or day_in(title) or day_in(heading) or day_in(PurePath(file).name)
        offset, own = zone_of(keys, parts)
        return cls(keys, parts, heading, title, file, day, offset, own or zone)

    def found(self) -> ImportedIncident:
        """The incident."""
        entries = (*self._moments(), *self._timeline())
        severity = first(self.keys, "severity", "sev", "priority", "level")
        status = re.split(r"[^a-z]", first(self.keys, "status", "state").lower())[0]
        people = [NamedPerson(name=name.strip("@*_ ")) for name in every(self.keys, *PEOPLE)]
        url = public_link(first(self.keys, "url", "link", "ticket", "issue", "tracker"))
        no_zone = any(entry.at is NOT_RECORDED and entry.origin.startswith(_ORIGIN) for entry in entries)
        return ImportedIncident(
            NAME,
            is_whole=True,
            key=self.file,
            title=label(self.title),
            severity=severity,
            severity_key="severity" if severity else "",
            status=_STATUS.get(status, IncidentStatus.OPEN),
            services=tuple(map(label, every(self.keys, "services", "service", "components", "systems"))),
            tags=tuple(map(label, every(self.keys, "tags", "labels", "keywords"))),
            detection_note=markdown(first(self.keys, "detection")) or self._text("detection"),
            impact=markdown(first(self.keys, "impact")) or self._text("impact"),
            summary=(summary,) if (summary := self._summary()) else (),
            trigger=markdown(first(self.keys, "trigger")) or self._text("trigger"),
            owner=label(first(self.keys, "team", "owning_team")),
            events=entries,
            follow_ups=tuple(
                ask for section in self._sections("actions") for ask in action_items(section.lines)
            ),
            conditions=(*map(markdown, self._root_causes()), *self._items("conditions")),
            lists=tuple((key, items) for key in LISTS if (items := self._items(key))),
            links=(Link("Original postmortem", url),) if url else (),
            known=tuple(people),
            day=self.day,
            to_do=(_NO_ZONE,) if no_zone else (),
        )

    def _sections(self, kind: str) -> Iterator[MarkdownSection]:
        return (section for about, section in self.parts if about == kind)

    def _root_causes(self) -> tuple[str, ...]:
        return tuple(text for name in ROOT_CAUSES for text in self.keys.get(name, ()))

    def _text(self, kind: str) -> str:
        return markdown("\n\n".join(section.text for section in self._sections(kind)))

    def _items(self, kind: str) -> tuple[str, ...]:
        return tuple(
            text
            for section in self._sections(kind)
            for item in bullets(section.lines)
            if (text := markdown(item))
        )

    def _summary(self) -> str:
        """The summary, and after it every section that has no key of its own, so that nothing is lost."""
        texts = [first(self.keys, "summary", "description")]
        texts += [section.text for section in self._sections("summary")]
        for section in self._sections(""):
            if section.text:
                is_top = section.heading in ("", self.heading)
                texts.append(section.text if is_top else f"**{section.heading}**\n\n{section.text}")
        return markdown("\n\n".join(filter(None, texts)))

    def _moments(self) -> Iterator[ImportedEvent]:
        """The moments that the front matter names."""
        for moment, names in MOMENTS.items():
            written = first(self.keys, *names)
            at = self._instant(written) if written else None
            if at:
                lead = f"{moment.value.capitalize()}, as the front matter has it"
                yield ImportedEvent(at, (lead,), _KINDS[moment], marks=(moment,), origin=f"{NAME} front matter")

    def _instant(self, written: str) -> Instant | None:
        read = read_time(written, self.zone)
        if not isinstance(read, Unreadable):
            return read
        clock = leading_clock(written)
        return clock.on(self.day, self.offset, self.zone) if clock else None

    def _timeline(self) -> tuple[ImportedEvent, ...]:
        made: list[ImportedEvent] = []
        day, last = self.day, ""
        for section in self._sections("timeline"):
            day = day_in(section.heading) or day
            for line in timeline_lines(section):
                clock = leading_clock(line)
                if clock is None:
                    day = day_in(line) or day if len(line) < 40 else day
                    made += self._entry_without_time(line) if day_in(line) is None else []
                    continue
                if clock.day:
                    day = clock.day
                elif day and last:
                    day += follows(last, clock.time)
                last = clock.time
                made.append(self._entry(clock, day))
        return tuple(made)

    def _entry_without_time(self, line: str) -> list[ImportedEvent]:
        text = markdown(line)
        return [ImportedEvent(NOT_RECORDED, (text,), origin=f"{NAME} timeline")] if text else []

    def _entry(self, clock: ClockTime, day: date | None) -> ImportedEvent:
        at = clock.on(day, self.offset, self.zone)
        moment, rest = labelled(clock.rest)
        text = markdown(rest) or "To be written"
        lead = text if at else f"{clock.written}: {text}"
        marks = (moment,) if moment else ()
        kind = _KINDS[moment] if moment else EventKind.CONTEXT
        origin = f"{_ORIGIN}{clock.written}"
        return ImportedEvent(at or NOT_RECORDED, (lead,), kind, marks=marks, origin=origin)
