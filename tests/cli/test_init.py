"""A new repository: ready to push, nothing of anybody's overwritten."""

import json
import os
import re
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
from tests.processes import run as run_process

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
        ".github/workflows/pir-actions.yml",
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
                ".github/dependabot.yml",
                *(f".github/workflows/pir-{job}.yml" for job in ("actions", "check", "publish")),
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
    done = run_process("pirgen", "build", "--strict", *untrusted, folder=in_folder)
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


def test_a_pipeline_proposes_what_became_of_actions(in_folder: Path) -> None:
    run("init")
    review = in_folder / EXAMPLE / "pir.yaml"
    text = review.read_text(encoding="utf-8")
    ticket = "https://github.com/example/shop/issues/7"
    done = re.search(r" +status: done\n.*\n +done_on: .*\n +proof: .*\n", text)
    assert done
    is_open = f"    tracker: {ticket}\n    status: open\n    done_when: It fails\n"
    review.write_text(text.replace(done[0], is_open), encoding="utf-8")
    issue = {
        "number": 7,
        "url": ticket,
        "state": "CLOSED",
        "stateReason": "COMPLETED",
        "closedAt": "2025-03-01T10:00:00Z",
    }
    answer = f"test \"$1\" = issue && echo '{json.dumps([issue])}' || true"
    written(in_folder, {"tools/gh": f'#!/bin/sh\necho "$1 $2" >> asked\n{answer}\n'})
    (in_folder / "tools/gh").chmod(0o755)
    for command in (
        "init --quiet --initial-branch main",
        "init --quiet --bare remote",
        "remote add origin remote",
    ):
        subprocess.run(["git", *command.split()], check=True)
    written(in_folder, {".git/info/exclude": "tools\nasked\nremote\n"})
    git = ["git", "-c", "user.name=a", "-c", "user.email=a@example.org"]
    for each in (["add", "--all"], ["commit", "--quiet", "--message", "Start"]):
        subprocess.run([*git, *each], check=True)
    pipeline = yaml.safe_load((in_folder / ".github/workflows/pir-actions.yml").read_text(encoding="utf-8"))
    script = pipeline["jobs"]["sync"]["steps"][-1]["run"]
    path = os.pathsep.join([str(in_folder / "tools"), str(Path(sys.executable).parent), os.environ["PATH"]])
    environment = os.environ | {"PATH": path, "RUNNER_TEMP": str(in_folder / "tools")}
    for branch in (
        "main",
        "main",
        "pirgen-actions",
    ):  # the second run renews the branch, the last one has nothing to do
        subprocess.run(["git", "switch", "--quiet", branch], check=True)
        subprocess.run(["bash", "-e", "-c", script], check=True, env=environment, capture_output=True)
    shown = subprocess.run(
        ["git", "-C", "remote", "show", "--format=%s", "--unified=0", "pirgen-actions"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    assert shown.startswith("Actions follow their tickets\n")
    assert [line for line in shown.splitlines() if line.startswith(("+ ", "- "))] == [
        "-    status: open",
        "+    status: done",
        "+    done_on: 2025-03-01",
        f'+    proof: "{ticket}"',
    ]
    assert (in_folder / "asked").read_text(encoding="utf-8").splitlines() == [
        *["issue list", "auth setup-git", "pr create"] * 2,
        "issue list",
    ]


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
