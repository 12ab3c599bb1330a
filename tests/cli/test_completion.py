"""What a shell offers behind the tab key, asked for as a shell asks."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.shell_completion import BashComplete

from pirgen.cli import main
from pirgen.rules.catalogue import EXPLANATIONS
from tests.conftest import written

VOCABULARY = "services:\n  - {id: checkout}\n  - {id: Search}\n"


def offered(words: str) -> list[str]:
    """The offers at the end of a command line."""
    *before, begun = words.split(" ")
    complete = BashComplete(main, {}, "pirgen", "_PIRGEN_COMPLETE")
    return [item.value for item in complete.get_completions(before[1:], begun)]


@pytest.mark.parametrize(
    ("words", "offers"),
    [
        ("pirgen expl", ["explain"]),
        ("pirgen explain pir10", [code for code in EXPLANATIONS if code.startswith("PIR10")]),
        ("pirgen draw 2026-03", ["2026-03-15-late", "2026-03-14-down"]),
        ("pirgen draw 2026-03-14-down f", ["fishbone", "fault-tree"]),
        ("pirgen report 2025", ["2025-01-01-old"]),
        ("pirgen similar 2025", ["2025-01-01-old"]),
        ("pirgen rename 2025", ["2025-01-01-old"]),
        ("pirgen new X --severity sev-", ["SEV-1", "SEV-2", "SEV-3", "SEV-4"]),
        ("pirgen new X --service s", ["Search"]),
        ("pirgen search out", []),
    ],
)
def test_words_that_begin_so_are_offered(words: str, offers: list[str], in_folder: Path) -> None:
    ids = ("2026-03-14-down", "2026-03-15-late", "2025-01-01-old")
    written(
        in_folder / "incidents", {f"{id}/incident.yaml": "" for id in ids} | {"vocabularies.yaml": VOCABULARY}
    )
    assert offered(words) == offers


@pytest.mark.parametrize("words", ["pirgen draw ", "pirgen new X --service "])
def test_nothing_is_offered_and_nothing_breaks_where_there_is_nothing(words: str, in_folder: Path) -> None:
    assert offered(words) == []
    written(
        in_folder,
        {"incidents/vocabularies.yaml": "services: [", "mkdocs.yml": "plugins: [pirgen: {incidents_dir: []}]"},
    )
    assert offered(words) == []
