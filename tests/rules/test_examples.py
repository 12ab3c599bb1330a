"""Every rule's bad example trips exactly that rule, its good one nothing."""

from pathlib import Path

import pytest

from pirgen.rules import RULES, Rule
from pirgen.source import READING_CODES
from tests.conftest import found

by_code = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)


@by_code
def test_bad_example_trips_its_rule_only(rule: Rule, tmp_path: Path) -> None:
    assert {diagnostic.code for diagnostic in found(tmp_path, rule.explanation.bad)} == {rule.code}


@by_code
def test_good_example_trips_nothing(rule: Rule, tmp_path: Path) -> None:
    assert found(tmp_path, rule.explanation.good) == ()


@by_code
def test_a_rule_explains_itself(rule: Rule) -> None:
    assert len(rule.explanation.reason) > 20
    assert not rule.explanation.title.endswith(".")


def test_codes_are_unique() -> None:
    codes = [rule.code for rule in RULES] + [explanation.code for explanation in READING_CODES]
    assert len(codes) == len(set(codes))


def test_the_base_of_the_examples_is_clean(tmp_path: Path) -> None:
    assert found(tmp_path, "") == ()
