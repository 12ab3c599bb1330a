"""What was found becomes a draft: with handles for names, one mark a moment, and to-dos for what is missing."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from pirgen.drafts import START, Draft, DraftEvent
from pirgen.imports import slack
from pirgen.imports.actions import actions_of
from pirgen.imports.found import Entry, Found, Person
from pirgen.imports.moments import settled
from pirgen.imports.people import People
from pirgen.imports.repeats import told_once
from pirgen.imports.terms import level_of, term_of
from pirgen.imports.wording import label
from pirgen.model import (
    NOT_RECORDED,
    Assignment,
    Detection,
    Event,
    EventKind,
    IncidentStatus,
    Instant,
    Moment,
    Vocabulary,
)

__all__ = ["Choices", "Made", "drafts_of"]

LONGEST_ORIGIN = 200
"""How many characters of a tool's own words for an entry stand in a comment."""

LONGEST_LEAD = 400
"""How many characters may say what an event was, before what somebody wrote about it."""

SHORT = 200
"""How many characters the first line may have to stand in an event's text; the rest becomes its note."""

_BLOCK = re.compile(r"\s*(?:```|~~~|[-*+|>#] |\d+[.)] )")
"""What begins a block of Markdown that its first line alone would break."""


@dataclass(frozen=True)
class Choices:
    """What whoever imports decides: the site's words, what to write for people, and what they already know.

    ``severities`` says which level a tool's word stands for; an empty word stands for all. ``title``,
    ``day`` and ``services`` come before what the export says. Entries from before ``since`` and after
    ``until`` are left out.
    """

    vocabulary: Vocabulary = field(default_factory=Vocabulary)
    people: Mapping[str, str] = field(default_factory=dict)
    severities: Mapping[str, str] = field(default_factory=dict)
    title: str = ""
    day: date | None = None
    services: tuple[str, ...] = ()
    since: Instant | None = None
    until: Instant | None = None


@dataclass(frozen=True)
class Made:
    """A draft and what to tell whoever imports it; ``draft`` is None where a day is missing."""

    draft: Draft | None
    notes: tuple[str, ...]
    name: str


def drafts_of(incidents: Sequence[Found], choices: Choices) -> tuple[Made, ...]:
    """A draft of each incident; of two with one id the second gets a number."""
    made: list[Made] = []
    taken: set[str] = set()
    for found in incidents:
        result = _Drafting.of(found, choices).made()
        while result.draft and result.draft.id in taken:
            result = replace(result, draft=replace(result.draft, number=result.draft.number + 1))
        taken.update((result.draft.id,) if result.draft else ())
        made.append(result)
    return tuple(made)


@dataclass(frozen=True)
class _Drafting:
    """One incident on its way: its entries settled, its people known."""

    found: Found
    choices: Choices
    entries: tuple[Entry, ...]
    dropped: int
    people: People

    @classmethod
    def of(cls, found: Found, choices: Choices) -> _Drafting:
        kept = [entry for entry in found.entries if _is_within(entry, choices)]
        entries = settled(kept)
        people = People(_met(found, entries), choices.people)
        return cls(found, choices, entries, len(found.entries) - len(kept), people)

    def made(self) -> Made:
        """The draft, and what to tell."""
        found = self.found
        name = label(self.people.line(f"{found.tool} {found.label}"))
        day = self._day()
        notes = (*self._left_out(), *self._only_a_part(), *found.to_do)
        if day is None:
            return Made(None, notes, name)
        severity, note = self._severity()
        actions, untyped = actions_of(found.follow_ups, self.people, self.choices.vocabulary)
        draft = Draft(
            title=self._title(name),
            severity=severity,
            services=self._services(),
            day=day,
            severity_note=note,
            status=self._status(),
            tags=tuple(dict.fromkeys(filter(None, map(self.people.line, found.tags)))),
            detection=self._detection(),
            impact=self.people.text((found.impact,)),
            roles=tuple(self._roles()),
            events=self._events(),
            links=found.links,
            owner=self._team(found.owner) or NOT_RECORDED.value,
            summary=self.people.text(found.summary),
            trigger=self.people.text((found.trigger,)),
            conditions=tuple(self.people.line(text) for text in found.conditions),
            lists=self._lists(),
            actions=actions,
            untyped=untyped,
            origin=self._origin(name),
            to_do=tuple(self._to_do()),
        )
        return Made(draft, notes, name)

    def _title(self, name: str) -> str:
        written = self.people.line(self.found.title)
        return self.choices.title or written or f"To be written, from {name}"

    def _day(self) -> date | None:
        """The day of the start, or else of detection, or else the first that the export knows."""
        rank = {Moment.STARTED: 0, Moment.DETECTED: 1}
        timed = [
            (min((rank.get(mark, 2) for mark in entry.marks), default=2), entry.at.at.date())
            for entry in self.entries
            if isinstance(entry.at, Instant)
        ]
        days = [day for _, day in sorted(timed, key=lambda each: each[0])]
        return self.choices.day or next(iter(days), self.found.day)

    def _severity(self) -> tuple[str, str]:
        """The level, and where it is from; the third where the export has none, as a new incident has."""
        word, known = self.found.severity, self.choices.vocabulary.severities
        level = level_of(word, self.choices.severities, self.choices.vocabulary)
        note = f"{self.found.severity_key}: {label(self.people.line(word))}; to be confirmed" if word else ""
        return level or known[min(2, len(known) - 1)].id, note

    def _status(self) -> IncidentStatus:
        marks = {mark for entry in self.entries for mark in entry.marks}
        if Moment.RESOLVED in marks or self.found.status is IncidentStatus.RESOLVED:
            return IncidentStatus.RESOLVED
        is_mitigated = Moment.MITIGATED in marks and not self.found.is_whole
        return IncidentStatus.MITIGATED if is_mitigated else self.found.status

    def _services(self) -> tuple[str, ...]:
        known = self.choices.vocabulary.services
        written = self.choices.services or self.found.services
        return tuple(dict.fromkeys(filter(None, (term_of(name, known) for name in written))))

    def _team(self, name: str) -> str:
        return term_of(name, self.choices.vocabulary.teams)

    def _detection(self) -> Detection | None:
        sources = {term.id for term in self.choices.vocabulary.detection_sources}
        note = self.people.text((self.found.detection_note,))
        if self.found.detected_by in sources:
            return Detection(self.found.detected_by, note)
        return Detection(NOT_RECORDED, note) if note else None

    def _roles(self) -> Iterator[Assignment]:
        """Each role once, with everybody who had it; ids alone say nothing and are left to a people map."""
        who: dict[str, list[str]] = {}
        for role, each in self.found.roles:
            if isinstance(each, Person) and not each.name and not self.people.is_chosen(each):
                continue
            words = self.people.handle(each) if isinstance(each, Person) else self.people.line(each)
            who.setdefault(role, []).append(words)
        for role, names in who.items():
            yield Assignment(self.people.line(role), ", ".join(dict.fromkeys(names)))

    def _events(self) -> tuple[DraftEvent, ...]:
        events = told_once([self._event(entry) for entry in self.entries])
        marks = {mark for found in events for mark in found.event.marks}
        start = () if Moment.STARTED in marks else (START,)
        is_resolved = self.found.status is IncidentStatus.RESOLVED and Moment.RESOLVED not in marks
        return (*start, *events, *((_RESOLVED,) if is_resolved else ()))

    def _event(self, entry: Entry) -> DraftEvent:
        lead, body = (self.people.text(words) for words in (entry.lead, entry.body))
        lead = " ".join(lead.split()) or "To be written"
        if len(lead) > LONGEST_LEAD:
            lead, body = textwrap.shorten(lead, LONGEST_LEAD, placeholder=" ..."), f"{lead}\n\n{body}"
        first, _, rest = body.partition("\n")
        if len(first) > SHORT or _BLOCK.match(first):
            first, rest = "", body
        text = f"{lead}: {first}" if first else lead
        note = "\n\n".join(filter(None, (rest.strip(), entry.note)))
        event = Event(
            entry.at,
            text,
            entry.kind,
            entry.marks,
            approximate=entry.approximate,
            note=note,
            evidence=entry.evidence,
        )
        return DraftEvent(event, label(self.people.line(entry.origin))[:LONGEST_ORIGIN])

    def _lists(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        lists: dict[str, tuple[str, ...]] = {}
        for key, texts in self.found.lists:
            lists[key] = lists.get(key, ()) + tuple(filter(None, (self.people.text((text,)) for text in texts)))
        return tuple(lists.items())

    def _origin(self, name: str) -> tuple[str, ...]:
        by_tool: dict[str, list[str]] = {}
        for tool, file in self.found.files:
            by_tool.setdefault(name if tool == self.found.tool else tool, []).append(file)
        lines = (
            f"Imported from {tool}: {self.people.line(', '.join(files))}" for tool, files in by_tool.items()
        )
        return (*lines, _READ_IT)

    def _left_out(self) -> Iterator[str]:
        counts: Counter[str] = Counter()
        for what, left in self.found.left_out:
            counts[what] += left
        counts["entries outside the time asked for"] += self.dropped
        for what, left in counts.items():
            if left:
                yield f"left out: {what} ({left})"

    def _only_a_part(self) -> Iterator[str]:
        found = self.found
        if not found.is_whole and not found.title and found.tool != slack.NAME and not self.choices.title:
            of = f"incident {label(found.key)}" if found.key else "an incident"
            yield f"the files have only a part of {of}; add its own file, or say --as-one if it is another's"

    def _to_do(self) -> Iterator[str]:
        found = self.found
        yield from found.to_do
        if not found.title and not self.choices.title:
            yield "the title, which the files do not say"
        if not level_of(found.severity, self.choices.severities, self.choices.vocabulary):
            said = (
                f"'{label(self.people.line(found.severity))}' is no level of the guide"
                if found.severity
                else "there is none"
            )
            yield f"the severity: {said} in the export, and {self._severity()[0]} only stands in for it"
        unknown = [name for name in found.services if not term_of(name, self.choices.vocabulary.services)]
        if unknown and not self.choices.services:
            yield f"the services: {self.people.line(', '.join(unknown))} is not in the site's vocabulary"
        elif not self._services():
            yield "the services, which the export does not name"
        if not any(Moment.STARTED in entry.marks for entry in self.entries):
            yield "when the first effect on users was, which the export does not say"
        if self._nameless():
            yield "the roles: the export has only ids of responders; a people map says who they are"

    def _nameless(self) -> bool:
        people = [each for _, each in self.found.roles if isinstance(each, Person)]
        return any(not each.name and not self.people.is_chosen(each) for each in people)


_READ_IT = "Names, addresses, numbers and keys were taken out as far as they were recognised; read it through"
_RESOLVED = DraftEvent(Event(NOT_RECORDED, "Resolved", EventKind.RECOVERY, (Moment.RESOLVED,)))


def _is_within(entry: Entry, choices: Choices) -> bool:
    if not isinstance(entry.at, Instant):
        return True
    is_early = choices.since is not None and entry.at.at < choices.since.at
    is_late = choices.until is not None and entry.at.at > choices.until.at
    return not (is_early or is_late)


def _met(found: Found, entries: Sequence[Entry]) -> Iterator[Person]:
    """Everybody, in the order in which a reader meets them."""
    for entry in entries:
        yield from (part for part in (*entry.lead, *entry.body) if isinstance(part, Person))
    yield from (each for _, each in found.roles if isinstance(each, Person) and each.name)
    yield from (ask.assignee for ask in found.follow_ups if ask.assignee)
    yield from found.known
