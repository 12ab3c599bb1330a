import pytest
from hypothesis import given
from hypothesis import strategies as st

from pirgen.wording import plain_text
from pirgen.wording.plain_text import plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**bold**, *slanted* and _also_ slanted", "bold, slanted and also slanted"),
        ("`max_wal_senders` of `a*b*c`", "max_wal_senders of a*b*c"),
        ('see [the *log*](https://example.org/a_b_c "title")', "see the log"),
        ("![a chart](chart.png)", "a chart"),
        ("![](chart.png)", "picture"),
        ("<https://example.org/a_b>", "https://example.org/a_b"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        (r"not \*slanted\*", "not *slanted*"),
        ("two\nlines", "two lines"),
        ("a < b & c", "a < b & c"),
        ("&amp; <b>", "& <b>"),
        ("***all***", "all"),
        ("# 3 of *the* first", "# 3 of the first"),
        ("1. one `x`", "1. one x"),
        ("[x](javascript:alert(1))", "[x](javascript:alert(1))"),
        ("# Head\n\n- a\n- *b*\n\n| c | d |\n|--|--|\n| 1 | 2 |\n\n```\ncode\n```", "Head a b c d 1 2 code"),
    ],
)
def test_words_stay_and_marks_go(markdown: str, text: str) -> None:
    assert plain(markdown) == text


@given(st.text("ab 1.,:-=+#~|>_\n\t\r\u2028é", max_size=12))
def test_what_is_read_without_a_reader_is_what_a_reader_reads(text: str) -> None:
    if "\n" in text.strip():
        assert plain(text) == plain_text._plain(text)
