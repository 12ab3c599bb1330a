import os
from pathlib import Path

from pirgen.source.schema.reference import reference

PAGE = Path(__file__).parents[3] / "docs" / "guide" / "files.md"


def test_the_guide_describes_the_files_as_they_are_read() -> None:
    head, mark, written = PAGE.read_text(encoding="utf-8").partition("make test writes it again -->\n\n")
    if os.environ.get("PIRGEN_REWRITE"):
        PAGE.write_text(head + mark + reference(), encoding="utf-8")
    assert written == reference()
