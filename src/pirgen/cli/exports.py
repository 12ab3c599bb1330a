"""Reads exports for the commands that begin from them, and says everything that is wrong with them at once."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from pirgen.drafts import Draft
    from pirgen.imports import ImportOptions

__all__ = ["as_one_draft", "drafts", "people_option", "select_option", "timezone_option"]

people_option = click.option(
    "--people",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="YAML file with the words to write for a name, an id or an e-mail address.",
)
timezone_option = click.option(
    "--timezone",
    metavar="ZONE",
    help="Time zone of times that are written without one, such as Europe/Berlin.",
)


select_option = click.option(
    "--select",
    "selected",
    multiple=True,
    metavar="ID",
    help="Import only the incident with this id or number; may be repeated.",
)


def as_one_draft(
    files: Sequence[Path],
    choices: ImportOptions,
    people: Path | None,
    timezone: str | None,
    selected: Sequence[str],
) -> Draft:
    """The one incident that all files tell of."""
    (draft,) = drafts(files, choices, people, timezone, selected=selected, as_one=True)
    return draft


def drafts(
    files: Sequence[Path],
    choices: ImportOptions,
    people: Path | None,
    timezone: str | None = None,
    tool: str = "",
    selected: Sequence[str] = (),
    as_one: bool = False,
) -> list[Draft]:
    """A draft of each incident of the files; remarks go to the error stream."""
    from pirgen.imports import draft_incidents, group_by_incident, read_export

    problems: list[str] = []
    zone = _zone(timezone, problems)
    chosen = _people(people, problems)
    found = []
    for file in dict.fromkeys(files):
        content = _content(file, problems)
        if content is not None:
            said, wrong = read_export(content, str(file), tool, zone)
            problems += [f"{file}: {each}" for each in wrong]
            found += [(str(file), each) for each in said]
    _stop_at(problems)
    incidents, apart = group_by_incident(found, selected, as_one)
    _stop_at(apart)
    made = draft_incidents(incidents, replace(choices, people=chosen))
    hint = "give one with: pirgen new TITLE --date DATE --from FILE"
    _stop_at([f"{each.name}: no day is known; {hint}" for each in made if each.draft is None])
    _stop_at([problem for each in made if each.draft and (problem := _too_large(each.draft))])
    for each in made:
        for note in each.notes:
            click.echo(f"{each.draft.id if each.draft else each.name}: {note}", err=True)
    return [each.draft for each in made if each.draft]


def _too_large(draft: Draft) -> str:
    """What to say of a draft that no command would read, for its size; nothing where it is fine."""
    from pirgen.drafts import incident_text, review_text
    from pirgen.source.yaml.characters import MOST_BYTES

    size = max(len(text.encode()) for text in (incident_text(draft), review_text(draft)))
    if size <= MOST_BYTES:
        return ""
    most = f"a file may have {MOST_BYTES:,} bytes and this one would have {size:,}"
    return f"{draft.id}: {most}; choose a part of it with --since and --until"


def _content(file: Path, problems: list[str]) -> bytes | None:
    if not file.exists():
        problems.append(f"there is no '{file}' here")
    elif file.is_dir():
        problems.append(f"'{file}' is a folder; give the files in it")
    else:
        try:
            return file.read_bytes()
        except OSError as problem:
            problems.append(f"cannot read '{file}': {problem.strerror}")
    return None


def _people(file: Path | None, problems: list[str]) -> dict[str, str]:
    from pirgen.imports import read_people

    if file is None:
        return {}
    content = _content(file, problems)
    if content is None:
        return {}
    try:
        people, wrong = read_people(content.decode("utf-8-sig"), str(file))
    except UnicodeDecodeError:
        problems.append(f"{file}: is not UTF-8; expected YAML such as 'Ada Example: payments on-call'")
        return {}
    problems += wrong
    return people


def _zone(name: str | None, problems: list[str]) -> ZoneInfo | None:
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

    try:
        return ZoneInfo(name) if name else None
    except (ZoneInfoNotFoundError, ValueError, OSError):
        problems.append(f"timezone '{name}' is not known; expected a name such as Europe/Berlin or UTC")
        return None


def _stop_at(problems: Sequence[str]) -> None:
    """Stop if anything is wrong, and say all of it: one thing a line."""
    if problems:
        count = f"{len(problems)} problems, nothing was written\n  " if len(problems) > 1 else ""
        raise PirgenError(count + "\n  ".join(dict.fromkeys(problems)))
