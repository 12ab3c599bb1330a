"""Reads exports for the commands that begin from them, with a reason for everything that is not read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.shared.terminal import print_note
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from zoneinfo import ZoneInfo

    from pirgen.drafts import Draft
    from pirgen.imports import ImportAccount, ImportOptions
    from pirgen.imports.tables import ColumnMap

__all__ = [
    "ReadDrafts",
    "as_one_draft",
    "content_of",
    "people_option",
    "read_drafts",
    "read_map",
    "select_option",
    "show_accounts",
    "timezone_option",
]

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

MOST_LINES = 3
"""Up to how many drafts each have a line for their account; more of them have a table."""


@dataclass(frozen=True)
class ReadDrafts:
    """The drafts of some files with their accounts, and why others are not imported, a line each."""

    drafts: tuple[Draft, ...] = ()
    accounts: tuple[tuple[str, ImportAccount], ...] = ()
    notes: tuple[str, ...] = ()
    skipped: tuple[str, ...] = field(default=())


def as_one_draft(
    files: Sequence[Path],
    options: ImportOptions,
    people: Path | None,
    timezone: str | None,
    selected: Sequence[str],
) -> Draft:
    """The one incident of all files; anything that is wrong with one of them stops it."""
    read = read_drafts(files, options, people, timezone, selected=selected, as_one=True)
    _stop_at(read.skipped)
    for note in read.notes:
        print_note(note)
    show_accounts(read.accounts)
    (draft,) = read.drafts
    return draft


def read_drafts(
    files: Sequence[Path],
    options: ImportOptions,
    people: Path | None,
    timezone: str | None = None,
    tool: str = "",
    selected: Sequence[str] = (),
    as_one: bool = False,
    columns: Path | None = None,
    dates: str | None = None,
) -> ReadDrafts:
    """A draft of each incident of the files. What is wrong with one file does not keep others back."""
    from pirgen.imports import ReadOptions, draft_incidents, group_by_incident, read_export
    from pirgen.imports.tables import DateOrder

    wrong_options: list[str] = []
    zone = _zone(timezone, wrong_options)
    chosen = _people(people, wrong_options)
    heads, wrong_map = read_map(columns)
    wrong_options += wrong_map
    order = DateOrder(dates) if dates else None
    asked = ReadOptions(tool, zone, options.fallback_day, heads, order)
    skipped: list[str] = []
    left_out: list[str] = []
    found = []
    for file in dict.fromkeys(files):
        for name, content in _members(file, skipped, left_out):
            said, wrong = read_export(content, name, asked)
            skipped += [f"{name}: {each}" for each in wrong]
            found += [(name, each) for each in said] if not wrong else []
    _stop_at([*wrong_options, *skipped] if wrong_options else [])
    incidents, apart = group_by_incident(found, selected, as_one)
    if apart and (as_one or selected):
        _stop_at([*skipped, *apart])
    results = draft_incidents(incidents, replace(options, people=chosen))
    kept = []
    for each in results:
        reason = _NO_DAY if each.draft is None else _too_large(each.draft)
        skipped += [f"{', '.join(each.files) or each.name}: {reason}"] if reason else []
        kept += [each] if each.draft and not reason else []
    return ReadDrafts(
        tuple(each.draft for each in kept if each.draft),
        tuple((each.draft.id, each.account) for each in kept if each.draft),
        (*left_out, *(f"{each.draft.id}: {note}" for each in kept if each.draft for note in each.notes)),
        (*skipped, *apart),
    )


_NO_DAY = "no day is known; give one with --date"


def show_accounts(accounts: Sequence[tuple[str, ImportAccount]]) -> None:
    """Say on the error stream what was kept of each source: a line each, or a table for many."""
    from pirgen.imports import table_of

    if len(accounts) > MOST_LINES:
        print_note(table_of(accounts))
        return
    for name, account in accounts:
        print_note(f"{name}: kept {account.line()}")


def _too_large(draft: Draft) -> str:
    """What to say of a draft that no command would read, for its size; nothing where it is fine."""
    from pirgen.drafts import incident_text, review_text
    from pirgen.source.yaml.characters import MOST_BYTES

    size = max(len(text.encode()) for text in (incident_text(draft), review_text(draft)))
    if size <= MOST_BYTES:
        return ""
    most = f"a file may have {MOST_BYTES:,} bytes and this one would have {size:,}"
    return f"{most}; choose a part of it with --since and --until"


def _members(file: Path, problems: list[str], left_out: list[str]) -> tuple[tuple[str, bytes], ...]:
    """The files to read: the file itself, or those of an archive."""
    from pirgen.imports import unpacked

    content = content_of(file, problems)
    if content is None:
        return ()
    try:
        members, notes = unpacked(content, str(file))
    except ValueError as problem:
        problems.append(f"{file}: {problem}")
        return ()
    left_out += notes
    return members


def content_of(file: Path, problems: list[str]) -> bytes | None:
    """The bytes of a file; None with what is wrong where there are none."""
    if re.match(r"https?:/", str(file)):
        problems.append(f"'{file}' is an address, and nothing is fetched; save it as a file first")
    elif not file.exists():
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
    content = content_of(file, problems)
    if content is None:
        return {}
    try:
        people, wrong = read_people(content.decode("utf-8-sig"), str(file))
    except UnicodeDecodeError:
        problems.append(f"{file}: is not UTF-8; expected YAML such as 'Ada Example: payments on-call'")
        return {}
    problems += wrong
    return people


def read_map(file: Path | None) -> tuple[ColumnMap, tuple[str, ...]]:
    """The columns that a file names, and what is wrong with it."""
    from pirgen.imports.tables import ColumnMap, read_column_map

    problems: list[str] = []
    content = content_of(file, problems) if file else None
    if file is None or content is None:
        return ColumnMap(), tuple(problems)
    try:
        return read_column_map(content.decode("utf-8-sig"), str(file))
    except UnicodeDecodeError:
        return ColumnMap(), (f"{file}: is not UTF-8; expected YAML such as 'title: Short description'",)


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
