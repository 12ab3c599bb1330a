"""Every command line of pirgen in the guide does what it is there for, in a folder that has what it names."""

from __future__ import annotations

import re
import shlex
import shutil
import subprocess
from pathlib import Path

import pytest

from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_check import run
from tests.cli.test_tree import TREE
from tests.conftest import written
from tests.guide.test_commands_parse import LINES, ROOT

DAY = "2026-04-10"
NAMED = "2026-03-14-checkout-down"
OURS = ("2017-01-31-gitlab-db-deletion", "2019-05-30-k8s-prow-io-throttling", "2021-10-28-roblox-consul")
RELATED = re.compile(r"^related:\n(?:[ -].*\n)+", re.MULTILINE)
SAMPLES = ROOT / "tests" / "imports" / "cases"
ISSUES = '[{"number": 1, "url": "https://github.com/example/x/issues/1", "state": "OPEN"}]\n'
TABLE = "what,when,how bad\nCheckout was down,2026-03-14 09:30,SEV-2\n"

NOT_RUN = {
    "build": "builds in a process of its own: tests of the site do it",
    "export": "tests/site/test_export.py does it",
    "serve": "does not end: tests/site/test_preview.py does it",
    "policy": "needs a built site: tests/site/test_policy.py does it",
}
"""Commands that other tests run, and which do."""

APART = {
    "Outage of 14 March.docx": "tests/imports/test_documents.py makes such a document",
    "sync --write": "tests/cli/test_trackers.py gives it what a tracker says",
    "2026-03-14-checkout-down.json": "tests/cli/test_restoring.py makes such a file",
}
"""Words of lines that other tests run with what they need, and which do."""


def commands() -> list[tuple[str, list[str]]]:
    """Each line up to what a shell does with its output, once."""
    found = {}
    for _, line in LINES:
        words = shlex.split(line, comments=True)
        ends = [place for place, word in enumerate(words) if word in ("|", "||", "&&", ">", ">>", ";")]
        given = words[1 : ends[0] if ends else None]
        found[line] = [DAY if word.startswith("$") else word for word in given]
    return sorted(
        (line, words)
        for line, words in found.items()
        if words[0] not in NOT_RUN and not any(each in line for each in APART)
    )


@pytest.fixture(scope="module")
def repository(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A git repository with the incidents and files that the guide names."""
    folder = tmp_path_factory.mktemp("guide")
    for id in OURS:
        for name in ("incident.yaml", "pir.yaml"):
            text = (ROOT / "incidents" / id / name).read_text(encoding="utf-8")
            written(folder / "incidents" / id, {name: RELATED.sub("", text)})
    shutil.copy(ROOT / "incidents" / "vocabularies.yaml", folder / "incidents")
    incident = files_of(TREE)
    files = {
        f"incidents/{NAMED}/{name}": incident[f"{FOLDER}/{name}"]
        .replace("2026-01-05", NAMED[:10])
        .replace("2026-01-", "2026-04-")
        for name in ("incident.yaml", "pir.yaml")
    }
    files |= {"issues.json": ISSUES, "incidents.csv": TABLE, "people.yaml": "Ada Example: on-call\n"}
    files |= {"columns.yaml": "title: what\nstarted: when\nseverity: how bad\n", "addresses.txt": "x: y\n"}
    written(folder, files)
    for path in (SAMPLES / "pagerduty-four-files").glob("*.json"):
        shutil.copy(path, folder / path.name[2:])
    shutil.copy(SAMPLES / "statuspage-two-incidents" / "incidents.json", folder)
    shutil.copytree(SAMPLES / "slack-channel-with-people", folder / "export")
    model = run("tree", str(folder / "incidents" / OURS[2] / "pir.yaml"), "--open-psa").stdout
    (folder / "model.xml").write_text(model, encoding="utf-8")
    who = ("-c", "user.name=A", "-c", "user.email=a@example.org")
    for command in (["init", "-q", "-b", "main"], ["add", "-A"], ["commit", "-qm", "All"]):
        subprocess.run(["git", *who, *command], cwd=folder, check=True)
    subprocess.run(["git", "update-ref", "refs/remotes/origin/main", "HEAD"], cwd=folder, check=True)
    return folder


@pytest.mark.graphviz
@pytest.mark.parametrize(("line", "words"), commands(), ids=[line for line, _ in commands()])
def test_a_command_line_does_its_work(
    line: str, words: list[str], repository: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if words[0] == "draw" or line.endswith(".pdf"):
        pytest.importorskip("cssselect2", reason="needs pip install -e '.[draw]'")
    folder = tmp_path / "x" / "y"
    shutil.copytree(repository, folder)
    shutil.copy(folder / "people.yaml", folder.parent)
    monkeypatch.chdir(folder)
    result = run(*words)
    assert result.exception is None or isinstance(result.exception, SystemExit)
    assert result.exit_code in (0, 1), result.output
