"""What holds for the project as a whole."""

import os
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from datetime import date
from pathlib import Path

import pytest
import yaml

from pirgen.history import as_of
from pirgen.pipeline import check

ROOT = Path(__file__).parents[1]
INSIDE = (ROOT / "docs" / "guide" / "inside.md").read_text(encoding="utf-8")


def test_imports_point_down() -> None:
    command = [Path(sys.executable).parent / "lint-imports", "--no-cache"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout


def test_the_guide_draws_the_rooms_as_the_contract_has_them() -> None:
    contracts = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["importlinter"]["contracts"]
    rooms = [room for floor in contracts[0]["layers"] for room in floor.split(" | ")]
    drawn = re.search(r"```text\n(.*?)```", INSIDE, re.DOTALL)
    assert drawn
    words = [re.split(r"  +", line) for line in drawn[1].splitlines()]
    named = [*words[0][:2], *(line[0] for line in words[1:])]
    assert named == [room for room in rooms if room not in ("__main__", "errors")]


def test_the_guide_names_files_that_are_there() -> None:
    named = re.findall(r"`((?:[a-z_]+/)*[a-z_]+(?:/|\.(?:py|js|html)))`", INSIDE)
    places = (ROOT, ROOT / "src" / "pirgen", ROOT / "templates")
    assert len(named) > 8
    assert [name for name in named if not any((place / name).exists() for place in places)] == []


def test_our_own_incidents_are_clean() -> None:
    folder = ROOT / "incidents"
    assert check(folder, as_of(folder)).diagnostics == ()


def test_our_own_incidents_number_seventeen_and_each_has_a_review() -> None:
    book = check(ROOT / "incidents", as_of(ROOT)).book
    assert len(book.incidents) == len(book.reviews) == 17


def test_the_book_of_fiction_is_clean() -> None:
    folder = ROOT / "examples" / "exampleton-ferries"
    assert as_of(folder) == date(2026, 11, 30)
    assert check(folder, as_of(folder)).diagnostics == ()


@pytest.mark.site
def test_the_wheel_carries_templates_assets_and_the_starter(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--wheel-dir", tmp_path, ROOT]
    subprocess.run(command, check=True, env=os.environ | {"PIP_DISABLE_PIP_VERSION_CHECK": "1"})
    (wheel,) = tmp_path.glob("*.whl")
    names = set(zipfile.ZipFile(wheel).namelist())
    templates = [path for path in (ROOT / "templates").rglob("*") if path.is_file()]
    assert {
        f"pirgen/templates/{path.relative_to(ROOT / 'templates').as_posix()}" for path in templates
    } <= names
    starter = {path.name for path in (ROOT / "src" / "pirgen" / "starter").iterdir()}
    assert {f"pirgen/starter/{name}" for name in starter} <= names
    assert {"AGENTS.md", "mkdocs.yml"} < starter
    assert "pirgen/py.typed" in names


def test_the_readme_of_a_release_has_whole_addresses(tmp_path: Path) -> None:
    jobs = yaml.safe_load((ROOT / ".github" / "workflows" / "release.yml").read_text(encoding="utf-8"))["jobs"]
    (step,) = (each for each in jobs["build"]["steps"] if "README" in each.get("name", ""))
    shutil.copy(ROOT / "README.md", tmp_path)
    names = {**os.environ, "GITHUB_REPOSITORY": "somebody/pirgen", "GITHUB_REF_NAME": "v1.2.3"}
    subprocess.run(["bash", "-e", "-c", step["run"]], cwd=tmp_path, env=names, check=True)
    text = (tmp_path / "README.md").read_text(encoding="utf-8")
    led = re.findall(r'(?:\]\(|src(?:set)?=")([^)"]+)', text)
    home = "https://github.com/somebody/pirgen/"
    assert len(led) > 30
    assert [
        link for link in led if not link.startswith((f"{home}blob/v1.2.3/", f"{home}raw/v1.2.3/docs/"))
    ] == []
