"""Every format imported again: nothing new, a changed source, an edited draft, all in one book."""

import json
import re
from pathlib import Path

import pytest

from pirgen.pipeline import check
from tests.cli.test_check import run
from tests.conftest import AS_OF
from tests.imports.test_cases import CASES, SUFFIXES
from tests.imports.test_own_records import rebuilt

FORMATS = sorted(CASES.iterdir())


def copied(case: Path, into: Path) -> list[str]:
    """The files of a case in a folder of their own, and the options of its import."""
    files = []
    for path in sorted(each for each in case.rglob("*.*") if each.suffix in SUFFIXES):
        target = into / path.relative_to(case)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(path.read_bytes())
        files.append(str(target))
    people = ["--people", str(case / "people.yaml")] if (case / "people.yaml").exists() else []
    options = case / "options.txt"
    return [*files, *people, *(options.read_text(encoding="utf-8").split() if options.exists() else ())]


WORD = "Quicksilver"


def change(folder: Path) -> None:
    """Put a word at the end of every longer text of JSON and HTML, and of a text."""
    for path in folder.rglob("*.*"):
        text = path.read_text(encoding="utf-8")
        if path.suffix == ".json":
            changed = json.dumps(put(json.loads(text)))
        elif "</" in text:
            changed = re.sub(r"(\w[^<>&]* [^<>&]{8,}?)(\.?\s*(?:<|&lt;)/)", rf"\1 {WORD}\2", text)
        else:
            changed = f"{text}\n\n{WORD} was seen in the end.\n"
        path.write_text(changed, encoding="utf-8")


def put(value: object) -> object:
    """The same with a word at the end of every longer text."""
    if isinstance(value, dict):
        return {name: put(each) for name, each in value.items()}
    if isinstance(value, list):
        return [put(each) for each in value]
    is_text = isinstance(value, str) and " " in value and "://" not in value and not value[:4].isdigit()
    return f"{value} {WORD}" if is_text else value


def drafts() -> dict[Path, str]:
    return {path: path.read_text(encoding="utf-8") for path in sorted(Path("incidents").rglob("*.yaml"))}


@pytest.mark.parametrize("case", FORMATS, ids=lambda case: case.name)
def test_an_import_is_known_again(case: Path, in_folder: Path) -> None:
    command = ("import", *copied(case, Path("source")))
    first = run(*command)
    assert first.exit_code == 0
    assert "kept" in first.stderr
    written = drafts()

    again = run(*command)
    assert (again.exit_code, again.stdout, drafts()) == (0, "", written)
    assert again.stderr.count("already there, and its source has not changed") == first.stdout.count("\n")

    change(Path("source"))
    changed = run(*command)
    assert changed.exit_code == 0
    assert "updated, since its source has changed" in changed.stderr
    assert drafts().keys() == written.keys()
    assert any(WORD in text for text in drafts().values())

    for path, text in drafts().items():
        path.write_text(text + "# mine\n", encoding="utf-8")
    mine = drafts()
    copied(case, Path("source"))
    touched = run(*command)
    assert (touched.exit_code, touched.stdout, drafts()) == (0, "", mine)
    assert "its source has changed, and so have you; left as it is. The difference:" in touched.stderr
    assert re.search(rf"^-.*{WORD}", touched.stderr, re.MULTILINE)


@pytest.mark.site
@pytest.mark.graphviz
def test_drafts_of_all_formats_are_one_book(in_folder: Path) -> None:
    for case in FORMATS:
        result = run("import", *copied(case, Path(case.name)))
        assert result.exit_code == 0, (case.name, result.stderr)
    found = check(Path("incidents"), AS_OF)
    assert not found.has_errors
    assert len(found.book.incidents) >= len(FORMATS)
    again = rebuilt(found.book, {}).book
    assert (again.incidents, again.reviews) == (found.book.incidents, found.book.reviews)
    exported = run("export", "tree")
    assert exported.exit_code == 0, exported.stderr
    pages = "".join(str(path) for path in Path("tree").rglob("*.md"))
    assert [each.id for each in found.book.incidents if each.id not in pages] == []
