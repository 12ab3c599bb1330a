"""A drawing before and after Graphviz: what each picture of a page hands over."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from pirgen.diagrams.graphviz.engine import Engine, Failure
from pirgen.diagrams.svg.sanitizer import UnsafeSvgError, sanitize

__all__ = ["Diagram", "Figure", "draw_all"]


@dataclass(frozen=True)
class Diagram:
    """A drawing to be made: ``name`` is unique on its page and goes before its ids.

    ``title`` names it and ``description`` says in a sentence or two what a reader would see.
    ``shapes`` gives nodes of a CSS class another outline, see ``svg.sanitize``.
    """

    name: str
    dot: str
    title: str
    description: str
    shapes: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True)
class Figure:
    """A drawing made: ``svg`` is None where it could not be, and ``failure`` then says why."""

    svg: str | None
    title: str
    description: str
    failure: str = ""


def draw_all(diagrams: Sequence[Diagram], engine: Engine) -> list[Figure]:
    """A figure for each diagram, in the same order."""
    drawn = engine.draw([diagram.dot for diagram in diagrams])
    return [_figure(diagram, result) for diagram, result in zip(diagrams, drawn, strict=True)]


def _figure(diagram: Diagram, drawn: str | Failure) -> Figure:
    if isinstance(drawn, Failure):
        return Figure(None, diagram.title, diagram.description, drawn.reason)
    try:
        svg = sanitize(
            drawn,
            prefix=diagram.name,
            title=diagram.title,
            description=diagram.description,
            shapes=diagram.shapes,
        )
    except UnsafeSvgError as problem:
        return Figure(None, diagram.title, diagram.description, str(problem))
    return Figure(svg, diagram.title, diagram.description)
