"""What a fault tree comes to: its probabilities, and whether it explains the incident."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from pirgen.analysis.open_paths import TreeAnalysis, analyse, joined_ids
from pirgen.cache import kept_by_value
from pirgen.diagnostics import Level
from pirgen.model import Book, FactorKind, FaultTree, GateKind, Occurred, Review
from pirgen.rules.fault_trees.examples import FACTORS, INHIBIT, REST, a_tree, tree_rule
from pirgen.rules.fault_trees.gates import number_of_inputs
from pirgen.rules.fault_trees.places import at_gate, trees_in
from pirgen.rules.fault_trees.shape import cycles, reachable
from pirgen.rules.rule import Field, Finding, in_review


def _probability_of_what_has_none(book: Book, as_of: date) -> Iterator[Finding]:
    for review in book.reviews:
        for factor in review.factors:
            if factor.probability is not None and factor.kind is FactorKind.HOUSE:
                at = in_review(review.id, "factors", factor.id, "probability")
                yield Finding(
                    at, f"house event '{factor.id}' has a probability", hint="its state says true or false"
                )


def _probabilities_incomplete(book: Book, as_of: date) -> Iterator[Finding]:
    for review, tree in trees_in(book):
        used = reachable(tree)
        events = [
            factor for factor in review.factors if factor.id in used and factor.kind is not FactorKind.HOUSE
        ]
        without = [factor.id for factor in events if factor.probability is None]
        if without and len(without) < len(events):
            message = f"{len(events) - len(without)} of {len(events)} factors of the tree have a probability"
            hint = f"add one to {', '.join(without[:5])}; until then no probability is computed"
            yield Finding(in_review(review.id, "fault_tree", "top"), message, hint=hint)


def _is_whole(review: Review, tree: FaultTree) -> bool:
    """Whether a tree is complete enough to be solved; other rules report what is missing."""
    has_gaps = any(
        any(number_of_inputs(gate, review))
        or (gate.kind is GateKind.INHIBIT and not gate.condition)
        or (gate.kind is GateKind.TRANSFER and not gate.transfer)
        for gate in tree.gates
    )
    has_switches = all(
        factor.kind is not FactorKind.HOUSE or factor.state is not None for factor in review.factors
    )
    return tree.gate(tree.top) is not None and not has_gaps and has_switches


def _leads_back(review: Review, book: Book) -> bool:
    """Whether a gate leads back to itself, in a review's tree or in one that it transfers to."""
    joined = (book.review_by_id.get(id) for id in sorted(joined_ids(review, book.review_by_id)))
    trees = {each.id: each.fault_tree for each in joined if each and each.fault_tree}
    return next(cycles(trees), None) is not None


_MISSING = "write what must be missing as a factor of its own, such as 'no canary stage'"


@kept_by_value
def solved_trees(book: Book) -> tuple[tuple[Review, TreeAnalysis], ...]:
    """The trees that can be solved, solved within a small budget, and once for all the rules that ask."""
    whole = [
        review for review, tree in trees_in(book) if _is_whole(review, tree) and not _leads_back(review, book)
    ]
    solved = ((review, analyse(review, book.review_by_id)) for review in whole)
    return tuple((review, analysis) for review, analysis in solved if analysis)


def _does_not_explain(book: Book, as_of: date) -> Iterator[Finding]:
    for review, analysis in solved_trees(book):
        incident = book.incident_by_id.get(review.id)
        if incident and incident.is_near_miss:  # the top is what did not happen
            continue
        if analysis.constant is None and analysis.top_occurred is Occurred.NO:
            message = (
                "the factors that occurred do not cause the top event; the tree does not explain the incident"
            )
            hint = "add the missing factor, or correct 'occurred' or a gate"
            whole = (in_review(review.id, "fault_tree"), in_review(review.id, "factors"))
            yield Finding(in_review(review.id, "fault_tree", "top"), message, hint=hint, depends=whole)


def _constant_top(book: Book, as_of: date) -> Iterator[Finding]:
    for review, analysis in solved_trees(book):
        if analysis.constant is not None:
            always = "always" if analysis.constant else "never"
            whole = (in_review(review.id, "fault_tree"), in_review(review.id, "factors"))
            hint = "look at house events, and at gates that ask for a thing and its opposite"
            at = in_review(review.id, "fault_tree", "top")
            yield Finding(
                at, f"the top event {always} occurs, whatever the factors are", hint=hint, depends=whole
            )


def _cannot_contribute(book: Book, as_of: date) -> Iterator[Finding]:
    for review, analysis in solved_trees(book):
        gates = review.fault_tree.gates if review.fault_tree else ()
        is_coherent = not any(gate.kind in (GateKind.NOT, GateKind.XOR) for gate in gates)
        for factor in analysis.in_no_set if is_coherent and analysis.constant is None else ():
            if review.factor(factor.id):
                at = Field(f"{review.id}/pir.yaml", ("factors", factor.id), at_key=True)
                message = f"factor '{factor.id}' is in no minimal cut set: the tree means the same without it"
                hint = "other factors already suffice without it; check the gate above it"
                yield Finding(at, message, hint=hint, depends=(in_review(review.id, "fault_tree"),))


def _not_coherent(book: Book, as_of: date) -> Iterator[Finding]:
    """Gates that ask for an absence, except in trees that already say what that absence does."""
    told = {review.id for review, analysis in solved_trees(book) if analysis.needs_no_factor}
    for review, tree in trees_in(book):
        for gate in tree.gates if review.id not in told else ():
            if gate.kind in (GateKind.NOT, GateKind.XOR):
                message = (
                    f"gate '{gate.id}' makes the tree non-coherent: fixing a factor could cause the top event"
                )
                yield Finding(at_gate(review, gate.id, gate.kind.value), message, hint=_MISSING)


def _needs_nothing(book: Book, as_of: date) -> Iterator[Finding]:
    for review, analysis in solved_trees(book):
        for way in analysis.needs_no_factor[:1]:
            absent = " and ".join(f"'{factor.id}'" for factor in way.absent) or "every factor"
            verb = "is" if len(way.absent) < 2 else "are"
            message = f"the top event needs no factor at all while {absent} {verb} absent"
            whole = (in_review(review.id, "fault_tree"), in_review(review.id, "factors"))
            yield Finding(in_review(review.id, "fault_tree", "top"), message, hint=_MISSING, depends=whole)


def _too_large(book: Book, as_of: date) -> Iterator[Finding]:
    for review, analysis in solved_trees(book):
        if analysis.order_limit is not None:
            size = f"of at most {analysis.order_limit} factors" if analysis.order_limit > 1 else "of one factor"
            message = f"the tree is too large for all its ways to fail; the page has those {size}"
            hint = f"'pirgen tree {review.id} --budget 60' may find more; or move a branch into another review"
            whole = (in_review(review.id, "fault_tree"),)
            yield Finding(in_review(review.id, "fault_tree", "top"), message, hint=hint, depends=whole)


OUTCOME_RULES = (
    tree_rule(
        "PIR331",
        "A tree is coherent",
        Level.WARNING,
        "With 'not' and 'xor', fixing one thing can cause the top event. Usually a missing barrier is meant, "
        "which is a factor too.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, rest]}",
            INHIBIT,
            "rest: {title: One of them, all: [null-price, fixed, no-test]}",
            "fixed: {title: The canary is not away, not: watch}",
            factors=FACTORS + "  watch: {text: Somebody watches, category: process, occurred: false}\n",
        ),
        _not_coherent,
    ),
    tree_rule(
        "PIR332",
        "A house event has no probability",
        Level.ERROR,
        "It is switched on or off for the analysis.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test, release-day]}",
            INHIBIT,
            factors=FACTORS
            + "  release-day: {text: It is release day, category: process, kind: house, state: true, "
            "probability: 0.2}\n",
        ),
        _probability_of_what_has_none,
    ),
    tree_rule(
        "PIR333",
        "All factors of a tree have a probability, or none has",
        Level.WARNING,
        "The probability of the top can be computed only from all of them.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test, slow]}",
            INHIBIT,
            factors=FACTORS + "  slow: {text: The alert is slow, category: monitoring, probability: 0.2}\n",
        ),
        _probabilities_incomplete,
    ),
    tree_rule(
        "PIR334",
        "What occurred explains the top event",
        Level.WARNING,
        "With every factor that occurred true and every other one false, the top must be true; otherwise the "
        "tree does not explain this incident. The top of a near miss (`impact: none`) did not happen.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test, slow]}",
            INHIBIT,
            factors=FACTORS + "  slow: {text: The alert is slow, category: monitoring, occurred: false}\n",
        ),
        _does_not_explain,
    ),
    tree_rule(
        "PIR335",
        "The top event may or may not occur",
        Level.ERROR,
        "A top event that always or never occurs says nothing about the incident.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, null-price, no-test, release-day]}",
            INHIBIT,
            factors=FACTORS
            + "  release-day: {text: It is release day, category: process, kind: house, state: false}\n",
        ),
        _constant_top,
    ),
    tree_rule(
        "PIR336",
        "Every factor of a tree can contribute",
        Level.WARNING,
        "A factor that is in no minimal cut set makes no difference to the top: most often a gate has the "
        "wrong word.",
        a_tree(
            "orders-fail: {title: All orders fail, all: [bad, rest, null-price]}",
            INHIBIT,
            "rest: {title: Nothing stops it, any: [null-price, no-test]}",
        ),
        _cannot_contribute,
    ),
    tree_rule(
        "PIR337",
        "The top event needs a factor",
        Level.WARNING,
        "Where the absence of something suffices for the top event, no action can break that way to fail.",
        a_tree(
            "orders-fail: {title: All orders fail, any: [bad, rest, unwatched]}",
            INHIBIT,
            f"rest: {REST}",
            "unwatched: {title: Nobody watches, not: watch}",
            factors=FACTORS + "  watch: {text: Somebody watches, category: process, occurred: false}\n",
        ),
        _needs_nothing,
    ),
    tree_rule(
        "PIR338",
        "A tree is small enough to be analysed completely",
        Level.WARNING,
        "A tree that needs more than a build may spend is analysed up to a number of factors only, so that its "
        "page may lack a way to fail.",
        "",
        _too_large,
        good="",
    ),
)
