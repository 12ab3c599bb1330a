"""First versions of an incident and its review, for an author to go on from. They check clean as drafts.

``pirgen new`` knows little more than a title; an import knows a timeline. Both are written here: what is
known as values, what is not as a commented example of the key.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import Enum

from pirgen.model import (
    NOT_RECORDED,
    Action,
    Assignment,
    Detection,
    Event,
    EventKind,
    Evidence,
    IncidentStatus,
    Instant,
    Link,
    Moment,
    NotRecorded,
    Precision,
)
from pirgen.yaml_text import comment, scalar, value

__all__ = ["START", "Draft", "DraftEvent", "incident_text", "review_text", "slug"]

LONGEST_SLUG = 48

TO_BE_WRITTEN = "To be written"


@dataclass(frozen=True)
class DraftEvent:
    """An event, and where it was found, for a comment beside it; nothing for one of our own."""

    event: Event
    origin: str = ""


START = DraftEvent(Event(NOT_RECORDED, "The first effect on users", EventKind.SYMPTOM, (Moment.STARTED,)))
"""The start of an incident whose time nobody has written down yet."""


@dataclass(frozen=True)
class Draft:
    """What is known of an incident and its review when their folder is made.

    What is empty is written as a commented example. ``origin`` says where all of it comes from, and
    ``to_do`` what is left to an author: both are comments at the top. ``conditions`` are texts that may
    become factors once somebody has given each a category. ``untyped`` are the ids of the actions whose type
    nobody has said. ``lists`` are lists of the review by key, such as ``went_well``. ``name`` are the words
    of the id, by default those of the title; ``covers`` the ids of further incidents of the review.
    """

    title: str
    severity: str
    services: tuple[str, ...]
    day: date
    severity_note: str = ""
    status: IncidentStatus = IncidentStatus.OPEN
    tags: tuple[str, ...] = ()
    detection: Detection | None = None
    impact: str = ""
    roles: tuple[Assignment, ...] = ()
    events: tuple[DraftEvent, ...] = ()
    links: tuple[Link, ...] = ()
    owner: str = NOT_RECORDED.value
    summary: str = ""
    trigger: str = ""
    conditions: tuple[str, ...] = ()
    lists: tuple[tuple[str, tuple[str, ...]], ...] = ()
    actions: tuple[Action, ...] = ()
    untyped: frozenset[str] = frozenset()
    origin: tuple[str, ...] = ()
    to_do: tuple[str, ...] = ()
    number: int = 1
    name: str = ""
    covers: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The folder's name: the day and the words of the title, and a number from the second on."""
        number = f"-{self.number}" if self.number > 1 else ""
        return f"{self.day.isoformat()}-{self.name or slug(self.title)}{number}"


def incident_text(draft: Draft) -> str:
    """The text of ``incident.yaml``."""
    return "".join(_incident_parts(draft))


def review_text(draft: Draft) -> str:
    """The text of ``pir.yaml``."""
    return "".join(_review_parts(draft))


def slug(title: str, longest: int = LONGEST_SLUG) -> str:
    """A title as part of an id: its words in lower case with hyphens, as many as fit."""
    plain = unicodedata.normalize("NFKD", title).encode("ascii", "ignore").decode().lower()
    words: list[str] = re.findall(r"[a-z0-9]+", plain.replace("'", "")) or ["incident"]
    made = words[0][:longest]
    for word in words[1:]:
        if len(made) + 1 + len(word) > longest:
            break
        made = f"{made}-{word}"
    return made


def _incident_parts(draft: Draft) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../../schemas/incident.schema.json\n"
    yield from map(comment, draft.origin)
    yield from (comment(f"To do: {left}") for left in draft.to_do)
    yield f"title: {scalar(draft.title)}\nseverity: {scalar(draft.severity)}\n"
    yield _key("severity_note", draft.severity_note)
    yield f"status: {draft.status.value} # open, mitigated, resolved\n"
    yield f"services: {_flow(draft.services)}\n"
    yield f"tags: {_flow(draft.tags)}\n" if draft.tags else ""
    yield _detection_text(draft.detection)
    yield f"impact: # or 'none' for a near miss\n{_key('summary', draft.impact or TO_BE_WRITTEN, 2)}"
    yield _IMPACT_EXAMPLE
    yield _roles_text(draft.roles)
    day = draft.day.isoformat()
    yield f"timeline: # times with an offset, such as {day}T09:30Z or 09:30+02:00, or 'not recorded'\n"
    yield from map(_event_text, draft.events or (START,))
    if not draft.events:
        yield f"  # - {{at: {day}T09:30Z, marks: [detected], kind: detection, text: An alert fires}}\n"
    yield _links_text(draft.links)


def _review_parts(draft: Draft) -> Iterator[str]:
    yield "# yaml-language-server: $schema=../../schemas/pir.schema.json\n"
    yield from map(comment, draft.origin)
    yield "status: draft # draft, in-review, reviewed, closed\n"
    yield f"owner: {scalar(draft.owner)} # the team that sees the review through\n"
    yield f"covers: [{', '.join(draft.covers)}] # further incidents\n" if draft.covers else ""
    yield "# held: 2026-03-14 # the day of the review meeting\n"
    yield _summary_text(draft.summary)
    yield _key("trigger", draft.trigger) or "# trigger: What set it off that day\n"
    yield _conditions_text(draft.conditions)
    yield _WHYS_EXAMPLE
    known = dict(draft.lists)
    for key in ("surprises", "went_well", "went_badly", "got_lucky", "lessons", "open_questions"):
        yield _list_text(key, known.get(key, ()))
    if draft.actions:
        yield "actions:\n"
        yield from (_action_text(action, action.id in draft.untyped) for action in draft.actions)
    else:
        yield _ACTIONS_EXAMPLE


_IMPACT_EXAMPLE = """\
  # who: who was affected
  # measures:
  #   - {what: failed requests, value: about 1200, estimate: true}
"""
_WHYS_EXAMPLE = """\
# five_whys:
#   problem: What users saw
#   because:
#     - {answer: Nothing tested it, factor: no-test}
"""
_ACTIONS_EXAMPLE = """\
# actions:
#   - id: test-missing-price
#     what: Test an order whose price is missing
#     type: detect # prevent, detect, mitigate, repair, process, investigate
#     owner: the team
#     eliminates: [no-test] # or reduces, detects
#     due: 2026-03-30
#     status: open
#     done_when: The pipeline fails on an order without a price
"""


def _key(name: str, text: str, indent: int = 0) -> str:
    """A key with its text; nothing where there is none."""
    return f"{' ' * indent}{name}: {value(text, indent)}\n" if text else ""


def _flow(texts: tuple[str, ...]) -> str:
    return f"[{', '.join(map(scalar, texts))}]"


def _detection_text(detection: Detection | None) -> str:
    sources = "monitoring, user-report, staff, partner, chance"
    if detection is None:
        return f"# detection:\n#   source: monitoring # {sources}\n#   note: what was seen\n"
    source = _or_not_recorded(detection.source)
    return f"detection:\n  source: {source} # {sources}\n{_key('note', detection.note, 2)}"


def _roles_text(roles: tuple[Assignment, ...]) -> str:
    if not roles:
        return "# roles:\n#   incident commander: the on-call rota\n"
    return "roles:\n" + "".join(f"  {scalar(each.role)}: {value(each.who, 2)}\n" for each in roles)


def _event_text(found: DraftEvent) -> str:
    event = found.event
    lines = [f"  - at: {_time_text(event.at)}\n"]
    lines += [f"    until: {_time_text(event.until)}\n"] if event.until else []
    lines += ["    approximate: true\n"] if event.approximate else []
    lines += [f"    marks: {_flow(tuple(mark.value for mark in event.marks))}\n"] if event.marks else []
    lines += [f"    kind: {event.kind.value}\n", _key("text", event.text, 4), _key("note", event.note, 4)]
    lines += ["    evidence:\n"] if event.evidence else []
    lines += [f"      - {_evidence_text(item)}\n" for item in event.evidence]
    return comment(found.origin, 2) + "".join(lines)


def _evidence_text(evidence: Evidence) -> str:
    title = f", title: {scalar(evidence.title)}" if evidence.title else ""
    return f"{{kind: {evidence.kind.value}, url: {scalar(evidence.url)}{title}}}"


def _links_text(links: tuple[Link, ...]) -> str:
    if not links:
        return '# links:\n#   - {title: Ticket, url: "https://example.org/"}\n'
    return "links:\n" + "".join(
        f"  - title: {scalar(link.title)}\n    url: {scalar(link.url)}\n{_key('note', link.note, 4)}"
        for link in links
    )


def _summary_text(summary: str) -> str:
    if not summary:
        return "summary: |\n  To be written: what happened and what was learned, in some sentences.\n"
    return (
        f"{comment('To do: what happened and what was learned, in some sentences')}{_key('summary', summary)}"
    )


def _conditions_text(conditions: tuple[str, ...]) -> str:
    start = "# factors: # every condition that had to be there"
    if not conditions:
        example = "#   no-test: {text: No test places an order without a price, category: testing}"
        return f"{start}\n{example}\n"
    lines = (f"#   {slug(text, 40)}: {{text: {scalar(text)}, category: }}\n" for text in conditions)
    return f"{start}; give each of these an id and a category\n{''.join(lines)}"


def _list_text(key: str, texts: tuple[str, ...]) -> str:
    if not texts:
        return f"# {key}: []\n"
    return f"{key}:\n" + "".join(f"  - {value(text, 2)}\n" for text in texts)


def _action_text(action: Action, is_untyped: bool) -> str:
    types = f"{'to do: ' * is_untyped}prevent, detect, mitigate, repair, process, investigate"
    lines = [
        f"  - id: {scalar(action.id)}\n",
        _key("what", action.what, 4),
        f"    type: {action.type.value} # {types}\n",
    ]
    for name in ("priority", "owner", "created", "due"):
        lines.append(_fact(name, getattr(action, name)))
    lines.append(f"    status: {action.status.value}\n")
    for name in ("done_when", "done_on", "proof"):
        lines.append(_fact(name, getattr(action, name)))
    lines += [_key(name, getattr(action, name), 4) for name in ("reason", "tracker", "note")]
    return "".join(lines)


def _fact(name: str, fact: str | date | Enum | None) -> str:
    """A key of an action that may be not recorded; nothing where it is not asked for."""
    if fact is None:
        return ""
    text = str(fact.value) if isinstance(fact, Enum) else str(fact)
    return f"    {name}: {text if isinstance(fact, date) else value(text, 4)}\n"


def _or_not_recorded(text: str | NotRecorded) -> str:
    return NOT_RECORDED.value if isinstance(text, NotRecorded) else scalar(text)


def _time_text(at: Instant | NotRecorded) -> str:
    if isinstance(at, NotRecorded):
        return NOT_RECORDED.value
    if at.precision is Precision.DAY:
        return at.at.date().isoformat()
    timespec = "minutes" if at.precision is Precision.MINUTE else "seconds"
    return at.at.replace(tzinfo=None).isoformat(timespec=timespec) + "Z"
