import pytest
from hypothesis import given
from hypothesis import strategies as some

from pirgen.source.yaml.characters import text_of
from pirgen.source.yaml.nodes import Mapping, Node, Scalar, Sequence
from pirgen.source.yaml.tree import parse, parse_patched


def codes(text: str) -> list[str]:
    return [problem.code for problem in parse(text, "x.yaml")[1]]


def value(text: str) -> str:
    node, problems = parse(f"key: {text}\n", "x.yaml")
    assert problems == ()
    assert isinstance(node, Mapping)
    scalar = node.entries[0][1]
    assert isinstance(scalar, Scalar)
    return scalar.text


@pytest.mark.parametrize(
    "text",
    ["12:30", "no", "on", "1.10", "010", "0x1F", "1_000", "1e3", "2026-01-05", "~", "null", "1:59:59", ".nan"],
)
def test_a_plain_value_is_kept_as_written(text: str) -> None:
    assert value(text) == text


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("[" * 25_000, "PIR010"),
        ("{a: " * 25_000, "PIR010"),
        ("- " * 40_000, "PIR010"),
        ("a: &x [1]\nb: *x\n", "PIR008"),
        ("a: !!python/object:os.system x\n", "PIR009"),
        ("%YAML 1.1\n---\na: 1\n", "PIR011"),
        ("? [a, b]\n: 1\n", "PIR012"),
        (f"{'k' * 200}: 1\n", "PIR012"),
        ('a: "\\ud83d"\n', "PIR005"),
        ("a:\n\tb: 1\n", "PIR006"),
        ("a: x\0\n", "PIR002"),
        ("a: 'don't'\n", "PIR005"),
        ("a: `x`\n", "PIR005"),
        ("a: %x\n", "PIR005"),
        ("a: *important*\n", "PIR005"),
        ("a: [1, 2\nb: 3\n", "PIR005"),
        ("a: 1\n b: 2\n", "PIR005"),
        ("- a\nb: 1\n", "PIR005"),
    ],
)
def test_what_no_review_needs_is_one_code_and_no_crash(text: str, code: str) -> None:
    assert code in codes(text)


def test_a_merge_bomb_costs_nothing() -> None:
    lines = ["a0: &a0 {x: 1}"] + [f"a{n}: &a{n} {{<<: [{', '.join([f'*a{n - 1}'] * 9)}]}}" for n in range(1, 9)]
    assert set(codes("\n".join(lines) + "\n")) == {"PIR008"}


def test_keys_and_values_know_their_places() -> None:
    node, _ = parse("title: Orders fail\nlist:\n  - a\n  - bc\n", "x.yaml")
    assert isinstance(node, Mapping)
    (title, text), (_, items) = node.entries
    assert (title.span.line, title.span.column, title.span.end_column) == (1, 1, 6)
    assert (text.span.line, text.span.column, text.span.end_column) == (1, 8, 19)
    assert isinstance(items, Sequence)
    assert [(item.span.line, item.span.column) for item in items.items] == [(3, 5), (4, 5)]


def spans(node: Node) -> list[tuple[int, int]]:
    if isinstance(node, Scalar):
        return [(node.span.line, node.span.column)]
    inner = [item for pair in node.entries for item in pair] if isinstance(node, Mapping) else node.items
    return [place for item in inner for place in spans(item)]


@given(some.text(some.characters(codec="utf-8", exclude_categories=["C", "Z"]), max_size=60))
def test_any_text_is_read_or_reported_within_its_lines(text: str) -> None:
    node, problems = parse(f"a: {text}\n", "x.yaml")
    places = [(problem.place.span.line, problem.place.span.column) for problem in problems]
    places += spans(node) if node else []
    assert node is not None or problems
    assert all(1 <= line <= 2 and 1 <= column <= len(text) + 5 for line, column in places)


SIGNS = some.text("{}[]:-#&*!|>'\"%@`,? \n\tab0")
ANY_LETTERS = some.text(some.characters(codec="utf-8"), max_size=60)


@given(some.binary(max_size=80) | (SIGNS | ANY_LETTERS).map(str.encode))
def test_any_bytes_are_read_or_reported(content: bytes) -> None:
    text, problems = text_of(content, "x.yaml")
    assert text is not None or problems
    if text is not None:
        node, slips = parse_patched(text, "x.yaml")
        assert node is not None or problems or slips or not text.text.strip() or "#" in text.text
        places = [found.place.span for found in (*problems, *slips)]
        assert all(text.file.written(span) is not None and span.line <= len(text.file) for span in places)
