"""What a fault tree says, in sentences: the one place for them, for pages, terminals and programs.

A way to fail is open, planned or closed; eliminating one of its factors closes it. Every
sentence is derived again from truth tables by ``tests/reports/test_tree_sentences.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass

from pirgen.analysis.factor_status import GIVEN_UP
from pirgen.analysis.open_paths import CutSet, SmallestRepair, Standing, TreeAnalysis
from pirgen.model import Action, Factor, Occurred
from pirgen.wording.plurals import counted

__all__ = ["Sentence", "left_out", "plain", "sentences"]

_MOST_NAMED = 5
_MOST_LISTED = 20
_REPAIR = "Smallest repair"

Part = str | Factor | Action


@dataclass(frozen=True)
class Sentence:
    """A sentence whose parts are words, factors and actions; ``label`` says in few words what it is about."""

    label: str
    parts: tuple[Part, ...]


def plain(sentence: Sentence, name: Callable[[Factor | Action], str] = lambda thing: thing.id) -> str:
    """The sentence as text; factors and actions are named by their ids unless something else is asked for."""
    words = "".join(part if isinstance(part, str) else name(part) for part in sentence.parts)
    return f"{sentence.label}: {words}" if sentence.label else words


def left_out(tree: TreeAnalysis, listed: Sequence[CutSet]) -> str:
    """How many ways to fail are not listed, by state: ``3 planned, 1,200 closed``."""
    left = dict(tree.counts)
    for way in listed:
        left[way.standing] -= 1
    return ", ".join(f"{count:,} {standing.value}" for standing, count in left.items() if count)


def sentences(tree: TreeAnalysis, is_near_miss: bool = False) -> tuple[Sentence, ...]:
    """Everything to say about a tree; the top of a near miss is what did not come about."""
    if tree.constant is not None:
        how = "always" if tree.constant else "never"
        return (_sentence(f"With these gates the top event {how} occurs, whatever the factors are."),)
    return (
        *_count(tree),
        *_explanation(tree, is_near_miss),
        *_nothing_needed(tree),
        *_single_points(tree),
        *_every_open_way(tree),
        *_repair(tree),
        *_next_actions(tree),
        *_heaviest(tree),
        *_labelled("Makes no difference to the top event", tree.in_no_set),
        *_probability(tree),
    )


def _sentence(*parts: Part, label: str = "") -> Sentence:
    return Sentence(label, tuple(part for part in parts if part != ""))


def _labelled(label: str, factors: Sequence[Factor]) -> Iterator[Sentence]:
    """The factors after a label, if there are any."""
    more = len(factors) - _MOST_LISTED
    if factors:
        listed = _joined([(factor,) for factor in factors[:_MOST_LISTED]], "; ", "; ")
        yield _sentence(*listed, f"; and {more:,} more" if more > 0 else "", ".", label=label)


def _count(tree: TreeAnalysis) -> Iterator[Sentence]:
    if tree.order_limit == 1:
        yield _sentence("The tree is too large to list its ways to fail: only single points were looked for.")
    elif tree.order_limit:
        most = f"those of at most {tree.order_limit} factors"
        yield _sentence(f"The tree is too large for all ways to fail: these are {most}; there may be more.")
    found = " of that size" if tree.order_limit else ""
    states = [(count, standing.value) for standing, count in tree.counts.items()]
    only = [state for count, state in states if count == tree.total]
    if not tree.total:
        yield _sentence(f"There is no way to fail{found}.")
    elif tree.total == 1:
        yield _sentence(f"There is 1 way to fail{found}, and it is {only[0]}.")
    elif only:
        yield _sentence(f"There are {tree.total:,} ways to fail{found}, and all are {only[0]}.")
    else:
        counts = ", ".join(f"{count:,} {state}" for count, state in states)
        yield _sentence(f"There are {tree.total:,} ways to fail{found}: {counts}.")


def _explanation(tree: TreeAnalysis, is_near_miss: bool) -> Iterator[Sentence]:
    if tree.top_occurred is Occurred.NO and is_near_miss:
        yield _sentence("The factors that occurred do not suffice for the top event: it was a near miss.")
    elif tree.top_occurred is Occurred.NO:
        does_not = "do not cause the top event: the tree does not explain the incident."
        yield _sentence(f"The factors that occurred {does_not}")


def _nothing_needed(tree: TreeAnalysis) -> Iterator[Sentence]:
    for way in tree.needs_no_factor[:_MOST_NAMED]:
        if way.absent:
            absent = _listed(way.absent, "and")
            verb = " is absent." if len(way.absent) == 1 else " are absent."
            yield _sentence("The top event needs no factor at all while ", *absent, verb)
        else:
            yield _sentence("The top event needs no factor at all while every factor is absent.")


def _single_points(tree: TreeAnalysis) -> Iterator[Sentence]:
    points: dict[Standing, list[Factor]] = {standing: [] for standing in Standing}
    for way in tree.single_points:
        points[way.standing].append(way.factors[0])
    bare = [factor for factor in points[Standing.OPEN] if factor.id not in tree.worked_on]
    touched = [factor for factor in points[Standing.OPEN] if factor.id in tree.worked_on]
    yield from _labelled("Single points of failure without any action", bare)
    yield from _labelled("Single points of failure that no action eliminates", touched)
    yield from _labelled("Single points of failure that a planned action eliminates", points[Standing.PLANNED])
    yield from _labelled("Single points of failure that have been eliminated", points[Standing.CLOSED])


def _every_open_way(tree: TreeAnalysis) -> Iterator[Sentence]:
    count = tree.counts[Standing.OPEN]
    if tree.factored and (tree.factored.every or len(tree.factored.one_of) > 1):
        every = [tuple(_listed(tree.factored.every, "and"))] if tree.factored.every else []
        groups = [("one of ", *_listed(group, "or")) for group in tree.factored.one_of]
        needed = _joined([*every, *groups], "; ", "; and ")
        yield _sentence(*needed, ".", label=f"Each of the {count:,} open ways needs")
    elif tree.in_every_open_set and count > 1:
        yield _sentence(*_listed(tree.in_every_open_set, "and"), ".", label="Every open way needs")


def _repair(tree: TreeAnalysis) -> Iterator[Sentence]:
    if not tree.counts[Standing.OPEN]:
        return
    if tree.repairs is None:
        yield _sentence("not known for a tree of this size.", label=_REPAIR)
    elif not tree.repairs:
        yield _sentence("none, since eliminating factors does not close every open way.", label=_REPAIR)
    else:
        fewest = len(tree.repairs[0].factors)
        shown = [each for each in tree.repairs if len(each.factors) == fewest]
        yield _sentence("eliminate ", *_eliminated(shown, tree), ", and no way is open.", label=_REPAIR)
        if len(shown) == 1 and len(tree.repairs) > 1:
            shown = [*tree.repairs[:2]]
            yield _sentence("eliminate ", *_eliminated(shown[1:], tree), ".", label="Next best repair")
        yield from _missing_actions(shown, {way.factors[0] for way in tree.single_points})


def _eliminated(repairs: Sequence[SmallestRepair], tree: TreeAnalysis) -> Iterator[Part]:
    """What to eliminate: open single points in a word, what all repairs have, then what each has beside."""
    points = [way.factors[0] for way in tree.single_points if way.standing is Standing.OPEN]
    points = points if len(points) > 1 else []
    first = [factor for factor in repairs[0].factors if factor not in points]
    shared = [factor for factor in first if all(factor in each.factors for each in repairs)]
    beside = [[factor for factor in each.factors if factor not in (*points, *shared)] for each in repairs]
    always: list[tuple[Part, ...]] = [("every open single point of failure",)] if points else []
    always += [(factor,) for factor in shared]
    if len(repairs) > 1 and all(len(each) == 1 for each in beside):
        choice = _listed([factor for (factor,) in beside], "or")
        yield from _joined([*always, ("one of " if always else "", *choice)], ", ", " and ")
        return
    yield from _joined(always, ", ", " and ")
    if len(repairs) > 1:
        yield ", together with " if always else ""
        yield from _joined([tuple(_listed(each, "and")) for each in beside], "; or ", "; or ")


def _missing_actions(repairs: Sequence[SmallestRepair], single: Collection[Factor]) -> Iterator[Sentence]:
    """Of the factors of the repairs, those that need a new action, and those that an action only touches.

    Which single points need one, the sentences about them say.
    """
    on: dict[Factor, list[Action]] = {}
    for repair in repairs:
        for factor, actions in zip(repair.factors, repair.actions, strict=True):
            on[factor] = [action for action in actions if action.status not in GIVEN_UP]
    yield from _labelled(
        "No action works on", [factor for factor in on if not on[factor] and factor not in single]
    )
    for factor, working in on.items():
        if working:
            verb = " does not eliminate " if len(working) == 1 else " do not eliminate "
            yield _sentence(*_listed(working, "and"), verb, factor, ".")


def _next_actions(tree: TreeAnalysis) -> Iterator[Sentence]:
    if not tree.remaining:
        return
    if not tree.next_actions:
        yield _sentence("No action that is not done would close a remaining way.")
        return
    best = [(each.action, f" ({counted(each.closes, 'way')})") for each in tree.best_actions]
    if tree.remaining == 1:
        label = "Would close the remaining way when done"
        yield _sentence(*_most([(each.action,) for each in tree.best_actions]), ".", label=label)
    else:
        label = f"Would close most of the {tree.remaining:,} remaining ways when done"
        yield _sentence("equally " if len(best) > 1 else "", *_most(best), ".", label=label)


def _heaviest(tree: TreeAnalysis) -> Iterator[Sentence]:
    count = tree.counts[Standing.OPEN]
    best = [(each.factor, f" (in {counted(each.ways, 'way')})") for each in tree.heaviest]
    heaviest = {each.factor for each in tree.heaviest}
    is_news = len(heaviest) < len(tree.open_weights) and not heaviest <= set(tree.in_every_open_set)
    if count > 1 and is_news:
        equally = "equally " if len(best) > 1 else ""
        yield _sentence(equally, *_most(best), ".", label=f"Weighs most in the {count:,} open ways")


def _probability(tree: TreeAnalysis) -> Iterator[Sentence]:
    if tree.probability is not None:
        label = "Probability of the top event"
        yield _sentence(f"{tree.probability:.3g}, for independent factors.", label=label)


def _most(groups: Sequence[Sequence[Part]]) -> Iterator[Part]:
    """The first few groups, and how many more there are."""
    more = len(groups) - _MOST_NAMED
    yield from _joined(groups[:_MOST_NAMED], ", ", ", " if more > 0 else " and ")
    yield f" and {more:,} more" if more > 0 else ""


def _listed(things: Iterable[Factor | Action], word: str) -> Iterator[Part]:
    """``A``, ``A and B``, ``A, B and C``."""
    return _joined([(thing,) for thing in things], ", ", f" {word} ")


def _joined(groups: Sequence[Sequence[Part]], between: str, last: str) -> Iterator[Part]:
    for place, group in enumerate(groups):
        yield "" if place == 0 else last if place == len(groups) - 1 else between
        yield from group
