"""Times the drawings of made-up incidents, stage by stage: python benchmarks/drawings.py [COUNT]"""

from __future__ import annotations

import gc
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

from made_up_incidents import write

from pirgen.analysis.statistics import compute
from pirgen.diagrams import Drawer, Drawing, drawings_of
from pirgen.diagrams.graphviz.boxes import boxes, shifts
from pirgen.diagrams.graphviz.engine import Engine, Failure
from pirgen.diagrams.svg.writer import write_svg
from pirgen.pipeline import check

T = TypeVar("T")
BATCH = 100
AS_OF = date(2026, 1, 1)


def timed(stage: str, count: int, work: Callable[[], T]) -> T:
    """What some work returns; a row of the table says what it took of a processor, an incident."""
    start = _used()
    result = work()
    own, graphviz = (after - before for before, after in zip(start, _used(), strict=True))
    print(f"| {stage} | {own * 1000 / count:.2f} | {graphviz * 1000 / count:.2f} |", flush=True)
    return result


def _used() -> tuple[float, float]:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time(), children.ru_utime + children.ru_stime


def _laid_out(dots: list[str]) -> list[str | Failure]:
    with Engine() as engine:
        return engine.lay_out(dots)


def _drawn(drawings: list[Drawing]) -> int:
    with Drawer() as drawer:
        return sum(len(figure.svg or "") for figure in drawer.draw(drawings))


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 300
    with tempfile.TemporaryDirectory() as name:
        write(count, Path(name))
        book = check(Path(name), AS_OF).book
    trees = compute(book, AS_OF).trees
    gc.collect()
    gc.disable()
    print("| stage | ms of a processor an incident | in Graphviz's process |\n|---|---|---|")
    drawings = [each for incident in book.incidents for each in drawings_of(incident, book, trees)]
    timed("keys for a cache", count, lambda: [drawing.key for drawing in drawings])
    diagrams = timed("words and places", count, lambda: [drawing.lay_out() for drawing in drawings])
    batches = [diagrams[start : start + BATCH] for start in range(0, len(diagrams), BATCH)]
    dots = timed("bare boxes as DOT", count, lambda: [boxes(batch) for batch in batches])
    answers = [str(answer) for answer in timed("Graphviz, with its start", count, lambda: _laid_out(dots))]
    pairs = list(zip(answers, batches, strict=True))
    moved = timed("reading what came back", count, lambda: [shifts(*pair) for pair in pairs])
    flat = [places for batch in moved for places in batch]
    timed("writing SVG", count, lambda: [*map(write_svg, diagrams, flat)])
    size = timed("**all, in one go**", count, lambda: _drawn(drawings))
    print(f"\n{len(drawings):,} drawings of {count:,} incidents, {size / count / 1000:.1f} kB an incident")


if __name__ == "__main__":
    main()
