"""Tells which tool a file is from, by what is in it and never by its name alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from pirgen.imports import documents, feed, markdown
from pirgen.imports.accounting import facts_of_value
from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedIncident
from pirgen.imports.other_files import text_of_file, why_not_read
from pirgen.imports.people_in_records import people_in
from pirgen.imports.tables import ColumnMap, DateOrder
from pirgen.imports.tables.reading import is_of_incidents, read_incidents
from pirgen.imports.tables.rows import SourceTable, json_table, looks_like_table, read_table
from pirgen.imports.tables.sheets import sheet_table
from pirgen.imports.tools import READERS
from pirgen.privacy import known_tools
from pirgen.source.yaml.nodes import Mapping as MappingNode
from pirgen.source.yaml.tree import parse

__all__ = ["ReadOptions", "read_export"]

_EXPECTED = (
    f"an export of {known_tools.in_words(known_tools.MARKDOWN, known_tools.TABLE)}, "
    "a postmortem in Markdown, HTML or Word, or a table"
)


@dataclass(frozen=True)
class ReadOptions:
    """How files are to be read: the tool where it is known, the day and zone of times, columns of tables.

    ``dates`` is the order of day and month in tables, where both would be possible.
    """

    tool: str = ""
    zone: ZoneInfo | None = None
    day: date | None = None
    columns: ColumnMap = field(default_factory=ColumnMap)
    dates: DateOrder | None = None


def read_export(
    content: bytes, file: str, options: ReadOptions | None = None
) -> tuple[tuple[ImportedIncident, ...], tuple[str, ...]]:
    """What a file says, an incident or a part of one each, and what is wrong with it."""
    problems: list[str] = []
    asked = options or ReadOptions()
    found = tuple(_read(content, file, asked, problems))
    return found, tuple(problems)


def _read(content: bytes, file: str, asked: ReadOptions, problems: list[str]) -> Iterator[ImportedIncident]:
    if why := why_not_read(content):
        problems.append(why)
        return
    try:
        if documents.is_zip(content):
            yield from _read_archive(content, file, asked, problems)
            return
        text, why = text_of_file(content)
        if why:
            problems.append(why)
        else:
            yield from _read_text(text, file, asked, problems)
    except documents.MissingReaderError as missing:
        problems.append(str(missing))


def _read_archive(
    content: bytes, file: str, asked: ReadOptions, problems: list[str]
) -> Iterator[ImportedIncident]:
    """What a document of Word or a sheet of Excel says: both are zip archives."""
    is_sheet = b"xl/workbook.xml" in content
    try:
        if is_sheet:
            yield from _read_table(sheet_table(content, asked.columns), asked, problems)
        elif b"word/document.xml" in content:
            yield from _read_document(documents.read_word(content), file, asked, problems)
        else:
            problems.append(f"is an archive; give the files in it. Expected {_EXPECTED}")
    except ValueError as problem:
        problems.append(f"cannot be read: {problem}")


def _read_text(text: str, file: str, asked: ReadOptions, problems: list[str]) -> Iterator[ImportedIncident]:
    if feed.is_feed(text):
        yield from feed.read_feed(text, problems)
    elif documents.is_html(text):
        yield from _read_document(documents.read_html(text), file, asked, problems)
    elif asked.tool == known_tools.MARKDOWN.id or (not asked.tool and markdown.recognises(text, file)):
        yield from markdown.read(text, file, asked.zone, problems, asked.day)
    elif asked.tool == known_tools.TABLE.id or (not asked.tool and looks_like_table(text)):
        try:
            table = read_table(text)
        except ValueError as problem:
            problems.append(f"cannot be read: {problem}")
            return
        yield from _read_table(table, asked, problems)
    else:
        yield from _read_value(text, file, asked, problems)


def _read_document(
    document: documents.SourceDocument, file: str, asked: ReadOptions, problems: list[str]
) -> Iterator[ImportedIncident]:
    for incident in markdown.read(document.text, file, asked.zone, problems, asked.day):
        known, left_out = (*incident.known, *document.known), (*incident.left_out, *document.left_out)
        yield replace(incident, known=known, left_out=left_out)


def _read_table(table: SourceTable, asked: ReadOptions, problems: list[str]) -> Iterator[ImportedIncident]:
    yield from read_incidents(table, asked.columns, asked.dates, asked.zone, problems)


def _read_value(text: str, file: str, asked: ReadOptions, problems: list[str]) -> Iterator[ImportedIncident]:
    root, wrong = _json_of(text)
    if wrong:
        problems.append(_pipeline(text, file) or _own_file(text, file) or wrong)
        return
    found = tuple(_read_json(ExportValue(root, problems), file, asked.tool))
    table = json_table(root) if not found and not problems else SourceTable()
    is_told = asked.tool == known_tools.TABLE.id or bool(asked.columns.named)
    if table.rows and (is_told or is_of_incidents(table)):
        yield from _read_table(table, asked, problems)
        return
    if not found and not problems:
        problems.append(_unknown(root, asked.tool))
    yield from found


def _json_of(text: str) -> tuple[Any, str]:
    """The value of a JSON text, and why there is none."""
    try:
        return json.loads(text), ""
    except json.JSONDecodeError as problem:
        if text.lstrip()[:1] not in ("{", "["):
            return (
                None,
                f"is not recognised; for a postmortem in words, give --tool markdown; expected {_EXPECTED}",
            )
        said = problem.msg[:1].lower() + problem.msg[1:]
        return None, f"broken JSON at line {problem.lineno}, column {problem.colno}: {said}"
    except RecursionError:
        return None, "the JSON is nested too deeply to be an export"
    except ValueError:
        return None, "the JSON has a number that is too long to be read"


def _read_json(root: ExportValue, file: str, tool: str) -> Iterator[ImportedIncident]:
    for reader in READERS:
        if tool in ("", reader.tool.id) and reader.recognises(root):
            yield from (_with_facts(incident, root) for incident in reader.read(root, file))
            return


def _with_facts(incident: ImportedIncident, root: ExportValue) -> ImportedIncident:
    """The incident with what the source has of it, for the account of what was kept, and whom it names."""
    records = incident.records or (root,)
    skipped = frozenset(root.skipped)
    facts = (fact for each in records for fact in facts_of_value(each.value, skipped, each.path))
    people = (person for each in records for person in people_in(each.value))
    known = tuple(dict.fromkeys((*incident.known, *people)))
    return replace(incident, records=(), facts=(*incident.facts, *facts), known=known)


def _unknown(root: Any, tool: str) -> str:
    if tool:
        return f"has nothing that {tool} exports; leave out --tool to have the tool recognised"
    if root in ([], {}) or (isinstance(root, dict) and any(value == [] for value in root.values())):
        return "has no incidents: its list is empty"
    keys = ", ".join(f"'{key}'" for key in list(root)[:5]) if isinstance(root, dict) else ""
    has = f" with the keys {_one_line(keys)}" if keys else ""
    return f"JSON{has} is not recognised; expected {_EXPECTED}"


def _one_line(text: str) -> str:
    return " ".join(text.split())[:120]


def _top_keys(text: str, file: str) -> set[str]:
    if text.lstrip()[:1] in ("{", "["):  # JSON, broken or not, is neither
        return set()
    node, _ = parse(text, file)
    if isinstance(node, MappingNode):
        return {key.text for key, _ in node.entries}
    return set(re.findall(r"^([A-Za-z][\w.-]*):", text, re.MULTILINE))


def _pipeline(text: str, file: str) -> str:
    """What to say of a file that describes a pipeline; such files are often near."""
    keys = _top_keys(text[:200_000], file)
    if {"on", "jobs"} <= keys:
        return f"is a GitHub Actions workflow, not an export; expected {_EXPECTED}"
    if "stages" in keys or re.search(r"^\S.*:\n(?:[ \t].*\n)*?[ \t]+script:", text, re.MULTILINE):
        return f"is a GitLab CI pipeline, not an export; expected {_EXPECTED}"
    return ""


def _own_file(text: str, file: str) -> str:
    keys = _top_keys(text[:200_000], file)
    is_own = {"title", "timeline"} <= keys or {"status", "summary", "owner"} <= keys
    return "is a file of pirgen already; put it into a folder of its own under 'incidents'" if is_own else ""
