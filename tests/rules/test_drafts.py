"""While a review is a draft, words are advised upon and stop nothing."""

from pathlib import Path

from pirgen.diagnostics import Level
from tests.conftest import checked

BLAMING = "# pir.yaml\nstatus: {}\nfactors:\n  null-price: {{text: Human error, category: data}}\n"
OTHERWISE = "  no-test: {text: No test places an order, category: testing}\n"


def levels(folder: Path, status: str) -> dict[str, Level]:
    found = checked(folder, BLAMING.format(status) + OTHERWISE).diagnostics
    return {diagnostic.code: diagnostic.level for diagnostic in found}


def test_blame_in_a_cause_is_an_error_once_others_read_it(tmp_path: Path) -> None:
    assert levels(tmp_path, "in-review")["PIR601"] is Level.ERROR


def test_blame_in_a_draft_is_a_warning(tmp_path: Path) -> None:
    assert levels(tmp_path, "draft")["PIR601"] is Level.WARNING
