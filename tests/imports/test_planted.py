"""Private things planted in every text of every format: none comes through."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.test_check import run

CASES = Path(__file__).parent / "cases"
FORMATS = sorted(case for case in CASES.iterdir() if case.name != "statuspage-atom")
PLANTED = (
    "ada.plant@example.com",
    "+1 415 555 0199",
    "(415) 555-0198",
    "10.9.8.7",
    "2001:db8::77",
    "ghp_plantedPlantedPlantedPlanted123456",
    "password=Pl4nted!pw",
    "https://hooks.slack.com/services/T0PLANT/B0/x",
    "https://us02web.zoom.us/j/5550197?pwd=Planted",
    "https://grafana.planted.internal/d/1",
)
SENTENCE = " ".join(f"Planted {index}: {each} was seen." for index, each in enumerate(PLANTED))
TRACES = (
    "plant@",
    "555 0199",
    "555-0198",
    "10.9.8.7",
    "db8::77",
    "ghp_",
    "Pl4nted",
    "T0PLANT",
    "5550197",
    ".internal",
)
NAMES = ("Zoraida Plantname", "Plantname", "Zoraida")


def planted(value: object, key: str = "") -> object:
    """A value of JSON with private things after every text, and in every name of a person."""
    if isinstance(value, dict):
        is_person = value.keys() & {"displayName", "real_name", "login", "username", "emailAddress"}
        return {
            name: "Zoraida Plantname"
            if is_person and name in ("displayName", "real_name", "name")
            else planted(each, name)
            for name, each in value.items()
        }
    if isinstance(value, list):
        return [planted(each, key) for each in value]
    is_text = isinstance(value, str) and " " in value and "://" not in value and not value[:4].isdigit()
    return f"{value} {SENTENCE} Zoraida Plantname helped." if is_text else value


def written(case: Path, into: Path) -> str:
    """Everything that an import of a planted case prints and writes."""
    files = []
    for path in sorted(case.rglob("*.*")):
        target = into / "source" / path.relative_to(case)
        target.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".json":
            root = planted(json.loads(path.read_text(encoding="utf-8")))
            target.write_text(json.dumps(root), encoding="utf-8")
            files.append(str(target))
        elif path.suffix == ".md":
            text = path.read_text(encoding="utf-8")
            head = re.match(r"(---\n.*?\n---\n)?", text, re.DOTALL)
            assert head is not None
            lines = [
                f"{line} {SENTENCE}" if line.count(" ") > 3 and "|" not in line else line
                for line in text[head.end() :].split("\n")
            ]
            target.write_text(head[0] + "\n".join(lines), encoding="utf-8")
            files.append(str(target))
    result = run("import", *files, "--into", str(into / "incidents"))
    assert result.exit_code == 0, result.output
    drafts = "".join(path.read_text(encoding="utf-8") for path in (into / "incidents").rglob("*.yaml"))
    return result.output + drafts


@pytest.mark.parametrize("case", FORMATS, ids=lambda case: case.name)
def test_nothing_that_is_planted_comes_through(case: Path, tmp_path: Path) -> None:
    text = written(case, tmp_path)
    assert "Planted 0" in text
    assert [trace for trace in TRACES if trace in text] == []


@pytest.mark.parametrize("name", ["slack-channel-with-people", "jira-search", "gitlab-issues"])
def test_no_name_of_a_person_comes_through(name: str, tmp_path: Path) -> None:
    text = written(CASES / name, tmp_path)
    assert [each for each in NAMES if each in text] == []
