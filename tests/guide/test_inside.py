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


def test_the_picture_names_rooms_that_are_there() -> None:
    picture = (ROOT / "docs" / "pictures" / "rooms.svg").read_text(encoding="utf-8")
    named = re.findall(r'<text x="\d+" y="\d+">(\w+)</text>', picture)
    assert len(named) > 10
    assert [name for name in named if name != "YAML" and not (SOURCE / name).is_dir()] == []


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


def test_no_module_is_longer_than_three_hundred_lines_but_data() -> None:
    long = {
        path.relative_to(SOURCE).as_posix()
        for path in SOURCE.rglob("*.py")
        if path.read_text(encoding="utf-8").count("\n") > 300
    }
    assert long <= DATA, long - DATA


DATA = {
    "source/codes.py",
    "source/fields/other_words.py",
    "source/form/files.py",
    "rules/causes.py",
    "rules/timeline.py",
    "rules/language/english/broad_blame.py",
    "rules/language/english/faults.py",
    "rules/language/english/norms.py",
    "rules/language/english/omissions.py",
    "rules/language/english/set_phrases.py",
}
"""Modules that are tables: codes and rules with their examples, phrasings, the form of the files."""


def test_no_room_has_more_than_twenty_modules_without_rooms_of_its_own() -> None:
    full = {
        folder.relative_to(SOURCE).as_posix()
        for folder in [SOURCE, *(path for path in SOURCE.rglob("*") if path.is_dir())]
        if len(list(folder.glob("*.py"))) > 21
    }
    assert full <= {"pages"}  # whose listing is the list of pages


def test_no_class_name_has_two_meanings() -> None:
    places: dict[str, list[str]] = {}
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                places.setdefault(node.name, []).append(path.relative_to(SOURCE).as_posix())
    assert {name: paths for name, paths in places.items() if len(paths) > 1} == {}
