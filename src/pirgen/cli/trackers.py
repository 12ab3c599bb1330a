"""``pirgen actions sync`` and ``pirgen actions file``: actions follow their tickets, and become tickets."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.shared.difference import print_difference
from pirgen.cli.shared.exits import FOUND, stops_cleanly
from pirgen.cli.shared.exports import content_of, read_map
from pirgen.cli.shared.folders import shown_name, sound_folder
from pirgen.cli.shared.options import folder_option, write_option
from pirgen.cli.shared.terminal import print_note, print_text
from pirgen.cli.shared.writing import replace_text
from pirgen.errors import PirgenError
from pirgen.wording.plurals import counted

if TYPE_CHECKING:
    from pirgen.imports.trackers import Ticket
    from pirgen.source import Incidents, Library

__all__ = ["file", "sync"]


@click.command()
@click.argument("data", nargs=-1, type=click.Path(path_type=Path, allow_dash=True), metavar="[FILE]...")
@click.option(
    "--map",
    "columns",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help=("YAML file with the column of a table for address, key, status, on and reason."),
)
@click.option(
    "--moved",
    multiple=True,
    metavar="OLD=NEW",
    help="Project that has another address now, such as github.com/example/old=github.com/example/new.",
)
@click.option("--reopen", is_flag=True, help="Also open actions again that a person closed here.")
@folder_option
@write_option
@stops_cleanly
def sync(
    data: tuple[Path, ...],
    columns: Path | None,
    moved: tuple[str, ...],
    reopen: bool,
    folder: Incidents,
    write: bool,
) -> None:
    """Bring the actions up to date with what a tracker says of their tickets.

    FILE is saved data of the tracker: issues of GitHub or GitLab, a search of Jira, or a table (CSV). Without
    one, or with '-', it is read from the input. Actions are found by their 'tracker'. Only their state, day,
    proof and reason are written; comments and everything else stay as they are. What a person closed is not
    opened again unless the tracker says that it was reopened.

    \b
    Examples:
      gh issue list --state all --limit 500 --json number,url,state,stateReason,closedAt > issues.json
      pirgen actions sync issues.json            show what would change
      pirgen actions sync issues.json --write    change it
    """
    from pirgen.imports.trackers import TicketIndex, changes_of, edited, read_moves, read_tickets

    heads, wrong_map = read_map(columns)
    tickets: list[Ticket] = []
    moves, wrong_moves = read_moves(moved)
    problems = [*wrong_map, *wrong_moves]
    for source in data or (Path("-"),):
        found, wrong = read_tickets(_content(source), heads)
        tickets += found
        problems += [f"{source}: {each}" for each in wrong]
    if problems:
        raise PirgenError("\n  ".join(problems))
    library = sound_folder(folder).library
    index = TicketIndex.of(library.book, tickets, moves)
    changes = list(changes_of(library.book, index, reopen))
    texts = edited(library, changes)
    for change in changes:
        print_note(str(change))
    for line in index.missing(library.book):
        print_note(line)
    made = sum(change.is_made for change in changes)
    _finish(library, texts, folder, write, f"{counted(made, 'action')} of {counted(len(tickets), 'ticket')}")


@click.command("file")
@click.option(
    "--format",
    "form",
    type=click.Choice(("gh", "glab", "jira-csv")),
    default="gh",
    show_default=True,
    help="A script for GitHub's 'gh' or GitLab's 'glab', or a table for Jira's import.",
)
@click.option(
    "--addresses",
    type=click.Path(path_type=Path, allow_dash=True),
    metavar="FILE",
    help="Lines of INCIDENT/ACTION and an address, to write into the actions as their tracker.",
)
@folder_option
@write_option
@stops_cleanly
def file(form: str, addresses: Path | None, folder: Incidents, write: bool) -> None:
    """Print tickets to create for open actions that have none, and write their addresses back.

    \b
    Examples:
      pirgen actions file > file.sh && sh file.sh
      pirgen actions file --addresses addresses.txt --write
      pirgen actions file --format jira-csv > actions.csv
    """
    from pirgen.imports.trackers import addresses_in, as_commands, as_jira_csv, unfiled, with_tracker

    library = sound_folder(folder).library
    actions = list(unfiled(library.book))
    if addresses is None:
        if write:
            raise click.UsageError("--write goes with --addresses")
        print_text(as_jira_csv(actions) if form == "jira-csv" else as_commands(actions, form), end="")
        print_note(f"{counted(len(actions), 'open action')} without a tracker")
        return
    found, problems = addresses_in(_content(addresses), actions)
    for problem in problems:
        print_note(f"{addresses}: {problem}")
    texts = with_tracker(library, found)
    _finish(library, texts, folder, write, counted(len(found), "action"))
    if problems:
        sys.exit(FOUND)


def _finish(library: Library, texts: Mapping[str, str], folder: Incidents, write: bool, what: str) -> None:
    """Write the new texts, or show how they differ and exit with 1 if they do."""
    changed = {name: text for name, text in texts.items() if text != library.texts[name]}
    for name, text in changed.items():
        if write:
            replace_text(folder / name, library.files[name].content, text)
        else:
            print_difference(library.texts[name], text, shown_name(folder, name))
    if not changed:
        print_note("nothing to change")
        return
    files = counted(len(changed), "file")
    print_note(f"{'changed' if write else 'would change'} {what} in {files}")
    if not write:
        sys.exit(FOUND)


def _content(path: Path) -> str:
    """The text of a file, or of the input; raises PirgenError where it has none."""
    from pirgen.imports.other_files import text_of_file, why_not_read

    if str(path) == "-":
        return sys.stdin.read()
    problems: list[str] = []
    content = content_of(path, problems) or b""
    why = why_not_read(content)
    text, no_text = ("", "") if problems or why else text_of_file(content)
    problems += [f"{path}: {each}" for each in (why, no_text) if each]
    if problems:
        raise PirgenError(problems[0])
    return text
