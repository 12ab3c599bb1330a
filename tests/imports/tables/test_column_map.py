"""A map of columns: each mistake is said with its place, and with what was meant where that is near."""

import pytest

from pirgen.imports.tables import ColumnMap, read_column_map
from pirgen.imports.tables.columns import MEANINGS, guessed_columns

HEADS = ("Number", "Short description", "Opened (UTC)", "Closed", "Odd")
EXPECTED = "expected a meaning and a column a line, such as 'title: Short description'"


def problems(text: str) -> list[str]:
    chosen, wrong = read_column_map(text, "m.yaml")
    return [*wrong, *(guessed_columns(HEADS, chosen)[1] if not wrong else ())]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("", ["m.yaml:1:1: is empty; expected 'title: Short description'"]),
        ("# nothing yet\n", ["m.yaml:1:1: is empty; expected 'title: Short description'"]),
        ("- title\n", [f"m.yaml:1:1: {EXPECTED}"]),
        ("title\n", [f"m.yaml:1:1: {EXPECTED}"]),
        ("title:\n", ["m.yaml:1:7: 'title' has no column; expected the head of one column"]),
        ("title: [Odd]\n", ["m.yaml:1:8: 'title' has a list or mapping; expected the head of one column"]),
        ("title: Odd\ntitle: Closed\n", ["m.yaml:2:1: key 'title' is written twice in the same mapping"]),
        ("\ttitle: Odd\n", ["m.yaml:1:1: tab in indentation"]),
        ("id: Number\ntitle: Short descripton\n", [
            "m.yaml:2:8: there is no column 'Short descripton'; did you mean 'Short description'?"
        ]),
        ("title: Wo\n", [
            "m.yaml:1:8: there is no column 'Wo'; the table has 'Number', 'Short description', 'Opened (UTC)', "
            "'Closed', 'Odd'"
        ]),
        ("titel: Odd\n", ["m.yaml:1:1: 'titel' is not a meaning; did you mean 'title'?"]),
        ("end time: Closed\n", ["m.yaml:1:1: 'end time' is not a meaning; did you mean 'resolved'?"]),
        ("hull: Odd\n", [
            f"m.yaml:1:1: 'hull' is not a meaning; expected one of {', '.join(MEANINGS)}"
        ]),
        ("Short description: title\n", [
            "m.yaml:1:1: 'Short description' is not a meaning; "
            "the meaning comes first: 'title: Short description'"
        ]),
        ("title: Odd\nsummary: odd\n", [
            "m.yaml:2:10: column 'odd' is 'title' already; a column has one meaning"
        ]),
    ],
)  # fmt: skip
def test_a_mistake_in_a_map_is_said_at_its_place(text: str, told: list[str]) -> None:
    assert problems(text) == told


def test_what_is_named_comes_before_what_is_guessed() -> None:
    chosen, wrong = read_column_map("title: ODD\n", "m.yaml")
    assert wrong == ()
    columns, _ = guessed_columns(HEADS, chosen)
    assert columns == {"id": "Number", "title": "Odd", "detected": "Opened (UTC)", "resolved": "Closed"}
    columns, _ = guessed_columns(HEADS, ColumnMap())
    assert columns["title"] == "Short description"
