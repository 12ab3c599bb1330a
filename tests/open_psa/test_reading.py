"""Models in, what pirgen makes of them out; a case is a model and a text file beside it."""

import os
import shutil
from pathlib import Path

import pytest

from pirgen.analysis.open_paths import CutSet, analyse
from pirgen.errors import PirgenError
from pirgen.model import Review
from pirgen.open_psa import read_open_psa
from tests.cli.test_check import run
from tests.conftest import CASES

MODELS = sorted((CASES / "open-psa").glob("*.xml"))


def names(way: CutSet) -> list[str]:
    return [*(factor.id for factor in way.factors), *(f"not {factor.id}" for factor in way.absent)]


def shown(review: Review) -> str:
    tree = analyse(review, {})
    assert tree is not None
    likely = "" if tree.probability is None else f", probability {tree.probability:.6g}"
    ways = sorted(" + ".join(sorted(names(way))) for way in tree.cut_sets)
    lines = [f"{review.id!a}: {tree.total} ways{likely}", *(f"  {way!a}" for way in ways)]
    return "\n".join(lines) + "\n"


def outcome(model: Path) -> str:
    """The ways to fail of each top, or what is wrong."""
    try:
        return "".join(shown(review) for review in read_open_psa([Path(model.name)]))
    except PirgenError as problem:
        return f"{problem}\n"


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.stem)
def test_a_model_is_read_or_refused_at_its_line(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(model.parent)
    actual, expected = outcome(model), model.with_suffix(".txt")
    if os.environ.get("PIRGEN_REWRITE"):
        expected.write_text(actual, encoding="utf-8", newline="")
    assert actual == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("model", MODELS, ids=lambda model: model.stem)
def test_nothing_that_a_terminal_obeys_is_printed(model: Path, in_folder: Path) -> None:
    shutil.copy(model, in_folder / "model.xml")
    for options in ((), ("--json",)):
        result = run("tree", "model.xml", *options)
        assert result.exit_code in (0, 2)
        assert not any(
            (ord(letter) < 32 and letter != "\n") or 127 <= ord(letter) < 160 for letter in result.output
        )
        assert "\N{RIGHT-TO-LEFT OVERRIDE}" not in result.output
        assert not any(line.startswith("::") for line in result.output.split("\n"))


def test_a_model_may_lie_in_several_files(tmp_path: Path) -> None:
    gates, events = tmp_path / "gates.xml", tmp_path / "events.xml"
    gates.write_text(
        '<opsa-mef><define-fault-tree name="t"><define-gate name="top">'
        '<and><event name="a"/><event name="b"/></and></define-gate></define-fault-tree></opsa-mef>'
    )
    events.write_text(
        '<opsa-mef><model-data><define-basic-event name="a"><float value="0.1"/></define-basic-event>'
        '<define-basic-event name="b"><float value="0.2"/></define-basic-event></model-data></opsa-mef>'
    )
    (review,) = read_open_psa([gates, events])
    assert {factor.id: factor.probability for factor in review.factors} == {"a": 0.1, "b": 0.2}


def test_the_mission_time_is_a_choice(tmp_path: Path) -> None:
    model = tmp_path / "model.xml"
    shutil.copy(CASES / "open-psa" / "expressions.xml", model)
    (short,), (long,) = read_open_psa([model], 1), read_open_psa([model], 100_000)
    assert short.factors[0].probability < 0.001 < 0.5 < long.factors[0].probability


def test_a_link_does_not_lead_out_of_the_folder(tmp_path: Path) -> None:
    (tmp_path / "secret.xml").write_text("<opsa-mef/>")
    folder = tmp_path / "models"
    folder.mkdir()
    (folder / "link.xml").symlink_to(tmp_path / "secret.xml")
    (folder / "model.xml").write_text(
        '<opsa-mef xmlns:xi="http://www.w3.org/2001/XInclude"><xi:include href="link.xml"/></opsa-mef>'
    )
    with pytest.raises(PirgenError, match="only files in the model's own folder"):
        read_open_psa([folder / "model.xml"])


def test_event_trees_are_left_out_where_that_is_asked_for(in_folder: Path) -> None:
    shutil.copy(CASES / "open-psa" / "event-tree.xml", in_folder / "model.xml")
    assert run("tree", "model.xml").exit_code == 2
    assert "There are 2 ways to fail" in run("tree", "model.xml", "--without-event-trees").output
