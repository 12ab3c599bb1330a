"""Private things in every field of documents, sheets, pages, feeds and archives; and 200 that only look so."""

import re
from pathlib import Path

import pytest

from tests.cli.test_check import run
from tests.imports.planted_files import FILES
from tests.imports.test_planted import NAMES, PLANTED, TRACES
from tests.privacy.test_precision import NOT_PRIVATE, many

TEXTS = [f"Planted {index}: {each} was seen." for index, each in enumerate(PLANTED)]
HIDDEN = "UNSEEN " + " ".join(PLANTED)


def imported(name: str, texts: list[str], hidden: str = "nothing at all") -> str:
    """What an import of a file prints and writes."""
    Path(name).write_bytes(FILES[name](texts, hidden))
    result = run("import", name)
    assert result.exit_code == 0, result.output
    drafts = (path.read_text(encoding="utf-8") for path in sorted(Path("incidents").rglob("*.yaml")))
    return " ".join((result.output + "".join(drafts)).replace("# ", "").split())


@pytest.mark.parametrize("name", FILES)
def test_nothing_private_comes_through(name: str, in_folder: Path) -> None:
    text = imported(name, TEXTS, HIDDEN)
    assert all(f"Planted {index}" in text for index in range(len(PLANTED)))
    assert [each for each in (*TRACES, *NAMES, "Plantfriend", "UNSEEN") if each in text] == []
    assert "helped" in text


@pytest.mark.parametrize("name", ["a.docx", "a.xlsx", "a.html"])
def test_what_nobody_sees_is_left_out_and_counted(name: str, in_folder: Path) -> None:
    text = imported(name, ["Something was seen."], HIDDEN)
    expected = {
        "a.docx": ["comments (1)", "deletions (1)", "hidden texts (1)", "headers and footers (2)"],
        "a.xlsx": ["hidden sheets (1)", "comments (1)"],
        "a.html": ["HTML comments (1)", "hidden elements (2)"],
    }
    assert re.findall(r"left out: ([\w ]+\(\d+\))", text) == expected[name]


@pytest.mark.parametrize("kind", NOT_PRIVATE)
@pytest.mark.parametrize("name", FILES)
def test_200_that_only_look_private_come_through(name: str, kind: str, in_folder: Path) -> None:
    texts = [sentence.format(value).strip("-| ") for value, sentence in many(NOT_PRIVATE[kind])[:200]]
    grouped = [" and ".join(texts[at : at + 20]) for at in range(0, 200, 20)]
    text = imported(name, grouped if name in ("a.xlsx", "a.atom") else texts)
    assert re.findall(r"\((?!link)[\w -]+ removed\)", text) == []
