"""What a good fault tree satisfies; its gates are those of IEC 61025 and NUREG-0492."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from functools import lru_cache

from pirgen.analysis.open_paths import TreeAnalysis, analyse
from pirgen.diagnostics import Level, near_miss, surely_meant
from pirgen.model import Book, FactorKind, FaultTree, Gate, GateKind, Occurred, Review
from pirgen.rules.rule import Check, Field, Finding, Rule, in_review, rule
from pirgen.rules.tree_shape import below, cycles, reachable

_Judged = tuple[str, str, str]
"""The key of a gate to look at (empty for the gate itself), the message, the hint."""

MOST_DRAWN = 300
"""How many places a drawing has before it folds branches."""


def _trees(book: Book) -> Iterator[tuple[Review, FaultTree]]:
    return ((review, review.fault_tree) for review in book.reviews if review.fault_tree)


def _at_gate(review: Review, gate: str, key: str = "") -> Field:
    path = ("fault_tree", "gates", gate)
    return Field(f"{review.id}/pir.yaml", (*path, key) if key else path, at_key=True)


def _each_gate(judge: Callable[[Gate, Review], Iterator[_Judged]]) -> Check:
    """A check that judges every gate of every tree."""

    def check(book: Book, as_of: date) -> Iterator[Finding]:
        for review, tree in _trees(book):
            for gate in tree.gates:
                for key, message, hint in judge(gate, review):
                    whole = (_at_gate(review, gate.id),)
                    yield Finding(_at_gate(review, gate.id, key), message, hint=hint, depends=whole)

    return check


def _unknown_input(book: Book, as_of: date) -> Iterator[Finding]:
    for review, tree in _trees(book):
        known = [gate.id for gate in tree.gates] + [factor.id for factor in review.factors]
        for gate in tree.gates:
            for id in below(gate):
                if id and id not in known:
                    message = f"'{id}' under gate '{gate.id}' is neither a gate nor a factor"
                    near = near_miss(id, known)
                    hint = "" if near else "add it under 'factors', or as a gate"
                    at, mend = _at_input(review, gate, id), surely_meant(id, known)
                    named = () if review.factor(near) or not near else (_at_gate(review, near),)
                    depends = (in_review(review.id, "factors"), *named)
                    yield Finding(at, message, near=near, hint=hint, depends=depends, mend=mend)


def _at_input(review: Review, gate: Gate, id: str) -> Field:
    """Where a gate names an input: an item of its list, or the one value."""
    key = _input_key(gate, id)
    is_one = key in (GateKind.NOT.value, GateKind.INHIBIT.value, "condition")
    item = () if is_one else (gate.inputs.index(id),)
    return in_review(review.id, "fault_tree", "gates", gate.id, key, *item)


def _input_key(gate: Gate, id: str) -> str:
    if id == gate.condition and id not in gate.inputs:
        return "condition"
    return "of" if gate.kind is GateKind.ATLEAST else gate.kind.value


def _cycle(book: Book, as_of: date) -> Iterator[Finding]:
    trees = {review.id: tree for review, tree in _trees(book)}
    for path in cycles(trees):
        review, gate = path[0]
        names = [id if within == review else f"{within}#{id}" for within, id in path]
        at = Field(f"{review}/pir.yaml", ("fault_tree", "gates", gate), at_key=True)
        yield Finding(
            at, f"gate '{gate}' leads back to itself: {' → '.join(names)}", hint="cut the circle at one of them"
        )


def _number_of_inputs(gate: Gate, review: Review) -> Iterator[_Judged]:
    count = len(gate.inputs)
    word = "of" if gate.kind is GateKind.ATLEAST else gate.kind.value
    if gate.kind is GateKind.XOR and count != 2:
        hint = "with three or more, 'exactly one' and 'an odd number' differ; nest two gates"
        yield word, f"gate '{gate.id}' has {count} input{'s' if count > 1 else ''}; xor has two", hint
    elif gate.kind in (GateKind.ALL, GateKind.ANY, GateKind.ATLEAST) and count == 0:
        yield (
            word,
            f"gate '{gate.id}' has no inputs",
            "name factors or gates, or make it a factor of kind undeveloped",
        )
    elif gate.kind is GateKind.ATLEAST and gate.atleast is not None and not 1 <= gate.atleast <= count:
        yield (
            "atleast",
            f"gate '{gate.id}' asks for {gate.atleast} of {count}",
            f"choose a number from 1 to {count}",
        )


def _input_twice(gate: Gate, review: Review) -> Iterator[_Judged]:
    for id, count in Counter(below(gate)).items():
        if count > 1:
            yield _input_key(gate, id), f"'{id}' stands {count} times under gate '{gate.id}'", "name it once"


def _says_it_simpler(gate: Gate, review: Review) -> Iterator[_Judged]:
    count = len(gate.inputs)
    if gate.kind in (GateKind.ALL, GateKind.ANY) and count == 1:
        yield gate.kind.value, f"gate '{gate.id}' has one input", f"use '{gate.inputs[0]}' in its place"
    elif gate.kind is GateKind.ATLEAST and count > 1 and gate.atleast in (1, count):
        word = "any" if gate.atleast == 1 else "all"
        yield "atleast", f"gate '{gate.id}' asks for {gate.atleast} of {count}", f"say '{word}'"


def _one_id_for_two(book: Book, as_of: date) -> Iterator[Finding]:
    for review, tree in _trees(book):
        for gate in tree.gates:
            if review.factor(gate.id):
                other = Field(f"{review.id}/pir.yaml", ("factors", gate.id), at_key=True)
                message = f"'{gate.id}' is a gate and a factor"
                yield Finding(
                    _at_gate(review, gate.id), message, hint="rename one", related=((other, "the factor"),)
                )


def _top_is_no_gate(book: Book, as_of: date) -> Iterator[Finding]:
    for review, tree in _trees(book):
        if tree.top and tree.gate(tree.top) is None:
            what = "a factor" if review.factor(tree.top) else "not among the gates"
            near = near_miss(tree.top, [gate.id for gate in tree.gates])
            at, gates = (in_review(review.id, "fault_tree", key) for key in ("top", "gates"))
            mend = "" if review.factor(tree.top) else surely_meant(tree.top, [gate.id for gate in tree.gates])
            yield Finding(at, f"top '{tree.top}' is {what}", "a gate", near, depends=(gates,), mend=mend)


def _unreachable(book: Book, as_of: date) -> Iterator[Finding]:
    wanted = {
        (gate.transfer.review, gate.transfer.gate)
        for _, tree in _trees(book)
        for gate in tree.gates
        if gate.transfer
    }
    for review, tree in _trees(book):
        used = reachable(tree) if tree.gate(tree.top) else {gate.id for gate in tree.gates}
        for gate in tree.gates:
            if gate.id not in used and (review.id, gate.id) not in wanted:
                message = f"gate '{gate.id}' is not under the top '{tree.top}'"
                yield Finding(
                    _at_gate(review, gate.id), message, hint="name it under another gate, or delete it"
                )


def _condition_misplaced(gate: Gate, review: Review) -> Iterator[_Judged]:
    for id in gate.inputs:
        factor = review.factor(id)
        if factor and factor.kind is FactorKind.CONDITION:
            hint = (
                "a condition stands beside an inhibit gate; say 'inhibit' with 'condition', or change its kind"
            )
            yield _input_key(gate, id), f"condition '{id}' is an input of gate '{gate.id}'", hint
    condition = review.factor(gate.condition) if gate.condition else None
    if condition and condition.kind is not FactorKind.CONDITION:
        hint = f"say 'kind: condition' at factor '{condition.id}', or use 'all'"
        yield "condition", f"'{condition.id}' is a {condition.kind.value} factor, not a condition", hint


def _transfer_nowhere(book: Book, as_of: date) -> Iterator[Finding]:
    trees = {review.id: tree for review, tree in _trees(book)}
    for review, tree in _trees(book):
        for gate in tree.gates:
            to = gate.transfer
            if to is None or (to.review in trees and trees[to.review].gate(to.gate)):
                continue
            if to.review in trees:
                near = near_miss(to.gate, [other.id for other in trees[to.review].gates])
                message = f"review '{to.review}' has no gate '{to.gate}'"
            else:
                near = near_miss(to.review, trees)
                message = f"'{to.review}' has no review with a fault tree"
            yield Finding(_at_gate(review, gate.id, "transfer"), message, near=near)


def _not_coherent(gate: Gate, review: Review) -> Iterator[_Judged]:
    if gate.kind in (GateKind.NOT, GateKind.XOR):
        hint = "say what must be missing as a factor of its own, such as 'no canary stage'"
        yield (
            gate.kind.value,
            f"gate '{gate.id}' makes the tree non-coherent: mending a factor could bring the top about",
            hint,
        )


def _probability_of_what_has_none(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        for factor in review.factors:
            if factor.probability is not None and factor.kind is FactorKind.HOUSE:
                at = in_review(review.id, "factors", factor.id, "probability")
                yield Finding(
                    at, f"house event '{factor.id}' has a probability", hint="its state says true or false"
                )


def _probabilities_incomplete(book: Book, as_of: date) -> Iterator[Finding]:
    for review, tree in _trees(book):
        used = reachable(tree)
        events = [
            factor for factor in review.factors if factor.id in used and factor.kind is not FactorKind.HOUSE
        ]
        without = [factor.id for factor in events if factor.probability is None]
        if without and len(without) < len(events):
            message = f"{len(events) - len(without)} of {len(events)} factors of the tree have a probability"
            hint = f"give one to {', '.join(without[:5])} too; until then none is computed"
            yield Finding(in_review(review.id, "fault_tree", "top"), message, hint=hint)


def _is_whole(review: Review, tree: FaultTree) -> bool:
    """Whether nothing is missing that a tree needs to be solved; other rules say what is."""
    has_gaps = any(
        any(_number_of_inputs(gate, review))
        or (gate.kind is GateKind.INHIBIT and not gate.condition)
        or (gate.kind is GateKind.TRANSFER and not gate.transfer)
        for gate in tree.gates
    )
    has_switches = all(
        factor.kind is not FactorKind.HOUSE or factor.state is not None for factor in review.factors
    )
    return tree.gate(tree.top) is not None and not has_gaps and has_switches


@lru_cache(maxsize=1)
def _sound(book: Book) -> tuple[tuple[Review, TreeAnalysis], ...]:
    """The trees that can be solved, solved within a small budget, and once for all the rules that ask."""
    if next(cycles({review.id: tree for review, tree in _trees(book)}), None):
        return ()
    whole = [review for review, tree in _trees(book) if _is_whole(review, tree)]
    solved = ((review, analyse(review, book.review_by_id, _BUDGET)) for review in whole)
    return tuple((review, analysis) for review, analysis in solved if analysis)


def _does_not_explain(book: Book, as_of: date) -> Iterator[Finding]:
    for review, analysis in _sound(book):
        if analysis.constant is None and analysis.top_occurred is Occurred.NO:
            message = "what occurred does not suffice for the top, so the tree does not explain the incident"
            hint = "add the missing factor, or correct 'occurred' or a gate"
            whole = (in_review(review.id, "fault_tree"), in_review(review.id, "factors"))
            yield Finding(in_review(review.id, "fault_tree", "top"), message, hint=hint, depends=whole)


def _constant_top(book: Book, as_of: date) -> Iterator[Finding]:
    for review, analysis in _sound(book):
        if analysis.constant is not None:
            always = "always" if analysis.constant else "never"
            whole = (in_review(review.id, "fault_tree"), in_review(review.id, "factors"))
            hint = "look at house events, and at gates that ask for a thing and its opposite"
            at = in_review(review.id, "fault_tree", "top")
            yield Finding(at, f"the top {always} comes about, whatever occurs", hint=hint, depends=whole)


def _cannot_contribute(book: Book, as_of: date) -> Iterator[Finding]:
    for review, analysis in _sound(book):
        gates = review.fault_tree.gates if review.fault_tree else ()
        is_coherent = not any(gate.kind in (GateKind.NOT, GateKind.XOR) for gate in gates)
        for factor in analysis.in_no_set if is_coherent and analysis.constant is None else ():
            if review.factor(factor.id):
                at = Field(f"{review.id}/pir.yaml", ("factors", factor.id), at_key=True)
                message = f"factor '{factor.id}' is in no minimal cut set: the tree says the same without it"
                hint = "another factor beside it suffices already; check the gate above it"
                yield Finding(at, message, hint=hint, depends=(in_review(review.id, "fault_tree"),))


_BUDGET = 50_000
"""How many vertices a tree may take while it is checked; a larger one is judged on its page only."""

_FACTORS = """
# pir.yaml
factors:
  null-price: {text: A price may be missing, category: data}
  no-test: {text: No test places an order without a price, category: testing}
  no-canary: {text: Releases reach everybody at once, category: deployment}
  rush-hour: {text: It was the busiest hour, category: environment, kind: condition}
"""
_GOOD_TREE = """fault_tree:
  top: orders-fail
  gates:
    orders-fail: {title: All orders fail, all: [bad-release, no-canary]}
    bad-release: {title: A bad release goes out, inhibit: no-release-check, condition: rush-hour}
    no-release-check: {title: Nothing stops it, all: [null-price, no-test]}
"""
_GOOD = _FACTORS + _GOOD_TREE


def _tree(*gates: str, factors: str = _FACTORS, top: str = "orders-fail") -> str:
    lines = "\n".join(f"    {gate}" for gate in gates)
    return f"{factors}fault_tree:\n  top: {top}\n  gates:\n{lines}\n"


def _tree_rule(
    code: str, title: str, level: Level, reason: str, bad: str, check: Check, good: str = _GOOD
) -> Rule:
    return rule(code, title, level, reason, bad, good, check)


_INHIBIT = "bad: {title: A bad release, inhibit: no-canary, condition: rush-hour}"
_REST = "{title: Nothing stops it, all: [null-price, no-test]}"

FAULT_TREE_RULES = (
    _tree_rule(
        "PIR321",
        "Every input of a gate exists",
        Level.ERROR,
        "A gate combines factors and other gates; a dangling name combines nothing.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, rest, no-canarry]}", _INHIBIT, f"rest: {_REST}"
        ),
        _unknown_input,
    ),
    _tree_rule(
        "PIR322",
        "No gate leads back to itself",
        Level.ERROR,
        "A fault tree says what suffices for what; in a circle nothing is explained.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, rest]}",
            _INHIBIT,
            "rest: {title: Nothing stops it, all: [null-price, no-test, again]}",
            "again: {title: Again, any: [rest, no-canary]}",
        ),
        _cycle,
    ),
    _tree_rule(
        "PIR323",
        "A gate has as many inputs as its word needs",
        Level.ERROR,
        "xor has two inputs, 'atleast' k of n lies between 1 and n, and no gate combines nothing.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, rest, votes]}",
            _INHIBIT,
            f"rest: {_REST}",
            "votes: {title: Votes, atleast: 3, of: [no-canary, no-test]}",
        ),
        _each_gate(_number_of_inputs),
    ),
    _tree_rule(
        "PIR324",
        "An input stands once under a gate",
        Level.ERROR,
        "Twice the same input adds nothing, and in a vote it would count twice.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, rest, rest]}",
            _INHIBIT,
            f"rest: {_REST}",
        ),
        _each_gate(_input_twice),
    ),
    _tree_rule(
        "PIR325",
        "A gate says it in the simplest word",
        Level.WARNING,
        "One of n is 'any', n of n is 'all', and a gate with one input is that input.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, rest]}",
            _INHIBIT,
            "rest: {title: Nothing stops it, atleast: 2, of: [null-price, no-test]}",
        ),
        _each_gate(_says_it_simpler),
    ),
    _tree_rule(
        "PIR326",
        "A gate and a factor have different ids",
        Level.ERROR,
        "A name under a gate would mean either.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, no-test]}",
            _INHIBIT,
            "no-test: {title: Nothing tests it, all: [null-price, no-canary]}",
        ),
        _one_id_for_two,
    ),
    _tree_rule(
        "PIR327",
        "The top is a gate",
        Level.ERROR,
        "The tree begins there.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test]}",
            _INHIBIT,
            top="order-fails",
        ),
        _top_is_no_gate,
    ),
    _tree_rule(
        "PIR328",
        "Every gate is under the top",
        Level.ERROR,
        "A gate that nothing leads to is not drawn and not analysed. One that another review transfers to may "
        "stand alone.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test]}",
            _INHIBIT,
            f"rest: {_REST}",
        ),
        _unreachable,
    ),
    _tree_rule(
        "PIR329",
        "Conditions stand beside inhibit gates, and only conditions do",
        Level.ERROR,
        "A conditioning event restricts an inhibit gate (NUREG-0492, IV.3); it is not a fault of its own.",
        _tree("orders-fail: {title: All orders fail, all: [null-price, no-test, no-canary, rush-hour]}"),
        _each_gate(_condition_misplaced),
    ),
    _tree_rule(
        "PIR330",
        "A transfer leads to a gate of a review",
        Level.ERROR,
        "The transferred branch would be missing from the tree.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, rest, far]}",
            _INHIBIT,
            f"rest: {_REST}",
            "far: {title: The database is down, transfer: 2026-01-02-db-down#database-down}",
        ),
        _transfer_nowhere,
    ),
    _tree_rule(
        "PIR331",
        "A tree is coherent",
        Level.WARNING,
        "With not and xor, mending one thing can bring the top about. Most often a missing barrier is meant, "
        "which is a factor too.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, rest]}",
            _INHIBIT,
            "rest: {title: One of them, all: [null-price, mended, no-test]}",
            "mended: {title: The canary is not away, not: watch}",
            factors=_FACTORS + "  watch: {text: Somebody watches, category: process, occurred: false}\n",
        ),
        _each_gate(_not_coherent),
    ),
    _tree_rule(
        "PIR332",
        "A house event has no probability",
        Level.ERROR,
        "It is switched on or off for the analysis.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test, release-day]}",
            _INHIBIT,
            factors=_FACTORS
            + "  release-day: {text: It is release day, category: process, kind: house, state: true, "
            "probability: 0.2}\n",
        ),
        _probability_of_what_has_none,
    ),
    _tree_rule(
        "PIR333",
        "All factors of a tree have a probability, or none has",
        Level.WARNING,
        "The probability of the top can be computed only from all of them.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test, slow]}",
            _INHIBIT,
            factors=_FACTORS + "  slow: {text: The alert is slow, category: monitoring, probability: 0.2}\n",
        ),
        _probabilities_incomplete,
    ),
    _tree_rule(
        "PIR334",
        "What occurred explains the top",
        Level.WARNING,
        "With every factor that occurred true and every other false, the top must come out true; else the tree "
        "does not explain this incident.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test, slow]}",
            _INHIBIT,
            factors=_FACTORS + "  slow: {text: The alert is slow, category: monitoring, occurred: false}\n",
        ),
        _does_not_explain,
    ),
    _tree_rule(
        "PIR335",
        "The top can come about, and need not",
        Level.ERROR,
        "A top that always or never comes about says nothing of the incident.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test, release-day]}",
            _INHIBIT,
            factors=_FACTORS
            + "  release-day: {text: It is release day, category: process, kind: house, state: false}\n",
        ),
        _constant_top,
    ),
    _tree_rule(
        "PIR336",
        "Every factor of a tree can contribute",
        Level.WARNING,
        "A factor that is in no minimal cut set makes no difference to the top: most often a gate has the "
        "wrong word.",
        _tree(
            "orders-fail: {title: All orders fail, all: [bad, rest, null-price]}",
            _INHIBIT,
            "rest: {title: Nothing stops it, any: [null-price, no-test]}",
        ),
        _cannot_contribute,
    ),
)
