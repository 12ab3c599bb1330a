"""The reference of commands is made from the commands themselves, and that of codes from the rules."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import click

from pirgen.cli import main
from pirgen.rules.catalogue import families

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "commands.md"
HEAD = """\
# Commands and codes

Every command with its options, and every code of `pirgen check`. Made from the program itself:
`PIRGEN_REWRITE=1 make test` writes it again.
"""


def commands(group: click.Group, name: str) -> Iterator[tuple[str, click.Command]]:
    for word, command in sorted(group.commands.items()):
        yield f"{name} {word}", command
        if isinstance(command, click.Group):
            yield from commands(command, f"{name} {word}")


def reference() -> str:
    parts = [HEAD]
    for name, command in commands(main, "pirgen"):
        context = click.Context(command, info_name=name, terminal_width=100, max_content_width=100)
        parts.append(f"## {name}\n\n```text\n{command.get_help(context)}\n```\n")
    parts.append("## Codes\n\n`pirgen explain CODE` tells why each is there, with an example.\n")
    for title, members in families():
        rows = [f"| {each.code} | {each.level.value} | {each.title} |" for each in members]
        parts.append("\n".join([f"### {title}\n", "| code | level | |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


def test_the_guide_has_every_command_option_format_and_code() -> None:
    if os.environ.get("PIRGEN_REWRITE"):
        PAGE.write_text(reference(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == reference()
