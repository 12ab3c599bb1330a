"""Drawings as files for slides, tickets and other tools."""

from __future__ import annotations

from enum import Enum

from pirgen.diagrams.drawer import Drawer
from pirgen.diagrams.drawing import Drawing
from pirgen.diagrams.graphviz.labelled import labelled
from pirgen.diagrams.svg.standalone import standalone
from pirgen.diagrams.typesetting import typeset
from pirgen.errors import PirgenError
from pirgen.model import Incident
from pirgen.wording.plain_text import plain

__all__ = ["FileFormat", "file_of"]

_POINTS = 0.75  # of a pixel
_PAGE = '#set page(width: auto, height: auto, margin: 0pt)\n#image("drawing.svg")\n'


class FileFormat(Enum):
    """What a drawing can be written as."""

    SVG = "svg"
    PNG = "png"
    PDF = "pdf"
    DOT = "dot"


def file_of(
    drawing: Drawing,
    format: FileFormat,
    css: str,
    *,
    incident: Incident,
    is_dark: bool = False,
    scale: float = 2,
) -> bytes:
    """The drawing with the looks of a stylesheet, below its title and the incident that it is from.

    ``scale`` is how many pixels of a PNG one pixel becomes.
    """
    if format is FileFormat.DOT:
        return labelled(drawing.lay_out()).encode()
    with Drawer() as drawer:
        [figure] = drawer.draw([drawing])
    if figure.svg is None:
        raise PirgenError(f"the drawing could not be made: {figure.failure}")
    title = plain(incident.title)
    source = incident.id if title in figure.title else f"{title} ({incident.id})"
    svg = standalone(figure.svg, css, is_dark, (figure.title, source))
    if format is FileFormat.SVG:
        return svg.encode()
    return typeset(_PAGE, {"drawing.svg": svg}, format.value, ppi=72 * scale / _POINTS)
