"""Laws of waivers: a '#' in a value is no comment, whatever the value; one behind it is."""

import json

from hypothesis import given
from hypothesis import strategies as some

from pirgen.source.waivers import read_waivers
from pirgen.source.yaml.tree import parse

WAIVER = "# pirgen: allow PIR209 because of it"
WORDS = some.lists(
    some.sampled_from([WAIVER, "#", "# pirgen:", "'", "\\", "|", ">", "a", "漢", ": ", "- "]), max_size=6
)


def waivers_in(text: str) -> list[int]:
    """The lines with a waiver, or with something that was meant as one."""
    root, problems = parse(text, "x.yaml")
    assert root is not None, problems
    waivers, wrong = read_waivers(text, root, "x.yaml")
    return sorted([each.place.span.line for each in waivers] + [each.place.span.line for each in wrong])


@given(WORDS)
def test_nothing_in_quotes_is_a_waiver(words: list[str]) -> None:
    value = " ".join(["a", *words])
    assert waivers_in(f"x: {json.dumps(value, ensure_ascii=False)}\n") == []
    assert waivers_in("x: '" + value.replace("'", "''") + "'\n") == []


@given(WORDS, some.sampled_from("|>"), some.sampled_from(["", "-", "+"]))
def test_nothing_in_a_block_of_text_is_a_waiver(words: list[str], style: str, chomping: str) -> None:
    lines = "".join(f"  {word}\n" for word in ["a", *words])
    assert waivers_in(f"x: {style}{chomping}\n{lines}y: b\n") == []


@given(WORDS)
def test_a_comment_behind_or_between_values_is_a_waiver(words: list[str]) -> None:
    value = json.dumps(" ".join(["a", *words]), ensure_ascii=False)
    assert waivers_in(f"x: {value} {WAIVER}\n{WAIVER}\ny: | {WAIVER}\n  text\n") == [1, 2, 3]
