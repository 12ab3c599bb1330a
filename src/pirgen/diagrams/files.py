"""Drawings as files for slides, tickets and other tools."""

from __future__ import annotations

import tempfile
from enum import Enum
from importlib import import_module
from pathlib import Path
from typing import Any

from pirgen.diagrams.drawer import Drawer
from pirgen.diagrams.drawing import Drawing
from pirgen.diagrams.graphviz.labelled import labelled
from pirgen.diagrams.svg.standalone import standalone
from pirgen.errors import PirgenError

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
    drawing: Drawing, format: FileFormat, css: str, *, is_dark: bool = False, scale: float = 2
) -> bytes:
    """The drawing with the looks of a stylesheet; ``scale`` is how many pixels of a PNG one pixel becomes."""
    if format is FileFormat.DOT:
        return labelled(drawing.lay_out()).encode()
    with Drawer() as drawer:
        [figure] = drawer.draw([drawing])
    if figure.svg is None:
        raise PirgenError(f"the drawing could not be made: {figure.failure}")
    svg = standalone(figure.svg, css, is_dark)
    return svg.encode() if format is FileFormat.SVG else _converted(svg, format, scale)


def _converted(svg: str, format: FileFormat, scale: float) -> bytes:
    """The file that typst, which needs no other program, makes of a page with nothing but the drawing."""
    try:
        typst: Any = import_module("typst")
    except ImportError as problem:
        raise PirgenError("PNG and PDF need more: run 'pip install \"pirgen[draw]\"'") from problem
    with tempfile.TemporaryDirectory(prefix="pirgen-") as name:
        (Path(name) / "drawing.svg").write_text(svg, encoding="utf-8")
        page = Path(name) / "page.typ"
        page.write_text(_PAGE, encoding="utf-8")
        options = {"format": format.value, "ppi": 72 * scale / _POINTS, "timestamp": 0}
        try:
            return bytes(typst.compile(str(page), root=name, **options))
        except RuntimeError as problem:
            raise PirgenError(f"the drawing could not be made: {str(problem).splitlines()[0]}") from problem
