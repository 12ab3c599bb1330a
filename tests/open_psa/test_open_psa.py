import pytest

from pirgen.analysis.open_paths import analyse
from pirgen.errors import PirgenError
from pirgen.model import Factor, FactorKind, FaultTree, Gate, GateKind, Review, ReviewStatus
from pirgen.open_psa import read_open_psa, write_open_psa

MODEL = """<opsa-mef><define-fault-tree name="t">
<define-gate name="top">
<and><gate name="low"/><or><basic-event name="c"/><not><event name="d"/></not></or></and>
</define-gate>
<define-gate name="low">
<atleast min="2"><event name="a"/><event name="b"/><house-event name="h"/></atleast>
</define-gate>
<define-basic-event name="a"><float value="0.1"/></define-basic-event>
<define-basic-event name="b"><parameter name="p"/></define-basic-event>
<define-parameter name="p"><float value="0.2"/></define-parameter>
<define-house-event name="h"><constant value="true"/></define-house-event>
</define-fault-tree></opsa-mef>"""


def sets_of(review: Review) -> set[frozenset[str]]:
    tree = analyse(review, {})
    assert tree is not None
    return {frozenset(factor.id for factor in cut.factors) for cut in tree.cut_sets}


def test_a_model_is_read_with_nested_formulas_parameters_and_house_events() -> None:
    (review,) = read_open_psa(MODEL)
    assert review.id == "top"
    assert sets_of(review) == {frozenset("a"), frozenset("b")}
    assert {factor.id: factor.probability for factor in review.factors}["b"] == 0.2


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("<opsa-mef>", "is not XML"),
        ("<model/>", "is no Open-PSA model"),
        ('<!DOCTYPE x [<!ENTITY a "b">]><opsa-mef/>', "document type"),
        ("<opsa-mef/>", "has no top"),
        (
            '<opsa-mef><define-gate name="g"><imply/></define-gate></opsa-mef>',
            "<imply> in gate 'g' is not read",
        ),
        ('<opsa-mef><define-gate name="g"/></opsa-mef>', "has 0 formulas"),
    ],
)
def test_what_cannot_be_read_is_said(text: str, problem: str) -> None:
    with pytest.raises(PirgenError, match=problem):
        read_open_psa(text)


def test_what_is_written_reads_back_to_the_same_sets() -> None:
    factors = (
        Factor("a", "A", "code", probability=0.25),
        Factor("b", "B", "code"),
        Factor("c", "C", "code", FactorKind.CONDITION),
        Factor("h", "H", "code", FactorKind.HOUSE, True),
    )
    gates = (
        Gate("top", "Top", GateKind.ANY, ("both", "while")),
        Gate("both", "Both", GateKind.ATLEAST, ("a", "b", "h"), 3),
        Gate("while", "While", GateKind.INHIBIT, ("b",), condition="c"),
    )
    review = Review("2026-01-05-x", ReviewStatus.DRAFT, "", "", factors, fault_tree=FaultTree("top", gates))
    (again,) = read_open_psa(write_open_psa(review))
    assert sets_of(again) == sets_of(review) == {frozenset("ab"), frozenset("bc")}
