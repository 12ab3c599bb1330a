"""``pirgen import``: exports of other tools become drafts."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.importing.imported import Outcome, Written, refusals, write_drafts
from pirgen.cli.importing.restoring import restore
from pirgen.cli.shared.exits import FOUND, stops_cleanly
from pirgen.cli.shared.exports import (
    ReadDrafts,
    people_option,
    read_drafts,
    select_option,
    show_accounts,
    timezone_option,
)
from pirgen.cli.shared.folders import vocabulary_of
from pirgen.cli.shared.options import a_day, into_option, known_severity
from pirgen.cli.shared.terminal import print_note, print_text
from pirgen.errors import PirgenError
from pirgen.privacy.known_tools import KNOWN_TOOLS

if TYPE_CHECKING:
    from pirgen.imports import ImportAccount
    from pirgen.model import Instant, Vocabulary


@click.command("import")
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@people_option
@click.option(
    "--severity",
    "severities",
    multiple=True,
    metavar="WORD=LEVEL",
    help="Severity to use for a tool's word, such as P1=SEV-1; a severity alone is for all.",
)
@select_option
@click.option("--as-one", is_flag=True, help="Treat all files as one incident, whatever ids they have.")
@click.option("--since", metavar="TIME", help="Leave out events before this time, such as 2026-03-14T09:00Z.")
@click.option("--until", metavar="TIME", help="Leave out events after this time.")
@click.option("--date", "day", type=a_day, metavar="DATE", help="Day of times that are written without one.")
@timezone_option
@click.option(
    "--tool",
    type=click.Choice([tool.id for tool in KNOWN_TOOLS]),
    help="Tool that the files are from, where it is not recognised.",
)
@click.option(
    "--map",
    "columns",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="YAML file with the column of a table for title, started, severity and others.",
)
@click.option(
    "--dates",
    type=click.Choice(("dmy", "mdy")),
    help="Order of day and month in tables whose dates do not tell, such as 03/04/2026.",
)
@click.option(
    "--external",
    is_flag=True,
    help="The files are what others have published: write 'provenance: external', and no owner.",
)
@click.option("--dry-run", is_flag=True, help="Print the paths without writing anything.")
@into_option
@stops_cleanly
def import_(
    files: tuple[Path, ...],
    people: Path | None,
    severities: tuple[str, ...],
    selected: tuple[str, ...],
    as_one: bool,
    since: str | None,
    until: str | None,
    day: date | None,
    timezone: str | None,
    tool: str | None,
    columns: Path | None,
    dates: str | None,
    external: bool,
    dry_run: bool,
    into: Path,
) -> None:
    """Turn exports of other tools into drafts of incidents, and print their paths.

    FILES are saved exports of a tool that --tool lists, or postmortems in Markdown. Files of one incident
    become one draft; a file with several incidents becomes several. Nothing is fetched.
    An incident that a site of pirgen offers as JSON becomes its YAML files again.
    Incidents that were imported before are known again: a draft that nobody has edited is updated where its
    source has changed, and nothing else is overwritten.

    \b
    Examples:
      pirgen import incident.json log_entries.json notes.json alerts.json
      pirgen import statuspage.json --select abc123 --severity major=SEV-1
      pirgen import incident.json slack/inc-42/*.json --people ../people.yaml
    """
    from pirgen.imports import ImportOptions

    vocabulary = vocabulary_of(into)
    own = restore(files, into, dry_run)
    for path in own.written:
        print_text(str(path))
    if not own.others:
        _end(own.skipped, is_anything_written=bool(own.written))
        return
    options = ImportOptions(
        vocabulary,
        fallback_day=day,
        severities=_levels(severities, vocabulary),
        since=_instant("--since", since),
        until=_instant("--until", until),
        is_external=external,
    )
    read = read_drafts(own.others, options, people, timezone, tool or "", selected, as_one, columns, dates)
    refused = refusals(read.drafts, into)
    drafts = [draft for draft in read.drafts if draft.id not in refused]
    skipped = [
        *own.skipped,
        *read.skipped,
        *(f"{draft.id}: {refused[draft.id]}" for draft in read.drafts if draft.id in refused),
    ]
    if not drafts:
        _end(skipped, is_anything_written=bool(own.written))
        return
    for note in read.notes:
        print_note(note)
    written = list(write_drafts(into, drafts, vocabulary, dry_run))
    show_accounts(_accounts(read, written))
    for each in written:
        _show(each, dry_run)
    if not own.written and all(each.outcome is Outcome.OTHER for each in written):
        for reason in skipped:
            print_note(f"not imported: {reason}")
        named = ", ".join(f"'{each.path.parent}'" for each in written)
        raise PirgenError(f"nothing to write: {named} {'is' if len(written) == 1 else 'are'} already there")
    _end(skipped, is_anything_written=True)


def _end(skipped: Sequence[str], is_anything_written: bool) -> None:
    """Say what was not imported, and end with the exit code for it."""
    if not is_anything_written:
        raise PirgenError(_nothing_read(skipped))
    for reason in skipped:
        print_note(f"not imported: {reason}")
    if skipped:
        sys.exit(FOUND)


def _nothing_read(problems: Sequence[str]) -> str:
    count = f"{len(problems)} problems, nothing was written\n  " if len(problems) > 1 else ""
    return count + "\n  ".join(dict.fromkeys(problems))


def _accounts(read: ReadDrafts, written: Sequence[Written]) -> list[tuple[str, ImportAccount]]:
    """The accounts of what was written now; the ids are those of the folders."""
    by_source = {
        draft.source or draft.id: account
        for draft, (_, account) in zip(read.drafts, read.accounts, strict=True)
    }
    return [
        (each.path.parent.name, by_source[each.draft.source or each.draft.id])
        for each in written
        if each.outcome in (Outcome.NEW, Outcome.UPDATED)
    ]


def _show(written: Written, dry_run: bool) -> None:
    """The path of a new or updated incident on the output, and everything else on the error stream."""
    name = written.path.parent.name
    if written.outcome is Outcome.NEW:
        print_text(str(written.path))
    elif written.outcome is Outcome.UPDATED:
        print_text(str(written.path))
        print_note(f"{name}: {'would be ' * dry_run}updated, since its source has changed")
    elif written.outcome is Outcome.UNCHANGED:
        print_note(f"{name}: already there, and its source has not changed")
    elif written.outcome is Outcome.TOUCHED:
        print_note(f"{name}: its source has changed, and so have you; left as it is. The difference:")
        print_note(written.difference.rstrip("\n"))
    else:
        print_note(f"{name}: already there, left as it is")


def _levels(severities: tuple[str, ...], vocabulary: Vocabulary) -> dict[str, str]:
    """What each word of a tool stands for; the empty word is for all."""
    levels = {}
    for each in severities:
        word, _, level = each.rpartition("=")
        levels[word.strip().casefold()] = known_severity(level.strip(), vocabulary)
    return levels


def _instant(option: str, written: str | None) -> Instant | None:
    from pirgen.source.fields.time_grammar import Unreadable, read_time

    if written is None:
        return None
    read = read_time(written, None)
    if isinstance(read, Unreadable):
        near = f"; did you mean {read.near}?" if read.near else ""
        raise click.BadParameter(f"{read.message}{near}", param_hint=option)
    return read
