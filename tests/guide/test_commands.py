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


def commands(group: click.Group, parent: click.Context) -> Iterator[click.Context]:
    """A context for each command, below those of its groups, so that it takes their settings."""
    for word, command in sorted(group.commands.items()):
        context = click.Context(command, parent, word, terminal_width=100, max_content_width=100)
        yield context
        if isinstance(command, click.Group):
            yield from commands(command, context)


def reference() -> str:
    parts = [HEAD]
    top = click.Context(main, info_name="pirgen", **main.context_settings)
    for context in commands(main, top):
        parts.append(f"## {context.command_path}\n\n```text\n{context.get_help()}\n```\n")
    parts.append("## Codes\n\n`pirgen explain CODE` tells why each is there, with an example.\n")
    for title, members in families():
        rows = [f"| {each.code} | {each.level.value} | {each.title} |" for each in members]
        parts.append("\n".join([f"### {title}\n", "| code | level | |", "|---|---|---|", *rows, ""]))
    return "\n".join(parts)


def test_the_guide_has_every_command_option_format_and_code() -> None:
    if os.environ.get("PIRGEN_REWRITE"):
        PAGE.write_text(reference(), encoding="utf-8")
    assert PAGE.read_text(encoding="utf-8") == reference()
