"""Every command line of pirgen in the guide is one that the program takes: command, options and values."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from pirgen.cli import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "README.md", ROOT / "SECURITY.md", *sorted((ROOT / "docs" / "guide").glob("*.md"))]
BLOCK = re.compile(r"^```(?:console|sh|shell|bash|yaml)\n(.*?)^```", re.MULTILINE | re.DOTALL)
LINE = re.compile(r"^(?:\$ |\s*- run: |\s*- |\s+)?(pirgen (?!.*<).*)$")


def lines_of(page: Path) -> Iterator[str]:
    for block in BLOCK.findall(page.read_text(encoding="utf-8")):
        for line in block.replace("\\\n", " ").splitlines():
            if (found := LINE.match(line)) and not found[1].startswith("pirgen:"):
                yield found[1]


LINES = sorted({(page.name, line) for page in PAGES for line in lines_of(page)})


def parsed(arguments: list[str]) -> None:
    command: click.Command = main
    context = click.Context(main, info_name="pirgen", **main.context_settings)
    while isinstance(command, click.Group) and arguments:
        found = command.get_command(context, arguments[0])
        assert found, f"there is no command '{arguments[0]}'"
        command, arguments = found, arguments[1:]
        context = click.Context(command, context, command.name)
    inner = getattr(command, "subcommands", {})
    if arguments and arguments[0] in inner:
        command, arguments = inner[arguments[0]], arguments[1:]
        context = click.Context(command, context, command.name)
    command.make_parser(context).parse_args(arguments)


def test_the_guide_has_many_command_lines() -> None:
    assert len(LINES) > 40


@pytest.mark.parametrize(("page", "line"), LINES, ids=[f"{page}: {line}" for page, line in LINES])
def test_a_command_line_is_one_that_the_program_takes(page: str, line: str) -> None:
    words = shlex.split(line, comments=True)
    ends = [place for place, word in enumerate(words) if word in ("|", "||", "&&", ">", ">>", ";")]
    parsed(words[1 : ends[0] if ends else None])
