"""Where the cache is, and where none is used."""

import subprocess
from pathlib import Path

import pytest

from pirgen.cache_file import NO_CACHE_VARIABLE, open_cache
from pirgen.plugin.options import PirgenConfig, cache_for


@pytest.fixture
def incidents(in_folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of incidents of a site."""
    monkeypatch.delenv(NO_CACHE_VARIABLE)
    (in_folder / "mkdocs.yml").write_text("site_name: Ours\n", encoding="utf-8")
    folder = in_folder / "incidents"
    folder.mkdir()
    return folder


def options(**chosen: object) -> PirgenConfig:
    config = PirgenConfig()
    config.load_dict(chosen)
    assert config.validate() == ([], [])
    return config


def test_it_lies_beside_mkdocs_yml(incidents: Path) -> None:
    for folder in (incidents, Path("incidents")):
        with open_cache(folder) as cache:
            assert cache.is_on
    assert [path.name for path in incidents.parent.iterdir() if path.name.startswith(".")] == [".cache"]
    assert (incidents.parent / ".cache/pirgen/cache.sqlite").is_file()


def test_a_folder_of_no_site_gets_none(incidents: Path) -> None:
    (incidents.parent / "mkdocs.yml").unlink()
    with open_cache(incidents) as cache:
        assert not cache.is_on
    assert not (incidents.parent / ".cache").exists()


def test_the_environment_turns_it_off(incidents: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(NO_CACHE_VARIABLE, "1")
    assert not open_cache(incidents).is_on


@pytest.mark.parametrize("chosen", [{"cache": False}, {"sandboxed": True}])
def test_options_of_the_plugin_turn_it_off(chosen: dict[str, object], incidents: Path) -> None:
    assert not cache_for(options(**chosen), incidents).is_on
    assert not (incidents.parent / ".cache").exists()
    with cache_for(options(), incidents) as cache:
        assert cache.is_on


def test_one_that_was_committed_is_not_used(incidents: Path) -> None:
    with open_cache(incidents) as cache:
        cache.save({"a": b"1"})
    root = incidents.parent
    for command in (["init", "-q"], ["add", "-f", ".cache/pirgen/cache.sqlite"]):
        subprocess.run(["git", *command], cwd=root, check=True)
    assert not open_cache(incidents).is_on
    subprocess.run(["git", "rm", "-q", "--cached", ".cache/pirgen/cache.sqlite"], cwd=root, check=True)
    with open_cache(incidents) as cache:
        assert cache.load(["a"]) == {"a": b"1"}
