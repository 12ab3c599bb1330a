"""Every command works on the folder that mkdocs.yml names."""

from __future__ import annotations

from pathlib import Path

import pytest

from pirgen.cli.shared.configuration import incidents_folder
from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_check import run
from tests.conftest import written

WRITTEN = {
    "plugins:\n  - search\n  - pirgen:\n      incidents_dir: a/b\n": "a/b",
    "plugins: {search: {}, pirgen: {incidents_dir: x}}\n": "x",
    "plugins: [search, pirgen]\n": "incidents",
    "# incidents_dir: no\nplugins: [pirgen]\n": "incidents",
    "plugins: [pirgen: {incidents_dir: !ENV [NOT_SET, PIRGEN_TEST, y]}]\n": "from-env",
    "plugins: [pirgen: {incidents_dir: !ENV [NOT_SET, y]}]\n": "y",
    "x: !!python/name:os.system \nplugins: [pirgen: {incidents_dir: z}]\n": "z",
    "x: !!python/object/apply:os.getcwd []\nplugins: [pirgen: {incidents_dir: z}]\n": "z",
    "INHERIT: base.yml\nplugins: [search]\n": "inherited",
    "INHERIT: mkdocs.yml\n": "incidents",
    "incidents_dir: [\n": "incidents",
    "incidents_dir\n": "incidents",
    "plugins: [pirgen: {incidents_dir: 7}]\n": "incidents",
}


@pytest.mark.parametrize("text", WRITTEN)
def test_the_folder_is_the_one_that_mkdocs_yml_names(
    in_folder: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    monkeypatch.setenv("PIRGEN_TEST", "from-env")
    base = "plugins: [pirgen: {incidents_dir: inherited}]\n"
    written(in_folder, {"mkdocs.yml": text, "base.yml": base})
    assert incidents_folder() == Path(WRITTEN[text])


def test_commands_use_it_without_being_told(in_folder: Path) -> None:
    written(in_folder, {"mkdocs.yml": "plugins: [pirgen: {incidents_dir: reviews}]\n"})
    written(in_folder / "reviews", files_of(""))
    checked = run("check")
    assert checked.exit_code == 0
    assert checked.output.startswith("reviews: 1 incident")
    assert FOLDER in run("actions").output
    assert run("similar", FOLDER).exit_code == 0
    made = run("new", "Payments failed", "--severity", "SEV-2", "--service", "checkout", "--date", "2026-03-01")
    assert made.output.splitlines()[-1] == "reviews/2026-03-01-payments-failed/incident.yaml"
    assert not (in_folder / "incidents").exists()
    assert "reviews/2026-03-01-payments-failed/" in run("check", ".").output


def test_init_writes_into_the_folder_that_is_there(in_folder: Path) -> None:
    written(in_folder, {"mkdocs.yml": "site_name: x\nplugins: [pirgen: {incidents_dir: docs/reviews}]\n"})
    assert run("init").exit_code == 0
    assert not (in_folder / "incidents").exists()
    assert (in_folder / "docs/reviews/vocabularies.yaml").exists()
    assert "docs/reviews/*/incident.yaml" in (in_folder / ".vscode/settings.json").read_text(encoding="utf-8")


def test_help_names_the_default(in_folder: Path) -> None:
    assert "as in mkdocs.yml, else incidents" in " ".join(run("new", "--help").output.split())
