"""A site that is built beside the published one and mirrored into it."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pirgen.writing import Staging, StagingError
from tests.conftest import written


def tree(folder: Path) -> dict[str, str]:
    """Every file of a folder with its text; links are not followed."""
    return {
        Path(place, name).relative_to(folder).as_posix(): Path(place, name).read_text(encoding="utf-8")
        for place, _, names in os.walk(folder)
        for name in names
    }


def publish(site: Path, files: dict[str, str]) -> tuple[int, int, int]:
    staging = Staging(site)
    written(staging.folder, files)
    done = staging.publish()
    return done.written, done.unchanged, done.removed


def test_what_differs_is_written_and_what_is_gone_is_removed(tmp_path: Path) -> None:
    site = tmp_path / "site"
    assert publish(site, {"index.html": "1", "a/index.html": "a", "b/c/index.html": "c"}) == (3, 0, 0)
    before = (site / "a/index.html").stat()
    assert publish(site, {"index.html": "2", "a/index.html": "a"}) == (1, 1, 1)
    assert tree(site) == {"index.html": "2", "a/index.html": "a"}
    assert (site / "a/index.html").stat().st_ino == before.st_ino
    assert not (site / "b").exists()
    assert os.listdir(tmp_path) == ["site"]


def test_hidden_entries_at_the_top_are_kept(tmp_path: Path) -> None:
    site = written(tmp_path / "site", {".git/config": "mine", ".nojekyll": "", "old.html": "x", "a/.b": "y"})
    publish(site, {"index.html": "1"})
    assert tree(site) == {".git/config": "mine", ".nojekyll": "", "index.html": "1"}


def test_the_folder_itself_stays_so_that_a_server_in_it_goes_on(tmp_path: Path) -> None:
    site = written(tmp_path / "site", {"index.html": "1"})
    number = site.stat().st_ino
    publish(site, {"index.html": "2"})
    assert site.stat().st_ino == number


def test_a_linked_site_is_written_where_the_link_leads(tmp_path: Path) -> None:
    written(tmp_path / "www", {"index.html": "1"})
    (tmp_path / "site").symlink_to("www")
    publish(tmp_path / "site", {"index.html": "2"})
    assert (tmp_path / "site").is_symlink()
    assert tree(tmp_path / "www") == {"index.html": "2"}


def test_nothing_is_written_through_a_link_within_the_site(tmp_path: Path) -> None:
    outside = written(tmp_path / "outside", {"index.html": "theirs", "same.html": "same"})
    site = written(tmp_path / "site", {"index.html": "1"})
    (site / "a").symlink_to(outside)
    (site / "b.html").symlink_to(outside / "index.html")
    publish(site, {"index.html": "1", "a/index.html": "ours", "a/same.html": "same", "b.html": "ours"})
    assert tree(outside) == {"index.html": "theirs", "same.html": "same"}
    assert tree(site)["a/same.html"] == "same"
    assert not (site / "a").is_symlink()


names = some.sampled_from(["a", "b", "A", "c.html", "x", ".h"])
paths = some.lists(names, min_size=1, max_size=3).map("/".join)


def _is_tree(files: dict[str, str]) -> bool:
    """Whether no file lies where another one has a folder."""
    return not any(other.startswith(f"{path}/") for path in files for other in files)


trees = some.dictionaries(paths, some.sampled_from("12"), max_size=6).filter(_is_tree)


@given(old=trees, new=trees)
def test_whatever_was_there_the_site_is_what_was_built(
    old: dict[str, str], new: dict[str, str], tmp_path_factory: pytest.TempPathFactory
) -> None:
    site = written(tmp_path_factory.mktemp("any") / "site", old)
    site.mkdir(exist_ok=True)
    visible = {path: text for path, text in new.items() if not path.startswith(".")}
    publish(site, visible)
    assert {path: text for path, text in tree(site).items() if not path.startswith(".")} == visible


def test_a_discarded_build_changes_nothing(tmp_path: Path) -> None:
    site = written(tmp_path / "site", {"index.html": "1"})
    staging = Staging(site)
    written(staging.folder, {"index.html": "2"})
    staging.discard()
    assert tree(tmp_path) == {"site/index.html": "1"}
    assert os.listdir(tmp_path) == ["site"]


def test_what_a_killed_build_left_is_removed_and_a_running_one_is_kept(tmp_path: Path) -> None:
    site = tmp_path / "site"
    script = (
        "import os, sys, pathlib; from pirgen.writing import Staging\n"
        f"staging = Staging(pathlib.Path({str(site)!r}))\n"
        "(staging.folder / 'half').write_text('x')\n"
        "print(staging.folder.name, flush=True); os.kill(os.getpid(), 9)\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=False)
    assert (tmp_path / done.stdout.strip() / "half").exists()
    running = Staging(site)
    later = Staging(site)
    assert not (tmp_path / done.stdout.strip()).exists()
    assert running.folder.exists()
    running.discard()
    later.discard()


def test_a_site_that_cannot_be_written_is_noticed_before_the_build(tmp_path: Path) -> None:
    (tmp_path / "site").write_text("a file", encoding="utf-8")
    with pytest.raises(StagingError):
        Staging(tmp_path / "site")
    with pytest.raises(StagingError):
        Staging(Path("/proc/site"))
