"""A postmortem taken apart, and the incident in it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, tzinfo
from zoneinfo import ZoneInfo

from pirgen.imports.accounting import FactKind, SourceFact
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson
from pirgen.imports.markdown.action_items import action_items, is_listing
from pirgen.imports.markdown.clock import leading_clock
from pirgen.imports.markdown.dates import date_in
from pirgen.imports.markdown.day_and_zone import day_of, zone_of
from pirgen.imports.markdown.facts import facts_of
from pirgen.imports.markdown.figures import figures_in, without_figures
from pirgen.imports.markdown.front_matter import FileKeys
from pirgen.imports.markdown.keys import MOMENTS, NAMES, PEOPLE, ROOT_CAUSES, TEXTS, every, first
from pirgen.imports.markdown.outline import MarkdownSection, sections
from pirgen.imports.markdown.timeline import KINDS, TIMELINE, TimelineReader, is_timeline
from pirgen.imports.markdown.titles import bare_title
from pirgen.imports.markdown.topics import LISTS, known_topic, title_heading, topic_of
from pirgen.imports.people_in_words import people_in_words
from pirgen.imports.text import label, markdown
from pirgen.model import NOT_RECORDED, IncidentStatus, Instant, Link, Moment
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import MARKDOWN
from pirgen.source.fields.time_grammar import Unreadable, read_time

NAME = MARKDOWN.name
_STATUS = {
    **dict.fromkeys(
        ("resolved", "closed", "complete", "completed", "done", "final", "fixed", "true"),
        IncidentStatus.RESOLVED,
    ),
    **dict.fromkeys(("mitigated", "monitoring"), IncidentStatus.MITIGATED),
}
_NO_DAY = (
    "times of the timeline are 'not recorded', since the file has no day for them; give one with --date, and "
    "import again"
)
_NO_ZONE = (
    "times of the timeline are 'not recorded', since the file has no time zone for them; give one with "
    "--timezone, and import again"
)
_NOT_SAID = re.compile(r"(?i)n/?a|none|unknown|tb[dc]|\?+|-+|false|true|pending|yes|no|not .*")


@dataclass(frozen=True)
class Postmortem:
    """The file taken apart, with the day and the zone that its clock times are meant in.

    ``zone`` is what the file names; ``fallback`` is what whoever imports names. ``is_dated`` is whether
    its head, its title or its name has the day.
    """

    keys: FileKeys
    parts: tuple[tuple[str, MarkdownSection], ...]
    heading: str
    title: str
    file: str
    day: date | None
    zone: tzinfo | None
    fallback: tzinfo | None
    is_dated: bool

    @classmethod
    def of(
        cls, keys: FileKeys, body: str, file: str, fallback: ZoneInfo | None, day: date | None = None
    ) -> Postmortem:
        """Take a file apart into the keys of its head and the sections of its body."""
        cut = sections(body)
        heading = title_heading(cut)
        parts = tuple((topic_of(section, heading), section) for section in cut)
        title = first(keys, *NAMES["title"]) or heading
        zone = zone_of(keys, body)
        named = day_of(keys, (title, heading), file)
        found = named or date_in(body) or day
        return cls(keys, parts, heading, bare_title(title), file, found, zone, fallback, named is not None)

    def incident(self, hints: int = 0) -> ImportedIncident:
        """The incident; ``hints`` are the comments that were taken out before."""
        reader, events = self._timeline()
        events = (*self._moments(events), *events)
        severity = first(self.keys, *NAMES["severity"])
        url = public_link(first(self.keys, *NAMES["link"]))
        detection = markdown(first(self.keys, "detection"))
        return ImportedIncident(
            NAME,
            is_whole=True,
            key=first(self.keys, *NAMES["id"]) or self.file,
            title=label(self.title),
            severity=label(severity),
            severity_key="severity" if severity else "",
            status=self._status(),
            services=tuple(map(label, every(self.keys, *NAMES["services"]))),
            tags=tuple(map(label, every(self.keys, *NAMES["tags"]))),
            detection_note="\n\n".join(filter(None, (detection, self._text("detection")))),
            impact="\n\n".join(filter(None, (markdown(first(self.keys, "impact")), self._text("impact")))),
            measures=tuple(each for section in self._sections("impact") for each in figures_in(section)),
            summary=(summary,) if (summary := self._summary(reader)) else (),
            trigger="\n\n".join(filter(None, (markdown(first(self.keys, "trigger")), self._text("trigger")))),
            owner=label(first(self.keys, *NAMES["team"])),
            roles=tuple(self._roles()),
            events=events,
            follow_ups=tuple(ask for section in self._sections("actions") for ask in action_items(section)),
            conditions=(*map(markdown, self._root_causes()), *self._items("conditions")),
            lists=tuple((key, items) for key in LISTS if (items := self._items(key))),
            links=(Link("Original postmortem", url),) if url else (),
            day=self.day,
            to_do=tuple(self._to_do(events)),
            known=tuple(person for _, section in self.parts for person in people_in_words(section.text)),
            also=tuple(self._also()),
            left_out=(("HTML comments", hints),),
            facts=(
                SourceFact(FactKind.TEXT, self.title),
                *facts_of(self.keys, tuple(section for _, section in self.parts)),
            ),
        )

    def _sections(self, kind: str) -> Iterator[MarkdownSection]:
        return (section for about, section in self.parts if about == kind)

    def _status(self) -> IncidentStatus:
        word = re.split(r"[^a-z]", first(self.keys, *NAMES["status"], "resolved").lower())[0]
        return _STATUS.get(word, IncidentStatus.OPEN)

    def _roles(self) -> Iterator[tuple[str, NamedPerson | str]]:
        for role, names in PEOPLE.items():
            for name in every(self.keys, *names):
                bare = re.sub(r"\(.*?\)|\[|\]|@|[*_`<>]", "", name).strip()
                if bare and not _NOT_SAID.fullmatch(bare):
                    yield role, NamedPerson(name=bare)

    def _root_causes(self) -> tuple[str, ...]:
        return tuple(text for name in ROOT_CAUSES for text in self.keys.get(name, ()))

    def _text(self, kind: str) -> str:
        """The sections of a topic as one text, with the headings within it."""
        pieces = []
        for section in self._sections(kind):
            is_within = known_topic(section.heading) != kind
            text = without_figures(section) if kind == "impact" else section.text
            pieces.append(f"**{section.heading}**\n\n{text}" if is_within and section.heading else text)
        return markdown("\n\n".join(filter(None, pieces)))

    def _items(self, kind: str) -> tuple[str, ...]:
        made = []
        for section in self._sections(kind):
            is_within = known_topic(section.heading) != kind
            items = [text for item in section.items if (text := markdown(item))]
            if is_within and section.heading:
                items[:1] = [f"**{section.heading}**: {items[0]}" if items else section.heading]
            made += items
        return tuple(made)

    def _summary(self, reader: TimelineReader) -> str:
        """The summary, and after it all that has no key of its own, so that nothing is lost."""
        texts = [
            first(self.keys, "summary"),
            first(self.keys, "executive_summary"),
            first(self.keys, "description"),
        ]
        texts += [
            section.text for section in self._sections("summary") if known_topic(section.heading) == "summary"
        ]
        for about, section in self.parts:
            is_within = about == "summary" and known_topic(section.heading) != "summary"
            is_read = leading_clock(section.heading) or (not about and is_timeline(section))
            if (about == "" or is_within) and not is_read and (section.text or section.heading != self.heading):
                is_top = section.heading in ("", self.heading)
                texts.append(section.text if is_top else f"**{section.heading}**\n\n{section.text}".strip())
        for key, name in (("resolution", "Resolution"), ("duration", "Duration")):
            texts += [f"**{name}**\n\n{value}" for value in self.keys.get(key, ())]
        for section in self._sections("actions"):
            rest = "\n\n".join(block.text for block in section.blocks if not is_listing(block, section))
            texts += [f"**{section.heading}**\n\n{rest}"] if rest else []
        under: dict[str, list[str]] = {}
        for heading, text in reader.left:
            under.setdefault(heading, []).append(text)
        texts += [f"**{heading or 'Timeline'}**\n\n" + "\n\n".join(pieces) for heading, pieces in under.items()]
        return markdown("\n\n".join(filter(None, texts)))

    def _moments(self, events: tuple[ImportedEvent, ...]) -> Iterator[ImportedEvent]:
        """The moments that the head of the file names, but for those that the timeline has at the same time."""
        known = {(mark, event.at) for event in events for mark in event.marks}
        names = dict(MOMENTS)
        if "affected" in self.keys or "resolvedwhen" in self.keys:  # a file of cState: its date is the start
            names[Moment.STARTED] = (*names[Moment.STARTED], "date")
        for moment, keys in names.items():
            texts = [text for key in keys for text in self.keys.get(key, ()) if not _NOT_SAID.fullmatch(text)]
            written = texts[0] if texts else ""
            at = self._instant(written) if written else None
            if at and (moment, at) not in known:
                lead = f"{moment.value.capitalize()}, as the head of the file has it"
                yield ImportedEvent(
                    at, (lead,), KINDS[moment], marks=(moment,), origin=f"{NAME} head, {written}"
                )
            elif written and at is None:
                lead = f"{moment.value.capitalize()}: {markdown(written)}"
                yield ImportedEvent(
                    NOT_RECORDED, (lead,), KINDS[moment], marks=(moment,), origin=f"{NAME} head, {written}"
                )

    def _instant(self, written: str) -> Instant | None:
        read = read_time(written, self.fallback if isinstance(self.fallback, ZoneInfo) else None)
        if not isinstance(read, Unreadable):
            return read
        clock = leading_clock(written)
        return clock.on(clock.day_near(self.day) or self.day, self.zone, self.fallback) if clock else None

    def _timeline(self) -> tuple[TimelineReader, tuple[ImportedEvent, ...]]:
        reader = TimelineReader(self.day, self.zone, self.fallback)
        for about, section in self.parts:
            if about == "timeline" or (about in ("", "summary") and is_timeline(section)):
                reader.read(section)
        events = reader.events()
        if any(event.origin != TIMELINE for event in events):
            return reader, events
        prose = TimelineReader(self.day, self.zone, self.fallback)
        for about, section in self.parts:
            if about not in ("actions", "timeline", "lessons"):
                prose.read_prose(section)
        return reader, (*events, *prose.events())

    def _to_do(self, events: tuple[ImportedEvent, ...]) -> Iterator[str]:
        lost = [
            event for event in events if event.at is NOT_RECORDED and event.origin.startswith(f"{TIMELINE}, ")
        ]
        if lost and self.day is None:
            yield _NO_DAY
        elif lost:
            yield _NO_ZONE

    def _also(self) -> Iterator[str]:
        """What the head of the file has and no key of a draft is for."""
        known = {
            *(name for names in NAMES.values() for name in names),
            *(name for names in PEOPLE.values() for name in names),
            *(name for names in MOMENTS.values() for name in names),
            *ROOT_CAUSES,
            *TEXTS,
        }
        for key, texts in self.keys.items():
            if key not in known:
                yield f"{key}: {markdown(', '.join(texts))}"
