"""Private things planted in every text of every format: none comes through."""

import json
import re
from pathlib import Path

import pytest

from tests.cli.test_check import run
from tests.imports.test_cases import SUFFIXES

CASES = Path(__file__).parent / "cases"
FORMATS = sorted(CASES.iterdir())
WITH_PEOPLE = [
    case for case in FORMATS if any("Quill" in file.read_text("utf-8") for file in case.rglob("*.json"))
]
"""Those whose people are said to be people; in the others a name is a word like any other."""

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
        return {name: planted(each, name) for name, each in value.items()}
    if isinstance(value, list):
        return [planted(each, key) for each in value]
    if isinstance(value, str) and re.fullmatch(r"@?(?:Ada Quill|Lin Okafor)", value):
        return value.replace("Ada Quill", "Zoraida Plantname").replace("Lin Okafor", "Zoraida Plantname")
    is_text = isinstance(value, str) and " " in value and "://" not in value and not value[:4].isdigit()
    return f"{value} {SENTENCE} Zoraida Plantname helped." if is_text else value


def planted_text(text: str) -> str:
    """A text with private things at the end of its longer lines, and within the elements of HTML."""
    head = re.match(r"(---\n.*?\n---\n)?", text, re.DOTALL)
    assert head is not None
    if "</" in text:
        return re.sub(r"(\w[^<>]{3,} [^<>]{3,}?)(?=<|&lt;)", lambda found: f"{found[1]} {SENTENCE}", text)
    lines = [
        f"{line} {SENTENCE}"
        if line.count(" ") > 3 and "|" not in line
        else line.replace(" |", f" {SENTENCE} |", 1)
        if line.startswith("|") and "---" not in line
        else line
        for line in text[head.end() :].split("\n")
    ]
    return head[0] + "\n".join(lines)


def written(case: Path, into: Path) -> str:
    """Everything that an import of a planted case prints and writes."""
    files = []
    for path in sorted(each for each in case.rglob("*.*") if each.suffix in SUFFIXES):
        target = into / "source" / path.relative_to(case)
        target.parent.mkdir(parents=True, exist_ok=True)
        text = path.read_text(encoding="utf-8")
        is_json = path.suffix == ".json"
        target.write_text(
            json.dumps(planted(json.loads(text))) if is_json else planted_text(text), encoding="utf-8"
        )
        files.append(str(target))
    options = (
        (case / "options.txt").read_text(encoding="utf-8").split() if (case / "options.txt").exists() else []
    )
    result = run("import", *files, *options, "--into", str(into / "incidents"))
    assert result.exit_code == 0, result.output
    drafts = "".join(path.read_text(encoding="utf-8") for path in (into / "incidents").rglob("*.yaml"))
    return result.output + drafts


@pytest.mark.parametrize("case", FORMATS, ids=lambda case: case.name)
def test_nothing_that_is_planted_comes_through(case: Path, tmp_path: Path) -> None:
    text = written(case, tmp_path)
    assert "Planted 0" in text
    assert [trace for trace in (*TRACES, *(NAMES if case in WITH_PEOPLE else ())) if trace in text] == []
