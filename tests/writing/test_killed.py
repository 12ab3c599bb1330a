"""Commands that are killed at each step of what they write: each file is whole, a second run ends the work."""

from __future__ import annotations

import os
import signal
from collections.abc import Callable
from contextlib import chdir
from pathlib import Path
from typing import Any

import pytest

from pirgen.rules.examples import FOLDER, files_of
from pirgen.writing import write_tree
from tests.cli.test_check import run
from tests.conftest import written
from tests.processes import copied

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="processes are not copied here")

STEPS = ("replace", "link", "rename", "fsync")
MOST = 40
"""How many steps are tried."""

COMMANDS = {
    "init": ("init", "fresh"),
    "new": ("new", "Orders fail again", "--date", "2026-03-01"),
    "import": ("import", "notes.md", "--date", "2026-03-01"),
    "fix": ("check", "--fix", "--as-of", "2026-02-01"),
    "rename": ("rename", FOLDER, "2026-01-05-orders-lost", "--write"),
    "schema": ("schema", "--write", "schemas"),
}


def a_folder(home: Path) -> Path:
    review = "status: draft\nowner: shop\nsummary: Orders failed as in [that](../2026-01-05-checkout-down)  \n"
    texts = {f"incidents/{name}": text for name, text in files_of("").items()}
    texts |= {f"incidents/{FOLDER}/pir.yaml": review, "notes.md": "# Orders failed\n\n- 09:00 broke\n"}
    return written(home, texts)


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()
    }


def in_a_copy(folder: Path, work: Callable[[], object], until: int | None = None) -> bool:
    """Do some work in a copy of this process that is killed before a step; whether it was."""
    child = copied(lambda: do(folder, work, until))
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == -signal.SIGKILL


def do(folder: Path, work: Callable[[], object], until: int | None) -> None:
    left = until

    def counted(step: Callable[..., Any]) -> Callable[..., Any]:
        def done(*arguments: Any, **options: Any) -> Any:
            nonlocal left
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)
            left = None if left is None else left - 1
            return step(*arguments, **options)

        return done

    for name in STEPS:
        setattr(os, name, counted(getattr(os, name)))
    os.chdir(folder)
    work()


def hold(tmp_path: Path, make: Callable[[Path], Path], work: Callable[[], object]) -> None:
    """Kill the work before each of its steps: nothing is half then, and a second run ends as one alone."""
    whole = make(tmp_path / "whole")
    before = contents(whole)
    with chdir(whole):
        work()  # in this process, so that its copies have read all modules
    after = contents(whole)
    assert after != before
    for step in range(MOST):
        folder = make(tmp_path / str(step))
        was_killed = in_a_copy(folder, work, step)
        found = {name: content for name, content in contents(folder).items() if "pirgen-" not in name}
        known = {*before.values(), *after.values()}
        assert [name for name, content in found.items() if content not in known] == []
        assert [name for name in before if name not in found and name in after and "pirgen-" not in name] == []
        if not was_killed:
            return
        in_a_copy(folder, work)
        assert contents(folder) == after


@pytest.mark.parametrize("command", COMMANDS.values(), ids=COMMANDS)
def test_a_killed_command_leaves_every_file_whole(command: tuple[str, ...], tmp_path: Path) -> None:
    hold(tmp_path, a_folder, lambda: run(*command))


def test_a_killed_export_is_finished_by_the_next(tmp_path: Path) -> None:
    """Also if what is exported has changed meanwhile."""

    def former(home: Path) -> Path:
        home.mkdir()
        write_tree(home / "tree", {"a.md": b"1", "b/c.md": b"1", "gone/d.md": b"1"})
        return home

    files = {"a.md": b"2", "b/c.md": b"1", "e/f.md": b"2", "e/g.md": b"2"}
    hold(tmp_path, former, lambda: write_tree(Path("tree"), files))
    for step in range(MOST):
        folder = former(tmp_path / f"changed-{step}")
        was_killed = in_a_copy(folder, lambda: write_tree(Path("tree"), files), step)
        write_tree(folder / "tree", dict.fromkeys(files, b"3"))
        written_files = {name: text for name, text in contents(folder).items() if "pirgen-" not in name}
        assert written_files == {f"tree/{name}": b"3" for name in files}
        if not was_killed:
            break
