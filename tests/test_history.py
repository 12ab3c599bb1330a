"""What git knows of a folder, and what is said where it does not answer."""

import shutil
import subprocess
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from click.testing import CliRunner

from pirgen.cli import main
from pirgen.history import as_of, changes, guessed_day, missing_dates, path_in_repository, status_commits
from pirgen.rules.examples import files_of
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


def test_a_repository_of_another_user_is_reported_with_the_remedy(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(repository, on("2026-01-05", monkeypatch), {"incidents/x": "1"})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    folder = repository / "incidents"
    assert as_of(folder) == datetime.now(UTC).date()
    assert guessed_day(folder) == (
        f"what is late is judged as of today, {datetime.now(UTC).date().isoformat()}: "
        "git refuses this checkout because it belongs to another user; "
        f"allow it with: git config --global --add safe.directory '{repository}'"
    )
    assert missing_dates(folder).startswith(
        "pages do not show when their files were added and changed: git refus"
    )


def test_a_shallow_clone_knows_the_day_and_not_the_dates(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for day in ("2026-01-05", "2026-01-06"):
        commit(repository, on(day, monkeypatch), {"incidents/x": day})
    git(repository, "clone", "--quiet", "--depth", "1", f"file://{repository}", "shallow")
    folder = repository / "shallow/incidents"
    assert as_of(folder) == date(2026, 1, 6)
    assert guessed_day(folder) == ""
    assert "fetch-depth 0" in missing_dates(folder)


def test_objects_that_are_missing_are_reported(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, on("2026-01-05", monkeypatch), {"incidents/x": "1"})
    shutil.rmtree(repository / ".git" / "objects")
    (repository / ".git" / "objects").mkdir()
    assert "git says '" in guessed_day(repository / "incidents")
    assert changes(repository / "incidents") == {}


@pytest.mark.parametrize("answer", ["no git", "too slow"])
def test_a_git_that_does_not_answer_is_reported(
    repository: Path, monkeypatch: pytest.MonkeyPatch, answer: str
) -> None:
    def run(*_: object, **__: object) -> None:
        raise FileNotFoundError if answer == "no git" else subprocess.TimeoutExpired("git", 60)

    commit(repository, on("2026-01-05", monkeypatch), {"incidents/x": "1"})
    monkeypatch.setattr(subprocess, "run", run)
    assert as_of(repository / "incidents") == datetime.now(UTC).date()
    assert {"no git": "git is not installed", "too slow": "git took longer than"}[answer] in guessed_day(
        repository / "incidents"
    )


def test_a_repository_without_a_commit_is_nothing_to_report(repository: Path) -> None:
    (repository / "incidents").mkdir()
    assert guessed_day(repository / "incidents") == ""
    assert as_of(repository / "incidents") == datetime.now(UTC).date()


def test_where_a_day_is_named_nothing_is_guessed(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, on("2026-01-05", monkeypatch), {"incidents/vocabularies.yaml": "as_of: 2025-12-31\n"})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    assert guessed_day(repository / "incidents") == ""


def test_a_command_says_once_that_the_day_is_a_guess(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    commit(repository, on("2026-01-05", monkeypatch), {f"incidents/{n}": t for n, t in files_of("").items()})
    monkeypatch.setenv("GIT_TEST_ASSUME_DIFFERENT_OWNER", "1")
    monkeypatch.chdir(repository)
    for command in (["check"], ["actions"]):
        result = CliRunner().invoke(main, command)
        assert result.stderr.count("git refuses this checkout") == 1
    assert "git refuses" not in CliRunner().invoke(main, ["check", "--as-of", "2026-02-01"]).stderr


def test_the_commit_that_gave_a_review_its_status_is_known_with_its_approvals(repository: Path) -> None:
    review = "2026-01-05-outage/pir.yaml"
    commit(repository, "2026-01-06", {review: "status: draft\n"})
    written(repository, {review: "status: reviewed\n"})
    approvals = "Approved-by: Ann Example <ann@example.org>\nReviewed-by: Ben Example <ben@example.org>"
    git(repository, "-c", "commit.gpgsign=false", "commit", "--quiet", "-a", "-m", "Publish", "-m", approvals)
    commit(repository, "2026-01-08", {review: "status: reviewed\nsummary: A typo less\n"})
    found = status_commits(repository)
    assert list(found) == [review]
    assert found[review].approved_by == ("Ann Example", "Ben Example")
