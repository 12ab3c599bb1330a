"""Any table as incidents, a row each: which column means what, and what a row says."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from zoneinfo import ZoneInfo

from pirgen.imports.accounting import FactKind, SourceFact
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson, TextWithPeople
from pirgen.imports.markdown.clock import leading_clock
from pirgen.imports.markdown.dates import date_in
from pirgen.imports.text import label, markdown
from pirgen.model import NOT_RECORDED, EventKind, IncidentStatus, Instant, Link, Moment, Precision
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import TABLE
from pirgen.source.fields.time_grammar import Unreadable, read_time

__all__ = ["MEANINGS", "guessed_columns", "is_of_incidents", "read_rows"]

_USUAL = {
    "id": ("number", "id", "incident id", "incident number", "key", "issue key", "ticket", "ref", "reference"),
    "title": ("title", "short description", "summary", "subject", "name", "incident", "headline"),
    "severity": ("severity", "priority", "sev", "impact level", "urgency"),
    "status": ("status", "state", "incident state"),
    "service": ("service", "services", "business service", "affected service", "component", "components",
                "configuration item", "application", "system", "product"),
    "started": ("started", "start", "start time", "started at", "outage start", "begin", "impact start",
                "incident start", "occurred", "date", "incident date", "work start", "outage begin",
                "impact began"),
    "detected": ("detected", "detected at", "opened", "opened at", "reported", "reported at", "created",
                 "created at", "sys created on"),
    "acknowledged": ("acknowledged", "acknowledged at", "responded at"),
    "mitigated": ("mitigated", "mitigated at", "restored", "restored at", "impact end"),
    "resolved": ("resolved", "resolved at", "end", "end time", "ended", "closed", "closed at",
                 "resolution time", "outage end", "incident end"),
    "summary": ("description", "details", "what happened", "notes", "long description", "executive summary"),
    "impact": ("impact", "business impact", "customer impact", "user impact"),
    "cause": ("cause", "root cause", "root causes", "cause code", "contributing factors"),
    "resolution": ("resolution", "close notes", "resolution notes", "close code", "fix", "workaround"),
    "owner": ("owner", "team", "assignment group", "owning team", "support group"),
    "people": ("assigned to", "assignee", "caller", "opened by", "reporter", "incident commander", "author"),
    "link": ("link", "url", "address"),
    "tags": ("tags", "labels", "category"),
    "notes": ("work notes", "comments and work notes", "additional comments", "comments", "activity log"),
}  # fmt: skip
MEANINGS = tuple(_USUAL)
"""What a column may mean."""

_MOMENTS = {
    "started": (Moment.STARTED, EventKind.SYMPTOM),
    "detected": (Moment.DETECTED, EventKind.DETECTION),
    "acknowledged": (Moment.ACKNOWLEDGED, EventKind.ACTION),
    "mitigated": (Moment.MITIGATED, EventKind.RECOVERY),
    "resolved": (Moment.RESOLVED, EventKind.RECOVERY),
}
_RESOLVED = ("resolved", "closed", "done", "complete", "completed", "fixed", "6", "7")


def guessed_columns(heads: list[str], chosen: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The column of each meaning, chosen or by its usual heads; and what is wrong with the choice."""
    known = {spelt: head for head in heads for spelt in (head.casefold(), _spelt(head))}
    problems = [
        f"--map: there is no column '{head}'" for head in chosen.values() if head.casefold() not in known
    ]
    problems += [
        f"--map: '{meaning}' is not a meaning; expected one of {', '.join(MEANINGS)}"
        for meaning in chosen
        if meaning not in MEANINGS
    ]
    columns = {meaning: known[head.casefold()] for meaning, head in chosen.items() if head.casefold() in known}
    taken = set(columns.values())
    for meaning, usual in _USUAL.items():
        head = next((known[each] for each in usual if each in known and known[each] not in taken), "")
        if head and meaning not in columns:
            columns[meaning] = head
            taken.add(head)
    return columns, tuple(problems)


def is_of_incidents(rows: list[dict[str, str]]) -> bool:
    """Whether the heads of rows say a title and a time of an incident, as ServiceNow's do."""
    columns, _ = guessed_columns(list(rows[0]), {})
    has_time = any(_instant(rows[0][columns[key]], ZoneInfo("UTC")) for key in _MOMENTS if columns.get(key))
    return "title" in columns and has_time


def _spelt(head: str) -> str:
    """A head as people write it: 'u_outage_begin' of a database is 'outage begin'."""
    return re.sub(
        r"^u ", "", re.sub(r"[\s_-]+", " ", re.sub(r"(?<=[a-z])(?=[A-Z])", " ", head)).strip().casefold()
    )


def read_rows(
    rows: list[dict[str, str]], columns: Mapping[str, str], zone: ZoneInfo | None, problems: list[str]
) -> Iterator[ImportedIncident]:
    """An incident for each row."""
    if "title" not in columns:
        heads = ", ".join(f"'{head}'" for head in (rows[0] if rows else {}))
        problems.append(f"the table has no column for the title; its columns are {heads}; name them with --map")
        return
    for number, row in enumerate(rows, 2):
        if any(row.values()):
            yield _incident(row, columns, zone, number)


def _incident(
    row: dict[str, str], columns: Mapping[str, str], zone: ZoneInfo | None, number: int
) -> ImportedIncident:
    cell = {meaning: row.get(head, "") for meaning, head in columns.items()}
    rest = [f"{head}: {text}" for head, text in row.items() if text and head not in columns.values()]
    if cell.get("impact", "").isdecimal():  # a rank, such as ServiceNow's
        rest.append(f"{columns['impact']}: {cell.pop('impact')}")
    events, unread = [], []
    for key, (moment, kind) in _MOMENTS.items():
        written = cell.get(key, "")
        at = _instant(written, zone)
        if at:
            lead = f"{moment.value.capitalize()}, as the table has it"
            events.append(
                ImportedEvent(at, (lead,), kind, marks=(moment,), origin=f"{TABLE.name}, {columns[key]}")
            )
        elif written:
            unread.append(f"{columns[key]}: {written}")
    journal, notes = _journal(cell.get("notes", ""), zone)
    events += journal
    rest += [f"{columns['notes']}: {notes}"] if notes else []
    url = public_link(cell.get("link", ""))
    texts = [markdown(cell[key]) for key in ("summary",) if cell.get(key)]
    texts += [f"**Resolution**\n\n{markdown(cell['resolution'])}"] if cell.get("resolution") else []
    people = [NamedPerson(name=cell["people"])] if cell.get("people") else []
    severity = cell.get("severity", "")
    days = [day for key in _MOMENTS if (day := date_in(cell.get(key, "")))]
    no_zone = [
        f"{text} has no time zone; give one with --timezone"
        for text in unread
        if leading_clock(text.partition(": ")[2])
    ]
    return ImportedIncident(
        TABLE.name,
        is_whole=True,
        key=cell.get("id", "") or f"row {number} {label(cell['title'])}",
        label=cell.get("id", ""),
        title=label(cell["title"]),
        severity=severity,
        severity_key=columns.get("severity", "") if severity else "",
        status=IncidentStatus.RESOLVED
        if cell.get("status", "").casefold() in _RESOLVED
        else IncidentStatus.OPEN,
        services=_several(cell.get("service", "")),
        tags=_several(cell.get("tags", "")),
        impact=markdown(cell.get("impact", "")),
        summary=("\n\n".join(texts),) if texts else (),
        owner=label(cell.get("owner", "")),
        roles=tuple((columns["people"].lower(), person) for person in people),
        events=tuple(events),
        conditions=(markdown(cell["cause"]),) if cell.get("cause") else (),
        links=(Link("Original record", url),) if url else (),
        day=days[0] if days else None,
        to_do=tuple(no_zone),
        also=tuple(" ".join(markdown(text).split()) for text in (*rest, *unread)),
        facts=tuple(_facts(cell, zone)),
    )


_JOURNAL = re.compile(
    r"^(?P<at>\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)?) - (?P<who>[^(\n]{1,80}?) \((?P<kind>[^)\n]{1,60})\)\n"
    r"(?P<text>.*?)(?=^\d{4}-\d\d-\d\d \d\d:\d\d(?::\d\d)? - |\Z)",
    re.MULTILINE | re.DOTALL,
)
"""How ServiceNow writes a journal into one cell: each entry after its time, its author and its kind."""


def _journal(written: str, zone: ZoneInfo | None) -> tuple[list[ImportedEvent], str]:
    """The entries of a journal, and what of a cell is none."""
    events = []
    for found in _JOURNAL.finditer(written):
        at, words = _instant(found["at"], zone), markdown(found["text"])
        lead: TextWithPeople = (f"{label(found['kind'])} by ", NamedPerson(name=found["who"]))
        lead = lead if at else (f"{found['at']}: ", *lead)
        events.append(
            ImportedEvent(
                at or NOT_RECORDED,
                lead,
                EventKind.COMMUNICATION,
                (words,) if words else (),
                origin=f"{TABLE.name}, {found['at']}",
            )
        )
    return events, " ".join(_JOURNAL.sub("", written).split())


def _several(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (label(piece) for piece in text.replace(";", ",").split(","))))


def _instant(written: str, zone: ZoneInfo | None) -> Instant | None:
    if not written:
        return None
    read = read_time(written, zone)
    if not isinstance(read, Unreadable):
        return read
    clock = leading_clock(written)
    if clock:
        return clock.on(clock.day_near(None), None, zone)
    day = date_in(written)
    if day and written.strip(" .").count(":") == 0:
        made = read_time(day.isoformat(), zone)
        return made if isinstance(made, Instant) and made.precision is Precision.DAY else None
    return None


def _facts(cell: Mapping[str, str], zone: ZoneInfo | None) -> Iterator[SourceFact]:
    for meaning in ("title", "summary", "impact", "cause", "resolution"):
        if cell.get(meaning):
            yield SourceFact(FactKind.TEXT, markdown(cell[meaning]))
    for meaning in ("severity", "status"):
        if re.search(r"[^\W\d_]", cell.get(meaning, "")):
            yield SourceFact(FactKind.STATE, label(f"{meaning}: {cell[meaning]}"))
    for meaning in _MOMENTS:
        if cell.get(meaning):
            at = _instant(cell[meaning], zone)
            yield SourceFact(FactKind.TIME, cell[meaning], at.at if at else None)
