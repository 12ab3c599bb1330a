"""Every sentence about a tree, derived again from truth tables."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from math import prod

import pytest

from pirgen.analysis.open_paths import Standing, analyse
from pirgen.diagrams.fault_tree.drawing import draw_fault_tree
from pirgen.diagrams.fault_tree.outline import outline
from pirgen.diagrams.fault_tree.reviewed_tree import ReviewedTree
from pirgen.diagrams.fault_tree.shown_findings import ShownFindings
from pirgen.model import (
    Action,
    ActionStatus,
    ActionType,
    Factor,
    FactorKind,
    FaultTree,
    Gate,
    GateKind,
    Occurred,
    Review,
    ReviewStatus,
)
from pirgen.reports.tree_sentences import plain, sentences
from tests.analysis.fault_trees.truth_tables import NOT_DONE, TruthTable, Way
from tests.diagrams.layout import texts

LETTERS = "abcdefgh"


def random_review(seed: int) -> Review:
    """A tree over up to eight factors, with up to eight actions in every state and effect."""
    dice = random.Random(seed)
    letters = list(LETTERS[: dice.randint(3, 8)])
    known, gates = list(letters), []
    kinds = [GateKind.ALL, GateKind.ANY, GateKind.ALL, GateKind.ANY, GateKind.ATLEAST]
    kinds += [GateKind.NOT, GateKind.XOR] if seed % 3 == 0 else []
    for number in range(dice.randint(2, 7)):
        kind = dice.choice(kinds)
        size = {GateKind.NOT: 1, GateKind.XOR: 2}.get(kind) or dice.randint(2, min(4, len(known)))
        inputs = tuple(dice.sample(known, size))
        gates.append(Gate(f"g{number}", "", kind, inputs, 2 if kind is GateKind.ATLEAST else None))
        known.append(f"g{number}")
    kinds_of_factor = [FactorKind.BASIC] * 4 + [FactorKind.UNDEVELOPED]
    factors = [
        Factor(letter, letter, "code", dice.choice(kinds_of_factor), occurred=dice.choice(list(Occurred)))
        for letter in letters
    ]
    house = factors[0]
    if seed % 5 == 0:
        factors[0] = Factor(house.id, house.text, "code", FactorKind.HOUSE, dice.choice([True, False]))
    if seed % 4 == 1:
        factors[1] = replace(factors[1], removed_by="fix")
    actions = []
    for number in range(dice.randint(0, 8)):
        effects = [tuple(dice.sample(letters, dice.choice([0, 1, 1, 2]))) for _ in range(3)]
        status = dice.choice(list(ActionStatus))
        actions.append(Action(f"act-{number}", "x", ActionType.PREVENT, status, None, None, *effects))
    tree = FaultTree(gates[-1].id, tuple(gates))
    return Review("r", ReviewStatus.DRAFT, "", "", tuple(factors), fault_tree=tree, actions=tuple(actions))


class Expected:
    """The sentences as somebody would write them with the truth table at hand."""

    def __init__(self, review: Review, is_near_miss: bool = False) -> None:
        self.review = review
        self.is_near_miss = is_near_miss
        self.table = TruthTable(review)
        self.ways = self.table.ways()
        self.done = self.table.eliminated_by(ActionStatus.DONE)
        self.planned = self.table.eliminated_by(*NOT_DONE) - self.done
        self.order = {id: place for place, id in enumerate(self.table.events)}
        self.open = [way for way in self.ways if not way.present & (self.done | self.planned)]
        self.left = [way for way in self.ways if not way.present & self.done]

    def sentences(self) -> list[str]:
        if self.table.top in (0, self.table.all):
            how = "always" if self.table.top else "never"
            return [f"With these gates the top event {how} occurs, whatever the factors are."]
        return [
            *self.counts(),
            *self.explanation(),
            *self.absences(),
            *self.single_points(),
            *self.every_open_way(),
            *self.repairs(),
            *self.next_actions(),
            *self.heaviest(),
            *self.no_difference(),
        ]

    def counts(self) -> Iterable[str]:
        broken, planned = len(self.ways) - len(self.left), len(self.left) - len(self.open)
        if len(self.ways) == 1:
            state = "open" if self.open else "planned" if self.left else "closed"
            yield f"There is 1 way to fail, and it is {state}."
        else:
            counts = {"open": len(self.open), "planned": planned, "closed": broken}
            only = [state for state, count in counts.items() if count == len(self.ways)]
            states = ", ".join(f"{count} {state}" for state, count in counts.items())
            how = f", and all are {only[0]}" if only else f": {states}"
            yield f"There are {len(self.ways)} ways to fail{how}."

    def is_closed(self, id: str) -> bool:
        """Whether it is false in every world in which nothing is there that has been eliminated."""
        possible = self.table.all
        for name in self.done & set(self.table.events):
            possible &= ~self.table.of[name]
        return not self.table.bits(id) & possible

    def explanation(self) -> Iterable[str]:
        """The top is false in every world that agrees with what is known to have occurred, gate by gate."""
        if self.value(self.review.fault_tree.top) is False:
            does_not_explain = "do not cause the top event: the tree does not explain the incident."
            is_near = "do not suffice for the top event: it was a near miss."
            yield f"The factors that occurred {is_near if self.is_near_miss else does_not_explain}"

    def value(self, id: str) -> bool | None:
        factor = self.review.factor(id)
        if factor:
            if factor.kind is FactorKind.HOUSE:
                return factor.state
            return {Occurred.YES: True, Occurred.NO: False}.get(factor.occurred)
        gate = self.review.fault_tree.gate(id)
        values = [self.value(each) for each in gate.inputs]
        least = {GateKind.ALL: len(values), GateKind.ATLEAST: gate.atleast}.get(gate.kind, 1)
        if gate.kind is GateKind.XOR:
            return None if None in values else values[0] != values[1]
        known = True if values.count(True) >= least else None
        known = False if values.count(True) + values.count(None) < least else known
        return known if gate.kind is not GateKind.NOT or known is None else not known

    def absences(self) -> Iterable[str]:
        bare = sorted((self.sorted(way.absent) for way in self.ways if not way.present), key=self.by_number)
        for absent in bare[:5]:
            verb = "is" if len(absent) == 1 else "are"
            yield f"The top event needs no factor at all while {listed(absent, 'and')} {verb} absent."

    def by_number(self, absent: list[str]) -> list[int]:
        """In the order of the list: by the numbers of the events negated, the last event first."""
        return sorted(-self.order[id] for id in absent)

    def single_points(self) -> Iterable[str]:
        singles = [way for way in self.ways if len(way.present) == 1 and not way.absent]
        live = [action for action in self.review.actions if action.status not in GIVEN_UP]
        touched = {id for action in live for id in (*action.eliminates, *action.reduces, *action.detects)}
        still = [id for way in singles if way in self.open for id in way.present]
        planned = [id for way in singles if way in self.left and way not in self.open for id in way.present]
        of = {
            "without any action": [id for id in still if id not in touched],
            "that no action eliminates": [id for id in still if id in touched],
            "that a planned action eliminates": planned,
            "that have been eliminated": [id for way in singles if way not in self.left for id in way.present],
        }
        for which, ids in of.items():
            if ids:
                yield f"Single points of failure {which}: {'; '.join(self.sorted(ids))}."

    def every_open_way(self) -> Iterable[str]:
        common = self.sorted(frozenset.intersection(*(way.present for way in self.open))) if self.open else []
        groups = self.groups()
        if groups and len(groups) == 1:
            return  # they are single points, which other sentences name
        if groups:
            every = [listed([group[0] for group in groups if len(group) == 1], "and")] if common else []
            choices = [f"one of {listed(group, 'or')}" for group in groups if len(group) > 1]
            parts = [*every, *choices]
            text = "; and ".join(["; ".join(parts[:-1]), parts[-1]]) if len(parts) > 1 else parts[0]
            yield f"Each of the {len(self.open)} open ways needs: {text}."
        elif common and len(self.open) > 1:
            yield f"Every open way needs: {listed(common, 'and')}."

    def groups(self) -> list[list[str]] | None:
        """Partition the events of open ways so that the ways are one of each group, if they are."""
        if len(self.open) < 3 or self.has_negation():
            return None
        used = self.sorted({id for way in self.open for id in way.present})
        groups: list[list[str]] = []
        for id in used:
            around = [way.present for way in self.open if id in way.present]
            alike = [group for group in groups if not any(way.intersection(group) for way in around)]
            if alike:
                alike[0].append(id)
            else:
                groups.append([id])
        one_of_each = all(
            len(way.present) == len(groups)
            and all(len(way.present.intersection(group)) == 1 for group in groups)
            for way in self.open
        )
        if not one_of_each or prod(map(len, groups)) != len(self.open):
            return None
        return sorted(groups, key=lambda group: (len(group), [self.order[id] for id in group]))

    def has_negation(self) -> bool:
        return any(way.absent for way in self.ways)

    def repairs(self) -> Iterable[str]:
        if not self.open:
            return
        sets = self.table.hitting_sets(self.open, self.table.events)
        ranked = sorted(
            (len(one), [self.order[id] for id in self.sorted(one)], self.sorted(one)) for one in sets
        )
        best = [ids for _, _, ids in ranked][:3]
        if not best:
            yield "Smallest repair: none, since eliminating factors does not close every open way."
            return
        fewest = [ids for ids in best if len(ids) == len(best[0])]
        yield f"Smallest repair: eliminate {self.eliminated(fewest)}, and no way is open."
        if len(fewest) == 1 and len(best) > 1:
            yield f"Next best repair: eliminate {self.eliminated(best[1:2])}."
        shown = best[:2] if len(fewest) == 1 else fewest
        single = {id for way in self.ways if len(way.present) == 1 and not way.absent for id in way.present}
        factors = list(dict.fromkeys(id for ids in shown for id in ids))
        on = {
            id: [a.id for a in self.review.actions if id in a.addresses and a.status not in GIVEN_UP]
            for id in factors
        }
        bare = [id for id in factors if not on[id] and id not in single]
        if bare:
            yield f"No action works on: {'; '.join(bare)}."
        for id, actions in on.items():
            if actions:
                yield f"{listed(actions, 'and')} {'does' if len(actions) == 1 else 'do'} not eliminate {id}."

    def eliminated(self, sets: list[list[str]]) -> str:
        """Every open single point is in every repair, so that one word does for several."""
        points = {id for way in self.open if len(way.present) == 1 and not way.absent for id in way.present}
        named = "every open single point of failure"
        if len(points) > 1:
            sets = [[named, *(id for id in ids if id not in points)] for ids in sets]
        common = [id for id in sets[0] if all(id in ids for ids in sets)]
        rests = [[id for id in ids if id not in common] for ids in sets]
        if len(sets) == 1:
            return listed(common, "and")
        if all(len(rest) == 1 for rest in rests):
            choice = listed([rest[0] for rest in rests], "or")
            return listed([*common, f"one of {choice}"], "and") if common else choice
        choices = "; or ".join(listed(rest, "and") for rest in rests)
        return f"{listed(common, 'and')}, together with {choices}" if common else choices

    def next_actions(self) -> Iterable[str]:
        if not self.left:
            return
        ranked = []
        for place, action in enumerate(self.review.actions):
            broken = [way for way in self.left if way.present & set(action.eliminates)]
            if action.status in NOT_DONE and broken:
                ranked.append((-weight(broken), -len(broken), place, action.id))
        if not ranked:
            yield "No action that is not done would close a remaining way."
            return
        best = [(id, -count) for heavy, count, _, id in sorted(ranked) if heavy == min(ranked)[0]]
        if len(self.left) == 1:
            yield f"Would close the remaining way when done: {most([id for id, _ in best])}."
        else:
            equally = "equally " if len(best) > 1 else ""
            names = most([f"{id} ({number_of_ways(count)})" for id, count in best])
            yield f"Would close most of the {len(self.left)} remaining ways when done: {equally}{names}."

    def heaviest(self) -> Iterable[str]:
        if len(self.open) < 2:
            return
        used = {id for way in self.open for id in way.present}
        ranked = []
        for id in used:
            ways = [way for way in self.open if id in way.present]
            ranked.append((-weight(ways), -len(ways), self.order[id], id))
        best = [(id, -count) for heavy, count, _, id in sorted(ranked) if heavy == min(ranked)[0]]
        if len(best) < len(used) and not all(all(id in way.present for way in self.open) for id, _ in best):
            equally = "equally " if len(best) > 1 else ""
            names = most([f"{id} (in {number_of_ways(count)})" for id, count in best])
            yield f"Weighs most in the {len(self.open)} open ways: {equally}{names}."

    def no_difference(self) -> Iterable[str]:
        used = {id for way in self.ways for id in (*way.present, *way.absent)}
        idle = [id for id in self.table.events if id not in used]
        if idle:
            yield f"Makes no difference to the top event: {'; '.join(idle)}."

    def sorted(self, ids: Iterable[str]) -> list[str]:
        return sorted(ids, key=self.order.__getitem__)


GIVEN_UP = (ActionStatus.DECLINED, ActionStatus.SUPERSEDED)


def weight(ways: list[Way]) -> float:
    return sum(0.5 ** len(way.present) for way in ways)


def number_of_ways(count: int) -> str:
    return "1 way" if count == 1 else f"{count} ways"


def most(names: list[str]) -> str:
    return f"{', '.join(names[:5])} and {len(names) - 5} more" if len(names) > 5 else listed(names, "and")


def listed(names: list[str], word: str) -> str:
    return f" {word} ".join([", ".join(names[:-1]), names[-1]]) if len(names) > 1 else names[0]


@pytest.mark.parametrize("seed", range(200))
def test_every_sentence_follows_from_the_truth_table(seed: int) -> None:
    review = random_review(seed)
    analysis = analyse(review, {})
    assert analysis is not None
    for is_near_miss in (False, True):
        found = [plain(sentence) for sentence in sentences(analysis, is_near_miss)]
        assert found == Expected(review, is_near_miss).sentences()


@pytest.mark.parametrize("seed", range(60))
def test_every_listed_way_says_its_state_and_by_how_many_factors_it_is_closed(seed: int) -> None:
    expected = Expected(random_review(seed))
    analysis = analyse(expected.review, {})
    assert analysis is not None
    state = dict.fromkeys(expected.ways, Standing.CLOSED) | dict.fromkeys(expected.left, Standing.PLANNED)
    state |= dict.fromkeys(expected.open, Standing.OPEN)
    listed = {(ids(way.factors), ids(way.absent)): (way.standing, way.depth) for way in analysis.cut_sets}
    assert listed == {
        (way.present, way.absent): (state[way], len(way.present & expected.done)) for way in expected.ways
    }
    is_single = [way.is_single for way in analysis.cut_sets]
    assert is_single.count(True) == sum(len(way.present) == 1 and not way.absent for way in expected.ways)


@pytest.mark.parametrize("seed", range(1, 60, 3))
def test_the_probability_is_that_of_the_worlds_in_which_the_top_is_true(seed: int) -> None:
    review, dice = random_review(seed), random.Random(seed)
    likely = {factor.id: dice.choice([0.01, 0.2, 0.5, 0.9]) for factor in review.factors}
    factors = tuple(
        factor if factor.state is not None else replace(factor, probability=likely[factor.id])
        for factor in review.factors
    )
    table = TruthTable(replace(review, factors=factors))
    chance = {id: 1.0 if review.factor(id).state else likely[id] for id in table.events}
    worlds = [world for world in range(1 << len(table.events)) if table.top >> world & 1]
    total = sum(
        prod(chance[id] if world >> place & 1 else 1 - chance[id] for place, id in enumerate(table.events))
        for world in worlds
    )
    analysis = analyse(table.review, {})
    assert analysis is not None
    found = [plain(each) for each in sentences(analysis) if each.label.startswith("Probability")]
    is_constant = table.top in (0, table.all)
    wanted = f"Probability of the top event: {total:.3g}, for independent factors."
    assert found == ([] if is_constant else [wanted])


def ids(factors: Iterable[Factor]) -> frozenset[str]:
    return frozenset(factor.id for factor in factors)


@pytest.mark.parametrize("seed", [seed for seed in range(63) if seed % 5])
def test_the_drawing_and_the_outline_say_the_same_of_gates_and_factors(seed: int) -> None:
    """A gate is closed where it is false in every world without what is eliminated, and a factor says why."""
    review = random_review(seed)
    analysis = analyse(review, {})
    assert analysis is not None
    tree, expected = review.fault_tree, Expected(review)
    assert tree is not None
    never = analysis.residual.never
    shown = ShownFindings(closed=tuple(never))
    below = {
        line.anchor.partition("-")[2]: line for line in outline(tree, review.factors, review.actions, shown)
    }
    closed = {gate.id for gate in tree.gates if gate.id in below and expected.is_closed(gate.id)}
    assert {id for id in below if id in never and tree.gate(id)} == closed
    assert {id for id, line in below.items() if line.is_closed and tree.gate(id)} == closed
    diagram = draw_fault_tree(ReviewedTree(tree, review.factors, review.actions, shown))
    assert ("✓ closed" in texts(diagram)) == bool(closed)
    states = [line.state for id, line in below.items() if tree.gate(id) is None]
    eliminated, planned = (states.count(state) for state in (Standing.CLOSED, Standing.PLANNED))
    assert eliminated == len(expected.done & below.keys())
    assert f"of these {eliminated} eliminated, {planned} to be eliminated, " in diagram.description


def test_long_lists_are_cut() -> None:
    ids = [f"f{number}" for number in range(30)]
    tree = FaultTree("top", (Gate("top", "", GateKind.ANY, tuple(ids)),))
    factors = tuple(Factor(id, id, "code") for id in ids)
    analysis = analyse(Review("r", ReviewStatus.DRAFT, "", "", factors, fault_tree=tree), {})
    assert analysis is not None
    (points,) = [plain(each) for each in sentences(analysis) if each.label.startswith("Single points")]
    assert points.endswith("; f18; f19; and 10 more.")
