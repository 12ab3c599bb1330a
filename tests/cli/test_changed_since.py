"""``--changed-since``: only what a change has caused, wherever it shows."""

import subprocess
from pathlib import Path

import pytest

from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_check import run
from tests.conftest import png, written

WHO = ["-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false"]
OTHER = "2026-01-06-other"
TWO = f"# pir.yaml\ncovers: [{OTHER}]\nstatus: closed\n# {OTHER}/incident.yaml\ntitle: The other one\n"


def git(*arguments: str) -> None:
    subprocess.run(["git", *WHO, *arguments], check=True, capture_output=True)


def commit() -> None:
    git("add", "--all")
    git("commit", "--quiet", "--message", "x")


def since(ref: str, *more: str) -> tuple[int, list[str]]:
    """The exit code and the codes found."""
    result = run("check", "--as-of", "2026-02-01", "--strict", "--changed-since", ref, *more)
    return result.exit_code, [
        line.split()[2] for line in result.stdout.splitlines() if line.startswith(("incidents/", FOLDER, OTHER))
    ]


@pytest.fixture
def repository(in_folder: Path) -> Path:
    """A repository whose branch 'main' has one finding, PIR408, with the branch 'work' checked out."""
    git("init", "--quiet", "--initial-branch", "main")
    written(in_folder / "incidents", files_of(TWO))
    commit()
    git("checkout", "--quiet", "-b", "work")
    return in_folder / "incidents"


def test_what_was_there_before_is_left_out(repository: Path) -> None:
    assert run("check", "--as-of", "2026-02-01", "--strict").exit_code == 1
    result = run("check", "--as-of", "2026-02-01", "--strict", "--changed-since", "main")
    assert (result.exit_code, result.output) == (
        0,
        "incidents: 2 incidents checked, no new problems since main\n",
    )


def test_a_finding_that_only_moved_is_left_out(repository: Path) -> None:
    file = repository / FOLDER / "pir.yaml"
    file.write_text("# a comment\n\n" + file.read_text(encoding="utf-8"), encoding="utf-8")
    assert since("main") == (0, [])


def test_a_new_finding_in_a_changed_file_is_said(repository: Path) -> None:
    written(repository, files_of(TWO.replace("closed", "close")))
    assert since("main") == (1, ["PIR105"])


def test_a_finding_that_the_change_causes_in_another_file_is_said(repository: Path) -> None:
    (repository / OTHER / "incident.yaml").unlink()
    (repository / OTHER).rmdir()
    assert since("main") == (1, ["PIR501"])


def test_words_that_are_taken_away_are_missed_everywhere(repository: Path) -> None:
    words = "services: [{id: payments}]\n"
    (repository / "vocabularies.yaml").write_text(words, encoding="utf-8")
    assert since("main") == (1, ["PIR105", "PIR105"])


def test_what_others_did_meanwhile_counts_neither_way(repository: Path) -> None:
    git("checkout", "--quiet", "main")
    written(repository, files_of(TWO.replace("closed", "reviewed")))
    commit()
    git("checkout", "--quiet", "work")
    assert since("main") == (0, [])


def test_a_folder_that_is_new_is_said_whole(repository: Path) -> None:
    written(repository, {f"{FOLDER}-again/incident.yaml": "severity: SEV-3\n", f"{FOLDER}-again/.hidden": "x"})
    code, found = since("HEAD")
    assert (code, set(found)) == (1, {"PIR102"})


def test_a_waiver_that_is_taken_away_brings_its_finding_back(repository: Path) -> None:
    file = repository / FOLDER / "pir.yaml"
    text = file.read_text(encoding="utf-8")
    waived = text.replace("status: open", "status: open # pirgen: allow PIR408 because of x")
    file.write_text(waived, encoding="utf-8")
    assert run("check", "--as-of", "2026-02-01").output.endswith("no problems found, 1 waived\n")
    commit()
    file.write_text(text, encoding="utf-8")
    assert since("HEAD") == (1, ["PIR408"])


def test_it_works_from_a_folder_inside_the_repository(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(repository)
    assert since("main", ".") == (0, [])
    written(repository, files_of(TWO.replace("closed", "close")))
    assert since("main", FOLDER) == (1, ["PIR105"])


def test_a_link_and_a_picture_are_as_they_are_on_the_disk(repository: Path) -> None:
    (repository / FOLDER / "load.png").write_bytes(png(2, 2))
    (repository / FOLDER / "link.yaml").symlink_to("pir.yaml")
    commit()
    assert since("HEAD") == (0, [])


@pytest.mark.parametrize(
    ("ref", "said"),
    [
        ("mian", "git knows no 'mian' here; did you mean main?"),
        ("--all", "git knows no '--all' here; give a branch, a tag or a commit"),
        ("", "git knows no '' here; give a branch, a tag or a commit"),
        ("zzz", "git knows no 'zzz' here; give a branch, a tag or a commit"),
    ],
)
def test_an_unknown_revision_is_a_usage_error(repository: Path, ref: str, said: str) -> None:
    result = run("check", "--changed-since", ref)
    assert (result.exit_code, result.stdout, result.stderr) == (2, "", f"pirgen: {said}\n")


def test_a_history_of_its_own_is_a_usage_error(repository: Path) -> None:
    git("checkout", "--quiet", "--orphan", "alone")
    (repository / "vocabularies.yaml").write_text("services: []\n", encoding="utf-8")
    commit()
    result = run("check", "--changed-since", "main")
    assert (result.exit_code, result.stderr) == (
        2,
        "pirgen: 'main' and what is checked out have no commit in common\n",
    )


def test_a_shallow_clone_is_told_how_to_get_the_rest(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    git("clone", "--quiet", "--depth", "1", f"file://{repository.parent}", "shallow")
    monkeypatch.chdir(repository.parent / "shallow")
    result = run("check", "--changed-since", "origin/main")
    assert (result.exit_code, result.stderr) == (
        2,
        "pirgen: git knows no 'origin/main' here; only part of the history was fetched; "
        "in CI, check out with fetch-depth 0 or GIT_DEPTH 0\n",
    )


def test_a_machine_without_git_is_told_so(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(repository))
    result = run("check", "--changed-since", "main")
    assert (result.exit_code, result.stderr) == (
        2,
        "pirgen: cannot tell what changed since 'main': git is not installed; install it where pirgen runs\n",
    )


def test_no_repository_is_a_usage_error(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(""))
    result = run("check", "--changed-since", "main")
    assert (result.exit_code, result.stderr) == (
        2,
        "pirgen: cannot tell what changed since 'main': 'incidents' is not in a git repository\n",
    )


def shown(*arguments: str) -> tuple[int, str]:
    result = run("check", "--as-of", "2026-02-01", *arguments)
    return result.exit_code, result.output


NAMES_IT = f"""\
incidents/{FOLDER}/pir.yaml:18:10: error PIR501 incident '{OTHER}' does not exist
   18 | covers: [{OTHER}]
      |          ^^^^^^^^^^^^^^^^
  expected: the name of an incident's folder
  see: incidents/{OTHER}/incident.yaml:1:1 deleted, and this rests on it

1 error
for details: pirgen explain PIR501
"""


def test_what_the_deletion_of_a_file_causes_is_said_with_both_places(repository: Path) -> None:
    (repository / OTHER / "incident.yaml").unlink()
    (repository / OTHER).rmdir()
    assert shown("--changed-since", "main") == (1, NAMES_IT)
    assert shown(f"incidents/{OTHER}/incident.yaml") == (1, NAMES_IT)
    assert shown(f"incidents/{OTHER}") == (1, NAMES_IT)
    assert shown("incidents/2026-01-07-never-there")[0] == 2
    assert shown("--staged") == (0, "incidents: nothing staged\n")
    git("add", "--all")
    assert shown("--staged") == (1, NAMES_IT)


def test_what_a_change_of_one_file_causes_in_others_is_told_with_it(repository: Path) -> None:
    (repository / "vocabularies.yaml").write_text("services: [{id: payments}]\n", encoding="utf-8")
    code, output = shown("incidents/vocabularies.yaml")
    assert code == 1
    assert output.count("error PIR105 services 'checkout' is not known") == 2
    assert output.count("see: incidents/vocabularies.yaml:1:1 changed here") == 2


def test_what_was_wrong_elsewhere_before_is_not_told_of_a_file(repository: Path) -> None:
    file = repository / OTHER / "incident.yaml"
    file.write_text(file.read_text(encoding="utf-8") + "tags: [slow]\n", encoding="utf-8")
    assert shown(f"incidents/{OTHER}/incident.yaml") == (
        0,
        "incidents: 2 incidents checked, no problems found\n",
    )


def test_what_is_not_staged_stops_no_commit(repository: Path) -> None:
    written(repository, files_of(TWO.replace("closed", "close")))
    written(repository, {f"{OTHER}/pir.yaml": "status: no\n"})
    assert shown("--staged") == (0, "incidents: nothing staged\n")
    git("add", f"incidents/{FOLDER}/pir.yaml")
    code, output = shown("--staged")
    assert (code, output.count("error")) == (1, 2)
    assert "error PIR105 status 'close' is not known" in output


def test_before_the_first_commit_everything_is_new(in_folder: Path) -> None:
    git("init", "--quiet", "--initial-branch", "main")
    written(in_folder / "incidents", files_of("severity: sev2"))
    assert shown("--staged") == (0, "incidents: nothing staged\n")
    git("add", "--all")
    assert "PIR105" in shown("--staged")[1]
    assert shown("--changed-since", "HEAD")[0] == 1


def test_staged_says_where_it_can_not_look(in_folder: Path) -> None:
    written(in_folder / "incidents", files_of(""))
    code, output = shown("--staged")
    assert (code, "not in a git repository" in output) == (2, True)
    assert shown("--staged", "--fix")[0] == 2
