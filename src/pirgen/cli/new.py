"""``pirgen new``: the folder of an incident."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.common import stops_cleanly, vocabulary_of, write_missing
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.model import Vocabulary


@click.command()
@click.argument("title")
@click.option("--severity", help="The level of the severity guide. [default: the third level, SEV-3]")
@click.option("--service", "services", multiple=True, help="A service that users know; may be given again.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day it began. [default: today]",
)
@click.option("--id", "id", metavar="ID", help="The folder's name, or its words. [default: the title's words]")
@click.option(
    "--covers",
    multiple=True,
    metavar="ID",
    help="A further incident that the review is about; may be given again.",
)
@click.option("--review/--no-review", default=True, show_default=True, help="Write a first pir.yaml too.")
@click.option("--edit", is_flag=True, help="Open the new incident.yaml in $VISUAL or $EDITOR.")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=Path("incidents"),
    show_default=True,
    help="Folder of incidents.",
)
@stops_cleanly
def new(
    title: str,
    severity: str | None,
    services: tuple[str, ...],
    day: datetime | None,
    id: str | None,
    covers: tuple[str, ...],
    review: bool,
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
    """
    from pirgen.drafts import Draft, incident_text, review_text

    if not title.strip():
        raise click.UsageError("a title says what users saw; it cannot be empty")
    if covers and not review:
        raise click.UsageError("--covers is about the review; it does not go with --no-review")
    vocabulary = vocabulary_of(into)
    draft = Draft(
        " ".join(title.split()),
        _severity(severity, vocabulary),
        _services(services, vocabulary),
        *_day_and_name(id, day.date() if day else None),
        tuple(_covered(each, into) for each in dict.fromkeys(covers)),
    )
    files = {"incident.yaml": incident_text(draft)} | ({"pir.yaml": review_text(draft)} if review else {})
    path = _write_new(into / draft.id, files)
    _write_schemas(into.parent / "schemas", vocabulary)
    click.echo(str(path))
    if edit:
        click.edit(filename=str(path))


def _severity(written: str | None, vocabulary: Vocabulary) -> str:
    known = [level.id for level in vocabulary.severities]
    if written is None:
        return known[min(2, len(known) - 1)] if known else "SEV-3"
    return _known_word("--severity", written, known)


def _services(written: tuple[str, ...], vocabulary: Vocabulary) -> tuple[str, ...]:
    known = [term.id for term in vocabulary.services]
    return tuple(_known_word("--service", service, known) for service in written) if known else written


def _known_word(option: str, written: str, known: Sequence[str]) -> str:
    if written not in known:
        raise _bad(option, f"'{written}' is not known; choose one of {', '.join(known)}", written, known)
    return written


def _day_and_name(id: str | None, day: date | None) -> tuple[date, str]:
    """The day of an incident, and the words of its id; no words where they are the title's."""
    from pirgen.drafts import slug
    from pirgen.source import is_incident_id

    today = datetime.now(UTC).date()
    if id is None:
        return day or today, ""
    if not is_incident_id(id):
        whole = f"{(day or today).isoformat()}-{id}"
        if not is_incident_id(whole):
            expected = "YYYY-MM-DD-slug or its words alone: lower case letters, digits and single hyphens"
            raise click.BadParameter(
                f"'{id}' is not an id; expected {expected}; did you mean {slug(id)}?", param_hint="'--id'"
            )
        return day or today, id
    named = date.fromisoformat(id[:10])
    if day and day != named:
        raise click.BadParameter(f"'{id}' begins with another day than --date {day}", param_hint="'--id'")
    return named, id[11:]


def _covered(id: str, into: Path) -> str:
    """The id of an incident that a review may cover: it is there and has no review of its own."""
    from pirgen.source import INCIDENT_FILE, REVIEW_FILE

    if not (into / id / INCIDENT_FILE).is_file():
        known = sorted(path.parent.name for path in into.glob(f"*/{INCIDENT_FILE}"))
        raise _bad("--covers", f"there is no incident '{id}' in '{into}'", id, known)
    if (into / id / REVIEW_FILE).exists():
        message = f"'{id}' has a review of its own; an incident has one review"
        raise click.BadParameter(message, param_hint="'--covers'")
    return id


def _bad(option: str, message: str, written: str, known: Iterable[str]) -> click.BadParameter:
    from pirgen.diagnostics import near_miss

    near = near_miss(written, known)
    return click.BadParameter(message + (f"; did you mean {near}?" if near else ""), param_hint=f"'{option}'")


def _write_new(folder: Path, files: dict[str, str]) -> Path:
    """Write the files of a new incident; an existing folder is left alone."""
    try:
        folder.mkdir(parents=True)
    except FileExistsError as problem:
        raise PirgenError(f"'{folder}' is already there; choose another title, --date or --id") from problem
    except OSError as problem:
        raise PirgenError(f"cannot write '{folder}': {problem.strerror}") from problem
    write_missing({folder / name: text for name, text in files.items()})
    return folder / "incident.yaml"


def _write_schemas(folder: Path, vocabulary: Vocabulary) -> None:
    """Write the schemas that are not there yet, and say so beside the path that scripts read."""
    from pirgen.source.schema import schema_files

    written, _ = write_missing({folder / name: text for name, text in schema_files(vocabulary).items()})
    if written:
        click.echo(f"'{folder}' is new: it lets editors complete and check these files", err=True)
