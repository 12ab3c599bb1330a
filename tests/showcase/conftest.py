"""The two books of this repository, with their pages rendered while it is recorded what was shown."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from pirgen.analysis.statistics import Statistics, compute
from pirgen.diagrams import diagrams_of
from pirgen.diagrams.diagram import Figure
from pirgen.history import as_of
from pirgen.pages import Settings, render, templates
from pirgen.pipeline import check
from tests.showcase.recording import Branch, Recorder

ROOT = Path(__file__).parents[2]
BOOKS = (ROOT / "incidents", ROOT / "examples" / "exampleton-ferries")


@dataclass(frozen=True)
class Shown:
    """What the two books show: their sums, and the branches of templates that some page went through."""

    statistics: tuple[Statistics, ...]
    branches: frozenset[Branch]
    taken: frozenset[Branch]


@pytest.fixture(scope="session")
def shown() -> Shown:
    """Both books, rendered once."""
    recorder = Recorder()
    with pytest.MonkeyPatch.context() as patch:
        recorder.install(patch, templates)
        statistics = tuple(_rendered(folder) for folder in BOOKS)
    return Shown(statistics, frozenset(recorder.branches), frozenset(recorder.taken))


def _rendered(folder: Path) -> Statistics:
    checked = check(folder, as_of(folder))
    statistics = compute(checked.book, checked.as_of)
    figures = {
        incident.id: {
            kind: Figure("<svg></svg>", diagram.title, diagram.description)
            for kind, diagram in diagrams_of(incident, checked.book, statistics.trees)
        }
        for incident in checked.book.incidents
    }
    changes = {
        f"{incident.id}/incident.yaml": (incident.day, as_of(folder)) for incident in checked.book.incidents
    }
    settings = Settings(
        as_of=checked.as_of,
        history_url="https://git.example.org/{path}",
        changes=changes,
        site_url="https://reviews.example.org/",
    )
    render(statistics, figures, settings)
    return statistics
