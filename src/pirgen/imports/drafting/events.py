"""What happened becomes the timeline of a draft: short texts with long ones in their notes, repeats counted."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterator, Sequence

from pirgen.drafts import START, DraftEvent
from pirgen.imports.drafting.people import People
from pirgen.imports.drafting.repeats import merge_repeats
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson
from pirgen.imports.text import label
from pirgen.model import NOT_RECORDED, Event, EventKind, IncidentStatus, Moment, Term

__all__ = ["draft_events", "people_met"]

LONGEST_ORIGIN = 200
"""How many characters of a tool's own words for an event are in a comment."""

LONGEST_LEAD = 400
"""How many characters may say what an event was, before what somebody wrote about it."""

SHORT = 200
"""How many characters the first line may have to be in an event's text; the rest becomes its note."""

_BLOCK = re.compile(r"\s*(?:```|~~~|[-*+|>#] |\d+[.)] )")
"""What begins a block of Markdown that its first line alone would break."""

_RESOLVED = DraftEvent(Event(NOT_RECORDED, "Resolved", EventKind.RECOVERY, (Moment.RESOLVED,)))


def draft_events(
    incident: ImportedIncident,
    events: Sequence[ImportedEvent],
    people: People,
    milestones: tuple[Term, ...] = (),
) -> tuple[DraftEvent, ...]:
    """The events of a draft, with a start and an end 'not recorded' where the export has none.

    An event is one of the site's ``milestones`` where its tool or its label names that.
    """
    drafted = merge_repeats([_event(event, people, milestones) for event in events])
    marks = {mark for each in drafted for mark in each.event.marks}
    start = () if Moment.STARTED in marks else (START,)
    is_resolved = incident.status is IncidentStatus.RESOLVED and Moment.RESOLVED not in marks
    return (*start, *drafted, *((_RESOLVED,) if is_resolved else ()))


def _event(imported: ImportedEvent, people: People, milestones: tuple[Term, ...]) -> DraftEvent:
    lead, body = (people.text(words) for words in (imported.lead, imported.body))
    lead = " ".join(lead.split()) or "To be written"
    if len(lead) > LONGEST_LEAD:
        lead, body = textwrap.shorten(lead, LONGEST_LEAD, placeholder=" ..."), f"{lead}\n\n{body}"
    first, _, rest = body.partition("\n")
    if len(first) > SHORT or _BLOCK.match(first):
        first, rest = "", body
    text = f"{lead}: {first}" if first else lead
    note = "\n\n".join(filter(None, (rest.strip(), imported.note)))
    event = Event(
        imported.at,
        text,
        imported.kind,
        imported.marks,
        _milestones(imported, text, milestones),
        until=imported.until,
        approximate=imported.approximate,
        note=note,
        evidence=imported.evidence,
    )
    return DraftEvent(event, label(people.line(imported.origin))[:LONGEST_ORIGIN])


def _milestones(imported: ImportedEvent, text: str, known: tuple[Term, ...]) -> tuple[str, ...]:
    names = {_spelt(imported.named), *map(_spelt, text.split(":"))}
    return tuple(each.id for each in known if {_spelt(each.id), _spelt(each.title)} & names)


def _spelt(name: str) -> str:
    """A name as it is compared: 'data_restored' is 'Data restored'."""
    return " ".join(re.findall(r"[^\W_]+", name)).casefold()


def people_met(incident: ImportedIncident, events: Sequence[ImportedEvent]) -> Iterator[NamedPerson]:
    """Everybody, in the order in which a reader meets them."""
    for event in events:
        yield from (part for part in (*event.lead, *event.body) if isinstance(part, NamedPerson))
    yield from (each for _, each in incident.roles if isinstance(each, NamedPerson) and each.name)
    yield from (ask.assignee for ask in incident.follow_ups if ask.assignee)
    yield from incident.known
