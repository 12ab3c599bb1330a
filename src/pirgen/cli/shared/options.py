"""Types and declarations of options that several commands have."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pirgen.cli.shared.configuration import incidents_folder
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.model import Vocabulary
    from pirgen.source import Incidents

__all__ = [
    "FolderType",
    "a_day",
    "as_of_option",
    "bad_word",
    "folder_option",
    "format_of",
    "into_option",
    "known_severity",
    "known_word",
    "one_line",
    "strict_option",
    "write_option",
]


def a_day(written: str) -> date:
    """The type of an option that is a date, read by the grammar of the files."""
    from pirgen.source.fields.time_grammar import Unreadable, read_day

    read = read_day(written)
    if isinstance(read, Unreadable):
        near = f"did you mean {read.near}?" if read.near else "write YYYY-MM-DD, such as 2026-03-14"
        raise click.BadParameter(f"{read.message}; {near}")
    return read


def one_line(written: str) -> str:
    """The type of a title or name: words on one line, all of which can be seen and written to a file."""
    from pirgen.source.yaml.characters import name_of, unseen_in

    words = " ".join(written.split())
    if words.encode("utf-8", "ignore").decode() != words:
        raise click.BadParameter("has letters in another encoding than the terminal says; try LC_ALL=C.UTF-8")
    if sign := unseen_in(words):
        raise click.BadParameter(f"U+{ord(sign):04X} {name_of(sign)} is in it, which nobody can see")
    return words


def as_of_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option ``--as-of``."""
    return click.option(
        "--as-of",
        type=a_day,
        metavar="DATE",
        help="Day by which to judge what is late. [default: the last commit's; today if files changed]",
    )(command)


class FolderType(click.ParamType):  # type: ignore[type-arg]  # generic only for type checkers
    """A folder of incidents: a path, or the name of one of several in mkdocs.yml; all by default."""

    name = "path"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Incidents:
        """The folder that is meant; those that mkdocs.yml names are as they are."""
        if not isinstance(value, str):
            return value  # type: ignore[no-any-return]
        configured = incidents_folder()
        named = () if isinstance(configured, Path) else configured.sources
        return next((source.path for source in named if source.name == value), Path(value))


class OneFolderType(FolderType):
    """The same where one folder is needed to write into: of several, the one that we stand in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Path:
        """The folder that is meant; a usage error where it could be one of several."""
        found = super().convert(value, param, ctx)
        if isinstance(found, Path):
            return found
        here = Path.cwd()
        around = [source.path for source in found.sources if here.is_relative_to(source.path.resolve())]
        if not around:
            names = ", ".join(source.name for source in found.sources)
            self.fail(f"there are several folders of incidents; name one: {names}", param, ctx)
        return around[0]


into_option = click.option(
    "--into",
    type=OneFolderType(),
    default=incidents_folder,
    show_default="as in mkdocs.yml, else incidents",
    help="Folder of incidents, or the name of one of several.",
)


folder_option = click.option(
    "--folder",
    type=FolderType(),
    default=incidents_folder,
    show_default="as in mkdocs.yml, else incidents",
    help="Folder of incidents.",
)
write_option = click.option("--write", is_flag=True, help="Write the files. [default: show the difference]")


strict_option = click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")


def format_of(wanted: str | None, output: Path | None, formats: Sequence[str]) -> str:
    """The format asked for, else the ending of the output; the first where nothing is written to a file."""
    name = wanted or (output.suffix[1:].lower() if output else formats[0])
    if name not in formats:
        raise PirgenError(f"'{output}' ends in none of .{', .'.join(formats)}; choose one with --format")
    return name


def known_word(option: str, written: str, known: Sequence[str]) -> str:
    """The word, if the site knows it; otherwise a usage error with the near miss."""
    if written in known:
        return written
    raise bad_word(option, f"'{written}' is not known; choose one of {', '.join(known)}", written, known)


def known_severity(written: str, vocabulary: Vocabulary) -> str:
    """The severity, if the site knows it; otherwise a usage error with the near miss."""
    return known_word("--severity", written, [level.id for level in vocabulary.severities])


def bad_word(option: str, message: str, written: str, known: Iterable[str]) -> click.BadParameter:
    """A usage error of an option, with the near miss if there is one."""
    from pirgen.diagnostics import near_miss

    near = near_miss(written, known)
    return click.BadParameter(message + (f"; did you mean {near}?" if near else ""), param_hint=f"'{option}'")
