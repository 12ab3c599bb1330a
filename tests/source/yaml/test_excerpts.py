"""Words of a value are found again in every way that YAML can write it, or the whole value is shown."""

import pytest

from pirgen.diagnostics import Excerpt, Span
from pirgen.source.yaml.excerpts import narrowed
from pirgen.source.yaml.nodes import Mapping, Scalar
from pirgen.source.yaml.tree import parse


def placed(source: str, words: str, nth: int = 0) -> tuple[str, bool]:
    """What the source has at the span of the nth such words of its one value, and whether it was narrowed."""
    node, _ = parse(source, "x.yaml")
    assert isinstance(node, Mapping)
    value = node.entries[0][1]
    assert isinstance(value, Scalar)
    text = value.text.strip()
    start = -1
    for _ in range(nth + 1):
        start = text.index(words, start + 1)
    span = narrowed(value.span, Excerpt(text, start, start + len(words)), source)
    return _at(span, source), span != value.span


def _at(span: Span, source: str) -> str:
    lines = source.split("\n")[span.line - 1 : span.end_line]
    lines[-1] = lines[-1][: span.end_column - 1]
    lines[0] = lines[0][span.column - 1 :]
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("source", "words", "nth", "expected"),
    [
        ("a: it was human error again\n", "human error", 0, "human error"),
        ("a: human error, then human error\n", "human error", 1, "human error"),
        ("a: 'it''s human error'\n", "human error", 0, "human error"),
        ('a: "tab\\there, human error"\n', "human error", 0, "human error"),
        ("a: wide 日本 letters, human error\n", "human error", 0, "human error"),
        ("a: >-\n  it was a human\n  error again\n", "human error", 0, "human\n  error"),
        ("a: |\n  one\n\n  two human error\nb: 1\n", "human error", 0, "human error"),
        ("a: it was human\n  error\n", "human error", 0, "human\n  error"),
        ("a: >\r\n  it was\r\n  human error\r\n", "human error", 0, "human error"),
    ],
)
def test_words_are_found(source: str, words: str, nth: int, expected: str) -> None:
    assert placed(source, words, nth) == (expected, True)


def test_the_second_of_two_is_told_from_the_first() -> None:
    source = "a: error here, error there\n"
    node, _ = parse(source, "x.yaml")
    assert isinstance(node, Mapping)
    text = "error here, error there"
    second = narrowed(node.entries[0][1].span, Excerpt(text, 12, 17), source)
    assert second == Span(1, 16, 1, 21)


@pytest.mark.parametrize(
    "source",
    [
        'a: "it was human \\x65rror"\n',
        "a: 'it was the human''s error'\n",
        "a: | # not a human error\n  human error\n",
    ],
)
def test_what_cannot_be_told_for_sure_is_the_whole_value(source: str) -> None:
    words = "human's error" if "''" in source else "human error"
    assert placed(source, words)[1] is False


def test_words_in_a_line_continued_by_a_backslash_are_the_whole_value() -> None:
    assert placed('a: "human \\\n  error"\n', "human error")[1] is False
