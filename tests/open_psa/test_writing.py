"""What is written opens in other tools, and is the same when it is read again."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest
from hypothesis import HealthCheck, assume, given, settings

from pirgen.analysis.open_paths import analyse
from pirgen.model import ActionStatus, Factor, FactorKind, Gate, GateKind, Occurred, Review
from pirgen.open_psa import read_open_psa, write_open_psa
from tests.analysis.fault_trees.fault_tree_builders import action, all_of, any_of, factor, review, transfer
from tests.cli.test_check import run
from tests.conftest import AS_OF
from tests.properties.test_cut_sets import reviews

INCIDENTS = Path(__file__).parents[2] / "incidents"
NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*(-[A-Za-z0-9_]+)*")


def again(path: Path, *written: Review, known: dict[str, Review] | None = None) -> tuple[Review, ...]:
    path.write_text(write_open_psa(written, known), encoding="utf-8")
    return read_open_psa([path])


def own_reviews() -> dict[str, Review]:
    from pirgen.pipeline import check

    return {each.id: each for each in check(INCIDENTS, AS_OF).book.reviews if each.fault_tree}


def bare(factors: tuple[Factor, ...]) -> list[tuple[object, ...]]:
    return [(f.id, " ".join(f.text.split()), f.category, f.kind, f.state, f.occurred, f.basis) for f in factors]


def test_every_own_incident_is_the_same_when_it_is_read_again(tmp_path: Path) -> None:
    own = own_reviews()
    assert len(own) >= 10
    for read in again(tmp_path / "model.xml", *own.values()):
        review = own[read.id]
        assert read.fault_tree == review.fault_tree
        assert bare(read.factors) == bare(review.factors)
        assert [(a.id, a.status, a.type, a.eliminates) for a in read.actions] == [
            (a.id, a.status, a.type, a.eliminates) for a in review.actions
        ]
        assert analyse(read, {}).counts == analyse(review, own).counts  # type: ignore[union-attr]


def test_every_name_is_one_that_the_format_allows(tmp_path: Path) -> None:
    odd = review(all_of("1st gate", "a.b", "ü--x-", "a b", "a_b"), id="2026-01-01-x")
    root = ElementTree.fromstring(write_open_psa([odd]).encode())
    names = [element.get("name", "") for element in root.iter() if element.tag != "attribute"]
    assert all(NAME.fullmatch(name) for name in names if name)
    (read,) = again(tmp_path / "model.xml", odd)
    assert read.id == "2026-01-01-x"
    assert read.fault_tree == odd.fault_tree
    assert {each.id for each in read.factors} == {"a.b", "ü--x-", "a b", "a_b"}


def test_conditions_house_events_and_odd_gates_come_back(tmp_path: Path) -> None:
    gates = (
        all_of("top", "one", "inhibited", "two"),
        Gate("inhibited", "Under load", GateKind.INHIBIT, ("a",), condition="load"),
        Gate("one", "One of", GateKind.ATLEAST, ("b", "c"), 1),
        Gate("two", "Two of", GateKind.ATLEAST, ("d", "e"), 2),
        any_of("spare", "a"),
    )
    factors = (
        Factor("load", 'Load <&> "high"', "process", FactorKind.CONDITION, occurred=Occurred.UNKNOWN),
        factor("b", kind=FactorKind.HOUSE, state=True),
        factor("c", kind=FactorKind.HOUSE, state=False),
        factor("d", 0.25, kind=FactorKind.UNDEVELOPED),
    )
    actions = (action("fix", ActionStatus.OPEN, "b"), action("not", ActionStatus.DECLINED, "a"))
    whole = review(*gates, factors=factors, actions=actions)
    (read,) = again(tmp_path / "model.xml", whole)
    assert read.fault_tree == whole.fault_tree
    assert bare(read.factors) == bare(whole.factors)
    assert [each.eliminates for each in read.actions] == [("b",), ("a",)]


def test_a_transfer_brings_the_other_tree_along(tmp_path: Path) -> None:
    here = review(all_of("top", "over", "a"), transfer("over", "there", "low"), id="here")
    there = review(all_of("top", "low", "a"), any_of("low", "b", "c"), id="there")
    known = {"here": here, "there": there}
    read = {each.id: each for each in again(tmp_path / "model.xml", here, known=known)}
    assert read["here"].fault_tree == here.fault_tree
    assert read["there"].fault_tree == there.fault_tree


def test_a_folder_becomes_one_document(in_folder: Path) -> None:
    shutil.copytree(INCIDENTS, in_folder / "incidents")
    result = run("tree", "incidents", "--open-psa")
    assert result.output.count("<?xml") == 1
    assert result.output.count("<define-fault-tree") == len(own_reviews())


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(reviews())
def test_any_tree_means_the_same_when_it_is_read_again(tmp_path: Path, whole: Review) -> None:
    assume(all(gate.condition not in gate.inputs for gate in whole.fault_tree.gates))  # type: ignore[union-attr]
    (read,) = again(tmp_path / "model.xml", whole)
    one, other = analyse(whole, {}), analyse(read, {})
    assert one is not None
    assert other is not None
    assert (one.by_order, one.counts, one.probability) == (other.by_order, other.counts, other.probability)


@pytest.mark.skipif(shutil.which("scram") is None, reason="SCRAM is not installed (Debian's package is scram)")
def test_scram_finds_the_same_ways_in_our_incidents(tmp_path: Path) -> None:
    own = own_reviews()
    model = tmp_path / "model.xml"
    model.write_text(write_open_psa(list(own.values())), encoding="utf-8")
    report = subprocess.run(["scram", "--bdd", "-l", "100", str(model)], capture_output=True, check=True).stdout
    found = {
        item.get("name", ""): int(item.get("products", "0"))
        for item in ElementTree.fromstring(report).iter("sum-of-products")
    }
    assert sorted(found.values()) == sorted(analyse(each, own).total for each in own.values())  # type: ignore[union-attr]
