"""Any table as incidents, a row each: CSV, or a sheet of Excel with the extra 'documents'."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from pirgen.imports.accounting import FactKind, SourceFact
from pirgen.imports.documents import library
from pirgen.imports.incident import ImportedEvent, ImportedIncident, NamedPerson
from pirgen.imports.markdown.clock import leading_clock
from pirgen.imports.markdown.dates import date_in
from pirgen.imports.text import label, markdown
from pirgen.model import EventKind, IncidentStatus, Instant, Link, Moment, Precision
from pirgen.privacy import public_link
from pirgen.privacy.known_tools import TABLE
from pirgen.source.fields.time_grammar import Unreadable, read_time

__all__ = ["MEANINGS", "guessed_columns", "looks_like_table", "read_rows", "read_table", "sheet_rows"]

_USUAL = {
    "id": ("number", "id", "incident id", "incident number", "key", "issue key", "ticket", "ref", "reference"),
    "title": ("title", "short description", "summary", "subject", "name", "incident", "headline"),
    "severity": ("severity", "priority", "sev", "impact level", "urgency"),
    "status": ("status", "state", "incident state"),
    "service": ("service", "services", "business service", "affected service", "component", "components",
                "configuration item", "application", "system", "product"),
    "started": ("started", "start", "start time", "started at", "outage start", "begin", "impact start",
                "incident start", "occurred", "date", "incident date", "work start"),
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


def looks_like_table(text: str) -> bool:
    """Whether the first lines of a text have the same number of columns, three or more."""
    lines = [line for line in text.splitlines()[:3] if line.strip()]
    sign = _sign(lines[0]) if lines else ""
    return (
        len(lines) > 1
        and lines[0].count(sign) >= 2
        and not lines[0].lstrip().startswith(("#", "-", "{", "[", "<"))
    )


def _sign(line: str) -> str:
    return max(",;\t", key=line.count)


def read_table(text: str) -> list[dict[str, str]]:
    """The rows of a table by the heads of its columns."""
    rows = csv.DictReader(io.StringIO(text.lstrip("\ufeff")), delimiter=_sign(text.partition("\n")[0]))
    return [
        {(head or "").strip(): (cell or "").strip() for head, cell in row.items() if isinstance(cell, str)}
        for row in rows
    ]


def sheet_rows(content: bytes) -> list[dict[str, str]]:
    """The rows of the first sheet of an Excel file; raises ValueError where it is none."""
    load = library("openpyxl", "load_workbook")
    try:
        sheet = load(io.BytesIO(content), read_only=True, data_only=True).worksheets[0]
        lines = [[_cell(value) for value in row] for row in sheet.iter_rows(values_only=True, max_row=100_000)]
    except (zipfile.BadZipFile, KeyError, OSError, ValueError, IndexError, SyntaxError) as problem:
        raise ValueError("it is not a sheet of Excel") from problem
    heads = lines[0] if lines else []
    return [dict(zip(heads, line, strict=False)) for line in lines[1:] if any(line)]


def _cell(value: object) -> str:
    if isinstance(value, datetime):
        return value.isoformat(sep=" ", timespec="minutes" if not value.second else "seconds")
    return value.isoformat() if isinstance(value, date) else "" if value is None else str(value).strip()


def guessed_columns(heads: list[str], chosen: Mapping[str, str]) -> tuple[dict[str, str], tuple[str, ...]]:
    """The column of each meaning, chosen or by its usual heads; and what is wrong with the choice."""
    known = {head.casefold(): head for head in heads}
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
        also=tuple(map(label, (*rest, *unread))),
        facts=tuple(_facts(cell)),
    )


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


def _facts(cell: Mapping[str, str]) -> Iterator[SourceFact]:
    for meaning in ("title", "summary", "impact", "cause", "resolution"):
        if cell.get(meaning):
            yield SourceFact(FactKind.TEXT, markdown(cell[meaning]))
    for meaning in ("severity", "status"):
        if cell.get(meaning):
            yield SourceFact(FactKind.STATE, f"{meaning}: {cell[meaning]}")
    for meaning in _MOMENTS:
        if cell.get(meaning):
            read = read_time(cell[meaning], None)
            yield SourceFact(FactKind.TIME, cell[meaning], read.at if isinstance(read, Instant) else None)
