"""An incident that a site offers as JSON is imported as the files that it was."""

import json
from pathlib import Path

import pytest

from pirgen.pipeline import check
from pirgen.reports.incident_data import incident_data
from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_check import run
from tests.cli.test_tree import TREE
from tests.conftest import AS_OF, written


@pytest.fixture
def record(in_folder: Path) -> Path:
    """A folder with ``record.json``, made of an incident of ``before``."""
    before = written(in_folder / "before", files_of(TREE))
    book = check(before, AS_OF).book
    data = incident_data(book.incident_by_id[FOLDER], book)
    return written(in_folder, {"record.json": json.dumps(data)})


def test_the_files_come_back(record: Path) -> None:
    result = run("import", "record.json")
    assert (result.exit_code, result.stdout, result.stderr) == (0, f"incidents/{FOLDER}/incident.yaml\n", "")
    before, after = (check(record / name, AS_OF).book for name in ("before", "incidents"))
    assert (after.incidents, after.reviews) == (before.incidents, before.reviews)


def test_nothing_is_written_twice_or_in_a_trial(record: Path) -> None:
    assert run("import", "record.json", "--dry-run").stdout == f"incidents/{FOLDER}/incident.yaml\n"
    assert not Path("incidents").exists()
    run("import", "record.json")
    again = run("import", "record.json")
    assert (again.exit_code, again.stderr) == (2, f"pirgen: {FOLDER}: already there, left as it is\n")


def test_what_would_not_pass_a_check_is_refused(record: Path) -> None:
    text = Path("record.json").read_text(encoding="utf-8")
    Path("record.json").write_text(text.replace('"severity": "', '"severity": "X'), encoding="utf-8")
    result = run("import", "record.json")
    assert result.exit_code == 2
    assert result.stderr.startswith(f"pirgen: {FOLDER}: the draft would not pass 'pirgen check': PIR")
    assert not Path("incidents").exists()


def test_other_exports_beside_it_are_imported_too(record: Path) -> None:
    written(record, {"other.md": "# Disk full\n\nDate: 2026-01-05\n\n## Timeline\n\n- 09:00 UTC It fills\n"})
    result = run("import", "record.json", "other.md", "nothing.json")
    assert result.exit_code == 1
    assert result.stdout == f"incidents/{FOLDER}/incident.yaml\nincidents/2026-01-05-disk-full/incident.yaml\n"
    assert "not imported: there is no 'nothing.json' here\n" in result.stderr
