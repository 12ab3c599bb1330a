"""What is meant to cost much is refused where it is written, or made into few pages in little time.

The guard is generous, as in ``test_cost.py``; ``benchmarks/bombs.py`` measures whole commands.
"""

from __future__ import annotations

import pytest

from pirgen.diagrams import Drawer
from pirgen.pages import Settings
from pirgen.pipeline import build
from tests.conftest import AS_OF
from tests.properties.bombs import BOMBS
from tests.properties.test_cost import checked, guarded

pytestmark = pytest.mark.graphviz

MOST_PAGES = 300
"""Each page costs MkDocs some milliseconds more."""


@pytest.mark.parametrize("files", BOMBS.values(), ids=BOMBS)
def test_it_is_refused_or_soon_built(files: dict[str, str]) -> None:
    found = checked(files)
    if found.has_errors:
        assert all(error.place.span.line for error in found.diagnostics)
        return
    with guarded(), Drawer() as drawer:
        pages = build(found.book, Settings(as_of=AS_OF), drawer)
    assert len(pages) < MOST_PAGES
    assert sum(len(page.html) for page in pages) < 6_000_000
