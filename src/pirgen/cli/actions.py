"""``pirgen actions``: what is still to be done, in a terminal, as a message, or for other tools."""

from __future__ import annotations

import shutil
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar

import click

from pirgen.cli.shared.configuration import incidents_folder
from pirgen.cli.shared.exits import FOUND, stops_cleanly
from pirgen.cli.shared.folders import checked_folder, day_of, errors_text, names_in
from pirgen.cli.shared.options import FolderType, as_of_option
from pirgen.cli.shared.terminal import print_data, print_text, wants_colour
from pirgen.cli.trackers import file, sync

if TYPE_CHECKING:
    from pirgen.analysis.backlog_report import BacklogReport
    from pirgen.model import Book

_STATES = ("open", "overdue", "done", "declined", "superseded", "unknown", "all")
_WITHOUT_TERMINAL = (100, 24)
"""Columns and lines where there is no terminal to ask."""


class _WithSubcommands(click.Command):
    """A command that lists, whose first argument may name another one: 'sync' or 'file'."""

    subcommands: ClassVar[dict[str, click.Command]] = {"sync": sync, "file": file}

    def make_context(
        self, info_name: str | None, args: list[str], parent: click.Context | None = None, **extra: Any
    ) -> click.Context:
        """The context of the command, or of the one that the first argument names."""
        other = self.subcommands.get(args[0]) if args else None
        if other is not None:
            return other.make_context(f"{info_name} {args[0]}", args[1:], parent, **extra)
        return super().make_context(info_name, args, parent, **extra)


@click.command(cls=_WithSubcommands)
@click.argument("folder", type=FolderType(), default=incidents_folder)
@click.option("--state", type=click.Choice(_STATES), default="open", show_default=True, help="Which ones.")
@click.option("--owner", metavar="TEAM", help="Only those of one owner.")
@click.option(
    "--due-within",
    type=click.IntRange(min=0),
    metavar="DAYS",
    help="Only those that are overdue, or due in so many days.",
)
@click.option(
    "--format", "form", type=click.Choice(("text", "markdown", "json")), default="text", show_default=True
)
@click.option("--site-url", metavar="URL", help="Where the site is published; Markdown then links to it.")
@click.option(
    "--remind",
    is_flag=True,
    help="A message for a chat: what is overdue or due within 7 days, or --due-within, by owner.",
)
@click.option("--fail-overdue", is_flag=True, help="Exit with 1 if any of them is overdue.")
@as_of_option
@stops_cleanly
def actions(
    folder: Path,
    state: str,
    owner: str | None,
    due_within: int | None,
    form: str,
    site_url: str | None,
    remind: bool,
    fail_overdue: bool,
    as_of: date | None,
) -> None:
    """Tell which actions of the reviews are open, what is overdue, and what is due soon.

    FOLDER is the folder of incidents, or that of one incident. The default is 'incidents'.

    \b
    Examples:
      pirgen actions
      pirgen actions --owner "checkout team" --due-within 14
      pirgen actions --state overdue --fail-overdue
      pirgen actions --due-within 7 --format markdown --site-url https://reviews.example.org
      pirgen actions --remind                a message by owner, for a chat
      pirgen actions sync issues.json        follow the tickets of a tracker
      pirgen actions file                    tickets to create for actions without one
    """
    from pirgen.analysis.backlog_report import Scope, Wanted, report
    from pirgen.reports.action_data import actions_json
    from pirgen.reports.action_text import actions_markdown, actions_text
    from pirgen.reports.notice import marked
    from pirgen.reports.reminder import reminder

    if remind and (form != "text" or state != "open"):
        raise click.UsageError("--remind has a form of its own; it does not go with --format or --state")
    if due_within is not None and state not in ("open", "overdue"):
        raise click.UsageError(f"--due-within asks for open actions; it does not go with --state {state}")
    if site_url is not None and not site_url.startswith(("https://", "http://")):
        raise click.BadParameter(f"'{site_url}' is not an address such as https://reviews.example.org")
    root, names = names_in(folder) if isinstance(folder, Path) and folder.is_dir() else (folder, ())
    day = day_of(root, as_of)
    checked = checked_folder(root, day)
    if checked.has_errors:
        print_text(errors_text(checked, root))
        sys.exit(FOUND)
    due_within = 7 if remind and due_within is None else due_within
    soon = timedelta(days=due_within) if due_within is not None else None
    incidents = tuple(name.partition("/")[0] for name in names)
    wanted = Wanted(Scope(state), _owner_id(owner, checked.book) if owner else "", incidents, soon)
    found = report(checked.book, day, wanted)
    vocabulary = checked.book.vocabulary
    if remind:
        print_text(marked("actions.txt", reminder(found, site_url or ""), vocabulary.notice), end="")
    elif form == "json":
        document = actions_json(found.items, found.states, vocabulary, day)
        print_data(marked("actions.json", document, vocabulary.notice))
    elif form == "markdown":
        print_text(marked("actions.md", actions_markdown(found, site_url or ""), vocabulary.notice), end="")
    else:
        columns, colour = shutil.get_terminal_size(_WITHOUT_TERMINAL).columns, wants_colour()
        text = marked("actions.txt", actions_text(found, columns, colour), vocabulary.notice)
        print_text(text, end="")
    sys.exit(FOUND if fail_overdue and _has_overdue(found) else 0)


def _owner_id(written: str, book: Book) -> str:
    """The owner that a word stands for, by its id or title, in capitals or not."""
    from pirgen.analysis.backlog_report import owners
    from pirgen.diagnostics import near_miss

    known = owners(book)
    for id, title in known.items():
        if written.casefold() in (id.casefold(), title.casefold()):
            return id
    near = near_miss(written, known)
    meant = f"; did you mean '{near}'?" if near else f"; there are {', '.join(known)}" if known else ""
    raise click.BadParameter(f"no action has the owner '{written}'{meant}", param_hint="'--owner'")


def _has_overdue(found: BacklogReport) -> bool:
    return any(item.is_overdue for item in found.items)
