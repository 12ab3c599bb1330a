import pytest

from pirgen.diagrams.diagram import Box
from pirgen.diagrams.fault_tree.symbols import OUTLINES, event_symbol, gate_symbol, gate_word
from pirgen.diagrams.svg.outlines import stretched
from pirgen.model import FactorKind, Gate, GateKind


def a_gate(kind: GateKind) -> Gate:
    return Gate("a", "A", kind, ("b", "c", "d"), atleast=2 if kind is GateKind.ATLEAST else None)


@pytest.mark.parametrize("kind", GateKind)
def test_every_gate_has_a_symbol(kind: GateKind) -> None:
    assert gate_symbol(a_gate(kind)).outline in OUTLINES


@pytest.mark.parametrize("kind", FactorKind)
def test_every_event_has_a_symbol(kind: FactorKind) -> None:
    assert event_symbol(kind).outline in OUTLINES


@pytest.mark.parametrize("name", sorted(OUTLINES))
def test_every_outline_can_be_placed(name: str) -> None:
    assert stretched(OUTLINES[name], Box(10, 20, 50, 40)).startswith("M")


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        (GateKind.ALL, "all"),
        (GateKind.ANY, "any"),
        (GateKind.ATLEAST, "2/3"),
        (GateKind.XOR, "one"),
        (GateKind.NOT, "not"),
        (GateKind.INHIBIT, "if"),
        (GateKind.TRANSFER, ""),
    ],
)
def test_a_symbol_says_what_it_means(kind: GateKind, word: str) -> None:
    assert gate_word(a_gate(kind)) == word


def test_only_all_and_any_and_their_kin_share_outlines() -> None:
    outlines = {kind: gate_symbol(a_gate(kind)).outline for kind in GateKind}
    assert outlines[GateKind.ANY] == outlines[GateKind.ATLEAST]
    assert len(set(outlines.values())) == len(GateKind) - 1
