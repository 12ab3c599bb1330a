"""``pirgen draw``: one diagram of an incident as a file, for slides and tickets."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.shared.exits import FOUND, stops_cleanly
from pirgen.cli.shared.folders import checked_folder, errors_text, folder_of
from pirgen.cli.shared.terminal import print_data, print_note, print_text
from pirgen.errors import PirgenError
from pirgen.wording.printed import markup_text

if TYPE_CHECKING:
    from pirgen.diagrams import Drawing
    from pirgen.diagrams.files import FileFormat

_FORMATS = ("svg", "png", "pdf", "dot")


@click.command()
@click.argument("incident")
@click.argument("kind", required=False)
@click.option(
    "--format", "format_", type=click.Choice(_FORMATS), help="Format; by default that of --output, else svg."
)
@click.option("-o", "--output", type=click.Path(path_type=Path), help="Write to this file.")
@click.option("--dark", is_flag=True, help="Use the colours of the dark scheme.")
@click.option(
    "--scale", type=click.FloatRange(0.1, 10), default=2.0, show_default=True, help="Pixels of a PNG per pixel."
)
@stops_cleanly
def draw(
    incident: str, kind: str | None, format_: str | None, output: Path | None, dark: bool, scale: float
) -> None:
    """Write a diagram of an incident as SVG, PNG, PDF or DOT.

    INCIDENT is an incident's id or folder. KIND is timeline, timeline-narrow, whys, fishbone or fault-tree;
    without it, the diagrams that the incident has are listed. PNG and PDF need: pip install 'pirgen[draw]'

    \b
    Examples:
      pirgen draw 2017-01-31-gitlab-db-deletion
      pirgen draw 2017-01-31-gitlab-db-deletion fault-tree -o tree.png
      pirgen draw 2017-01-31-gitlab-db-deletion timeline --dark > timeline.svg
    """
    from pirgen.diagrams.files import file_of
    from pirgen.pages.templates import builtin_folder

    drawings = {drawing.kind: drawing for drawing in _drawings(incident)}
    if kind is None:
        print_text("\n".join(drawings))
        return
    if kind not in drawings:
        raise PirgenError(f"the incident has no diagram '{kind}'; choose one of {', '.join(drawings)}")
    assets = builtin_folder() / "assets"
    css = "".join((assets / name).read_text(encoding="utf-8") for name in ("diagrams.css", "fault-tree.css"))
    wanted = _format(format_, output)
    made = file_of(drawings[kind], wanted, css, is_dark=dark, scale=scale)
    _write(made, wanted, output)


def _drawings(incident: str) -> list[Drawing]:
    """The drawings of the incident; errors in the folder end the command."""
    from pirgen.analysis.open_paths import analyse
    from pirgen.diagrams import drawings_of

    path = Path(incident)
    folder, name = folder_of(path) if path.exists() else (folder_of(Path())[0], f"{incident}/")
    checked = checked_folder(folder)
    if checked.has_errors:
        print_note(errors_text(checked, folder))
        sys.exit(FOUND)
    book, id = checked.book, name.partition("/")[0]
    if id not in book.incident_by_id:
        raise PirgenError(f"'{incident}' is neither an incident's id nor its folder")
    review = book.review_by_id.get(id)
    tree = analyse(review, book.review_by_id) if review else None
    return [*drawings_of(book.incident_by_id[id], book, {id: tree} if tree else {})]


def _format(wanted: str | None, output: Path | None) -> FileFormat:
    from pirgen.diagrams.files import FileFormat

    name = wanted or (output.suffix[1:].lower() if output else "svg")
    if name not in _FORMATS:
        raise PirgenError(f"'{output}' ends in none of .{', .'.join(_FORMATS)}; say which with --format")
    return FileFormat(name)


def _write(made: bytes, wanted: FileFormat, output: Path | None) -> None:
    if output is None:
        print_data(markup_text(made.decode()) if wanted.value in ("svg", "dot") else made)
        return
    try:
        output.write_bytes(made)
    except OSError as problem:
        raise PirgenError(f"cannot write '{output}': {problem.strerror}") from problem
