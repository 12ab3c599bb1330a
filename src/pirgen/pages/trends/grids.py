"""Tables of bars over time, each number counted among the rows of the list that it leads to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from pirgen.analysis.statistics import Statistics
from pirgen.pages.action_list import PATH as ACTIONS
from pirgen.pages.action_list import action_values
from pirgen.pages.facet_index import FacetIndex
from pirgen.pages.incident_list import PATH as INCIDENTS
from pirgen.pages.incident_rows import rows_of
from pirgen.pages.page import Asset
from pirgen.pages.tables import csv_text
from pirgen.pages.trends.lists import Chosen
from pirgen.pages.trends.spans import TimeSpan

__all__ = ["Grid", "Tally", "TallyGroup", "TimeCounter"]

_MOST_LINES = 20


@dataclass(frozen=True)
class Tally:
    """What is counted in every span: the incidents that have these values.

    Where ``facet`` names one of the table of actions, actions that have the span as its value; of a measure
    ``of_quarters``, other spans know nothing.
    """

    title: str
    chosen: Chosen = ()
    page: str = ""
    facet: str = ""
    of_quarters: bool = False


@dataclass(frozen=True)
class TallyGroup:
    """Measures that belong together. ``total`` is what they are counted from, in words ``of``.

    Of one that is ``of_words``, measures without any count are left out, and the others come by their counts.
    """

    id: str
    title: str
    measures: tuple[Tally, ...]
    total: Tally | None = None
    of: str = ""
    of_words: bool = False


@dataclass(frozen=True)
class Cell:
    """A number, where it leads, and the length of its bar in hundredths of the longest of its table."""

    count: int
    target: str
    share: float


@dataclass(frozen=True)
class Line:
    """A row: a title, the page that says more about it or nothing, a cell for each column, None for unknown."""

    title: str
    page: str
    cells: tuple[Cell | None, ...]
    is_complete: bool = True


@dataclass(frozen=True)
class Grid:
    """A table of bars. ``counted`` is what each column counts from; ``left_out`` counts the lines cut."""

    id: str
    title: str
    of: str
    columns: tuple[str, ...]
    lines: tuple[Line, ...]
    counted: tuple[Cell, ...]
    left_out: int
    asset: Asset


class TimeCounter:
    """TimeCounter in spans of time, of the incidents and of the actions of a book."""

    def __init__(self, statistics: Statistics) -> None:
        self._incidents = FacetIndex(INCIDENTS, (row.values for row in rows_of(statistics)))
        self._actions = FacetIndex(ACTIONS, action_values(statistics))

    def by_span(self, kind: TallyGroup, spans: Sequence[TimeSpan], name: str) -> Grid:
        """A line for each measure and a column for each span."""
        measures = [one for one in kind.measures if not one.of_quarters]
        found = [(measure, [self._count(measure, span) for span in spans]) for measure in measures]
        if kind.of_words:
            found = sorted((pair for pair in found if any(pair[1])), key=lambda pair: -sum(pair[1]))
        most = max((count for _, counts in found for count in counts), default=0)
        lines = [
            Line(measure.title, measure.page, tuple(self._cell(measure, span, most) for span in spans))
            for measure, _ in found
        ]
        counted = tuple(self._cell(kind.total, span) for span in spans) if kind.total else ()
        return _grid(kind, name, [span.title for span in spans], lines, counted, _MOST_LINES)

    def by_measure(self, kind: TallyGroup, spans: Iterable[TimeSpan], name: str) -> Grid:
        """A line for each span and a column for each measure, what they are counted from first."""
        measures = (kind.total, *kind.measures) if kind.total else kind.measures
        rows = list(spans)
        most = max(self._count(measure, span) for measure in measures for span in rows)
        lines = [
            Line(span.title, "", tuple(self._known(one, span, most) for one in measures), span.is_complete)
            for span in rows
        ]
        return _grid(kind, name, [measure.title for measure in measures], lines, (), len(lines))

    def _count(self, measure: Tally, span: TimeSpan) -> int:
        index, chosen = self._chosen(measure, span)
        return index.count(*chosen)

    def _known(self, measure: Tally, span: TimeSpan, most: int) -> Cell | None:
        return None if measure.of_quarters and not span.is_quarter else self._cell(measure, span, most)

    def _cell(self, measure: Tally, span: TimeSpan, most: int = 0) -> Cell:
        index, chosen = self._chosen(measure, span)
        count = index.count(*chosen)
        return Cell(count, index.target(*chosen), round(100 * count / most, 1) if most else 0)

    def _chosen(self, measure: Tally, span: TimeSpan) -> tuple[FacetIndex, Chosen]:
        if measure.facet:
            return self._actions, ((measure.facet, span.actions), *measure.chosen)
        return self._incidents, (*span.incidents, *measure.chosen)


def _grid(
    kind: TallyGroup,
    name: str,
    columns: Sequence[str],
    lines: Sequence[Line],
    counted: tuple[Cell, ...],
    most: int,
) -> Grid:
    table = [(line.title, *(cell.count if cell else None for cell in line.cells)) for line in lines]
    asset = Asset(f"trends/{name}-{kind.id}.csv", csv_text((kind.title, *columns), table))
    left_out = max(len(lines) - most, 0)
    return Grid(
        f"{kind.id}-{name}", kind.title, kind.of, tuple(columns), tuple(lines[:most]), counted, left_out, asset
    )
