"""The page for contributors agrees with the code: its recipes, its rooms, its words."""

from __future__ import annotations

import ast
import os
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "guide" / "inside.md"
SOURCE = ROOT / "src" / "pirgen"
MARK = "<!-- rooms: made from the docstrings of the packages; PIRGEN_REWRITE=1 make test writes it -->\n"
END = "<!-- /rooms -->"

RECIPES = re.findall(r"^### ([^\n]+)\n(.*?)(?=^##)", PAGE.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)


def rooms() -> str:
    """Every package of the source with the first line of its docstring, as a table."""
    rows = []
    for init in sorted(SOURCE.rglob("__init__.py")):
        room = init.parent.relative_to(SOURCE).as_posix()
        says = ast.get_docstring(ast.parse(init.read_text(encoding="utf-8"))) or ""
        if room != ".":
            rows.append(f"| `{room}/` | {says.partition(chr(10))[0].replace('``', '`').removesuffix('.')} |")
    return "\n".join(["", "| room | what is in it |", "|---|---|", *rows, "", ""])


def test_the_rooms_are_those_of_the_code() -> None:
    text = PAGE.read_text(encoding="utf-8")
    start = text.index(MARK) + len(MARK)
    end = text.index(END)
    if os.environ.get("PIRGEN_REWRITE"):
        PAGE.write_text(text[:start] + rooms() + text[end:], encoding="utf-8")
    assert text[start:end] == rooms()


def test_every_recipe_is_there() -> None:
    assert [title for title, _ in RECIPES] == [
        "A field",
        "A rule",
        "An importer",
        "A chart",
        "A page",
        "An output format of `pirgen check`",
    ]


def place(name: str) -> Path | None:
    bases = (ROOT, SOURCE)
    return next((base / name for base in bases if (base / name).exists()), None)


@pytest.mark.parametrize(("title", "text"), RECIPES, ids=[title for title, _ in RECIPES])
def test_a_recipe_names_places_that_are_there(title: str, text: str) -> None:
    paths = [
        name for name in re.findall(r"`([\w./-]+(?:/|\.\w+))`", text) if "/" in name or name == "mkdocs.yml"
    ]
    assert len(paths) >= 3
    assert [name for name in paths if place(name) is None] == []


@pytest.mark.parametrize(("title", "text"), RECIPES, ids=[title for title, _ in RECIPES])
def test_what_a_recipe_names_is_in_its_file(title: str, text: str) -> None:
    for name, path in re.findall(r"`(\w+)`\s+(?:in|of)\s+`([\w./]+\.py)`", text):
        found = place(path)
        assert found
        assert re.search(rf"\b{name}\b", found.read_text(encoding="utf-8")), f"{name} in {path}"
