"""``pirgen new``: the folder of an incident."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from pirgen.cli.common import into_option, known_severity, stops_cleanly, vocabulary_of, write_new
from pirgen.cli.exports import as_one_draft, people_option, select_option, timezone_option


@click.command()
@click.argument("title")
@click.option("--severity", help="The level of the severity guide. [default: SEV-3, or what an export says]")
@click.option("--service", "services", multiple=True, help="A service that users know; may be given again.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day it began. [default: today, or what an export says]",
)
@click.option(
    "--from",
    "exports",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="An export of another tool to begin from, as for 'pirgen import'; may be given again.",
)
@select_option
@people_option
@timezone_option
@click.option("--review/--no-review", default=True, show_default=True, help="Write a first pir.yaml too.")
@into_option
@stops_cleanly
def new(
    title: str,
    severity: str | None,
    services: tuple[str, ...],
    day: datetime | None,
    exports: tuple[Path, ...],
    selected: tuple[str, ...],
    people: Path | None,
    timezone: str | None,
    review: bool,
    into: Path,
) -> None:
    """Make the folder of a new incident and print its path.

    \b
    Examples:
      pirgen new "Checkout failed for every order" --severity SEV-2 --service checkout
      pirgen new "Disk full" --date 2026-03-14 --no-review
      pirgen new "Disk full" --from incident.json --from log_entries.json
    """
    from pirgen.drafts import Draft

    words = " ".join(title.split())
    if not words:
        raise click.UsageError("a title says what users saw; it cannot be empty")
    if not exports and (people or timezone or selected):
        raise click.UsageError("--people, --timezone and --select say how to read what --from names")
    vocabulary = vocabulary_of(into)
    known = known_severity(severity, vocabulary) if severity else ""
    began = day.date() if day else None
    if exports:
        from pirgen.imports import Choices

        given = {"": known} if known else {}
        choices = Choices(vocabulary, severities=given, title=words, day=began, services=services)
        draft = as_one_draft(exports, choices, people, timezone, selected)
    else:
        level = known or known_severity("SEV-3", vocabulary)
        draft = Draft(words, level, services or ("to be named",), began or datetime.now(UTC).date())
    click.echo(str(write_new(into, draft, review)))
