"""What an import leaves to an author, and what it did not take over."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from pirgen.imports.drafting.options import ImportOptions
from pirgen.imports.drafting.people import People
from pirgen.imports.drafting.terms import level_of, term_of
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson
from pirgen.imports.text import label
from pirgen.model import Moment
from pirgen.privacy.known_tools import SLACK

__all__ = ["left_out", "only_a_part", "to_do"]


def left_out(incident: ImportedIncident, outside: int) -> Iterator[str]:
    """What was not taken over, each with its number; ``outside`` are events outside the time asked for."""
    counts: Counter[str] = Counter()
    for what, number in incident.left_out:
        counts[what] += number
    counts["events outside the time asked for"] += outside
    for what, number in counts.items():
        if number:
            yield f"left out: {what} ({number})"


def only_a_part(incident: ImportedIncident, options: ImportOptions) -> Iterator[str]:
    """A hint where the files have a part of an incident and not the incident itself."""
    if not (incident.is_whole or incident.title or incident.tool == SLACK.name or options.title):
        of = f"incident {label(incident.key)}" if incident.key else "an incident"
        yield f"the files have only a part of {of}; add its own file, or use --as-one if it is another's"


def to_do(
    incident: ImportedIncident,
    events: tuple[ImportedEvent, ...],
    options: ImportOptions,
    people: People,
    severity: str,
) -> Iterator[str]:
    """What an author has to write, one sentence each; ``severity`` is the level written for want of another."""
    zone = options.vocabulary.time_zone
    yield from (each.replace("--timezone", f"--timezone {zone}".strip()) for each in incident.to_do)
    if not incident.title and not options.title:
        yield "the title, which the files do not have"
    yield from _severity(incident, options, people, severity)
    yield from _services(incident, options, people)
    if not any(Moment.STARTED in event.marks for event in events):
        yield "when users were first affected, which the export does not say"
    if has_nameless(incident, people):
        yield "the roles: the export has only ids of responders; a people map says who they are"


def _severity(
    incident: ImportedIncident, options: ImportOptions, people: People, severity: str
) -> Iterator[str]:
    if level_of(incident.severity, options.severities, options.vocabulary):
        return
    said = (
        f"'{label(people.line(incident.severity))}' in the export is not a level of the guide"
        if incident.severity
        else "the export has none"
    )
    yield f"the severity: {said}, so {severity} is only a placeholder"


def _services(incident: ImportedIncident, options: ImportOptions, people: People) -> Iterator[str]:
    known = options.vocabulary.services
    unknown = [name for name in incident.services if not term_of(name, known)]
    if options.services:
        return
    if unknown:
        verb = "is" if len(unknown) == 1 else "are"
        yield f"the services: {people.line(', '.join(unknown))} {verb} not in the site's vocabulary"
    elif not incident.services:
        yield "the services, which the export does not name"


def has_nameless(incident: ImportedIncident, people: People) -> bool:
    """Whether somebody has a role of whom only an id is known."""
    holders = [each for _, each in incident.roles if isinstance(each, NamedPerson)]
    return any(not each.name and not people.is_chosen(each) for each in holders)
