"""Tells which tool a file is from, by what is in it and never by its name alone."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from pirgen.imports import markdown
from pirgen.imports.accounting import facts_of_value
from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedIncident
from pirgen.imports.tools import READERS
from pirgen.privacy import known_tools
from pirgen.source.yaml.nodes import Mapping
from pirgen.source.yaml.tree import parse

__all__ = ["read_export"]

MOST_BYTES = 32 * 1024 * 1024
"""The size in bytes up to which an export is read."""


_EXPECTED = f"an export of {known_tools.in_words(without=known_tools.MARKDOWN)}, or a postmortem in Markdown"


def read_export(
    content: bytes, file: str, tool: str = "", zone: ZoneInfo | None = None, day: date | None = None
) -> tuple[tuple[ImportedIncident, ...], tuple[str, ...]]:
    """What a file says, an incident or a part of one each, and what is wrong with it."""
    problems: list[str] = []
    text = _text_of(content, problems)
    if problems:
        return (), tuple(problems)
    if tool == known_tools.MARKDOWN.id or (not tool and markdown.recognises(text, file)):
        return tuple(markdown.read(text, file, zone, problems, day)), tuple(problems)
    root, wrong = _json_of(text)
    if wrong:
        return (), (_pipeline(text, file) or _own_file(text, file) or wrong,)
    found = tuple(_read_json(ExportValue(root, problems), file, tool))
    if not found and not problems:
        problems.append(_unknown(root, tool))
    return found, tuple(problems)


def _text_of(content: bytes, problems: list[str]) -> str:
    if len(content) > MOST_BYTES:
        problems.append(f"has {len(content):,} bytes; at most {MOST_BYTES:,} are read")
        return ""
    encoding = json.detect_encoding(content)
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError as problem:
        problems.append(f"byte {problem.start + 1:,} is not UTF-8; expected {_EXPECTED}")
        return ""
    if not text.strip():
        problems.append("is empty")
    return text.replace("\r\n", "\n")


def _json_of(text: str) -> tuple[Any, str]:
    """The value of a JSON text, and why there is none."""
    try:
        return json.loads(text), ""
    except json.JSONDecodeError as problem:
        if text.lstrip()[:1] not in ("{", "["):
            return None, f"is not recognised; expected {_EXPECTED}"
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
    """The incident with what the source has of it, for the account of what was kept."""
    records = incident.records or (root,)
    skipped = frozenset(root.skipped)
    facts = (fact for each in records for fact in facts_of_value(each.value, skipped, each.path))
    return replace(incident, records=(), facts=tuple(facts))


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
    if isinstance(node, Mapping):
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
