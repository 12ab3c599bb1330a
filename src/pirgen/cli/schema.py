"""``pirgen schema``: JSON Schemas that let an editor complete and check the files while they are written."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.shared.configuration import incidents_folder
from pirgen.cli.shared.exits import FOUND, stops_cleanly
from pirgen.cli.shared.folders import vocabulary_of
from pirgen.cli.shared.options import FolderType
from pirgen.cli.shared.terminal import print_data, print_text
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.source import Incidents
from pirgen.writing import replace_file

_KINDS = ("incident", "pir", "vocabularies")
_OUTPUTS = ("record", "incidents", "actions", "index", "findings", "found", "trees")
_FOLDER = Path("schemas")


@click.command()
@click.argument("kind", required=False, type=click.Choice([*_KINDS, *_OUTPUTS]))
@click.option(
    "--write", "into", type=click.Path(path_type=Path), metavar="DIR", help="Write the schemas into a folder."
)
@click.option("--check", "checks", is_flag=True, help="Exit with 1 if a written schema is not current.")
@click.option(
    "--incidents",
    type=FolderType(),
    default=incidents_folder,
    show_default="as in mkdocs.yml, else incidents",
    help="Folder of incidents; the words of its vocabularies.yaml go into the schemas.",
)
@stops_cleanly
def schema(kind: str | None, into: Path | None, checks: bool, incidents: Incidents) -> None:
    """Make the JSON Schemas of the files, for editors, and of every JSON that pirgen prints, for programs.

    A file finds its schema by its first line, which 'pirgen new' writes. Without a name the schemas of the
    files are written or checked. --check looks into the folder of --write, by default 'schemas'.

    \b
    Examples:
      pirgen schema incident                print one
      pirgen schema actions                 the schema of 'pirgen actions --format json'
      pirgen schema --write schemas         write all
      pirgen schema --check                 are those in 'schemas' current?
    """
    from pirgen.reports.output_schemas import output_schema_files
    from pirgen.source.schema.json_schema import schema_files

    if kind is None and into is None and not checks:
        raise click.UsageError(
            f"name the schema to print, one of {', '.join((*_KINDS, *_OUTPUTS))}; or write all: --write DIR"
        )
    vocabulary = vocabulary_of(incidents)
    made = output_schema_files(vocabulary) if kind in _OUTPUTS else schema_files(vocabulary)
    texts = {name: text for name, text in made.items() if kind in (None, name.partition(".")[0])}
    if checks:
        sys.exit(_check(into or _FOLDER, texts))
    elif into:
        _write(into, texts)
    else:
        print_data("".join(texts.values()))


def _check(folder: Path, texts: dict[str, str]) -> int:
    """Say which schemas differ from what is written; the exit code."""
    stale = [folder / name for name, text in texts.items() if _written(folder / name) != text]
    for path in stale:
        said = "is not current" if path.exists() else "is not there"
        print_text(f"{path.as_posix()} {said}; write it with: pirgen schema --write {folder.as_posix()}")
    if not stale:
        print_text(f"{folder.as_posix()}: {len(texts)} schema{'' if len(texts) == 1 else 's'}, current")
    return FOUND if stale else 0


def _written(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8") if path.exists() else ""
    except (OSError, UnicodeDecodeError) as problem:
        raise PirgenError(f"cannot read '{path}': {problem}") from problem


def _write(folder: Path, texts: dict[str, str]) -> None:
    try:
        for name, text in texts.items():
            replace_file(folder / name, text.encode())
            print_text((folder / name).as_posix())
    except OSError as problem:
        raise PirgenError(f"cannot write '{folder}': {problem.strerror}") from problem
