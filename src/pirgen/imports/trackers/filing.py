"""Actions without a ticket, as tickets to create, and the addresses that come back."""

from __future__ import annotations

import csv
import io
import re
import shlex
import textwrap
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pirgen.model import Action, Book, NotRecorded, Priority, Review
from pirgen.privacy import public_link

__all__ = ["FiledAction", "addresses_in", "as_commands", "as_jira_csv", "unfiled"]


LONGEST_TITLE = 250
"""How many characters the title of a ticket may have: GitHub takes 256, GitLab and Jira 255."""


@dataclass(frozen=True)
class FiledAction:
    """An open action of a review that has no tracker."""

    incident: str
    index: int
    action: Action

    @property
    def name(self) -> str:
        """By what an address is given back: the incident and the id of the action."""
        return f"{self.incident}/{self.action.id}"

    @property
    def title(self) -> str:
        """What to do, on one line that a tracker takes."""
        return textwrap.shorten(self.action.what, LONGEST_TITLE, placeholder=" ...")

    @property
    def body(self) -> str:
        """What a ticket says, as Markdown."""
        action = self.action
        facts = (
            ("Owner", action.owner),
            ("Due", action.due),
            ("Done when", action.done_when),
            ("Works on", ", ".join(action.addresses)),
        )
        lines = [f"- {name}: {value}" for name, value in facts if value and not isinstance(value, NotRecorded)]
        is_cut = len(" ".join(action.what.split())) > LONGEST_TITLE
        parts = [action.what] if is_cut else []
        parts += [f"From the review of {self.incident}, action `{action.id}`.", "\n".join(lines), action.note]
        return "\n\n".join(filter(None, parts))


def unfiled(book: Book) -> Iterator[FiledAction]:
    """The open actions that have no tracker, in the order of the files."""
    for review in book.reviews:
        yield from _of_review(review)


def _of_review(review: Review) -> Iterator[FiledAction]:
    for index, action in enumerate(review.actions):
        if action.is_open and not action.tracker:
            yield FiledAction(review.id, index, action)


_COMMANDS = {
    "gh": "gh issue create --title {title} --body {body}",
    "glab": "glab issue create --yes --title {title} --description {body} | grep -o 'https://[^ ]*'",
}


def as_commands(actions: Iterable[FiledAction], tool: str = "gh") -> str:
    """A shell script that creates an issue each with a tool and collects addresses in 'addresses.txt'."""
    lines = []
    for each in actions:
        command = _COMMANDS[tool].format(title=shlex.quote(each.title), body=shlex.quote(each.body))
        kept = f'printf "%s %s\\n" {shlex.quote(each.name)} "$url" >> addresses.txt'
        lines.append(f"url=$({command}) &&\n  {kept}\n")
    return "#!/bin/sh\n# then: pirgen actions file --addresses addresses.txt --write\n" + "".join(lines)


_PRIORITIES = {Priority.HIGH: "High", Priority.MEDIUM: "Medium", Priority.LOW: "Low"}


def as_jira_csv(actions: Iterable[FiledAction]) -> str:
    """A table for Jira's import, whose labels carry the name by which an address is given back."""
    out = io.StringIO()
    rows = csv.writer(out, lineterminator="\n")
    rows.writerow(("Summary", "Description", "Priority", "Due date", "Labels"))
    for each in actions:
        priority = (
            _PRIORITIES.get(each.action.priority, "") if isinstance(each.action.priority, Priority) else ""
        )
        due = each.action.due
        day = "" if due is None or isinstance(due, NotRecorded) else due.isoformat()
        rows.writerow(
            tuple(map(_harmless, (each.title, each.body, priority, day, each.name.replace("/", "__"))))
        )
    return out.getvalue()


def _harmless(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if cell.startswith(("=", "+", "-", "@", "\t", "\r")) else cell


_ADDRESS = re.compile(
    r"^\s*(?P<name>\d{4}-\d\d-\d\d-[\w-]+(?:/|__)[\w.-]+)[\s,;]+(?P<address>https?://\S+)\s*$"
)


def addresses_in(text: str, actions: Iterable[FiledAction]) -> tuple[list[tuple[str, int, str]], list[str]]:
    """The addresses of tickets for actions: incident, index, address; and why some lines have none."""
    known = {each.name: each for each in actions}
    found: list[tuple[str, int, str]] = []
    problems: list[str] = []
    for number, line in enumerate(text.splitlines(), 1):
        match = _ADDRESS.match(line)
        name = match["name"].replace("__", "/") if match else ""
        address = public_link(match["address"]) if match else ""
        if not line.strip():
            continue
        if not match:
            problems.append(f"line {number}: expected INCIDENT/ACTION and an address")
        elif name not in known:
            problems.append(f"line {number}: no open action without a tracker is named '{name}'")
        elif not address:
            problems.append(f"line {number}: '{match['address']}' is not an address that a review may show")
        else:
            found.append((known[name].incident, known[name].index, address))
    return found, problems
