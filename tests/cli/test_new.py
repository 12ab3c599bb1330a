from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pirgen.drafts import Draft, incident_text, review_text
from pirgen.pipeline import check
from tests.cli.test_check import run
from tests.conftest import AS_OF, written


def test_a_new_incident_prints_its_path_and_checks_clean(in_folder: Path) -> None:
    result = run(
        "new", "Checkout failed", "--severity", "SEV-2", "--service", "checkout", "--date", "2026-01-20"
    )
    assert result.output == f"{Path('incidents/2026-01-20-checkout-failed/incident.yaml')}\n"
    assert run("check", "--strict", "--as-of", "2026-01-21").exit_code == 0


def test_an_existing_incident_is_never_overwritten(in_folder: Path) -> None:
    run("new", "Checkout failed", "--date", "2026-01-20")
    path = in_folder / "incidents/2026-01-20-checkout-failed/incident.yaml"
    path.write_text("mine", encoding="utf-8")
    assert run("new", "Checkout failed", "--date", "2026-01-20").exit_code == 2
    assert path.read_text(encoding="utf-8") == "mine"


@pytest.mark.parametrize("arguments", [["new", " "], ["new", "x", "--severity", "sev9"], ["new"]])
def test_what_cannot_be_meant_is_a_usage_error(in_folder: Path, arguments: list[str]) -> None:
    assert run(*arguments).exit_code == 2
    assert not (in_folder / "incidents").exists()


@given(
    some.text(some.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp"]), min_size=1).filter(
        str.strip
    )
)
def test_any_title_makes_a_draft_that_is_read_back(
    tmp_path_factory: pytest.TempPathFactory, title: str
) -> None:
    draft = Draft(" ".join(title.split()) or "x", "SEV-3", ("checkout",), AS_OF)
    folder = tmp_path_factory.mktemp("incidents")
    files = {f"{draft.id}/incident.yaml": incident_text(draft), f"{draft.id}/pir.yaml": review_text(draft)}
    result = check(written(folder, files), AS_OF)
    assert result.diagnostics == ()
    assert result.book.incidents[0].title == draft.title
