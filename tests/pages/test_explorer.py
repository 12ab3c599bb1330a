"""Facets count rows and stand in an expected order; their values survive the way into HTML."""

from collections.abc import Sequence

import pytest
from markupsafe import Markup

from pirgen.pages.explorer import ExplorerRow, ExplorerTable, FacetValue, attributes, facet
from tests.pages.explorer_data import ExplorerData, read_data

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


def a_table(names: Sequence[str]) -> ExplorerTable:
    rows = tuple(ExplorerRow({"name": Markup(name)}, {}) for name in names)
    return ExplorerTable("things.md", "thing", "things", rows, (), (), {"name": "name"})


def data_of(table: ExplorerTable) -> ExplorerData:
    return read_data({asset.path: asset.text for asset in table.rows_assets})


@pytest.mark.parametrize(("number", "parts"), [(500, []), (501, ["things-rows-0.js", "things-rows-1.js"])])
def test_more_than_500_rows_say_what_they_say_in_parts(number: int, parts: list[str]) -> None:
    names = [f"a name of some length, {place}" for place in range(number)]
    table = a_table(names)
    assert [asset.path for asset in table.rows_assets] == ["things-rows.js", *parts]
    assert data_of(table).cell("name") == names


@pytest.mark.parametrize(
    ("names", "column"),
    [
        (["ten-digits", "b", "b"], ["b", "b", "ten-digits"]),
        (["a", "b", "a", "c"], ["c", "a", "b", "a"]),
        (["a", "a", "b", "b"], {"texts": ["b", "a"], "places": [0, 0, 1, 1]}),
        (["eleven-sign", "b", "b"], None),
    ],
)
def test_what_is_short_and_sorted_by_comes_with_the_facets_and_says_equal_texts_once(
    names: list[str], column: object
) -> None:
    data = data_of(a_table(names))
    assert data.document["cells"].get("name") == column
    assert data.cell("name") == names
