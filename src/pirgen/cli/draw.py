"""``pirgen draw``: one diagram of an incident as a file, for slides and tickets."""

from __future__ import annotations

from pathlib import Path

import click

from pirgen.cli.shared import completion
from pirgen.cli.shared.exits import stops_cleanly
from pirgen.cli.shared.incidents import drawings_in, incident_in
from pirgen.cli.shared.options import format_of
from pirgen.cli.shared.terminal import print_text
from pirgen.cli.shared.writing import put_out
from pirgen.errors import PirgenError

_FORMATS = ("svg", "png", "pdf", "dot")


@click.command()
@click.argument("incident", shell_complete=completion.ids)
@click.argument("kind", required=False, shell_complete=completion.drawings)
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
    from pirgen.diagrams.files import FileFormat, file_of
    from pirgen.pages.templates import drawing_styles

    book, id = incident_in(incident)
    drawings = {drawing.kind: drawing for drawing in drawings_in(book, id)}
    if kind is None:
        print_text("\n".join(drawings))
        return
    if kind not in drawings:
        raise PirgenError(f"the incident has no diagram '{kind}'; choose one of {', '.join(drawings)}")
    wanted = FileFormat(format_of(format_, output, _FORMATS))
    shown = book.incident_by_id[id]
    made = file_of(drawings[kind], wanted, drawing_styles(), incident=shown, is_dark=dark, scale=scale)
    put_out(made, output, is_text=wanted.value in ("svg", "dot"))
