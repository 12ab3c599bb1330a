"""``pirgen doctor`` finds what is missing, says what to do about it, and fails only then."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from pirgen.cli import main
from pirgen.rules.examples import files_of
from tests.conftest import written

CONFIG = """\
site_name: Reviews
site_url: https://reviews.example.org/
theme: {name: material, font: false}
plugins: [search, pirgen]
"""


@pytest.fixture
def healthy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    written(tmp_path, {"mkdocs.yml": CONFIG})
    written(tmp_path / "incidents", files_of(""))
    monkeypatch.chdir(tmp_path)
    return tmp_path


def problems() -> dict[str, str]:
    """What is to be done, by what was looked at."""
    result = CliRunner().invoke(main, ["doctor", "--json"])
    checks: list[dict[str, Any]] = json.loads(result.stdout)["checks"]
    assert result.exit_code == (0 if all(each["ok"] for each in checks) else 1)
    return {each["what"]: each["remedy"] for each in checks if not each["ok"]}


def test_nothing_is_to_be_done_where_all_is_well(healthy: Path) -> None:
    assert problems() == {}
    output = CliRunner().invoke(main, ["doctor"]).output
    assert "ok       mkdocs.yml: plugins: search, pirgen\n" in output
    assert "ok       incidents: incidents: 1 incident, judged as of " in output
    assert output.endswith("\nnothing to do\n")


def test_a_configuration_without_the_plugin_search_address_and_own_fonts(healthy: Path) -> None:
    written(healthy, {"mkdocs.yml": "site_name: Reviews\ntheme: {name: material}\nplugins: [tags]\n"})
    assert problems() == {
        "mkdocs.yml": "add '- pirgen' under 'plugins:'",
        "search": "add '- search' under 'plugins:', or pages have no search box",
        "fonts": "set 'font: false' under 'theme:', or every reader's browser asks Google for fonts",
    }


def test_another_engine_wrong_files_and_no_folder(healthy: Path) -> None:
    written(healthy, {"zensical.toml": ""})
    incident = next((healthy / "incidents").glob("*/incident.yaml"))
    incident.write_text(incident.read_text().replace("SEV-2", "sev2"))
    assert problems() == {
        "zensical": "zensical runs no plugins: its site lacks every incident",
        "incidents": "pirgen check",
    }
    shutil.rmtree(healthy / "incidents")
    assert problems()["incidents"] == "pirgen init, or set incidents_dir in mkdocs.yml"


def test_without_any_graphviz(healthy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pirgen.cli.health.machine.find_spec", lambda name: None)
    monkeypatch.setattr("pirgen.cli.health.machine.shutil.which", lambda name: None)
    assert problems() == {"Graphviz": "pip install pygraphviz, or install Graphviz with your system's packages"}
