"""Folders of two teams from two git repositories in one site, built strictly."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner

from pirgen.cli import main
from pirgen.rules.examples import files_of
from tests.conftest import written
from tests.site.conftest import built

PAYMENTS, SEARCH = "2026-01-05-checkout-down", "2026-01-08-search-slow"
CONFIG = """\
site_name: Reviews
repo_url: https://github.com/example/site
theme: {name: material, font: false, features: [content.action.edit]}
plugins:
  - search
  - pirgen:
      vocabulary: words.yaml
      incidents_dir:
        - payments/incidents
        - name: search
          path: checkouts/search/reviews
          repo_url: https://gitlab.example.org/search/reviews
"""


def committed(repository: Path, day: str) -> None:
    def git(*arguments: str) -> None:
        who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
        environment = {"GIT_COMMITTER_DATE": f"{day}T12:00:00Z", "GIT_AUTHOR_DATE": f"{day}T12:00:00Z"}
        subprocess.run(
            ["git", "-C", str(repository), *who, *arguments], check=True, capture_output=True, env=environment
        )

    git("init", "--quiet")
    git("add", ".")
    git("commit", "--quiet", "-m", "reviews")


@pytest.fixture
def two_teams(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A site whose second folder is a checkout of another repository, a week younger than its own."""
    texts = files_of("")
    incident, review = texts[f"{PAYMENTS}/incident.yaml"], texts[f"{PAYMENTS}/pir.yaml"]
    words = "services:\n  - id: {0}\n    title: {0}\n"
    site = {
        "mkdocs.yml": CONFIG,
        "docs/handbook.md": f"# Handbook\n\n[Incidents](incidents/{SEARCH}.md)\n",
        "words.yaml": words.format("checkout") + "teams:\n  - {id: checkout team}\n  - {id: search team}\n",
        f"payments/incidents/{PAYMENTS}/incident.yaml": incident,
        f"payments/incidents/{PAYMENTS}/pir.yaml": review,
        ".gitignore": "checkouts/\nsite/\n",
    }
    other = {
        "vocabularies.yaml": words.format("find"),
        f"{SEARCH}/incident.yaml": incident.replace("2026-01-05", "2026-01-08").replace("[checkout]", "[find]")
        + f"related:\n  - {{incident: {PAYMENTS}, reason: The same test was missing}}\n",
        f"{SEARCH}/pir.yaml": review.replace("2026-01-05", "2026-01-08"),
    }
    written(tmp_path, site)
    written(tmp_path, {f"checkouts/search/reviews/{name}": text for name, text in other.items()})
    committed(tmp_path, "2026-02-01")
    committed(tmp_path / "checkouts/search", "2026-02-08")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def ran(*arguments: str) -> str:
    result = CliRunner().invoke(main, arguments)
    assert result.exit_code == 0, result.output
    return result.output


@pytest.mark.site
def test_edit_links_and_days_are_of_each_repository(two_teams: Path) -> None:
    site, warnings = built(two_teams, strict=True)
    assert warnings == []
    ours = (site / "incidents" / PAYMENTS / "index.html").read_text()
    theirs = (site / "incidents" / SEARCH / "index.html").read_text()
    assert f"https://github.com/example/site/edit/master/payments/incidents/{PAYMENTS}/pir.yaml" in ours
    assert f"https://github.com/example/site/commits/HEAD/payments/incidents/{PAYMENTS}/pir.yaml" in ours
    assert f"https://gitlab.example.org/search/reviews/-/edit/main/reviews/{SEARCH}/pir.yaml" in theirs
    assert f"https://gitlab.example.org/search/reviews/-/commits/HEAD/reviews/{SEARCH}/pir.yaml" in theirs
    assert "2026-02-01" in ours
    assert "2026-02-01" not in theirs
    assert "2026-02-08" in theirs
    listed = (site / "incidents" / "index.html").read_text()
    assert re.findall(r'data-source="(\w+)"', listed) == ["search", "payments"]


def test_every_command_reads_all_folders(two_teams: Path) -> None:
    assert "2 incidents" in ran("check", "--strict")
    open_actions = json.loads(ran("actions", "--format", "json"))
    assert sorted(each["incident"] for each in open_actions["actions"]) == [PAYMENTS, SEARCH]
    assert SEARCH in ran("similar", PAYMENTS)
    assert SEARCH in ran("search", "orders")
    assert "digraph" in ran("draw", SEARCH, "timeline", "--format", "dot")
    assert '"find"' in ran("schema", "incident")


def test_a_part_is_asked_for_by_path_or_name(two_teams: Path) -> None:
    wrong = two_teams / "checkouts/search/reviews" / SEARCH / "incident.yaml"
    wrong.write_text(wrong.read_text().replace("SEV-2", "sev-2"))
    result = CliRunner().invoke(main, ["check"])
    assert result.output.startswith(f"checkouts/search/reviews/{SEARCH}/incident.yaml:2:11: error PIR105")
    assert CliRunner().invoke(main, ["check", "payments/incidents"]).exit_code == 0
    assert CliRunner().invoke(main, ["check", str(wrong.parent)]).exit_code == 1
    assert "1 fixable" not in ran("check", "--fix")
    actions = json.loads(ran("actions", "search", "--format", "json"))
    assert [each["incident"] for each in actions["actions"]] == [SEARCH]


def test_a_new_incident_goes_into_the_folder_that_is_named(two_teams: Path) -> None:
    refused = CliRunner().invoke(main, ["new", "Find is slow", "--service", "find"])
    assert refused.exit_code == 2
    assert "there are several folders of incidents; name one: payments, search" in refused.output
    path = ran("new", "Find is slow", "--service", "find", "--date", "2026-01-10", "--into", "payments")
    assert path.splitlines()[-1] + "\n" == "payments/incidents/2026-01-10-find-is-slow/incident.yaml\n"
    assert "payments/incidents/2026-01-10-find-is-slow/incident.yaml:4:9: warning" in ran("check")


def test_an_id_in_two_folders_is_reported_with_both_places(two_teams: Path) -> None:
    (two_teams / "payments/incidents" / SEARCH).mkdir()
    source = two_teams / "checkouts/search/reviews" / SEARCH / "incident.yaml"
    (two_teams / "payments/incidents" / SEARCH / "incident.yaml").write_text(source.read_text())
    output = CliRunner().invoke(main, ["check"]).output
    assert output.partition("\n\n")[2] == (
        f"checkouts/search/reviews/{SEARCH}/incident.yaml:1:1: error PIR020 another incident has the id "
        f"'{SEARCH}' in 'payments'\n"
        "  hint: rename one of the two folders; an id is part of addresses\n"
        f"  see: payments/incidents/{SEARCH}/incident.yaml:1:1 the other one\n"
        "\n1 error and 1 warning\nfor details: pirgen explain PIR020 PIR504\n"
    )


def test_a_word_means_the_same_in_all_folders(two_teams: Path) -> None:
    words = two_teams / "checkouts/search/reviews/vocabularies.yaml"
    words.write_text("services:\n  - {id: find, title: Find}\n  - {id: checkout, title: Till}\n")
    assert CliRunner().invoke(main, ["check"]).output == (
        "checkouts/search/reviews/vocabularies.yaml:3:5: error PIR020 'checkout' of services has another "
        "meaning here\n"
        "    3 |   - {id: checkout, title: Till}\n"
        "      |     ^^^^^^^^^^^^^^^^^^^^^^^^^^^\n"
        "  hint: write it once, in the vocabulary that all folders share\n"
        "  see: words.yaml:2:5 it was written here first\n"
        "\n1 error\nfor details: pirgen explain PIR020\n"
    )
