"""A postmortem in Markdown with front matter: its keys, and the sections that nearly every template has."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pirgen.imports.action_items import action_items
from pirgen.imports.clock import ZONES, Clock, day_in, follows, leading_clock
from pirgen.imports.found import Entry, Found, Person
from pirgen.imports.outline import Section, bold_keys, bullets, front_matter, paragraphs, sections
from pirgen.imports.private import public
from pirgen.imports.wording import label, markdown
from pirgen.model import (
    NOT_RECORDED,
    EventKind,
    IncidentStatus,
    Instant,
    Link,
    Moment,
)
from pirgen.source.times import Unreadable, read_time

NAME = "Markdown"

_SECTIONS = (
    ("timeline", r"timeline|chronology|sequence of events|what happened when"),
    ("actions", r"action|follow[- ]?ups?|next steps|corrective|to-?do"),
    ("went_well", r"went (?:well|right)|what worked|positives"),
    ("went_badly", r"went (?:wrong|badly|poorly)|(?:could|didn.t|did not) .*(?:better|well)|to improve"),
    ("got_lucky", r"luck"),
    ("open_questions", r"open question|unknowns"),
    ("surprises", r"surpris"),
    ("lessons", r"lesson|learn|takeaway"),
    ("trigger", r"trigger"),
    ("conditions", r"root[- ]cause|contributing|^causes?$|factors"),
    ("detection", r"detect"),
    ("impact", r"impact|affected"),
    ("summary", r"summary|overview|abstract|tl;?dr|in brief"),
)
_LISTS = ("went_well", "went_badly", "got_lucky", "open_questions", "surprises", "lessons")
_MOMENT_KEYS = {
    Moment.STARTED: ("started", "start", "start_time", "started_at", "began", "incident_start", "impact_start"),
    Moment.DETECTED: ("detected", "detected_at", "detection_time", "time_detected"),
    Moment.ACKNOWLEDGED: ("acknowledged", "acknowledged_at"),
    Moment.MITIGATED: ("mitigated", "mitigated_at", "impact_end"),
    Moment.RESOLVED: ("resolved", "resolved_at", "end", "end_time", "ended", "incident_end"),
}
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


def recognises(text: str, file: str) -> bool:
    """Whether a text is a postmortem in Markdown."""
    is_named_so = PurePath(file).suffix.lower() in (".md", ".markdown")
    return bool(is_named_so or (re.match(r"---\s*\n", text) and re.search(r"^#{1,3} \S", text, re.MULTILINE)))


def read(text: str, file: str, zone: ZoneInfo | None, problems: list[str]) -> Iterator[Found]:
    """What a postmortem says of its incident; what cannot be read of it goes into ``problems``."""
    keys, body, wrong = front_matter(text, file)
    problems += wrong
    written, body = bold_keys(body, _KEYS)
    if not wrong:
        yield _Postmortem.of({**written, **keys}, body, file, zone).found()


@dataclass(frozen=True)
class _Postmortem:
    """The file taken apart, with the day and the zone that its clock times are meant in."""

    keys: dict[str, tuple[str, ...]]
    parts: tuple[tuple[str, Section], ...]
    heading: str
    title: str
    file: str
    day: date | None
    offset: str
    zone: ZoneInfo | None

    @classmethod
    def of(cls, keys: dict[str, tuple[str, ...]], body: str, file: str, zone: ZoneInfo | None) -> _Postmortem:
        every = sections(body)
        heading = _heading_of_all(every)
        parts = tuple((_about(section, heading), section) for section in every)
        title = _first(keys, "title", "name", "incident") or heading
        title = re.sub(
            r"^(?:post-?mortem|incident (?:report|review)|pir)\b\s*[:\u2013\u2014-]?\s*", "", title, flags=re.I
        )
        title = re.sub(r"(\w.*?)[\s,:(\u2013\u2014-]*\b\d{4}-\d\d-\d\d\b\)?\s*$", r"\1", title)
        starts = _first(keys, "date", "incident_date", "day", *_MOMENT_KEYS[Moment.STARTED])
        day = day_in(starts) or day_in(title) or day_in(heading) or day_in(PurePath(file).name)
        offset, own = _zone_of(keys, parts)
        return cls(keys, parts, heading, title, file, day, offset, own or zone)

    def found(self) -> Found:
        """The incident."""
        entries = (*self._moments(), *self._timeline())
        severity = _first(self.keys, "severity", "sev", "priority", "level")
        status = re.split(r"[^a-z]", _first(self.keys, "status", "state").lower())[0]
        people = [Person(name=name.strip("@*_ ")) for name in _all(self.keys, *_PEOPLE)]
        url = public(_first(self.keys, "url", "link", "ticket", "issue", "tracker"))
        no_zone = any(entry.at is NOT_RECORDED and entry.origin.startswith(_ORIGIN) for entry in entries)
        return Found(
            NAME,
            is_whole=True,
            key=self.file,
            title=label(self.title),
            severity=severity,
            severity_key="severity" if severity else "",
            status=_STATUS.get(status, IncidentStatus.OPEN),
            services=tuple(map(label, _all(self.keys, "services", "service", "components", "systems"))),
            tags=tuple(map(label, _all(self.keys, "tags", "labels", "keywords"))),
            detection_note=markdown(_first(self.keys, "detection")) or self._text("detection"),
            impact=markdown(_first(self.keys, "impact")) or self._text("impact"),
            summary=(summary,) if (summary := self._summary()) else (),
            trigger=markdown(_first(self.keys, "trigger")) or self._text("trigger"),
            owner=label(_first(self.keys, "team", "owning_team")),
            entries=entries,
            follow_ups=tuple(
                ask for section in self._sections("actions") for ask in action_items(section.lines)
            ),
            conditions=(*map(markdown, self._root_causes()), *self._items("conditions")),
            lists=tuple((key, items) for key in _LISTS if (items := self._items(key))),
            links=(Link("Original postmortem", url),) if url else (),
            known=tuple(people),
            day=self.day,
            to_do=(_NO_ZONE,) if no_zone else (),
        )

    def _sections(self, kind: str) -> Iterator[Section]:
        return (section for about, section in self.parts if about == kind)

    def _root_causes(self) -> tuple[str, ...]:
        return tuple(text for name in _ROOT_CAUSES for text in self.keys.get(name, ()))

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
        texts = [_first(self.keys, "summary", "description")]
        texts += [section.text for section in self._sections("summary")]
        for section in self._sections(""):
            if section.text:
                is_top = section.heading in ("", self.heading)
                texts.append(section.text if is_top else f"**{section.heading}**\n\n{section.text}")
        return markdown("\n\n".join(filter(None, texts)))

    def _moments(self) -> Iterator[Entry]:
        """The moments that the front matter names."""
        for moment, names in _MOMENT_KEYS.items():
            written = _first(self.keys, *names)
            at = self._instant(written) if written else None
            if at:
                lead = f"{moment.value.capitalize()}, as the front matter has it"
                yield Entry(at, (lead,), _KINDS[moment], marks=(moment,), origin=f"{NAME} front matter")

    def _instant(self, written: str) -> Instant | None:
        read = read_time(written, self.zone)
        if not isinstance(read, Unreadable):
            return read
        clock = leading_clock(written)
        return clock.on(self.day, self.offset, self.zone) if clock else None

    def _timeline(self) -> tuple[Entry, ...]:
        made: list[Entry] = []
        day, last = self.day, ""
        for section in self._sections("timeline"):
            day = day_in(section.heading) or day
            for line in _timeline_lines(section):
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

    def _entry_without_time(self, line: str) -> list[Entry]:
        text = markdown(line)
        return [Entry(NOT_RECORDED, (text,), origin=f"{NAME} timeline")] if text else []

    def _entry(self, clock: Clock, day: date | None) -> Entry:
        at = clock.on(day, self.offset, self.zone)
        moment, rest = _labelled(clock.rest)
        text = markdown(rest) or "To be written"
        lead = text if at else f"{clock.written}: {text}"
        marks = (moment,) if moment else ()
        kind = _KINDS[moment] if moment else EventKind.CONTEXT
        origin = f"{_ORIGIN}{clock.written}"
        return Entry(at or NOT_RECORDED, (lead,), kind, marks=marks, origin=origin)


_PEOPLE = (
    "author",
    "authors",
    "owner",
    "owners",
    "incident_commander",
    "commander",
    "participants",
    "responders",
)
_ROOT_CAUSES = ("root_cause", "root_causes", "contributing_factors")
_KEYS = frozenset(
    (
        *(
            "title",
            "date",
            "incident_date",
            "severity",
            "sev",
            "priority",
            "status",
            "service",
            "services",
            "tags",
        ),
        *("timezone", "team", "summary", "impact", "trigger", "detection"),
        *(name for names in _MOMENT_KEYS.values() for name in names),
        *_ROOT_CAUSES,
        *_PEOPLE,
    )
)
_ORIGIN = f"{NAME} timeline, "
_NO_ZONE = (
    "times of the timeline without a day or a zone are 'not recorded'; name them in the front matter "
    "(date, timezone) or with --timezone, and import again"
)


def _first(keys: dict[str, tuple[str, ...]], *names: str) -> str:
    return next((keys[name][0] for name in names if keys.get(name)), "")


def _all(keys: dict[str, tuple[str, ...]], *names: str) -> tuple[str, ...]:
    given = (text for name in names for text in keys.get(name, ()))
    return tuple(piece.strip() for text in given for piece in text.split(",") if piece.strip())


def _known(heading: str) -> str:
    return next((kind for kind, words in _SECTIONS if re.search(words, heading, re.IGNORECASE)), "")


def _heading_of_all(every: tuple[Section, ...]) -> str:
    """The heading that stands above all others, if one does: the title."""
    tops = [section.heading for section in every if section.heading and not section.above]
    return tops[0] if tops and (len(tops) == 1 or not _known(tops[0])) else ""


def _about(section: Section, title: str) -> str:
    """What a section is about: by its heading, or by the nearest heading above it that says so."""
    headings = (heading for heading in (section.heading, *reversed(section.above)) if heading != title)
    return next((kind for heading in headings if (kind := _known(heading))), "")


def _zone_of(
    keys: dict[str, tuple[str, ...]], parts: tuple[tuple[str, Section], ...]
) -> tuple[str, ZoneInfo | None]:
    """The offset or the zone that the front matter names, or that the timeline says of all its times."""
    named = _first(keys, "timezone", "time_zone", "tz")
    if named.upper() in ZONES:
        return ZONES[named.upper()], None
    try:
        if named:
            return "", ZoneInfo(named)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        pass
    said = " ".join(
        f"{section.heading} {' '.join(paragraphs(section.text)[:1])[:300]}"
        for about, section in parts
        if about == "timeline"
    )
    told = re.search(r"(?:\(|all times|times (?:are )?in|time ?zone:?)[^\n.;)]{0,20}?\b(UTC|GMT)\b", said, re.I)
    return ("Z" if told else ""), None


def _timeline_lines(section: Section) -> Iterator[str]:
    """One line an event: an item, a row of a table, or a paragraph; what goes on below an item joins it."""
    rows = [line for line in section.lines if line.strip().startswith("|")]
    if rows:
        yield from (
            re.sub(r"(?<!\\)\|", " ", row)
            for row in rows
            if not re.fullmatch(r"[\s|:-]+", row) and leading_clock(row)
        )
        return
    lines = [line for line in section.lines if line.strip()]
    joined: list[str] = []
    for line in lines:
        bare = re.sub(r"^\s*(?:[-*+]|\d{1,3}[.)])\s+", "", line)
        if joined and bare == line and leading_clock(line) is None and line.startswith(("  ", "\t")):
            joined[-1] += f" {line.strip()}"
        else:
            joined.append(bare.strip())
    yield from (line for line in joined if not re.fullmatch(r"(?i)\(?(?:all )?times .{0,40}", line))


_CAPITALS = (
    (r"\b(?:OUTAGE|INCIDENT|IMPACT) (?:BEGINS|STARTS|BEGAN|STARTED)\b", Moment.STARTED),
    (r"\b(?:OUTAGE|INCIDENT|IMPACT) MITIGATED\b", Moment.MITIGATED),
    (r"\b(?:OUTAGE|INCIDENT|IMPACT) (?:ENDS|ENDED|RESOLVED|OVER)\b", Moment.RESOLVED),
)
_LABEL = re.compile(
    r"[\s*_\[(]*(started|detected|acknowledged|mitigated|resolved)\b(?:[*_\])]+[\s:\u2013\u2014-]*"
    r"|\s*:[\s*_]*|\s*[\u2013\u2014-]\s+)",
    re.IGNORECASE,
)


def _labelled(text: str) -> tuple[Moment | None, str]:
    """The moment that an event is plainly labelled as, and its text; other texts are left to an author."""
    found = _LABEL.match(text)
    if found:
        return Moment(found[1].lower()), text[found.end() :] or found[1].capitalize()
    return next((moment for words, moment in _CAPITALS if re.search(words, text)), None), text
