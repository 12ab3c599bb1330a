"""A fault tree in words: the indented outline beside the drawing, which shows the same, states included."""

from __future__ import annotations

from dataclasses import dataclass, replace

from pirgen.analysis.open_paths import Standing
from pirgen.diagrams.fault_tree.shown_findings import NO_FINDINGS, ShownFindings
from pirgen.diagrams.status_notes import StatusNote
from pirgen.model import Action, Basis, Factor, FactorKind, FaultTree, Gate, GateKind, Transfer

__all__ = ["OutlineLine", "outline"]

_GATE_WORDS = {
    GateKind.ALL: "all of",
    GateKind.ANY: "any one of",
    GateKind.XOR: "exactly one of",
    GateKind.NOT: "absence of",
    GateKind.INHIBIT: "only under the condition given",
    GateKind.TRANSFER: "continues in another review",
}
_FACTOR_WORDS = {
    FactorKind.BASIC: "",
    FactorKind.UNDEVELOPED: "not traced further",
    FactorKind.HOUSE: "given",
    FactorKind.CONDITION: "condition",
}


@dataclass(frozen=True)
class OutlineLine:
    """A gate or factor in the outline.

    ``text`` is Markdown as the author wrote it; ``word`` says how what is one deeper combines, or
    what kind of event it is. ``anchor`` is ``gate-<id>`` or ``factor-<id>``. A ``repeated`` line was
    further up already, with everything below it. ``transfer`` is where a gate continues, if elsewhere.
    ``is_closed``: the gate or factor can no longer come about. ``state`` is a factor's, if any action could
    matter to it, and ``notes`` say what the actions have done about it. ``measures`` are its numbers.
    ``is_inferred`` where the review infers it.
    """

    depth: int
    text: str
    word: str
    anchor: str
    repeated: bool
    transfer: Transfer | None = None
    is_closed: bool = False
    state: Standing | None = None
    notes: tuple[StatusNote, ...] = ()
    measures: tuple[str, ...] = ()
    is_inferred: bool = False

    @property
    def about(self) -> str:
        """What stands after its text: its word, that it is inferred, and its numbers."""
        return ", ".join(filter(None, (self.word, "inferred" * self.is_inferred, *self.measures)))


def outline(
    tree: FaultTree,
    factors: tuple[Factor, ...],
    actions: tuple[Action, ...] = (),
    findings: ShownFindings = NO_FINDINGS,
) -> tuple[OutlineLine, ...]:
    """The lines from the top down, each gate's inputs below it in the author's order, its condition last."""
    numbers = dict(findings.numbers)
    things: dict[str, Gate | Factor] = {factor.id: factor for factor in factors}
    things |= {gate.id: gate for gate in tree.gates}
    lines = []
    seen: set[str] = set()
    waiting = [(tree.top, 0)]
    while waiting:
        id, depth = waiting.pop()
        thing = things.get(id)
        if thing is None:
            continue
        line = _line(thing, depth, id in seen, actions, findings)
        lines.append(replace(line, is_closed=id in findings.closed, measures=numbers.get(id, ())))
        if isinstance(thing, Gate) and id not in seen:
            inputs = [*thing.inputs, *filter(None, [thing.condition])]
            waiting += [(input, depth + 1) for input in reversed(inputs)]
        seen.add(id)
    return tuple(lines)


def _line(
    thing: Gate | Factor, depth: int, repeated: bool, actions: tuple[Action, ...], findings: ShownFindings
) -> OutlineLine:
    if isinstance(thing, Gate):
        return OutlineLine(
            depth,
            thing.title,
            _gate_word(thing),
            f"gate-{thing.id}",
            repeated,
            thing.transfer,
            is_inferred=thing.basis is Basis.INFERRED,
        )
    return OutlineLine(
        depth,
        thing.text,
        _factor_word(thing),
        f"factor-{thing.id}",
        repeated,
        state=findings.state(thing, actions),
        notes=findings.notes(thing, actions),
        is_inferred=thing.basis is Basis.INFERRED,
    )


def _gate_word(gate: Gate) -> str:
    return f"at least {gate.atleast} of" if gate.kind is GateKind.ATLEAST else _GATE_WORDS[gate.kind]


def _factor_word(factor: Factor) -> str:
    if factor.state is False:
        return "given as absent"
    return _FACTOR_WORDS[factor.kind]
