import pytest
from hypothesis import given
from hypothesis import strategies as some

from pirgen.diagnostics import Edit, Fix, Lines, Span, apply_fixes, reordered


def fix(line: int, column: int, end_column: int, text: str) -> Fix:
    return Fix((Edit(Span(line, column, line, end_column), text),))


def test_a_fix_changes_its_span_and_nothing_else() -> None:
    text, made = apply_fixes("a: 1 # why\nb: 2\n", [fix(1, 4, 5, "one")])
    assert text == "a: one # why\nb: 2\n"
    assert len(made) == 1


def test_fixes_of_one_text_do_not_move_each_other() -> None:
    text, _ = apply_fixes("a: 1\nb: 2\n", [fix(1, 1, 2, "alpha"), fix(1, 4, 5, "one"), fix(2, 4, 5, "two")])
    assert text == "alpha: one\nb: two\n"


def test_of_two_that_overlap_the_first_is_made() -> None:
    first, second = fix(1, 1, 4, "x"), fix(1, 3, 5, "y")
    assert apply_fixes("abcdef", [first, second]) == ("xdef", (first,))


def test_a_fix_of_several_edits_is_made_whole_or_not_at_all() -> None:
    both = Fix((Edit(Span(1, 1, 1, 2), "x"), Edit(Span(1, 5, 1, 6), "y")))
    other = fix(1, 5, 6, "z")
    assert apply_fixes("abcdef", [other, both]) == ("abcdzf", (other,))


LIST = """\
timeline: # in order
  # the second
  - at: 2
    text: two
  - at: 1 # first
x: y
"""


@pytest.mark.parametrize("line_end", ["\n", "\r\n"])
def test_entries_move_with_the_comments_above_them(line_end: str) -> None:
    text = LIST.replace("\n", line_end)
    moved = reordered(Lines(text), [Span(3, 5, 5, 3), Span(5, 5, 6, 1)], (1, 0))
    assert moved is not None
    assert not moved.is_safe
    lines = LIST.split("\n")
    expected = [lines[0], lines[4], *lines[1:4], *lines[5:]]
    assert apply_fixes(text, [moved])[0] == line_end.join(expected)


def test_entries_that_share_a_line_stay_where_they_are() -> None:
    assert reordered(Lines("x: [b, a]\n"), [Span(1, 5, 1, 6), Span(1, 8, 1, 9)], (1, 0)) is None


@given(some.text("ab\n\r é\N{FIRE}"), some.data())
def test_every_offset_has_one_line_and_column(text: str, data: some.DataObject) -> None:
    lines = Lines(text)
    offset = data.draw(some.integers(0, len(text)))
    assert lines.offset(*lines.position(offset)) == offset
