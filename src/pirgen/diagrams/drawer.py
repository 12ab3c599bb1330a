"""The drawer: lays drawings out, has Graphviz place their cards, writes them, and makes none twice."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from pirgen.cache import Cache, key_of
from pirgen.diagrams.diagram import Diagram, Point
from pirgen.diagrams.drawing import Drawing
from pirgen.diagrams.graphviz.boxes import LostCardError, boxes, shifts
from pirgen.diagrams.graphviz.engine import Engine, Failure, version
from pirgen.diagrams.svg.gate import UnsafeSvgError, checked
from pirgen.diagrams.svg.writer import write_svg

__all__ = ["Drawer", "Figure", "kept_figures"]

_BATCH = 100  # drawings of about twenty incidents


@dataclass(frozen=True)
class Figure:
    """A drawing made: ``svg`` is None where it could not be, and ``failure`` then says why.

    ``key`` is what a cache that the drawer has keeps it under.
    """

    svg: str | None
    title: str
    description: str
    failure: str = ""
    key: str = ""


class Drawer:
    """Draws with one Graphviz process and draws nothing twice, also over several builds of one server.

    What it has drawn it finds in the ``cache`` of earlier runs.
    """

    def __init__(self, engine: Engine | None = None, cache: Cache | None = None) -> None:
        self._engine = engine or Engine()
        self.cache = cache or Cache()
        self._made: dict[str, Figure] = {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._engine.close()

    def draw(
        self, drawings: Sequence[Drawing], progress: Callable[[int, int], None] | None = None
    ) -> list[Figure]:
        """A figure for each drawing; ``progress`` gets how many of how many are done."""
        wanted = {drawing.key: drawing for drawing in drawings}
        made = {key: self._made[key] for key in wanted if key in self._made}
        made |= self._kept([key for key in wanted if key not in made])
        missing = [key for key in wanted if key not in made]
        for start in range(0, len(missing), _BATCH):
            keys = missing[start : start + _BATCH]
            diagrams = [wanted[key].lay_out() for key in keys]
            new = [*map(_figure, diagrams, self._placed(diagrams), map(_key, keys))]
            self.cache.save({figure.key: _kept_form(figure) for figure in new if figure.svg is not None})
            made |= zip(keys, new, strict=True)
            if progress:
                progress(len(made), len(wanted))
        self._made = made
        return [made[drawing.key] for drawing in drawings]

    def _kept(self, keys: Sequence[str]) -> dict[str, Figure]:
        """The drawings that were made before."""
        drawn = {_key(key): key for key in keys} if self.cache.is_on else {}
        return {drawn[key]: figure for key, figure in kept_figures(self.cache, drawn).items()}

    def _placed(self, diagrams: Sequence[Diagram]) -> list[list[Point] | Failure]:
        """Where the cards came back; where one drawing makes the batch fail, each is tried by itself."""
        answer = self._engine.lay_out([boxes(diagrams)])[0]
        if isinstance(answer, Failure):
            if len(diagrams) == 1 or answer.is_final:
                return [answer] * len(diagrams)
            return [placed for diagram in diagrams for placed in self._placed([diagram])]
        try:
            return [*shifts(answer, diagrams)]
        except LostCardError as problem:
            return [Failure(str(problem))] * len(diagrams)


def kept_figures(cache: Cache, keys: Iterable[str]) -> dict[str, Figure]:
    """The figures that a drawer has kept, by their keys; each passes the last gate once more."""
    figures = ((key, _read(key, data)) for key, data in cache.load(keys).items())
    return {key: figure for key, figure in figures if figure}


def _key(drawing: str) -> str:
    """The key of a drawing in the cache."""
    return key_of("drawing", drawing, version())


def _kept_form(figure: Figure) -> bytes:
    """What it says of itself on a line, and then the drawing."""
    return f"{json.dumps([figure.title, figure.description])}\n{figure.svg}".encode()


def _read(key: str, data: bytes) -> Figure | None:
    """A figure as it was kept; None where it is none that a page may show, and is drawn again."""
    try:
        said, _, svg = data.decode().partition("\n")
        title, description = json.loads(said)
        return Figure(checked(svg), str(title), str(description), key=key) if svg else None
    except (ValueError, TypeError):
        return None


def _figure(diagram: Diagram, placed: list[Point] | Failure, key: str) -> Figure:
    if isinstance(placed, Failure):
        return Figure(None, diagram.title, diagram.description, placed.reason)
    try:
        return Figure(write_svg(diagram, placed), diagram.title, diagram.description, key=key)
    except UnsafeSvgError as problem:
        return Figure(None, diagram.title, diagram.description, str(problem))
