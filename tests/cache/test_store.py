import multiprocessing
import os
import sqlite3
import stat
import zlib
from pathlib import Path

import pytest

from pirgen.cache import Cache, digest, key_of


def a_file(folder: Path) -> Path:
    return folder / ".cache/pirgen/cache.sqlite"


def kept(file: Path, entries: dict[str, bytes]) -> None:
    with Cache(file) as cache:
        cache.save(entries)


def test_what_was_kept_is_found_by_the_next_run(tmp_path: Path) -> None:
    entries = {str(number): os.urandom(50) for number in range(1200)}
    kept(a_file(tmp_path), entries)
    with Cache(a_file(tmp_path)) as cache:
        assert cache.load([*entries, "another"]) == entries


def test_what_waits_to_be_written_is_found(tmp_path: Path) -> None:
    with Cache(a_file(tmp_path)) as cache:
        cache.save({"a": b"1"})
        assert cache.load(["a"]) == {"a": b"1"}


def test_git_leaves_it_out(tmp_path: Path) -> None:
    kept(a_file(tmp_path), {})
    assert (tmp_path / ".cache/pirgen/.gitignore").read_text().splitlines()[-1] == "*"


def test_without_a_file_nothing_is_kept() -> None:
    with Cache() as cache:
        cache.save({"a": b"1"})
        assert cache.load(["a"]) == {}
        assert not cache.is_on


@pytest.mark.parametrize(
    "content", [b"no database at all, but text " * 100, b"SQLite format 3\0" + b"\xff" * 4000]
)
def test_a_file_of_something_else_is_thrown_away(content: bytes, tmp_path: Path) -> None:
    a_file(tmp_path).parent.mkdir(parents=True)
    a_file(tmp_path).write_bytes(content)
    kept(a_file(tmp_path), {"a": b"1"})
    with Cache(a_file(tmp_path)) as cache:
        assert cache.load(["a"]) == {"a": b"1"}


def test_a_file_of_another_form_is_thrown_away(tmp_path: Path) -> None:
    kept(a_file(tmp_path), {"a": b"1"})
    with sqlite3.connect(a_file(tmp_path)) as database:
        database.execute("PRAGMA user_version = 99")
    database.close()
    with Cache(a_file(tmp_path)) as cache:
        assert cache.is_on
        assert cache.load(["a"]) == {}


@pytest.mark.parametrize("share", [0.3, 0.6, 0.9])
def test_a_file_that_was_cut_gives_nothing_wrong(share: float, tmp_path: Path) -> None:
    entries = {f"{number:04}": os.urandom(300) for number in range(500)}
    kept(a_file(tmp_path), entries)
    data = a_file(tmp_path).read_bytes()
    a_file(tmp_path).write_bytes(data[: int(len(data) * share)])
    with Cache(a_file(tmp_path)) as cache:
        found = cache.load(entries)
        assert found.items() <= entries.items()
    kept(a_file(tmp_path), entries)
    with Cache(a_file(tmp_path)) as cache:
        assert cache.load(entries).items() <= entries.items()


FORGED = zlib.compress(b"forged")
FORGERIES = {
    "cut": "UPDATE entries SET content = substr(content, 1, length(content) - 2) WHERE key = 'a'",
    "replaced": f"UPDATE entries SET content = x'{FORGED.hex()}' WHERE key = 'a'",
    "signature kept": "UPDATE entries SET content = CAST(substr(content, 1, 16) || "
    f"x'{FORGED.hex()}' AS BLOB) WHERE key = 'a'",
    "moved": "UPDATE entries SET content = (SELECT content FROM entries WHERE key = 'b') WHERE key = 'a'",
    "no bytes": "UPDATE entries SET content = 'text' WHERE key = 'a'",
    "empty": "UPDATE entries SET content = NULL WHERE key = 'a'",
}


@pytest.mark.parametrize("forgery", FORGERIES.values(), ids=FORGERIES)
def test_an_entry_that_somebody_else_wrote_is_not_used(forgery: str, tmp_path: Path) -> None:
    kept(a_file(tmp_path), {"a": b"1" * 500, "b": b"2" * 500})
    with sqlite3.connect(a_file(tmp_path)) as database:
        database.execute(forgery)
    database.close()
    with Cache(a_file(tmp_path)) as cache:
        assert cache.has(["a", "b"]) == {"b"}
        assert cache.load(["a", "b"]) == {"b": b"2" * 500}
    kept(a_file(tmp_path), {"a": b"3"})
    with Cache(a_file(tmp_path)) as cache:
        assert cache.load(["a"]) == {"a": b"3"}


def test_the_key_is_the_users_and_private(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("PIRGEN_CACHE_KEY")
    monkeypatch.setenv("LOCALAPPDATA" if os.name == "nt" else "XDG_STATE_HOME", str(tmp_path / "state"))
    kept(a_file(tmp_path), {"a": b"1"})
    key = tmp_path / "state/pirgen/cache.key"
    assert len(key.read_bytes()) == 32
    with Cache(a_file(tmp_path)) as cache:
        assert cache.load(["a"]) == {"a": b"1"}
    if os.name != "nt":
        assert stat.S_IMODE(key.stat().st_mode) == 0o600
        key.chmod(0o644)  # others may have read it
    else:
        key.write_bytes(b"")
    with Cache(a_file(tmp_path)) as cache:
        assert cache.load(["a"]) == {}
    key.unlink()
    key.mkdir()
    assert not Cache(a_file(tmp_path)).is_on


def test_a_link_is_not_followed(tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    kept(elsewhere / "cache.sqlite", {"a": b"1"})
    a_file(tmp_path).parent.parent.mkdir()
    a_file(tmp_path).parent.symlink_to(elsewhere)
    assert not Cache(a_file(tmp_path)).is_on


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere")
def test_a_folder_that_may_not_be_written_is_no_obstacle(tmp_path: Path) -> None:
    tmp_path.chmod(stat.S_IRUSR | stat.S_IXUSR)
    with Cache(a_file(tmp_path)) as cache:
        assert not cache.is_on


def test_a_folder_in_the_way_of_the_file_is_no_obstacle(tmp_path: Path) -> None:
    a_file(tmp_path).mkdir(parents=True)
    assert not Cache(a_file(tmp_path)).is_on


def test_a_locked_file_is_read_and_not_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    kept(a_file(tmp_path), {"a": b"1"})
    monkeypatch.setattr("pirgen.cache.store._PATIENCE", 0.05)
    other = sqlite3.connect(a_file(tmp_path), isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    with Cache(a_file(tmp_path)) as cache:
        cache.save({"b": b"2"})
        assert cache.load(["a", "b"]) == {"a": b"1", "b": b"2"}
    other.execute("ROLLBACK")
    other.close()
    with Cache(a_file(tmp_path)) as cache:
        assert cache.load(["a", "b"]) == {"a": b"1"}


def test_what_was_not_used_longest_goes_first(tmp_path: Path) -> None:
    old = {f"old {number}": os.urandom(1000) for number in range(300)}
    kept(a_file(tmp_path), old)
    with sqlite3.connect(a_file(tmp_path)) as database:
        database.execute("UPDATE entries SET used = 1")
    database.close()
    new = {f"new {number}": os.urandom(1000) for number in range(300)}
    with Cache(a_file(tmp_path), most=700_000) as cache:
        assert len(cache.load([f"old {number}" for number in range(20)])) == 20
        cache.save(new)
    assert a_file(tmp_path).stat().st_size < 700_000
    with Cache(a_file(tmp_path)) as cache:
        assert cache.load(new) == new
        assert len(cache.load([f"old {number}" for number in range(20)])) == 20
        assert len(cache.load(old)) < 100


def test_what_was_used_today_stays_however_much_it_is(tmp_path: Path) -> None:
    large = {f"large {number}": os.urandom(1000) for number in range(300)}
    kept(a_file(tmp_path), large | {"old": os.urandom(1000)})
    with sqlite3.connect(a_file(tmp_path)) as database:
        database.execute("UPDATE entries SET used = 1")
    database.close()
    with Cache(a_file(tmp_path), most=100_000) as cache:
        assert cache.has(["large 0"]) == {"large 0"}  # while nothing is new, nothing has to go
    with Cache(a_file(tmp_path), most=100_000) as cache:
        assert cache.has(large) == large.keys()  # as for pages that are left in the site
        cache.save({"new": b"1"})
    with Cache(a_file(tmp_path)) as cache:
        assert cache.has([*large, "new", "old"]) == {*large, "new"}


def _fill(file: Path, name: str) -> None:
    for number in range(30):
        with Cache(file) as cache:
            cache.save({f"{name} {number}": name.encode()})


def test_two_programs_may_use_it_at_once(tmp_path: Path) -> None:
    start = multiprocessing.get_context("spawn").Process
    programs = [start(target=_fill, args=(a_file(tmp_path), name)) for name in "ab"]
    for program in programs:
        program.start()
    for program in programs:
        program.join()
    assert [program.exitcode for program in programs] == [0, 0]
    with Cache(a_file(tmp_path)) as cache:
        assert len(cache.load(f"{name} {number}" for name in "ab" for number in range(30))) == 60


def test_keys_tell_parts_apart() -> None:
    assert digest("ab", "c") != digest("a", "bc") != digest("abc")
    assert key_of("drawing", "a") != key_of("page", "a")
    assert digest("\ud800") == digest("\ud800")
