"""The tutorial is true: walked anew, it has the output that it shows. PIRGEN_REWRITE=1 records it anew."""

import os
from pathlib import Path

import pytest

from tests.guide.walk import walked

PAGE = Path(__file__).parents[2] / "docs" / "guide" / "tutorial.md"


@pytest.mark.site
def test_the_tutorial_shows_what_happens(tmp_path: Path) -> None:
    written = PAGE.read_text(encoding="utf-8")
    happened = walked(written, tmp_path)
    if os.environ.get("PIRGEN_REWRITE"):
        PAGE.write_text(happened, encoding="utf-8", newline="\n")
    assert happened == written
    assert (tmp_path / "site/incidents/2025-03-14-search-showed-no-results/index.html").is_file()
