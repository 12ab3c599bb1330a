import subprocess
from datetime import date
from pathlib import Path

import pytest

from pirgen.history import as_of, changes, path_in_repository
from tests.conftest import written


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{name}_NAME", "A")
        monkeypatch.setenv(f"GIT_{name}_EMAIL", "a@example.org")
    git(tmp_path, "init", "--quiet")
    return tmp_path


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *arguments], cwd=folder, check=True)


def commit(folder: Path, day: str, files: dict[str, str]) -> None:
    written(folder, files)
    git(folder, "add", ".")
    git(folder, "-c", "commit.gpgsign=false", "commit", "--quiet", "-m", "x", "--date", f"{day}T12:00Z")


def on(day: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.setenv("GIT_COMMITTER_DATE", f"{day}T12:00Z")
    return day


def test_each_file_has_its_first_and_last_day(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, on("2026-01-05", monkeypatch), {"all/incidents/x/incident.yaml": "1", "README": "1"})
    commit(repository, on("2026-01-09", monkeypatch), {"all/incidents/x/pir.yaml": "1"})
    commit(repository, on("2026-02-01", monkeypatch), {"all/incidents/x/incident.yaml": "2"})
    folder = repository / "all/incidents"
    assert changes(folder) == {
        "x/incident.yaml": (date(2026, 1, 5), date(2026, 2, 1)),
        "x/pir.yaml": (date(2026, 1, 9), date(2026, 1, 9)),
    }
    assert as_of(folder) == date(2026, 2, 1)
    assert path_in_repository(folder) == "all/incidents/"


def test_a_shallow_clone_does_not_pretend_to_know(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for day in ("2026-01-05", "2026-01-06"):
        commit(repository, on(day, monkeypatch), {"incidents/x": day})
    git(repository, "clone", "--quiet", "--depth", "1", f"file://{repository}", "shallow")
    assert changes(repository / "shallow/incidents") == {}


def test_outside_a_repository_nothing_is_known(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert changes(tmp_path) == {}
    assert path_in_repository(tmp_path) is None


def test_a_folder_may_name_the_day_that_it_is_judged_by(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, on("2026-01-05", monkeypatch), {"incidents/vocabularies.yaml": "as_of: 2025-12-31\n"})
    assert as_of(repository / "incidents") == date(2025, 12, 31)


def test_a_day_that_cannot_be_read_is_left_to_git(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, on("2026-01-05", monkeypatch), {"incidents/vocabularies.yaml": "as_of: soon\n"})
    assert as_of(repository / "incidents") == date(2026, 1, 5)
