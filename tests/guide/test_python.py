"""The guide's page on Python: its blocks run in their order, over our own incidents."""

import re
from datetime import date
from pathlib import Path

import pytest

import pirgen
from pirgen.errors import PirgenError
from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_tree import TREE
from tests.conftest import AS_OF, written

ROOT = Path(__file__).parents[2]
BLOCKS = re.findall(r"```python\n(.*?)```", (ROOT / "docs/guide/python.md").read_text(encoding="utf-8"), re.S)


@pytest.mark.graphviz
def test_the_blocks_of_the_page_run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    names: dict[str, object] = {}
    for block in BLOCKS:
        exec(block, names)
    assert isinstance(names["html"], str)
    assert "<h1>" in names["html"]
    printed = capsys.readouterr().out
    assert "2017-01-31-gitlab-db-deletion SEV-1 2017-01-31 " in printed
    assert "there is no folder 'elsewhere'\n" in printed
    assert len(printed.splitlines()) > len(pirgen.read("incidents").incidents) + 1


def test_what_is_promised_is_there_and_says_what_it_does() -> None:
    assert pirgen.__all__ == ["PirgenError", "__version__", "build", "check", "read", "similar"]
    for name in ("build", "check", "read", "similar"):
        assert getattr(pirgen, name).__doc__
    with pytest.raises(AttributeError, match="module 'pirgen' has no attribute 'write'"):
        pirgen.write  # noqa: B018


def test_an_error_in_a_file_is_raised_and_found(tmp_path: Path) -> None:
    written(tmp_path, {f"{FOLDER}/incident.yaml": "title: x\n"})
    with pytest.raises(PirgenError, match=f"{FOLDER}/incident.yaml:1:1: error PIR"):
        pirgen.read(tmp_path)
    assert {found.level.value for found in pirgen.check(tmp_path, AS_OF)} >= {"error"}


def test_a_book_is_what_the_files_say(tmp_path: Path) -> None:
    written(tmp_path, files_of(TREE))
    book = pirgen.read(str(tmp_path))
    assert [incident.id for incident in book.incidents] == [FOLDER]
    assert book.reviews[0].actions[0].due == date(2026, 1, 30)
    assert pirgen.read(tmp_path, audience="public").incidents == ()
    with pytest.raises(ValueError, match="everybody"):
        pirgen.read(tmp_path, audience="everybody")


def test_an_unknown_incident_is_like_nothing(tmp_path: Path) -> None:
    written(tmp_path, files_of(""))
    assert pirgen.similar(tmp_path, FOLDER) == ()
    with pytest.raises(PirgenError, match="there is no incident '2020-01-01-x' in "):
        pirgen.similar(tmp_path, "2020-01-01-x")
