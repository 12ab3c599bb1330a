"""An incident gets another id, and nothing that led to it is lost."""

import json
import os
from pathlib import Path

import pytest
import yaml

from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_check import run
from tests.conftest import png, written

OLD, NEW = "2026-01-06-checkout-down-again", "2026-01-06-orders-lost"
BOOK = f"""
related:
  - incident: '{OLD}'   # {OLD} came the day after
    reason: The same release; see {OLD}, ../{OLD}/graph.png and https://wiki.example.org/{OLD}
# pir.yaml
covers: [{OLD}]
"""
OTHER = f"# {OLD}/incident.yaml\ntitle: Checkout failed again\n"
PAGE = f"[it](incidents/{OLD}.md#causes), `{OLD}`, {OLD}-too, x-{OLD} and {OLD}.png. See {OLD}.\n"


@pytest.fixture
def repository(in_folder: Path) -> Path:
    files = files_of(BOOK + OTHER)
    written(in_folder / "incidents", files)
    (in_folder / "incidents" / OLD / "graph.png").write_bytes(png(2, 2))
    written(in_folder, {"docs/guide/page.md": PAGE, "README.md": "\ufeff" + PAGE.replace("\n", "\r\n")})
    return in_folder


def texts(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def test_the_difference_is_shown_and_nothing_is_written(repository: Path) -> None:
    before = texts(repository)
    result = run("rename", OLD, NEW)
    assert result.exit_code == 1
    assert f"+aliases: [{OLD}]\n" in result.output
    assert f"+covers: [{NEW}]\n" in result.output
    assert f"incidents/{OLD} is to be {NEW}; would change 5 files\n" in result.output
    assert texts(repository) == before


def test_a_folder_and_whatever_names_it_is_renamed(repository: Path) -> None:
    before = texts(repository)
    result = run("rename", f"incidents/{OLD}/", NEW, "--write")
    assert (result.exit_code, result.output) == (0, f"incidents/{OLD} is now {NEW}; changed 5 files\n")
    after = texts(repository)
    assert set(after) == {name.replace(OLD, NEW) for name in before}
    assert after[f"incidents/{NEW}/graph.png"] == before[f"incidents/{OLD}/graph.png"]
    assert after[f"incidents/{NEW}/incident.yaml"].endswith(f"again\naliases: [{OLD}]\n".encode())
    assert (
        f"  - incident: {NEW}   # {NEW} came the day after\n"
        f"    reason: The same release; see {NEW}, ../{NEW}/graph.png and https://wiki.example.org/{OLD}\n"
    ) in after[f"incidents/{FOLDER}/incident.yaml"].decode().replace("'", "")
    page = f"[it](incidents/{NEW}.md#causes), `{NEW}`, {OLD}-too, x-{OLD} and {OLD}.png. See {NEW}.\n"
    assert after["docs/guide/page.md"].decode() == page
    assert after["README.md"].decode() == "\ufeff" + page.replace("\n", "\r\n")
    assert run("check", "--as-of", "2026-02-01").output == "incidents: 2 incidents checked, no problems found\n"


def test_there_and_back_again(repository: Path) -> None:
    home = repository / "incidents" / OLD / "incident.yaml"
    run("rename", OLD, NEW, "--write")
    run("rename", NEW, OLD, "--write")
    assert home.read_text().endswith(f"\naliases: [{NEW}]\n")
    run("rename", OLD, NEW, "--write")
    assert run("rename", OLD, NEW, "--write").output == "nothing to change\n"


@pytest.mark.parametrize(
    ("written_as", "becomes"),
    [
        ("aliases: [2026-01-06-a] # why\n", f"aliases: [2026-01-06-a, {OLD}] # why\n"),
        ("aliases: ['2026-01-06-a']\n", f"aliases: ['2026-01-06-a', {OLD}]\n"),
        (
            "aliases:\n  # c\n  - 2026-01-06-a # so\n",
            f"aliases:\n  # c\n  - 2026-01-06-a # so\n  - {OLD}\n",
        ),
        ("aliases:\n- '2026-01-06-a'\n", f"aliases:\n- '2026-01-06-a'\n- {OLD}\n"),
        (f"aliases:\n- {NEW} # old\n", f"aliases:\n- {OLD} # old\n"),
    ],
)
def test_an_alias_joins_those_that_are_there(written_as: str, becomes: str, repository: Path) -> None:
    home = repository / "incidents" / OLD / "incident.yaml"
    head, _, rest = home.read_text().partition("services:")
    home.write_text(f"{head}{written_as}services:{rest}")
    assert run("rename", OLD, NEW, "--write").exit_code == 0
    assert becomes in (repository / "incidents" / NEW / "incident.yaml").read_text()


def test_a_renaming_that_was_interrupted_is_finished(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    whole = texts(repository)
    run("rename", OLD, NEW, "--write")
    finished = texts(repository)
    for stop in range(6):
        (repository / "incidents" / NEW).mkdir(exist_ok=True)
        for path in repository.rglob("*"):
            if path.is_file():
                path.unlink()
        for name, content in whole.items():
            (repository / name).parent.mkdir(parents=True, exist_ok=True)
            (repository / name).write_bytes(content)
        for empty in (OLD, NEW):
            if (repository / "incidents" / empty).is_dir() and not any(
                (repository / "incidents" / empty).iterdir()
            ):
                (repository / "incidents" / empty).rmdir()
        _interrupted(stop, monkeypatch)
        references = run("check", "--as-of", "2026-02-01")
        assert references.exit_code == 0, references.output
        assert run("rename", OLD, NEW, "--write").exit_code == 0
        assert texts(repository) == finished


def _interrupted(stop: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rename, and stop before that step on the disk."""
    real, steps = os.replace, iter(range(100))

    def replace(*arguments: str) -> None:
        if next(steps) >= stop:
            raise KeyboardInterrupt
        real(*arguments)

    with monkeypatch.context() as patched:
        patched.setattr(os, "replace", replace)
        run("rename", OLD, NEW, "--write")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("2026-01-06-checkout-agan", NEW), f"no incident '2026-01-06-checkout-agan'; did you mean {OLD}?"),
        (("2026-01-06-former", NEW), f"there is no incident '2026-01-06-former'; it is now '{FOLDER}'"),
        ((OLD, OLD), f"'{OLD}' has that id already"),
        ((OLD, FOLDER), f"there is an incident '{FOLDER}' already"),
        ((OLD, "2026-01-06-former"), f"'2026-01-06-former' is an alias of '{FOLDER}'"),
        ((OLD, "Orders lost"), f"did you mean {NEW}?"),
        ((OLD, "2026-02-30-orders"), "is not a valid id"),
        ((OLD, "..\\x"), "is not a valid id"),
        ((OLD, f"{NEW}-{'x' * 90}"), "an id has at most 100"),
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(arguments: tuple[str, str], said: str, repository: Path) -> None:
    home = repository / "incidents" / FOLDER / "incident.yaml"
    home.write_text(home.read_text() + "aliases: [2026-01-06-former]\n")
    before = texts(repository)
    result = run("rename", *arguments, "--write")
    assert result.exit_code == 2
    assert said in result.output
    assert texts(repository) == before


def test_a_folder_with_errors_is_left_alone(repository: Path) -> None:
    home = repository / "incidents" / OLD / "incident.yaml"
    home.write_text(home.read_text().replace("SEV-4", "SEV4"))
    result = run("rename", OLD, NEW, "--write")
    assert (result.exit_code, home.exists()) == (2, True)
    assert "has errors" in result.output


def test_a_result_with_an_error_is_not_written(repository: Path) -> None:
    home = repository / "incidents" / OLD / "incident.yaml"
    home.write_text(json.dumps(yaml.load(home.read_text(), yaml.CSafeLoader), default=str) + "\n")
    result = run("rename", OLD, NEW, "--write")
    assert result.exit_code == 2
    assert f"{NEW} would have an error" in result.output
    assert home.exists()
