"""What was found becomes a draft: with handles for names, one mark a moment, and to-dos for what is missing."""

from __future__ import annotations

import re
import textwrap
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from pirgen.drafts import START, Draft, DraftEvent, slug
from pirgen.imports.found import Entry, FollowUp, Found, Person, Words
from pirgen.imports.moments import settled
from pirgen.imports.people import People
from pirgen.imports.private import cleared
from pirgen.imports.severities import level_of
from pirgen.imports.wording import label
from pirgen.model import (
    NOT_RECORDED,
    Action,
    ActionStatus,
    ActionType,
    Assignment,
    Detection,
    Event,
    EventKind,
    IncidentStatus,
    Instant,
    Moment,
    NotRecorded,
    Priority,
    Term,
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
    made, taken = [], Counter[str]()
    for found in incidents:
        result = _Drafting.of(found, choices).made()
        if result.draft:
            taken[result.draft.id] += 1
            number = taken[result.draft.id]
            result = replace(result, draft=replace(result.draft, number=number))
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
        name = label(self._line(f"{found.tool} {found.label}"))
        day = self._day()
        notes = (*self._left_out(), *found.to_do)
        if day is None:
            return Made(None, notes, name)
        severity, note = self._severity()
        draft = Draft(
            title=self._title(name),
            severity=severity,
            services=self._services() or (() if self.choices.vocabulary.services else ("to be named",)),
            day=day,
            severity_note=note,
            status=self._status(),
            tags=tuple(dict.fromkeys(self._line(tag) for tag in found.tags if tag)),
            detection=self._detection(),
            impact=self._text((found.impact,)),
            roles=tuple(self._roles()),
            events=self._events(),
            links=found.links,
            owner=self._team(found.owner) or NOT_RECORDED.value,
            summary=self._text(found.summary),
            trigger=self._text((found.trigger,)),
            conditions=tuple(self._line(text) for text in found.conditions),
            lists=tuple((key, tuple(self._text((text,)) for text in texts)) for key, texts in found.lists),
            actions=self._actions(),
            untyped=frozenset(id for id, ask in self._asked() if _type_of(ask) is None),
            origin=self._origin(name),
            to_do=tuple(self._to_do()),
        )
        return Made(draft, notes, name)

    def _text(self, words: Words) -> str:
        return re.sub(r"\n{3,}", "\n\n", cleared(self.people.written(words))).strip()

    def _line(self, text: str) -> str:
        return " ".join(cleared(self.people.without_names(text)).split())

    def _title(self, name: str) -> str:
        written = self._line(self.found.title)
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
        note = f"{self.found.severity_key}: {label(self._line(word))}; to be confirmed" if word else ""
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
        return tuple(dict.fromkeys(filter(None, (_known_term(name, known) for name in written))))

    def _team(self, name: str) -> str:
        return _known_term(name, self.choices.vocabulary.teams)

    def _detection(self) -> Detection | None:
        sources = {term.id for term in self.choices.vocabulary.detection_sources}
        note = self._text((self.found.detection_note,))
        if self.found.detected_by in sources:
            return Detection(self.found.detected_by, note)
        return Detection(NOT_RECORDED, note) if note else None

    def _roles(self) -> Iterator[Assignment]:
        """Each role once, with everybody who had it; ids alone say nothing and are left to a people map."""
        who: dict[str, list[str]] = {}
        for role, each in self.found.roles:
            if isinstance(each, Person) and not each.name and not self.people.is_chosen(each):
                continue
            words = self.people.handle(each) if isinstance(each, Person) else self._line(each)
            who.setdefault(role, []).append(words)
        for role, names in who.items():
            yield Assignment(self._line(role), ", ".join(dict.fromkeys(names)))

    def _events(self) -> tuple[DraftEvent, ...]:
        events = _collapsed([self._event(entry) for entry in self.entries])
        marks = {mark for found in events for mark in found.event.marks}
        start = () if Moment.STARTED in marks else (START,)
        is_resolved = self.found.status is IncidentStatus.RESOLVED and Moment.RESOLVED not in marks
        return (*start, *events, *((_RESOLVED,) if is_resolved else ()))

    def _event(self, entry: Entry) -> DraftEvent:
        lead, body = (self._text(words) for words in (entry.lead, entry.body))
        lead = " ".join(lead.split())
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
        return DraftEvent(event, self._line(entry.origin)[:LONGEST_ORIGIN])

    def _asked(self) -> Iterator[tuple[str, FollowUp]]:
        """What is asked for, each with an id of its own."""
        taken: Counter[str] = Counter()
        for ask in self.found.follow_ups:
            id = slug(self._line(ask.what), 48)
            id = id if id[0].isalpha() else f"a-{id}"
            taken[id] += 1
            yield (f"{id}-{taken[id]}" if taken[id] > 1 else id), ask

    def _actions(self) -> tuple[Action, ...]:
        return tuple(self._action(id, ask) for id, ask in self._asked())

    def _action(self, id: str, ask: FollowUp) -> Action:
        is_open = ask.status in (ActionStatus.OPEN, ActionStatus.IN_PROGRESS)
        is_done = ask.status is ActionStatus.DONE
        dated = ask.created is None or ask.done_on is None or ask.created <= ask.done_on
        due = ask.due if ask.due and (ask.created is None or ask.created <= ask.due) else None
        return Action(
            id,
            self._text((ask.what,)) or "To be written",
            _type_of(ask) or ActionType.INVESTIGATE,
            ask.status,
            priority=_PRIORITIES.get(ask.priority.casefold(), NOT_RECORDED),
            owner=self._owner(ask),
            created=ask.created,
            due=due or (NOT_RECORDED if is_open else None),
            done_when=NOT_RECORDED if is_open else None,
            done_on=(ask.done_on if dated else None) or (NOT_RECORDED if is_done else None),
            proof=NOT_RECORDED if is_done and not ask.tracker else None,
            reason=NOT_RECORDED.value if ask.status is ActionStatus.DECLINED else "",
            tracker=ask.tracker,
            note=self._text(ask.note),
        )

    def _owner(self, ask: FollowUp) -> str | NotRecorded:
        """The team, or what the people map says of the person; never a name."""
        if ask.assignee and self.people.is_chosen(ask.assignee):
            mapped = self._team(self.people.handle(ask.assignee))
            if mapped:
                return mapped
        return self._team(self._line(ask.owner)) or NOT_RECORDED

    def _origin(self, name: str) -> tuple[str, ...]:
        found = self.found
        files = ", ".join(found.files)
        return (
            f"Imported from {name}: {files}",
            "Names, addresses, numbers and keys were taken out as far as they were recognised; read it through",
        )

    def _left_out(self) -> Iterator[str]:
        counts: Counter[str] = Counter()
        for what, count in self.found.left_out:
            counts[what] += count
        counts["entries outside the time asked for"] += self.dropped
        for what, count in counts.items():
            if count:
                yield f"left out: {what} ({count})"

    def _to_do(self) -> Iterator[str]:
        found = self.found
        yield from found.to_do
        if not found.title and not self.choices.title:
            yield "the title, which the files do not say"
        if not level_of(found.severity, self.choices.severities, self.choices.vocabulary):
            said = (
                f"'{label(self._line(found.severity))}' is no level of the guide"
                if found.severity
                else "there is none"
            )
            yield f"the severity: {said} in the export, and {self._severity()[0]} only stands in for it"
        unknown = [name for name in found.services if not _known_term(name, self.choices.vocabulary.services)]
        if unknown and not self.choices.services:
            yield f"the services: {self._line(', '.join(unknown))} is not in the site's vocabulary"
        elif not self._services():
            yield "the services, which the export does not name"
        if not any(Moment.STARTED in entry.marks for entry in self.entries):
            yield "when the first effect on users was, which the export does not say"
        if self._nameless():
            yield "the roles: the export has only ids of responders; a people map says who they are"

    def _nameless(self) -> bool:
        people = [each for _, each in self.found.roles if isinstance(each, Person)]
        return any(not each.name and not self.people.is_chosen(each) for each in people)


_RESOLVED = DraftEvent(Event(NOT_RECORDED, "Resolved", EventKind.RECOVERY, (Moment.RESOLVED,)))
_PRIORITIES = {
    **dict.fromkeys(("urgent", "critical", "high", "highest", "p0", "p1"), Priority.HIGH),
    **dict.fromkeys(("medium", "normal", "p2"), Priority.MEDIUM),
    **dict.fromkeys(("low", "lowest", "p3", "p4"), Priority.LOW),
}
_TYPES = {kind.value: kind for kind in ActionType}


def _type_of(ask: FollowUp) -> ActionType | None:
    return _TYPES.get(ask.type)


def _known_term(name: str, known: tuple[Term, ...]) -> str:
    """A name as the vocabulary has it; any name where the vocabulary is open, nothing where it is not known."""
    if not known:
        return name
    words = {word.casefold(): term.id for term in known for word in (term.title, term.id)}
    return words.get(name.casefold(), "")


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


def _collapsed(events: list[DraftEvent]) -> tuple[DraftEvent, ...]:
    """The events, with those that say the same within two seconds told once and counted."""
    made: list[tuple[DraftEvent, int]] = []
    for found in events:
        last, count = made[-1] if made else (None, 0)
        if last is None or not _is_repeated(last, found):
            made.append((found, 1))
            continue
        marks = tuple(dict.fromkeys((*last.event.marks, *found.event.marks)))
        is_same_source = _source(last) == _source(found)
        both = replace(last, event=replace(last.event, marks=marks))
        made[-1] = (both, count + is_same_source)
    return tuple(_counted(found, count) for found, count in made)


def _is_repeated(one: DraftEvent, other: DraftEvent) -> bool:
    first, second = one.event, other.event
    if not isinstance(first.at, Instant) or not isinstance(second.at, Instant):
        return False
    is_near = second.at.at - first.at.at <= timedelta(seconds=2)
    return (
        is_near and (first.text, first.note) == (second.text, second.note) and first.evidence == second.evidence
    )


def _source(found: DraftEvent) -> str:
    """Where an event was found, without the id of the entry."""
    return found.origin.rpartition(" ")[0]


def _counted(found: DraftEvent, count: int) -> DraftEvent:
    if count == 1:
        return found
    event = replace(found.event, text=f"{found.event.text} ({count} times)")
    return DraftEvent(event, f"{found.origin} and {count - 1} more")
