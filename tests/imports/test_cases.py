"""Exports in, drafts out: each folder under `cases` is one import, `expected.txt` all that it writes."""

import os
from pathlib import Path

import pytest

from pirgen.pipeline import check
from tests.cli.test_check import run
from tests.conftest import AS_OF

CASES = Path(__file__).parent / "cases"


SUFFIXES = (".json", ".md", ".atom", ".rss", ".html", ".csv")


def imported(case: Path, into: Path) -> str:
    """Everything that an import of a case prints and writes."""
    files = sorted(str(path) for path in case.rglob("*.*") if path.suffix in SUFFIXES)
    people = ["--people", str(case / "people.yaml")] if (case / "people.yaml").exists() else []
    run("schema", "--write", str(into.parent / "schemas"))  # there already, so nothing is said of them
    options = (
        (case / "options.txt").read_text(encoding="utf-8").split() if (case / "options.txt").exists() else []
    )
    result = run("import", *files, *people, *options, "--into", str(into))
    assert result.exit_code == 0, result.output
    written = sorted(path for path in into.rglob("*") if path.is_file())
    texts = (f"--- {path.relative_to(into).as_posix()}\n{path.read_text(encoding='utf-8')}" for path in written)
    return f"{result.stderr}{''.join(texts)}"


LATE = ("PIR210", "PIR504", "PIR702", "PIR705")
"""Codes of what is late: the cases lie before and after the day that tests are judged as of."""

ADVICE = ("PIR623", "PIR624")
"""Codes of advice on the words of actions, which are somebody else's."""


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_an_export_becomes_the_drafts_that_are_expected_and_check_clean(case: Path, tmp_path: Path) -> None:
    actual = imported(case, tmp_path / "one")
    expected = case / "expected.txt"
    if os.environ.get("PIRGEN_REWRITE"):
        expected.write_text(actual, encoding="utf-8")
    assert actual == expected.read_text(encoding="utf-8")
    result = check(tmp_path / "one", AS_OF)
    assert [found for found in result.diagnostics if found.code not in LATE + ADVICE] == []
    assert not result.has_errors


PRIVATE = (
    "Quill",
    "Okafor",
    "example.com/graph",
    "@example.com",
    "555",
    "7946",
    "2345678",
    "10.1.",
    "10.20.",
    "token=",
    "abcd1234",
    "xoxe",
    "api.pagerduty",
    "zoom.us",
    "secret-room",
    "grafana.corp",
    "grafana.internal",
    "601cad658ee0",
    "slack.com",
)


@pytest.mark.parametrize("case", sorted(CASES.iterdir()), ids=lambda case: case.name)
def test_nothing_private_is_expected(case: Path) -> None:
    text = (case / "expected.txt").read_text(encoding="utf-8").replace("token=(secret removed)", "")
    assert [word for word in PRIVATE if word in text] == []


def test_the_cases_hold_what_must_not_come_through() -> None:
    exports = "".join(
        path.read_text(encoding="utf-8") for path in CASES.rglob("*") if path.suffix in (".json", ".md")
    )
    assert [word for word in PRIVATE if word not in exports] == []
