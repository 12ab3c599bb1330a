"""The drawer: lays drawings out, has Graphviz place their cards, writes them, and makes none twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from types import TracebackType
from typing import Self

from pirgen.cache import Cache, Codec, UnreadableError, key_of
from pirgen.diagrams.diagram import Diagram, Point
from pirgen.diagrams.drawing import Drawing
from pirgen.diagrams.graphviz.boxes import LostCardError, boxes, shifts
from pirgen.diagrams.graphviz.engine import Engine, Failure, version
from pirgen.diagrams.svg.gate import UnsafeSvgError, checked
from pirgen.diagrams.svg.writer import write_svg

__all__ = ["Drawer", "Figure"]

_BATCH = 100  # drawings of about twenty incidents


@dataclass(frozen=True)
class Figure:
    """A drawing made: ``svg`` is None where it could not be, and ``failure`` then says why."""

    svg: str | None
    title: str
    description: str
    failure: str = ""


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
            new = dict(zip(keys, self._figures(diagrams), strict=True))
            self.cache.save({_key(key): _FIGURES.write(new[key]) for key in keys if new[key].svg is not None})
            made |= new
            if progress:
                progress(len(made), len(wanted))
        self._made = made
        return [made[drawing.key] for drawing in drawings]

    def _kept(self, keys: Sequence[str]) -> dict[str, Figure]:
        """The drawings that were made before; what comes from a file passes the last gate once more."""
        if not self.cache.is_on:
            return {}
        found = self.cache.load(map(_key, keys))
        figures = {key: _read(found[_key(key)]) for key in keys if _key(key) in found}
        return {key: figure for key, figure in figures.items() if figure}

    def _figures(self, diagrams: Sequence[Diagram]) -> Iterator[Figure]:
        for diagram, placed in zip(diagrams, self._placed(diagrams), strict=True):
            yield _figure(diagram, placed)

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


_FIGURES = Codec([Figure])


def _key(drawing: str) -> str:
    """The key of a drawing in the cache."""
    return key_of("drawing", drawing, version())


def _read(data: bytes) -> Figure | None:
    """A figure as it was kept; None where it is none that a page may show."""
    try:
        figure = _FIGURES.read(data)
        if isinstance(figure, Figure) and figure.svg:
            checked(figure.svg)
            return figure
    except (UnreadableError, UnsafeSvgError, TypeError):
        pass  # it is drawn again
    return None


def _figure(diagram: Diagram, placed: list[Point] | Failure) -> Figure:
    if isinstance(placed, Failure):
        return Figure(None, diagram.title, diagram.description, placed.reason)
    try:
        return Figure(write_svg(diagram, placed), diagram.title, diagram.description)
    except UnsafeSvgError as problem:
        return Figure(None, diagram.title, diagram.description, str(problem))
