"""No bucket, state or part of an analysis is empty in both books."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import partial

import pytest

from pirgen.analysis.backlog import BUCKETS, BacklogItem, States, by_age, states
from pirgen.analysis.backlog_groups import by_due, by_policy, by_priority, by_type, parted_by_lateness
from pirgen.analysis.factor_status import status_of
from pirgen.analysis.open_paths import Standing, TreeAnalysis
from pirgen.analysis.reviewing import publications, unreviewed
from pirgen.retrieval import searchable
from pirgen.retrieval.related import RelatedIncidents
from tests.showcase.conftest import Shown

_FINDINGS = {"constant", "factored", "in_no_set", "order_limit"}
"""Parts of a tree's analysis that are a finding of 'pirgen check', or that only a very large tree has."""


@pytest.fixture(scope="session")
def all_states(shown: Shown) -> list[States]:
    return [states(each.items) for each in shown.statistics]


def _empty(things: Iterable[object]) -> set[str]:
    """The fields that are empty in every one of these."""
    listed = list(things)
    names = {field.name for thing in listed for field in fields(thing)}  # type: ignore[arg-type]
    return {name for name in names if not any(getattr(thing, name) for thing in listed)}


def test_actions_are_in_every_state(all_states: list[States]) -> None:
    assert _empty(all_states) == set()


def test_open_actions_are_of_every_age_date_priority_and_type(all_states: list[States]) -> None:
    still_open = [item for each in all_states for item in each.open]
    assert {bucket for bucket, found in by_age(still_open) if found} >= {*BUCKETS, None}
    for groups in (by_due(still_open), by_priority(still_open), by_type(still_open)):
        assert [group.title for group in groups if not group.items] == []


def test_overdue_actions_are_late_by_date_by_policy_and_for_long(all_states: list[States]) -> None:
    overdue: list[BacklogItem] = [item for each in all_states for item in each.overdue]
    assert all(parted_by_lateness(overdue))
    assert [item for item in overdue if item.past_due and not item.past_policy]
    assert [item for item in overdue if item.past_policy and not item.past_due]


def test_a_policy_has_actions_over_within_and_of_unknown_age(shown: Shown, all_states: list[States]) -> None:
    policies = [
        policy
        for each, found in zip(shown.statistics, all_states, strict=True)
        for policy in by_policy(found.open, each.book.vocabulary)
    ]
    assert _empty(policies) == set()


def test_ways_to_fail_are_open_planned_and_broken(shown: Shown) -> None:
    trees: list[TreeAnalysis] = [tree for each in shown.statistics for tree in each.trees.values()]
    assert _empty(trees) <= _FINDINGS
    assert {standing for tree in trees for standing, count in tree.counts.items() if count} == {*Standing}


def test_factors_are_open_planned_broken_and_untouched(shown: Shown) -> None:
    found = {
        status_of(factor, review.actions)
        for each in shown.statistics
        for review in each.book.reviews
        for factor in review.factors
    }
    assert found == {*Standing, None}


def test_whatever_can_recur_does(shown: Shown) -> None:
    assert _empty(each.recurrence for each in shown.statistics) == set()


def test_incidents_are_related_in_every_way(shown: Shown) -> None:
    found = [
        relation
        for each in shown.statistics
        for related in [RelatedIncidents(each.book, partial(searchable, each.book))]
        for incident in each.book.incidents
        for relation in related.of(incident)
    ]
    assert _empty(found) == set()


def test_reviews_are_missing_being_written_late_and_published(shown: Shown) -> None:
    waiting = [one for each in shown.statistics for one in unreviewed(each.book, each.as_of)]
    assert {one.is_late for one in waiting} == {True, False}
    published = [one for each in shown.statistics for one in publications(each.book)]
    assert {one.after is None for one in published} == {True, False}
