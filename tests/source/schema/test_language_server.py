"""What an editor shows, asked of the YAML language server that editors use; skipped where there is none.

``npm install yaml-language-server`` somewhere, and name its program in YAML_LANGUAGE_SERVER or on the PATH.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from pirgen.diagnostics import Level
from pirgen.model import Vocabulary
from pirgen.rules.examples import files_of
from pirgen.source import read_folder, read_library
from pirgen.source.schema.json_schema import schema_files
from tests.conftest import case_files, written
from tests.source.schema.language_server import SERVER, Editor

pytestmark = pytest.mark.skipif(not SERVER, reason="no YAML language server here")

FORM = {f"PIR{number}" for number in range(101, 114)}
SYNTAX = {"PIR005", "PIR006", "PIR007"}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(tmp_path_factory.mktemp("reviews") / "schemas", schema_files(Vocabulary())).parent


@pytest.fixture(scope="module")
def editor(folder: Path) -> Iterator[Editor]:
    editor = Editor(folder)
    yield editor
    editor.quit()


def file_in(folder: Path, name: str) -> tuple[Path, str]:
    path = folder / "incidents" / "2026-01-05-x" / name
    return path, f"# yaml-language-server: $schema=../../schemas/{path.stem}.schema.json\n"


def offered(editor: Editor, folder: Path, name: str, text: str) -> dict[str, str]:
    """What is offered at the bar in a text, with what is written when it is chosen."""
    path, first_line = file_in(folder, name)
    before = text.partition("|")[0]
    editor.open(path, first_line + text.replace("|", "", 1))
    found = editor.completions(path, before.count("\n") + 1, len(before.rpartition("\n")[2]))
    editor.close(path)
    return {item["label"]: item.get("insertText") or item["textEdit"]["newText"] for item in found}


def test_keys_and_words_are_offered(editor: Editor, folder: Path) -> None:
    assert {"severity", "timeline", "new incident"} <= set(offered(editor, folder, "incident.yaml", "|"))
    assert set(offered(editor, folder, "incident.yaml", "severity: |")) == {"SEV-1", "SEV-2", "SEV-3", "SEV-4"}
    assert "not recorded" in offered(editor, folder, "incident.yaml", "timeline:\n  - at: |")
    assert "scribe" in offered(editor, folder, "incident.yaml", "roles:\n  |")
    assert "testing" in offered(editor, folder, "pir.yaml", "factors:\n  no-test:\n    category: |")


def test_a_snippet_begins_a_record(editor: Editor, folder: Path) -> None:
    event = offered(editor, folder, "incident.yaml", "timeline:\n  - |")["new event"]
    assert event.startswith("at: ${1:2026-03-14T09:10Z}\n  text: ${2:Orders fail}\n")
    gate = offered(editor, folder, "pir.yaml", "fault_tree:\n  top: x\n  gates:\n    |")["new gate: atleast"]
    assert gate.splitlines()[:3] == [
        "${1:gate-id}:",
        "    title: ${2:Every order fails}",
        "    atleast: ${3:2}",
    ]


def test_no_empty_value_is_offered(editor: Editor, folder: Path) -> None:
    for name, text in (("incident.yaml", "|"), ("pir.yaml", "|"), ("pir.yaml", "actions:\n  - |")):
        assert not [insert for insert in offered(editor, folder, name, text).values() if "null}" in insert]


def test_hover_explains_a_key_and_its_words(editor: Editor, folder: Path) -> None:
    path, first_line = file_in(folder, "incident.yaml")
    editor.open(path, f"{first_line}status: open\n")
    shown = editor.hover(path, 1, 2)
    editor.close(path)
    assert "how far the response has come" in shown
    assert "* `mitigated`: users are no longer affected, and the cause is still there" in shown


def test_nine_in_ten_mistakes_of_form_are_marked_at_the_line_that_pirgen_marks(
    editor: Editor, folder: Path, tmp_path: Path
) -> None:
    marked: dict[str, list[bool]] = {"form": [], "syntax": []}
    for case in case_files("reading") + case_files("fault-trees"):
        files = files_of(case.read_text(encoding="utf-8").partition("--- expected\n")[0])
        library = read_library(read_folder(written(tmp_path / case.stem, files)))
        for file, text in files.items():
            path, first_line = file_in(folder, file.rpartition("/")[2])
            shown = {each["range"]["start"]["line"] for each in editor.open(path, first_line + text)}
            editor.close(path)
            for found in library.diagnostics:
                if found.place.file == file and found.level is Level.ERROR and found.code in FORM | SYNTAX:
                    kind = "form" if found.code in FORM else "syntax"
                    marked[kind].append(found.place.span.line in shown)
    counts = {kind: (sum(each), len(each)) for kind, each in marked.items()}
    assert counts["form"][1] >= 60
    assert counts["form"][0] >= 0.9 * counts["form"][1], counts
    assert counts["syntax"][0] >= 0.75 * counts["syntax"][1], (
        counts
    )  # it marks where YAML gives up, we the slip


def test_nothing_is_marked_in_our_own_incidents(editor: Editor) -> None:
    incidents = Path(__file__).parents[3] / "incidents"
    for file in sorted(incidents.glob("*/*.yaml")):
        assert editor.open(file, file.read_text(encoding="utf-8")) == [], file
        editor.close(file)
