"""What the commands share: exit codes, options that several have, and the folder that they work on."""

from __future__ import annotations

import errno
import os
import re
import sys
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from pirgen.errors import UNUSABLE, PirgenError, refused

if TYPE_CHECKING:
    from pirgen.drafts import Draft
    from pirgen.model import Vocabulary
    from pirgen.pipeline import Checked

__all__ = [
    "FIRST_STEP",
    "FOUND",
    "a_day",
    "as_of_option",
    "bad_word",
    "checked_folder",
    "counted",
    "day_of",
    "folder_of",
    "into_option",
    "known_severity",
    "known_word",
    "one_line",
    "prefix_of",
    "repository_prefix_of",
    "rules_url",
    "stops_cleanly",
    "strict_option",
    "vocabulary_of",
    "wants_colour",
    "write_missing",
    "write_new",
]

FOUND = 1
"""The exit code where something was found."""

FIRST_STEP = 'begin with: pirgen init; or with: pirgen new "What users saw"'


def stops_cleanly(command: Callable[..., None]) -> Callable[..., None]:
    """Say in one line why a command could not be carried out, and exit with 2."""

    @wraps(command)
    def run(*arguments: Any, **options: Any) -> None:
        try:
            command(*arguments, **options)
        except PirgenError as problem:
            click.echo(f"pirgen: {problem}", err=True)
            sys.exit(UNUSABLE)
        except OSError as problem:
            if problem.errno == errno.EPIPE:  # whoever read has had enough, which click takes quietly
                raise
            click.echo(f"pirgen: {refused(problem)}", err=True)
            sys.exit(UNUSABLE)

    return run


def a_day(written: str) -> date:
    """The type of an option that is a date, read by the grammar of the files."""
    from pirgen.source.times import Unreadable, read_day

    read = read_day(written)
    if isinstance(read, Unreadable):
        near = f"did you mean {read.near}?" if read.near else "write YYYY-MM-DD, such as 2026-03-14"
        raise click.BadParameter(f"{read.message}; {near}")
    return read


def one_line(written: str) -> str:
    """The type of a title or name: words on one line, all of which can be seen and written to a file."""
    from pirgen.source.characters import name_of, unseen_in

    words = " ".join(written.split())
    if words.encode("utf-8", "ignore").decode() != words:
        raise click.BadParameter("has letters in another encoding than the terminal says; try LC_ALL=C.UTF-8")
    if sign := unseen_in(words):
        raise click.BadParameter(f"U+{ord(sign):04X} {name_of(sign)} stands in it, which nobody can see")
    return words


def as_of_option(command: Callable[..., None]) -> Callable[..., None]:
    """Give a command the option ``--as-of``."""
    return click.option(
        "--as-of",
        type=a_day,
        metavar="DATE",
        help="Judge what is late as of this day. [default: the last commit's; today if files changed]",
    )(command)


into_option = click.option(
    "--into",
    type=click.Path(path_type=Path),
    default=Path("incidents"),
    show_default=True,
    help="Folder of incidents.",
)

strict_option = click.option("--strict", is_flag=True, help="Exit with 1 on warnings too.")


def checked_folder(folder: Path, as_of: date | None = None) -> Checked:
    """The folder, read and judged as of a day; by default the day that its git history gives."""
    from pirgen import pipeline

    return pipeline.check(folder, day_of(folder, as_of))


def day_of(folder: Path, as_of: date | None = None) -> date:
    """The day to judge a folder by: the one that was asked for, or that its git history gives."""
    from pirgen import history

    if not folder.is_dir():
        raise PirgenError(f"there is no folder '{folder}' here; {FIRST_STEP}")
    if as_of is None:
        return history.as_of(folder)
    return as_of


def folder_of(path: Path) -> tuple[Path, str]:
    """The folder of incidents that a path belongs to, and the start of the file names that it stands for.

    A repository stands for its folder 'incidents'.
    """
    from pirgen.source import INCIDENT_FILE, REVIEW_FILE, is_yaml

    def is_incident(folder: Path) -> bool:
        return (folder / INCIDENT_FILE).exists() or (folder / REVIEW_FILE).exists()

    if path.is_dir():
        if is_incident(path):
            return _around(path), f"{path.resolve().name}/"
        return (path / "incidents" if (path / "incidents").is_dir() else path), ""
    home = _around(path)
    if is_incident(home):
        return _around(home), f"{home.resolve().name}/{path.name}"
    if not is_yaml(path.name):
        raise PirgenError(f"'{path}' belongs to no incident; expected a folder of incidents, or a file in it")
    return home, path.name


def _around(path: Path) -> Path:
    """The folder that a path lies in, also of the folder that we stand in."""
    return path.parent if path.name not in ("", "..") else path / ".."


def prefix_of(folder: Path) -> str:
    """What stands before the file names of a folder when they are shown."""
    return "" if folder == Path() else f"{folder.as_posix()}/"


def vocabulary_of(folder: Path) -> Vocabulary:
    """The words of a folder of incidents; the built-in ones where it sets none, or is not there yet."""
    from pirgen.diagnostics import Level
    from pirgen.source import VOCABULARY_FILE, only_vocabulary, read_library

    try:
        library = read_library(only_vocabulary(folder))
    except OSError as problem:
        raise PirgenError(f"cannot read '{problem.filename}': {problem.strerror}") from problem
    if any(found.level is Level.ERROR for found in library.diagnostics):
        raise PirgenError(f"'{folder / VOCABULARY_FILE}' has errors; see them with: pirgen check {folder}")
    return library.book.vocabulary


def write_missing(files: Mapping[Path, str]) -> tuple[list[Path], list[Path]]:
    """Write the files that are not there yet; those written, and those that were there and are kept."""
    written, kept = [], []
    for path, text in files.items():
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if path.exists() or path.is_symlink():
                kept.append(path)
                continue
            with path.open("x", encoding="utf-8", newline="\n") as file:
                file.write(text)
            written.append(path)
        except OSError as problem:
            raise PirgenError(f"cannot write '{path}': {problem.strerror}") from problem
    return written, kept


def repository_prefix_of(folder: Path) -> str:
    """The same for machines: from the root of the repository, or from here outside of one."""
    from pirgen import history

    in_repository = history.path_in_repository(folder)
    if in_repository is not None:
        return in_repository
    absolute, here = folder.resolve(), Path.cwd().resolve()
    return prefix_of(absolute.relative_to(here) if absolute.is_relative_to(here) else folder)


def rules_url(site_url: str | None) -> str:
    """The page of the published site that explains every code; an empty string where no site is known."""
    configuration = _configuration_text() if site_url is None else ""
    configured = _SITE_URL.search(configuration)
    address = site_url or (configured[1] if configured else "")
    if not address:
        return ""
    if not address.startswith(("http://", "https://")):
        raise PirgenError(f"'{address}' is not the address of a site; it begins with https://")
    page = "rules.html" if _FLAT_URLS.search(configuration) else "rules/"
    return f"{address.removesuffix('/')}/{page}"


_SITE_URL = re.compile(r"""^site_url:[ ]*["']?(https?://[^\s"']+)""", re.MULTILINE)
_FLAT_URLS = re.compile(r"^use_directory_urls:[ ]*false\b", re.MULTILINE)


def _configuration_text() -> str:
    """The text of mkdocs.yml, if there is one here; MkDocs itself takes too long to be asked."""
    try:
        return Path("mkdocs.yml").read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return ""


def counted(count: int, word: str) -> str:
    """A number of things in words: ``1 file``, ``2 files``."""
    return f"{count} {word}{'' if count == 1 else 's'}"


def wants_colour() -> bool:
    """Whether to print colours: on a terminal that has them, unless the environment says otherwise.

    NO_COLOR and FORCE_COLOR are read as https://no-color.org and https://force-color.org describe them.
    """
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR"):
        return os.environ["FORCE_COLOR"] != "0"
    return sys.stdout.isatty() and os.environ.get("TERM") != "dumb"


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


def write_new(folder: Path, draft: Draft, vocabulary: Vocabulary, with_review: bool = True) -> Path:
    """Write the files of a draft into a folder of its own and give the first; an existing one is left alone.

    The schemas that they name are written too where they are not there yet.
    """
    from pirgen.drafts import incident_text, review_text
    from pirgen.source import INCIDENT_FILE, REVIEW_FILE
    from pirgen.source.schema import schema_files

    home = folder / draft.id
    files = {INCIDENT_FILE: incident_text(draft)} | ({REVIEW_FILE: review_text(draft)} if with_review else {})
    try:
        home.mkdir(parents=True)
    except FileExistsError as problem:
        raise PirgenError(f"'{home}' is already there; choose another title, --date or --id") from problem
    except OSError as problem:
        raise PirgenError(f"cannot write '{home}': {problem.strerror}") from problem
    write_missing({home / name: text for name, text in files.items()})
    schemas = folder.parent / "schemas"
    written, _ = write_missing({schemas / name: text for name, text in schema_files(vocabulary).items()})
    if written:
        click.echo(f"'{schemas}' is new: it lets editors complete and check these files", err=True)
    return home / INCIDENT_FILE
