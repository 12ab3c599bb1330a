"""A new repository: ready to push, nothing of anybody's overwritten."""

import json
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
import yaml

from pirgen import __version__
from pirgen.pipeline import check
from tests.cli.test_check import run
from tests.conftest import written

ROOT = Path(__file__).parents[2]
EXAMPLE = "incidents/2025-01-05-example-checkout-failed"


def contents(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def test_everything_is_written_and_clean_on_any_day(in_folder: Path) -> None:
    result = run("init")
    assert result.exit_code == 0
    assert set(contents(in_folder)) == {
        ".github/dependabot.yml",
        ".github/workflows/pir-check.yml",
        ".github/workflows/pir-publish.yml",
        ".gitignore",
        ".gitlab-ci.yml",
        ".pre-commit-config.yaml",
        ".vscode/extensions.json",
        ".vscode/settings.json",
        "AGENTS.md",
        "CODEOWNERS",
        "README.md",
        "docs/how-we-review.md",
        f"{EXAMPLE}/incident.yaml",
        f"{EXAMPLE}/pir.yaml",
        "incidents/vocabularies.yaml",
        "mkdocs.yml",
        "requirements.txt",
        "schemas/incident.schema.json",
        "schemas/pir.schema.json",
        "schemas/vocabularies.schema.json",
    }
    for day in (date(2025, 1, 20), date(2040, 1, 1)):
        assert check(in_folder / "incidents", day).diagnostics == ()
    assert run("schema", "--check").exit_code == 0
    assert "preview the site with: pirgen serve" in result.output


@pytest.mark.parametrize("audience", ["internal", "public"])
def test_the_site_says_who_reads_it(in_folder: Path, audience: str) -> None:
    result = run("init", "--audience", audience)
    plugins = yaml.safe_load((in_folder / "mkdocs.yml").read_text(encoding="utf-8"))["plugins"]
    assert plugins == ["search", {"pirgen": {"audience": audience}}]
    assert f"the site is {audience}" in result.output
    for pipeline in (".github/workflows/pir-publish.yml", ".gitlab-ci.yml"):
        assert "--audience" not in (in_folder / pipeline).read_text(encoding="utf-8")


def test_a_second_run_changes_nothing(in_folder: Path) -> None:
    run("init")
    before = contents(in_folder)
    result = run("init", "--title", "Another")
    assert result.exit_code == 0
    assert "kept     mkdocs.yml\n" in result.output
    assert result.output.endswith("\nnothing to do: every file exists already\n")
    assert contents(in_folder) == before


def test_what_is_there_is_kept_and_named(in_folder: Path) -> None:
    written(
        in_folder, {"mkdocs.yml": "site_name: Ours\n", "incidents/2026-02-01-mine/incident.yaml": "title: x\n"}
    )
    result = run("init")
    assert (in_folder / "mkdocs.yml").read_text(encoding="utf-8") == "site_name: Ours\n"
    assert "kept     mkdocs.yml\n" in result.output
    assert "add 'pirgen' to the plugins in your mkdocs.yml" in result.output
    assert not (in_folder / EXAMPLE).exists()


@pytest.mark.parametrize(
    ("ci", "pipelines"),
    [
        (
            "github",
            {
                f".github/{name}"
                for name in ("dependabot.yml", "workflows/pir-check.yml", "workflows/pir-publish.yml")
            },
        ),
        ("gitlab", {".gitlab-ci.yml"}),
        ("none", set()),
    ],
)
def test_pipelines_are_those_asked_for(in_folder: Path, ci: str, pipelines: set[str]) -> None:
    run("init", "there", "--ci", ci, "--no-example")
    names = set(contents(in_folder / "there"))
    assert {name for name in names if name.startswith((".github", ".gitlab"))} == pipelines
    assert not (in_folder / "there" / EXAMPLE).exists()


def test_a_title_with_quotes_is_read_back(in_folder: Path) -> None:
    run("init", "--title", 'Réviews: "ours"')
    configuration = yaml.safe_load((in_folder / "mkdocs.yml").read_text(encoding="utf-8"))
    assert configuration["site_name"] == 'Réviews: "ours"'
    assert (in_folder / "README.md").read_text(encoding="utf-8").startswith('# Réviews: "ours"\n')


def test_words_that_a_site_has_already_are_in_its_schemas(in_folder: Path) -> None:
    written(in_folder, {"incidents/vocabularies.yaml": "teams: [{id: shop}]\n"})
    run("init", "--no-example")
    schema = json.loads((in_folder / "schemas" / "pir.schema.json").read_text(encoding="utf-8"))
    assert schema["properties"]["owner"]["enum"] == ["shop", "not recorded"]


def test_a_file_in_the_way_is_said(in_folder: Path) -> None:
    written(in_folder, {"schemas": "mine"})
    result = run("init")
    assert result.exit_code == 2
    assert "pirgen: cannot write 'schemas/incident.schema.json'" in result.output


@pytest.mark.site
@pytest.mark.parametrize("untrusted", [[], ["--untrusted"]])
def test_what_is_written_builds(in_folder: Path, untrusted: list[str]) -> None:
    run("init")
    command = [sys.executable, "-m", "pirgen", "build", "--strict", *untrusted]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "leaves out" not in done.stderr
    assert (in_folder / "site" / EXAMPLE / "index.html").is_file()
    assert (in_folder / "site" / "how-we-review" / "index.html").is_file()


def test_pipelines_have_the_least_rights(in_folder: Path) -> None:
    run("init")
    program = Path(sys.executable).parent / "zizmor"
    command = [program, "--offline", "--persona", "auditor", "--no-progress", ".github"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    published = yaml.safe_load((in_folder / ".github/workflows/pir-publish.yml").read_text(encoding="utf-8"))
    assert published["permissions"] == {}
    assert published["jobs"]["build"]["permissions"] == {"contents": "read"}
    assert published["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert set(published[True]) == {"push", "schedule", "workflow_dispatch"}  # YAML 1.1 reads 'on' as True


def test_pipelines_trust_no_pull_request_and_publish_for_the_day_of_the_run(in_folder: Path) -> None:
    run("init")
    for checking, publishing in (
        (".github/workflows/pir-check.yml", ".github/workflows/pir-publish.yml"),
        (".gitlab-ci.yml", ".gitlab-ci.yml"),
    ):
        assert "pirgen build --strict --untrusted" in (in_folder / checking).read_text(encoding="utf-8")
        assert '--as-of "$(date -u +%F)"' in (in_folder / publishing).read_text(encoding="utf-8")
        assert f"pirgen=={__version__}" in (in_folder / checking).read_text(encoding="utf-8")


ADDRESS = "pirgen @ git+https://git.example.org/tools/pirgen@v1#egg=pirgen"


def test_pipelines_install_what_is_named_before_there_is_a_release(in_folder: Path) -> None:
    assert run("init", "--requirement", ADDRESS).exit_code == 0
    naming = [name for name, content in contents(in_folder).items() if ADDRESS.encode() in content]
    assert naming == [
        ".github/workflows/pir-check.yml", ".gitlab-ci.yml", ".pre-commit-config.yaml", "requirements.txt",
    ]  # fmt: skip
    for name in naming[:3]:
        yaml.safe_load((in_folder / name).read_text(encoding="utf-8"))


@pytest.mark.parametrize("requirement", ["other==1", "pirgen", "pirgen==1 && x", 'pirgen @ https://x/"$(id)"'])
def test_what_a_shell_would_run_is_refused(in_folder: Path, requirement: str) -> None:
    result = run("init", "--requirement", requirement)
    assert result.exit_code == 2
    assert (
        f"'{requirement}' is not a requirement that pipelines can install; write one such as" in result.stderr
    )
    assert list(in_folder.iterdir()) == []


def test_this_repository_points_editors_to_its_schemas_in_the_same_way(in_folder: Path) -> None:
    run("init")
    for name in (".vscode/settings.json", ".vscode/extensions.json"):
        assert (ROOT / name).read_bytes() == (in_folder / name).read_bytes()


def test_a_hook_for_pre_commit_checks_every_commit_and_one_fixes_the_files_of_incidents() -> None:
    hooks = {
        hook["id"]: hook
        for hook in yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8"))
    }
    assert hooks["pirgen-check"]["entry"] == "pirgen check --staged"
    assert hooks["pirgen-check"]["always_run"], "pre-commit gives no hook the files that are deleted"
    assert hooks["pirgen-fix"]["entry"] == "pirgen check --fix"
    assert hooks["pirgen-fix"]["files"] == r"^incidents/.*\.ya?ml$"
