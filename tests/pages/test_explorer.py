"""Facets count rows and stand in an expected order; their values survive the way into HTML."""

import pytest

from pirgen.pages.explorer import FacetValue, attributes, facet

WORDS = {"low": "Low", "high": "High", "never": "Never"}


def test_choices_stand_in_the_order_of_the_words_then_by_title() -> None:
    found = [("high",), ("zebra",), ("low", "apple"), ("low",)]
    assert facet("level", "Level", found, WORDS).choices == (
        FacetValue("low", "Low", 2),
        FacetValue("high", "High", 1),
        FacetValue("apple", "apple", 1),
        FacetValue("zebra", "zebra", 1),
    )


def test_choices_by_frequency_start_with_the_most_frequent() -> None:
    found = [("b",), ("a",), ("c", "b"), ("B",)]
    chosen = facet("tag", "Tag", found, {}, is_by_frequency=True).choices
    assert [(choice.id, choice.count) for choice in chosen] == [("b", 2), ("a", 1), ("B", 1), ("c", 1)]


def test_a_value_that_a_row_repeats_counts_once() -> None:
    assert facet("tag", "Tag", [("a", "a")], {}).choices == (FacetValue("a", "a", 1),)


@pytest.mark.parametrize(("number", "is_long"), [(10, False), (11, True)])
def test_many_choices_by_frequency_are_long(number: int, is_long: bool) -> None:
    found = [(str(place),) for place in range(number)]
    assert facet("tag", "Tag", found, {}, is_by_frequency=True).is_long is is_long
    assert facet("year", "Year", found, {}).is_long is False


def test_attributes_keep_what_would_part_or_end_them() -> None:
    values = {"service": ("a|b", "100%", '"><script>'), "tag": (), "year": ("2025",)}
    assert attributes(values) == ('data-service="a%7Cb|100%25|&#34;&gt;&lt;script&gt;" data-year="2025"')
