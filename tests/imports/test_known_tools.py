"""A tool that is named is read, shown by a case, and described: nothing is half there."""

from __future__ import annotations

from pathlib import Path

import pytest

from pirgen.imports import ReadOptions, read_export
from pirgen.imports.tools import READERS
from pirgen.privacy.known_tools import KNOWN_TOOLS, MARKDOWN, TABLE, KnownTool

CASES = Path(__file__).parent / "cases"
GUIDE = Path(__file__).parents[2] / "docs" / "guide" / "importing.md"


def test_every_known_tool_has_one_reader() -> None:
    read = [reader.tool.id for reader in READERS]
    assert sorted(read) == [tool.id for tool in KNOWN_TOOLS if tool not in (MARKDOWN, TABLE)]


@pytest.fixture(scope="module")
def tools_of_cases() -> set[str]:
    found: set[str] = set()
    for export in sorted(CASES.glob("*/*")):
        if export.name != "expected.txt" and export.is_file():
            parts, _ = read_export(export.read_bytes(), export.name, ReadOptions())
            found |= {part.tool for part in parts}
    return found


@pytest.mark.parametrize("tool", [tool for tool in KNOWN_TOOLS if tool is not TABLE], ids=lambda tool: tool.id)
def test_every_known_tool_has_a_case_and_is_in_the_guide(tool: KnownTool, tools_of_cases: set[str]) -> None:
    assert tool.name in tools_of_cases
    assert tool.name.removesuffix(" issues") in GUIDE.read_text(encoding="utf-8")
