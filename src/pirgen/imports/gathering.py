"""Puts together what several files say of one incident, and keeps apart what they say of others."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import PurePath

from pirgen.imports import slack
from pirgen.imports.found import Found, merged
from pirgen.model import Instant

__all__ = ["gathered"]

Group = list[tuple[str, Found]]
"""What belongs to one incident, with the file that each came from."""


def gathered(
    found: Sequence[tuple[str, Found]], chosen: Sequence[str] = (), as_one: bool = False
) -> tuple[tuple[Found, ...], tuple[str, ...]]:
    """The incidents that files tell of, oldest first, and why some cannot be told apart.

    Files belong together by the tool's id of the incident. A file without one, such as notes of
    PagerDuty or messages of Slack, goes with the one incident that there is. ``chosen`` are the ids or
    numbers of those to take; with ``as_one`` everything is told as one incident.
    """
    told = [(file, part) for file, part in found if not _is_only_people(part)]
    people = tuple(person for _, part in found if _is_only_people(part) for person in part.known)
    if not told:
        return (), tuple(
            f"{file}: has people and no incident; give it together with messages" for file, _ in found
        )
    groups, problems = _groups(told)
    if chosen:
        groups, unknown = _chosen(groups, chosen)
        problems += unknown
    if as_one and not problems:
        problems += _several_of_one_tool(groups)
        groups = [[part for group in groups for part in group]]
    incidents = [_incident(group, people) for group in groups]
    return tuple(sorted(incidents, key=_order)), tuple(problems)


def _is_only_people(part: Found) -> bool:
    return part.tool == slack.NAME and bool(part.known) and not part.entries


def _groups(told: Sequence[tuple[str, Found]]) -> tuple[list[Group], list[str]]:
    by_key: dict[tuple[str, str], Group] = {}
    for file, part in told:
        if part.key:
            by_key.setdefault((part.tool, part.key), []).append((file, part))
    problems = []
    for file, part in told:
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
    others = [group for (tool, _), group in by_key.items() if tool != slack.NAME]
    messages = [group for (tool, _), group in by_key.items() if tool == slack.NAME]
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


def _incident(group: Group, people: tuple[object, ...]) -> Found:
    parts = [replace(part, files=(_source(file, part),), severity_key=_whose(part)) for file, part in group]
    incident = merged(sorted(parts, key=lambda part: part.files[0][1]))
    return replace(incident, known=(*incident.known, *people))  # type: ignore[arg-type]


def _source(file: str, part: Found) -> tuple[str, str]:
    return part.tool, PurePath(file).name


def _whose(part: Found) -> str:
    return f"{part.tool} {part.severity_key}" if part.severity else ""


def _order(incident: Found) -> tuple[str, str, str]:
    times = [entry.at.at.isoformat() for entry in incident.entries if isinstance(entry.at, Instant)]
    return min(times, default=str(incident.day or "")), incident.tool, incident.key
