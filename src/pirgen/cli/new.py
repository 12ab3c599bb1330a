"""``pirgen new``: the folder of an incident."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import click

from pirgen.cli.common import stops_cleanly
from pirgen.errors import PirgenError


@click.command()
@click.argument("title")
@click.option("--severity", default="SEV-3", show_default=True, help="The level of the severity guide.")
@click.option("--service", "services", multiple=True, help="A service that users know; may be given again.")
@click.option(
    "--date",
    "day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="The day it began. [default: today]",
)
@click.option("--review/--no-review", default=True, show_default=True, help="Write a first pir.yaml too.")
@click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=Path("incidents"),
    show_default=True,
    help="Folder of incidents.",
)
@stops_cleanly
def new(
    title: str, severity: str, services: tuple[str, ...], day: datetime | None, review: bool, into: Path
) -> None:
    """Make the folder of a new incident and print its path.

    \b
    Examples:
      pirgen new "Checkout failed for every order" --severity SEV-2 --service checkout
      pirgen new "Disk full" --date 2026-03-14 --no-review
    """
    from pirgen.drafts import Draft, incident_text, review_text
    from pirgen.model import Vocabulary

    if not title.strip():
        raise click.UsageError("a title says what users saw; it cannot be empty")
    known = _known_severities(into) or [level.id for level in Vocabulary().severities]
    if severity not in known:
        from pirgen.diagnostics import near_miss

        near = near_miss(severity, known)
        meant = f"; did you mean {near}?" if near else ""
        raise click.BadParameter(f"'{severity}' is not known; choose one of {', '.join(known)}{meant}")
    began = day.date() if day else datetime.now(UTC).date()
    draft = Draft(" ".join(title.split()), severity, services or ("to be named",), began)
    files = {"incident.yaml": incident_text(draft)} | ({"pir.yaml": review_text(draft)} if review else {})
    click.echo(str(_write_new(into / draft.id, files)))


def _known_severities(folder: Path) -> list[str]:
    """The levels that a site's own vocabulary sets, if it has one."""
    from pirgen.source import VOCABULARY_FILE, read_folder, read_library

    if not (folder / VOCABULARY_FILE).exists():
        return []
    vocabulary = read_library(read_folder(folder)).book.vocabulary
    return [level.id for level in vocabulary.severities]


def _write_new(folder: Path, files: dict[str, str]) -> Path:
    """Write the files of a new incident; an existing folder is left alone."""
    try:
        folder.mkdir(parents=True)
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8", newline="\n")
    except FileExistsError as problem:
        raise PirgenError(f"'{folder}' is already there; choose another title or date") from problem
    except OSError as problem:
        raise PirgenError(f"cannot write '{folder}': {problem.strerror}") from problem
    return folder / "incident.yaml"
