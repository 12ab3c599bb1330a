"""``pirgen new``: the folder of an incident."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.shared import completion
from pirgen.cli.shared.exits import stops_cleanly
from pirgen.cli.shared.exports import as_one_draft, people_option, select_option, timezone_option
from pirgen.cli.shared.folders import vocabulary_of
from pirgen.cli.shared.options import a_day, bad_word, into_option, known_severity, known_word, one_line
from pirgen.cli.shared.terminal import print_text
from pirgen.cli.shared.writing import write_new

if TYPE_CHECKING:
    from pirgen.model import Vocabulary


@click.command()
@click.argument("title", type=one_line, metavar="TITLE")
@click.option(
    "--severity",
    shell_complete=completion.severities,
    help="Severity level. [default: the third level, SEV-3, or what an export says]",
)
@click.option(
    "--service",
    "services",
    type=one_line,
    metavar="NAME",
    multiple=True,
    shell_complete=completion.services,
    help="A service that users know; can be repeated.",
)
@click.option(
    "--date",
    "day",
    type=a_day,
    metavar="DATE",
    help="Day it began. [default: today, or what an export says]",
)
@click.option("--id", "id", metavar="ID", help="The folder's name, or its words. [default: the title's words]")
@click.option(
    "--covers",
    multiple=True,
    metavar="ID",
    help="A further incident that the review is about; can be repeated.",
)
@click.option("--review/--no-review", default=True, show_default=True, help="Write a first pir.yaml too.")
@click.option(
    "--from",
    "exports",
    multiple=True,
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="An export of another tool to begin from, as for 'pirgen import'; can be repeated.",
)
@select_option
@people_option
@timezone_option
@click.option("--edit", is_flag=True, help="Open the new incident.yaml in $VISUAL or $EDITOR.")
@into_option
@stops_cleanly
def new(
    title: str,
    severity: str | None,
    services: tuple[str, ...],
    day: date | None,
    id: str | None,
    covers: tuple[str, ...],
    review: bool,
    exports: tuple[Path, ...],
    selected: tuple[str, ...],
    people: Path | None,
    timezone: str | None,
    edit: bool,
    into: Path,
) -> None:
    """Make the folder of a new incident and print its path.

    Nothing is ever overwritten. Where the folder 'schemas' beside the incidents lacks a schema, it is
    written too, so that an editor can help from the first line on.

    \b
    Examples:
      pirgen new "Checkout failed for every order" --severity SEV-2 --service checkout
      pirgen new "Disk full" --date 2026-03-14 --no-review
      pirgen new "Disk full again" --covers 2026-03-14-disk-full --edit
      pirgen new "Disk full" --from incident.json --from log_entries.json
    """
    from dataclasses import replace

    from pirgen.drafts import Draft

    if not title:
        raise click.UsageError("a title says what users saw; it cannot be empty")
    if covers and not review:
        raise click.UsageError("--covers is about the review; it does not go with --no-review")
    if not exports and (people or timezone or selected):
        raise click.UsageError("--people, --timezone and --select say how to read what --from names")
    vocabulary = vocabulary_of(into)
    level = known_severity(severity, vocabulary) if severity else ""
    known_services = _services(services, vocabulary)
    began, name = _day_and_name(id, day)
    covered = tuple(_covered(each, into) for each in dict.fromkeys(covers))
    if exports:
        from pirgen.imports import ImportOptions

        given = {"": level} if level else {}
        choices = ImportOptions(vocabulary, severities=given, title=title, day=began, services=known_services)
        draft = as_one_draft(exports, choices, people, timezone, selected)
    else:
        today = datetime.now(UTC).date()
        draft = Draft(title, level or _usual_severity(vocabulary), known_services, began or today)
    path = write_new(into, replace(draft, name=name, covers=covered), vocabulary, review)
    print_text(str(path))
    if edit:
        click.edit(filename=str(path))


def _usual_severity(vocabulary: Vocabulary) -> str:
    known = [level.id for level in vocabulary.severities]
    return known[min(2, len(known) - 1)] if known else "SEV-3"


def _services(written: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    known = [term.id for term in vocabulary.services]
    return tuple(known_word("--service", service, known) for service in written) if known else written


def _day_and_name(id: str | None, day: date | None) -> tuple[date | None, str]:
    """The day of an incident if it was given, and the words of its id; no words where they are the title's."""
    from pirgen.drafts import slug
    from pirgen.source import is_incident_id

    if id is None:
        return day, ""
    if not is_incident_id(id):
        if not is_incident_id(f"{(day or date.min).isoformat()}-{id}"):
            expected = "YYYY-MM-DD-slug or its words alone: lower case letters, digits and single hyphens"
            raise click.BadParameter(
                f"'{id}' is not a valid id; expected {expected}; did you mean {slug(id)}?", param_hint="'--id'"
            )
        return day, id
    named = date.fromisoformat(id[:10])
    if day and day != named:
        raise click.BadParameter(f"'{id}' begins with another day than --date {day}", param_hint="'--id'")
    return named, id[11:]


def _covered(id: str, into: Path) -> str:
    """The id of an incident that a review may cover: it is there and has no review of its own."""
    from pirgen.source import INCIDENT_FILE, REVIEW_FILE

    if not (into / id / INCIDENT_FILE).is_file():
        known = sorted(path.parent.name for path in into.glob(f"[!.]*/{INCIDENT_FILE}"))
        raise bad_word("--covers", f"there is no incident '{id}' in '{into}'", id, known)
    if (into / id / REVIEW_FILE).exists():
        message = f"'{id}' has a review of its own; an incident has one review"
        raise click.BadParameter(message, param_hint="'--covers'")
    return id
