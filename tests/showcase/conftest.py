"""The two books of this repository, with their pages rendered while it is recorded what was shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pytest

from pirgen.analysis.statistics import Statistics, compute
from pirgen.diagrams import Drawer, Drawing, Figure
from pirgen.history import as_of
from pirgen.pages import Page, Settings, render, templates
from pirgen.pages.links import address
from pirgen.pipeline import Progress, check, draw
from tests.showcase.recording import Branch, Recorder

ROOT = Path(__file__).parents[2]
BOOKS = (ROOT / "incidents", ROOT / "examples" / "exampleton-ferries")


@dataclass(frozen=True)
class Shown:
    """What the two books show.

    These are their sums, the pages of the book of fiction by their address, and the branches of templates that
    some page of either went through.
    """

    statistics: tuple[Statistics, ...]
    fiction: Mapping[str, str]
    branches: frozenset[Branch]
    taken: frozenset[Branch]


class _Blank(Drawer):
    """Draws every drawing as an empty one, without Graphviz."""

    def draw(self, drawings: Sequence[Drawing], progress: Progress | None = None) -> list[Figure]:
        return [Figure("<svg></svg>", "A drawing", "What it shows") for _ in drawings]


@pytest.fixture(scope="session")
def shown() -> Shown:
    """Both books, rendered once."""
    recorder = Recorder()
    with pytest.MonkeyPatch.context() as patch:
        recorder.install(patch, templates)
        rendered = [_rendered(folder) for folder in BOOKS]
    fiction = {address(page.path, directory_urls=True): page.html for page in rendered[-1][1]}
    statistics = tuple(statistics for statistics, _ in rendered)
    return Shown(statistics, fiction, frozenset(recorder.branches), frozenset(recorder.taken))


def _rendered(folder: Path) -> tuple[Statistics, tuple[Page, ...]]:
    checked = check(folder, as_of(folder))
    statistics = compute(checked.book, checked.as_of)
    changes = {
        f"{incident.id}/incident.yaml": (incident.day, as_of(folder)) for incident in checked.book.incidents
    }
    settings = Settings(
        as_of=checked.as_of,
        history_urls={"": "https://git.example.org/{path}"},
        changes=changes,
        site_url="https://reviews.example.org/",
    )
    book = checked.book
    return statistics, render(statistics, lambda some: draw(some, book, statistics.trees, _Blank()), settings)
