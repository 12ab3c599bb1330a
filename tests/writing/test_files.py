"""Files are written whole or not at all."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from pirgen.writing import create_file, create_folder, replace_file
from pirgen.writing.in_use import CAN_TELL, hold, release


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_replaced_and_keeps_its_permissions(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    replace_file(path, b"new")
    assert path.read_bytes() == b"new"
    assert path.stat().st_mode & 0o777 == 0o640
    assert names_in(tmp_path) == ["a.yaml"]


def test_a_file_that_is_there_is_not_created(tmp_path: Path) -> None:
    path = tmp_path / "sub" / "a.yaml"
    assert create_file(path, b"mine")
    assert not create_file(path, b"theirs")
    assert path.read_bytes() == b"mine"
    assert names_in(path.parent) == ["a.yaml"]


def test_a_dangling_link_is_not_followed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").symlink_to(tmp_path / "elsewhere")
    assert not create_file(tmp_path / "a.yaml", b"mine")
    assert not (tmp_path / "elsewhere").exists()


@pytest.mark.parametrize("write", [replace_file, create_file])
def test_a_full_disk_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, write: object
) -> None:
    def full(descriptor: int) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    path = tmp_path / "a.yaml"
    if write is replace_file:
        path.write_bytes(b"old")
    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(OSError, match="No space left"):
        write(path, b"new")  # type: ignore[operator]
    assert names_in(tmp_path) == (["a.yaml"] if write is replace_file else [])


def test_without_hard_links_a_file_is_created_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError(errno.EPERM, os.strerror(errno.EPERM))

    monkeypatch.setattr(os, "link", refused)
    assert create_file(tmp_path / "a.yaml", b"mine")
    assert (tmp_path / "a.yaml").read_bytes() == b"mine"


def test_what_a_killed_program_left_is_removed_by_the_next_write(tmp_path: Path) -> None:
    (tmp_path / ".a[1].yaml.0123456789ab.pirgen-tmp").write_bytes(b"hal")
    in_use = tmp_path / ".a1.yaml.0123456789ab.pirgen-tmp"
    in_use.write_bytes(b"of a program that still runs")
    mark = hold(in_use)
    replace_file(tmp_path / "a[1].yaml", b"whole")
    assert names_in(tmp_path) == [in_use.name, "a[1].yaml"]
    release(mark)
    create_file(tmp_path / "b.yaml", b"whole")
    assert names_in(tmp_path) == [*([] if CAN_TELL else [in_use.name]), "a[1].yaml", "b.yaml"]


def test_a_folder_appears_with_all_its_files(tmp_path: Path) -> None:
    left = tmp_path / "incidents" / ".2026-03-14-x.pirgen-tmp"
    left.mkdir(parents=True)
    (left / "old.yaml").write_bytes(b"of a killed program")
    create_folder(tmp_path / "incidents" / "2026-03-14-x", {"incident.yaml": b"a", "pir.yaml": b"b"})
    assert names_in(tmp_path / "incidents") == ["2026-03-14-x"]
    assert names_in(tmp_path / "incidents" / "2026-03-14-x") == ["incident.yaml", "pir.yaml"]


def test_a_folder_that_is_there_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(FileExistsError):
        create_folder(tmp_path / "x", {"incident.yaml": b"a"})
    assert names_in(tmp_path) == ["x"]
    assert names_in(tmp_path / "x") == []
