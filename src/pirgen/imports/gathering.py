"""Puts together what several files say of one incident, and keeps apart what they say of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from pirgen.imports.incident import ImportedIncident, merge_parts
from pirgen.model import Instant
from pirgen.privacy.known_tools import SLACK

__all__ = ["group_by_incident"]

Group = list[tuple[str, ImportedIncident]]
"""What belongs to one incident, with the file that each came from."""


def group_by_incident(
    found: Sequence[tuple[str, ImportedIncident]], chosen: Sequence[str] = (), as_one: bool = False
) -> tuple[tuple[ImportedIncident, ...], tuple[str, ...]]:
    """The incidents of the files, oldest first, and why some files cannot be assigned.

    Files belong together by the tool's id of the incident. A file without one, such as notes of
    PagerDuty or messages of Slack, goes with the one incident that there is. ``chosen`` are the ids or
    numbers of those to take; with ``as_one`` everything is one incident.
    """
    kept = [(file, part) for file, part in found if not _is_only_people(part)]
    people = tuple(person for _, part in found if _is_only_people(part) for person in part.known)
    if not kept:
        return (), tuple(
            f"{file}: has people and no incident; give it together with messages" for file, _ in found
        )
    groups, problems = _groups(kept)
    if chosen:
        groups, unknown = _chosen(groups, chosen)
        problems += unknown
    if as_one and not problems:
        problems += _several_of_one_tool(groups)
        groups = [[part for group in groups for part in group]]
    incidents = [_incident(group, people) for group in groups]
    return tuple(sorted(incidents, key=_order)), tuple(problems)


def _is_only_people(part: ImportedIncident) -> bool:
    return part.tool == SLACK.name and bool(part.known) and not part.events


def _groups(kept: Sequence[tuple[str, ImportedIncident]]) -> tuple[list[Group], list[str]]:
    by_key: dict[tuple[str, str], Group] = {}
    for file, part in kept:
        if part.key:
            by_key.setdefault((part.tool, part.key), []).append((file, part))
    problems = []
    for file, part in kept:
        if part.key:
            continue
        homes = [key for key in by_key if key[0] == part.tool and key[1]]
        if len(homes) > 1:
            hint = "give it with the file of that incident alone"
            problems.append(f"{file}: does not say which of {len(homes)} incidents it belongs to; {hint}")
        else:
            by_key.setdefault(homes[0] if homes else (part.tool, ""), []).append((file, part))
    return _with_messages(by_key), problems


def _with_messages(by_key: dict[tuple[str, str], Group]) -> list[Group]:
    """The groups, with the messages of a channel put to the one incident of other tools, if it is one."""
    others = [group for (tool, _), group in by_key.items() if tool != SLACK.name]
    messages = [group for (tool, _), group in by_key.items() if tool == SLACK.name]
    if len(others) == 1 and messages:
        return [[part for group in (*others, *messages) for part in group]]
    return [*others, *messages]


def _chosen(groups: list[Group], chosen: Iterable[str]) -> tuple[list[Group], list[str]]:
    names = [{_plain(name) for _, part in group for name in (part.key, part.label)} for group in groups]
    wanted = {_plain(id): id for id in chosen}
    known = ", ".join(f"{_shown(group)}" for group in groups[:20]) + (", ..." if len(groups) > 20 else "")
    unknown = [id for plain, id in wanted.items() if not any(plain in each for each in names)]
    problems = [f"no incident '{id}' is in the files; they hold {known}" for id in unknown]
    return [group for group, each in zip(groups, names, strict=True) if each & set(wanted)], problems


def _plain(name: str) -> str:
    return name.casefold().lstrip("#")


def _shown(group: Group) -> str:
    return next((part.label or part.key for _, part in group if part.label or part.key), group[0][1].tool)


def _several_of_one_tool(groups: list[Group]) -> list[str]:
    wholes = [part for group in groups for _, part in group if part.is_whole]
    for tool in dict.fromkeys(part.tool for part in wholes):
        ids = list(dict.fromkeys(part.key for part in wholes if part.tool == tool))
        if len(ids) > 1:
            named = ", ".join(dict.fromkeys(part.label or part.key for part in wholes if part.tool == tool))
            return [f"the files hold {len(ids)} incidents of {tool} ({named}); choose one with --select"]
    return []


def _incident(group: Group, people: tuple[object, ...]) -> ImportedIncident:
    parts = [replace(part, files=(_source(file, part),), severity_key=_whose(part)) for file, part in group]
    incident = merge_parts(sorted(parts, key=lambda part: part.files[0][1]))
    return replace(incident, known=(*incident.known, *people))  # type: ignore[arg-type]


def _source(file: str, part: ImportedIncident) -> tuple[str, str]:
    return part.tool, PurePath(file).name


def _whose(part: ImportedIncident) -> str:
    return f"{part.tool} {part.severity_key}" if part.severity else ""


def _order(incident: ImportedIncident) -> tuple[str, str, str]:
    times = [entry.at.at.isoformat() for entry in incident.events if isinstance(entry.at, Instant)]
    return min(times, default=str(incident.day or "")), incident.tool, incident.key
