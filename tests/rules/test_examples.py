"""Every code's bad example trips exactly that code, its good one nothing."""

from pathlib import Path

import pytest

from pirgen.diagnostics import Explanation
from pirgen.rules import RULES
from pirgen.rules.catalogue import EXPLANATIONS, families
from pirgen.source import READING_CODES
from tests.conftest import found

NOT_AS_TEXT = {"PIR001", "PIR003", "PIR004", "PIR015", "PIR018", "PIR019", "PIR020", "PIR338"}
"""Codes whose mistake cannot be shown as YAML: bytes, sizes, links, files beside the YAML, other
folders, large trees."""

by_code = pytest.mark.parametrize("explanation", EXPLANATIONS.values(), ids=lambda each: each.code)
by_example = pytest.mark.parametrize(
    "explanation",
    [each for each in EXPLANATIONS.values() if each.code not in NOT_AS_TEXT],
    ids=lambda each: each.code,
)


@by_example
def test_bad_example_trips_its_code_only(explanation: Explanation, tmp_path: Path) -> None:
    assert {diagnostic.code for diagnostic in found(tmp_path, explanation.bad)} == {explanation.code}


@by_example
def test_good_example_trips_nothing(explanation: Explanation, tmp_path: Path) -> None:
    assert found(tmp_path, explanation.good) == ()


@by_code
def test_a_code_explains_itself(explanation: Explanation) -> None:
    assert len(explanation.reason) > 20
    assert not explanation.title.endswith(".")


def test_codes_are_unique() -> None:
    assert len(EXPLANATIONS) == len(RULES) + len(READING_CODES)


def test_every_family_has_a_title() -> None:
    assert [title for title, _ in families() if title.startswith("PIR")] == []
    assert [each for _, members in families() for each in members] == list(EXPLANATIONS.values())


def test_the_base_of_the_examples_is_clean(tmp_path: Path) -> None:
    assert found(tmp_path, "") == ()
