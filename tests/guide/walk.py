"""A page of the guide that can be walked: its commands are run, its edits made, its output recorded.

A block ``console`` holds commands behind ``$`` with their output; those of pirgen are run, the others are for
the reader. A block ``diff`` with a file as its title is an edit of that file.
"""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from tests.processes import run

_BLOCK = re.compile(r'```(console|diff)(?: title="([^"]+)")?\n(.*?)```\n', re.DOTALL)
_SECONDS = re.compile(r"in \d+\.\d+ seconds")


def walked(page: str, folder: Path) -> str:
    """The page with the output that its commands have when they are run in a folder, one after the other."""

    def step(block: re.Match[str]) -> str:
        if block[1] == "diff":
            _edit(folder / block[2], block[3].splitlines())
            return block[0]
        commands = [line for line in block[3].splitlines() if line.startswith("$ ")]
        return "```console\n" + "".join(f"{line}\n{_output(line[2:], folder)}" for line in commands) + "```\n"

    return _BLOCK.sub(step, page)


def _edit(file: Path, lines: list[str]) -> None:
    text = file.read_text(encoding="utf-8")
    before = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("+"))
    after = "".join(f"{line[1:]}\n" for line in lines if not line.startswith("-"))
    assert text.count(before) == 1, f"{file.name} does not have once:\n{before}"
    file.write_text(text.replace(before, after), encoding="utf-8", newline="\n")


def _output(command: str, folder: Path) -> str:
    program, *arguments = shlex.split(command)
    if program != "pirgen":
        return ""
    done = run("pirgen", *arguments, folder=folder, is_merged=True)
    assert "Traceback" not in done.stdout, done.stdout
    said = done.stdout.replace(str(folder), "/home/you/reviews")
    return _SECONDS.sub("in 1.00 seconds", said)
