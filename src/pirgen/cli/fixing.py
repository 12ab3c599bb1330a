"""``pirgen check --fix`` and ``--diff``: fixes files, or shows what would change."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.shared.difference import print_difference
from pirgen.cli.shared.folders import day_of, shown_name
from pirgen.cli.shared.terminal import print_note
from pirgen.errors import PirgenError
from pirgen.wording.plurals import counted
from pirgen.writing import replace_file

if TYPE_CHECKING:
    from pirgen.cache import Cache
    from pirgen.fixing import FixResult
    from pirgen.pipeline import Checked
    from pirgen.source import Folder, Incidents

__all__ = ["FixOptions", "fix_options", "fixed_folder"]


@dataclass(frozen=True)
class FixOptions:
    """What the options ask for: to write the fixed files or to show the difference, and whether to guess."""

    fix: bool
    diff: bool
    unsafe: bool

    @property
    def is_fixing(self) -> bool:
        """Whether anything is to be fixed; raises PirgenError for guesses without --fix or --diff."""
        if self.unsafe and not (self.fix or self.diff):
            raise PirgenError("--unsafe-fixes goes with --fix or --diff")
        return self.fix or self.diff


def fix_options(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the options ``--fix``, ``--diff`` and ``--unsafe-fixes``."""
    options = (
        click.option(
            "--unsafe-fixes",
            is_flag=True,
            help="Also apply fixes that are guesses, such as Z for a missing offset.",
        ),
        click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing."),
        click.option("--fix", is_flag=True, help="Apply safe fixes."),
    )
    for option in options:
        command = option(command)
    return command


def fixed_folder(
    folder: Incidents, chosen: tuple[str, ...], as_of: date | None, wanted: FixOptions, cache: Cache
) -> tuple[Checked, bool]:
    """The folder as it is after fixing, and whether a file still has to be changed."""
    from pirgen.fixing import fix_folder
    from pirgen.pipeline import read

    day = day_of(folder, as_of)
    before = read(folder)
    result = fix_folder(before, day, chosen, wanted.unsafe, cache)
    if wanted.diff:
        for file in result.changed:
            print_difference(_text(before, file), _text(result.folder, file), shown_name(folder, file))
        print_note(_summary("would fix", result))
        return result.checked, bool(result.changed)
    for file in result.changed:
        _write(folder / file, before.files[file], result.folder.files[file])
    print_note(_summary("fixed", result))
    return result.checked, False


def _summary(verb: str, result: FixResult) -> str:
    if not result.count:
        return "nothing to fix"
    return f"{verb} {counted(result.count, 'finding')} in {counted(len(result.changed), 'file')}"


def _text(folder: Folder, file: str) -> str:
    return (folder.files[file] or b"").decode("utf-8")


def _write(path: Path, before: bytes | None, after: bytes | None) -> None:
    """Put new content in the place of the old at once, unless somebody else changed it meanwhile."""
    try:
        if path.is_symlink() or path.read_bytes() != before:
            raise PirgenError(f"'{path}' changed while it was being fixed; try again")
        replace_file(path, after or b"")
    except OSError as problem:
        raise PirgenError(f"cannot write {path}: {problem.strerror}") from problem
