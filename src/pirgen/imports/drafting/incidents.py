"""An imported incident becomes a draft: handles for names, one mark a moment, to-dos for what is missing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pirgen.drafts import Draft, DraftCondition
from pirgen.imports.accounting import FactKind, ImportAccount, account_of
from pirgen.imports.drafting.actions import draft_actions
from pirgen.imports.drafting.events import draft_events, people_met
from pirgen.imports.drafting.latency import latent_since
from pirgen.imports.drafting.moments import assign_moments
from pirgen.imports.drafting.options import ImportOptions
from pirgen.imports.drafting.people import People
from pirgen.imports.drafting.remaining import left_out, only_a_part, to_do
from pirgen.imports.drafting.terms import level_of, term_of
from pirgen.imports.identity import source_of
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson
from pirgen.imports.text import CUT, label
from pirgen.model import (
    NOT_RECORDED,
    Assignment,
    Detection,
    IncidentStatus,
    Instant,
    Measure,
    Moment,
    Statement,
)
from pirgen.source.fields.texts import LONGEST_TEXT

__all__ = ["DraftResult", "draft_incidents"]


@dataclass(frozen=True)
class DraftResult:
    """A draft and the remarks for whoever imports it; ``draft`` is None where a day is missing.

    ``files`` are the names of the files it is from.
    """

    draft: Draft | None
    notes: tuple[str, ...]
    name: str
    account: ImportAccount = field(default_factory=lambda: ImportAccount({}, ()))
    files: tuple[str, ...] = ()


def draft_incidents(incidents: Sequence[ImportedIncident], options: ImportOptions) -> tuple[DraftResult, ...]:
    """A draft of each incident; of two with one id the second gets a number."""
    results: list[DraftResult] = []
    taken: set[str] = set()
    for incident in incidents:
        result = _Drafting.of(incident, options).result()
        while result.draft and result.draft.id in taken:
            result = replace(result, draft=replace(result.draft, number=result.draft.number + 1))
        taken.update((result.draft.id,) if result.draft else ())
        results.append(result)
    return tuple(results)


@dataclass(frozen=True)
class _Drafting:
    """One incident with its events in order, and its people."""

    incident: ImportedIncident
    options: ImportOptions
    events: tuple[ImportedEvent, ...]
    outside: int
    people: People

    @classmethod
    def of(cls, incident: ImportedIncident, options: ImportOptions) -> _Drafting:
        kept = [event for event in incident.events if options.is_within(event.at)]
        events = assign_moments(kept)
        people = People(people_met(incident, events), options.people)
        return cls(incident, options, events, len(incident.events) - len(kept), people)

    def result(self) -> DraftResult:
        """The draft with its remarks."""
        incident, options = self.incident, self.options
        name = label(self.people.line(f"{incident.tool} {incident.label}"))
        day = self._day()
        notes = (
            *left_out(incident, self.outside),
            *only_a_part(incident, options),
            *incident.to_do,
            *incident.remarks,
        )
        if day is None:
            return DraftResult(None, notes, name, files=tuple(file for _, file in incident.files))
        severity, note = self._severity()
        actions, untyped = draft_actions(incident.follow_ups, self.people, options.vocabulary)
        draft = Draft(
            title=options.title or self.people.line(incident.title) or f"To be written, from {name}",
            severity=severity,
            services=self._services(),
            day=day,
            severity_note=note,
            status=self._status(),
            tags=tuple(dict.fromkeys(filter(None, map(self.people.line, incident.tags)))),
            is_planned=incident.is_planned,
            detection=self._detection(),
            impact=_fitting(self.people.text((incident.impact,)))[0],
            measures=tuple(map(self._measure, incident.measures)),
            roles=tuple(self._roles()),
            events=draft_events(incident, self.events, self.people, options.vocabulary.milestones),
            links=incident.links,
            owner=term_of(incident.owner, options.vocabulary.teams) or NOT_RECORDED.value,
            summary=_fitting(self.people.text(incident.summary))[0],
            trigger=_fitting(self.people.text((incident.trigger,)))[0],
            conditions=tuple(
                DraftCondition(self.people.line(text), latent_since(text, day)) for text in incident.conditions
            ),
            lists=self._lists(),
            actions=actions,
            untyped=untyped,
            origin=self._origin(name),
            source=source_of(incident),
            to_do=tuple(to_do(incident, self.events, options, self.people, severity)),
            is_external=incident.is_external or options.is_external,
        )
        draft, account = self._accounted(draft)
        return DraftResult(draft, notes, name, account, tuple(file for _, file in incident.files))

    def _accounted(self, draft: Draft) -> tuple[Draft, ImportAccount]:
        """The draft with what it has not taken over at its end, and the account of it."""
        people = set(people_met(self.incident, self.incident.events))
        known = {self.people.handle(each) for each in people} - {"somebody"}
        unknown = [each for each in people if self.people.handle(each) == "somebody"]
        tasks, met = len(self.incident.follow_ups), (len(known), len(known) + len(unknown))
        account = account_of(self.incident.facts, draft, tasks, met, self.people.line)
        if self.outside:
            account = replace(account, missing=())  # most of it is outside the time asked for
        left = (*self.incident.also, *account.missing, *self._whole_title(), *self._too_long())
        lines = tuple(filter(None, (self.people.line(text) for text in left)))
        return replace(draft, left_over=tuple(dict.fromkeys(lines))), account

    def _whole_title(self) -> Iterator[str]:
        """The title as the source has it, where the draft has only its beginning."""
        title = self.incident.title
        if title.endswith(CUT):
            begun = title.removesuffix(CUT).split()[:-1]
            texts = (fact.written for fact in self.incident.facts if fact.kind is FactKind.TEXT)
            yield from (text for text in texts if text.split()[: len(begun)] == begun)

    def _too_long(self) -> Iterator[str]:
        """What does not fit into a field, paragraph by paragraph."""
        for words in (self.incident.summary, (self.incident.impact,), (self.incident.trigger,)):
            yield from filter(None, _fitting(self.people.text(words))[1].split("\n\n"))

    def _day(self) -> date | None:
        """The day of the start, or else of detection, or else the first that the export knows."""
        rank = {Moment.STARTED: 0, Moment.DETECTED: 1}
        timed = [
            (min((rank.get(mark, 2) for mark in event.marks), default=2), event.at.at.date())
            for event in self.events
            if isinstance(event.at, Instant)
        ]
        days = [day for _, day in sorted(timed, key=lambda each: each[0])]
        return self.options.day or next(iter(days), self.incident.day or self.options.fallback_day)

    def _severity(self) -> tuple[str, str]:
        """The level, and where it is from; the third where the export has none, as a new incident has."""
        word, known = self.incident.severity, self.options.vocabulary.severities
        level = level_of(word, self.options.severities, self.options.vocabulary)
        note = f"{self.incident.severity_key}: {label(self.people.line(word))}; to be confirmed" if word else ""
        return level or known[min(2, len(known) - 1)].id, note

    def _status(self) -> IncidentStatus:
        marks = {mark for event in self.events for mark in event.marks}
        if Moment.RESOLVED in marks or self.incident.status is IncidentStatus.RESOLVED:
            return IncidentStatus.RESOLVED
        is_mitigated = Moment.MITIGATED in marks and not self.incident.is_whole
        return IncidentStatus.MITIGATED if is_mitigated else self.incident.status

    def _services(self) -> tuple[str, ...]:
        known = self.options.vocabulary.services
        written = self.options.services or self.incident.services
        return tuple(dict.fromkeys(filter(None, (term_of(name, known) for name in written))))

    def _detection(self) -> Detection | None:
        sources = {term.id for term in self.options.vocabulary.detection_sources}
        note = self.people.text((self.incident.detection_note,))
        if self.incident.detected_by in sources:
            return Detection(self.incident.detected_by, note)
        return Detection(NOT_RECORDED, note) if note else None

    def _measure(self, measure: Measure) -> Measure:
        """A figure with what is private in its words taken out."""
        line = self.people.line
        said = measure.value
        value = (
            line(said)
            if isinstance(said, str)
            else tuple(Statement(line(each.value), line(each.said_by)) for each in said)
        )
        return Measure(line(measure.what), value)

    def _roles(self) -> Iterator[Assignment]:
        """Each role once, with everybody who had it; ids alone say nothing and are left to a people map."""
        who: dict[str, list[str]] = {}
        for role, each in self.incident.roles:
            if isinstance(each, NamedPerson) and not each.name and not self.people.is_chosen(each):
                continue
            words = self.people.handle(each) if isinstance(each, NamedPerson) else self.people.line(each)
            who.setdefault(role, []).append(words)
        for role, names in who.items():
            yield Assignment(self.people.line(role), ", ".join(dict.fromkeys(names)))

    def _lists(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        lists: dict[str, tuple[str, ...]] = {}
        for key, texts in self.incident.lists:
            lists[key] = lists.get(key, ()) + tuple(filter(None, (self.people.text((text,)) for text in texts)))
        return tuple(lists.items())

    def _origin(self, name: str) -> tuple[str, ...]:
        by_tool: dict[str, list[str]] = {}
        for tool, file in self.incident.files:
            by_tool.setdefault(name if tool == self.incident.tool else tool, []).append(file)
        lines = (
            f"Imported from {tool}: {self.people.line(', '.join(files))}" for tool, files in by_tool.items()
        )
        return (*lines, _READ_IT)


def _fitting(text: str) -> tuple[str, str]:
    """As many paragraphs of a text as a field may hold, and the others."""
    if len(text) <= LONGEST_TEXT:
        return text, ""
    note = "\n\n(The source has more, which is in comments at the end of incident.yaml.)"
    end = text.rfind("\n\n", 0, LONGEST_TEXT - len(note))
    end = end if end > 0 else text.rfind(" ", 0, LONGEST_TEXT - len(note))
    return text[:end] + note, text[end:]


_READ_IT = "Names, addresses, numbers and keys were removed where they were recognised; please read it through"
