"""``pirgen import``: exports of other tools become drafts."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.exits import stops_cleanly
from pirgen.cli.exports import drafts, people_option, select_option, timezone_option
from pirgen.cli.folders import vocabulary_of
from pirgen.cli.options import into_option, known_severity
from pirgen.cli.writing import write_new
from pirgen.errors import PirgenError
from pirgen.privacy.known_tools import KNOWN_TOOLS

if TYPE_CHECKING:
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
@timezone_option
@click.option(
    "--tool",
    type=click.Choice([tool.id for tool in KNOWN_TOOLS]),
    help="Tool that the files are from, where it is not recognised.",
)
@click.option("--dry-run", is_flag=True, help="Print the paths and write nothing.")
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
    timezone: str | None,
    tool: str | None,
    dry_run: bool,
    into: Path,
) -> None:
    """Turn exports of other tools into drafts of incidents, and print their paths.

    FILES are saved exports of a tool that --tool lists, or postmortems in Markdown. Files of one incident
    become one draft; a file with several incidents becomes several. Nothing is fetched, and nothing that
    is already there is overwritten.

    \b
    Examples:
      pirgen import incident.json log_entries.json notes.json alerts.json
      pirgen import statuspage.json --select abc123 --severity major=SEV-1
      pirgen import incident.json slack/inc-42/*.json --people ../people.yaml
    """
    from pirgen.imports import ImportOptions

    vocabulary = vocabulary_of(into)
    choices = ImportOptions(
        vocabulary,
        severities=_levels(severities, vocabulary),
        since=_instant("--since", since),
        until=_instant("--until", until),
    )
    made = drafts(files, choices, people, timezone, tool or "", selected, as_one)
    there = [draft for draft in made if (into / draft.id).exists()]
    fresh = [draft for draft in made if draft not in there]
    if not fresh:
        named = ", ".join(f"'{into / draft.id}'" for draft in there)
        raise PirgenError(f"nothing to write: {named} {'is' if len(there) == 1 else 'are'} already there")
    for draft in there:
        click.echo(f"{draft.id}: already there, left as it is", err=True)
    for draft in fresh:
        click.echo(str(into / draft.id / "incident.yaml" if dry_run else write_new(into, draft, vocabulary)))


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
