import pytest

from pirgen.diagrams.text.plain import plain


@pytest.mark.parametrize(
    ("markdown", "text"),
    [
        ("**bold**, *slanted* and _also_ slanted", "bold, slanted and also slanted"),
        ("`max_wal_senders` of `a*b*c`", "max_wal_senders of a*b*c"),
        ('see [the *log*](https://example.org/a_b_c "title")', "see the log"),
        ("![a chart](chart.png)", "a chart"),
        ("<https://example.org/a_b>", "https://example.org/a_b"),
        ("snake_case_name and 2 * 3 * 4", "snake_case_name and 2 * 3 * 4"),
        (r"not \*slanted\*", "not *slanted*"),
        ("two\nlines", "two lines"),
        ("a < b & c", "a < b & c"),
        ("***all***", "all"),
    ],
)
def test_words_stay_and_marks_go(markdown: str, text: str) -> None:
    assert plain(markdown) == text
