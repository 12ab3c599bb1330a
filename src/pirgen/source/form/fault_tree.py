"""The form of a fault tree: gates by id, each with one gate word that says how its inputs combine."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pirgen.diagnostics import Span
from pirgen.model import Basis, FaultTree, Gate, GateKind, Transfer
from pirgen.source import codes
from pirgen.source.fields import (
    INCIDENT_ID_PATTERN,
    MOST_SHOWN_APART,
    Choice,
    Count,
    Identifier,
    Key,
    ListOf,
    Reader,
    Record,
    Reference,
    Text,
    check_identifier,
    is_incident_id,
)
from pirgen.source.fields.meanings import near_word
from pirgen.source.fields.reading import Reading
from pirgen.source.fields.unknown_keys import report_misplaced
from pirgen.source.yaml.nodes import Mapping, Node, Scalar

_NAMED = Identifier(is_reference=True)
_INPUTS = ListOf(_NAMED, most=MOST_SHOWN_APART)
PARTNERS = {"atleast": "of", "inhibit": "condition"}
TRANSFER = Reference("a review's id, '#' and a gate's id", f"{INCIDENT_ID_PATTERN}#.+")

GATE: Record[dict[str, Any]] = Record(
    "the gate",
    dict,
    (
        Key("title", Text(), "the event that the gate stands for", required=True, example="Every order fails"),
        Key("all", _INPUTS, "all of these together", example="null-price"),
        Key("any", _INPUTS, "any one of these", example="null-price"),
        Key("atleast", Count(), "at least this many of 'of'", example="2"),
        Key("of", _INPUTS, "the inputs of 'atleast'", example="null-price"),
        Key("xor", _INPUTS, "exactly one of two", example="null-price"),
        Key("not", _NAMED, "this one absent", example="no-test"),
        Key("inhibit", _NAMED, "this one, while 'condition' holds", example="null-price"),
        Key("condition", _NAMED, "the factor of kind condition", example="partner-orders"),
        Key(
            "transfer",
            TRANSFER,
            "a gate of another review: incident-id#gate-id",
            example="2026-01-05-checkout-down#orders-fail",
        ),
        Key("basis", Choice(Basis, Basis.INFERRED), "stated by a source, or inferred by the review"),
    ),
)


@dataclass(frozen=True)
class _Gates:
    """A mapping of gate ids to gates."""

    fallback: tuple[Gate, ...] = ()

    def read(self, node: Node, reading: Reading) -> tuple[Gate, ...]:
        if not isinstance(node, Mapping):
            reading.report(
                codes.SHAPE, node.span, "gates is not a mapping", expected="gate ids, each with a gate"
            )
            return self.fallback
        return tuple(_read_gate(key, value, reading) for key, value in node.entries)


GATES: Reader[tuple[Gate, ...]] = _Gates()

FAULT_TREE = Record(
    "the fault tree",
    FaultTree,
    (
        Key("top", _NAMED, "the id of the gate on top", required=True, example="orders-fail"),
        Key("gates", GATES, "the gates by id", required=True),
        Key(
            "note",
            Text(),
            "what a reader should know of the tree",
            example="The queue is left out: it kept working",
        ),
    ),
)


def _read_gate(key: Scalar, value: Node, reading: Reading) -> Gate:
    inside = reading.inside(key.text, value.span)
    inside.findings.keys[inside.path] = key.span
    if report_misplaced(key, value, reading) or _has_word_as_value(value, inside):
        return Gate(key.text, "", GateKind.ANY)
    check_identifier(key, inside)
    fields = GATE.values(value, inside)
    kind = _kind(fields, inside, key.span, _has_unknown_key(value)) if isinstance(value, Mapping) else None
    title, basis = fields["title"], fields.get("basis")
    if kind is None:
        return Gate(key.text, title, GateKind.ANY, basis=basis)
    if kind is GateKind.TRANSFER:
        return Gate(key.text, title, kind, transfer=_transfer(fields["transfer"], inside), basis=basis)
    atleast = fields.get("atleast") if kind is GateKind.ATLEAST else None
    condition = fields.get("condition") if kind is GateKind.INHIBIT else None
    return Gate(key.text, title, kind, _inputs(kind, fields), atleast, condition, basis=basis)


_NAMES_OF_WORDS = ("gate", "type", "kind", "operator", "op", "logic", "operation")
_NAMES_OF_INPUTS = ("inputs", "children", "of", "from", "events", "members", "nodes", "factors")


def _has_word_as_value(gate: Node, reading: Reading) -> bool:
    """Report a gate as other tools write it, ``type: AND`` with ``children``; whether it is one."""
    if not isinstance(gate, Mapping):
        return False
    by_name = {key.text.lower(): value for key, value in gate.entries}
    word = next((by_name[name] for name in _NAMES_OF_WORDS if name in by_name), None)
    inputs = next((by_name[name] for name in _NAMES_OF_INPUTS if name in by_name), None)
    if inputs is None:
        return False
    kinds = [kind.value for kind in GateKind]
    meant = near_word(word.text, kinds) if isinstance(word, Scalar) else ""
    has_word = any(near_word(name, kinds) for name in by_name if name not in _NAMES_OF_INPUTS)
    if not meant and (word or has_word):
        return False
    written = reading.written(inputs.span) if inputs.span.line == inputs.span.end_line else "[...]"
    if meant:
        hint = f"the word is the key of the inputs: {meant}: {written}"
        message = f"gate '{reading.name}' has its word as a value"
    else:
        hint = f"write 'all: {written}' if all are needed, 'any: {written}' if one suffices"
        message = f"gate '{reading.name}' does not say how its inputs combine"
    reading.report(codes.GATE, gate.span, message, hint=hint)
    return True


def _has_unknown_key(gate: Mapping) -> bool:
    known = {key.name for key in GATE.keys}
    return any(key.text not in known and not key.text.startswith("x-") for key, _ in gate.entries)


def _kind(fields: dict[str, Any], reading: Reading, span: Span, may_be_misspelt: bool) -> GateKind | None:
    words = [kind for kind in GateKind if kind.value in fields]
    if not words and may_be_misspelt:
        return None  # the unknown key was reported
    if len(words) != 1:
        written = " and ".join(f"'{kind.value}'" for kind in words) or "no gate word"
        expected = "one of " + ", ".join(kind.value for kind in GateKind)
        reading.report(codes.GATE, span, f"gate '{reading.name}' has {written}", expected=expected)
        return None
    word = words[0].value
    for gate_word, partner in PARTNERS.items():
        if gate_word == word and partner not in fields and not may_be_misspelt:
            reading.report(codes.GATE, span, f"gate '{reading.name}' has '{word}' without '{partner}'")
        if gate_word != word and partner in fields:
            hint = f"'{partner}' goes with '{gate_word}'"
            place = reading.findings.keys[*reading.path, partner]
            reading.report(
                codes.GATE, place, f"gate '{reading.name}' has '{partner}' beside '{word}'", hint=hint
            )
    return words[0]


def _inputs(kind: GateKind, fields: dict[str, Any]) -> tuple[str, ...]:
    if kind is GateKind.ATLEAST:
        return tuple(fields.get("of", ()))
    written = fields[kind.value]
    return (written,) if isinstance(written, str) else tuple(written)


def _transfer(written: str, reading: Reading) -> Transfer | None:
    review, mark, gate = written.partition("#")
    if mark and gate and is_incident_id(review):
        return Transfer(review, gate)
    span = reading.findings.places[*reading.path, "transfer"]
    expected = "an incident's id, '#' and a gate's id"
    reading.report(codes.GATE, span, f"transfer '{written}' names no gate of another review", expected=expected)
    return None
