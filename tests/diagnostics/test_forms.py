"""Each form of one report, whole; PIRGEN_REWRITE=1 writes what came out, for a person to read the diff."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from pirgen import __version__
from pirgen.diagnostics import Report
from pirgen.diagnostics.formats import github, gitlab, json, sarif, text
from tests.conftest import CASES
from tests.diagnostics.reports import a_report

FORMS: dict[str, Callable[[Report], str]] = {
    "text": text.render,
    "coloured": lambda report: text.render(report, colour=True),
    "github": github.render,
    "summary.md": github.step_summary,
    "json": json.render,
    "sarif": sarif.render,
    "gitlab.json": gitlab.render,
}


@pytest.mark.parametrize("form", FORMS)
def test_the_whole_report(form: str) -> None:
    case = CASES / "forms" / f"report.{form}"
    shown = FORMS[form](a_report(rules_url="https://example.org/rules/"))
    _compare(case, shown.replace(f'"{__version__}"', '"VERSION"'))


def _compare(case: Path, shown: str) -> None:
    if os.environ.get("PIRGEN_REWRITE"):
        case.parent.mkdir(parents=True, exist_ok=True)
        case.write_text(shown, encoding="utf-8", newline="")
    assert shown == case.read_bytes().decode("utf-8")
