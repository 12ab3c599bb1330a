from hypothesis import given
from hypothesis import strategies as some

from pirgen.drafts.yaml_text import WIDTH, comment, scalar, value
from pirgen.source.yaml.nodes import Mapping, Scalar
from pirgen.source.yaml.tree import parse

TEXTS = some.text(
    some.characters(codec="utf-8", exclude_categories=["C", "Zl", "Zp", "Zs"], include_characters=" \n")
)


def read_back(text: str) -> str:
    node, diagnostics = parse(text, "file")
    assert isinstance(node, Mapping)
    assert {found.code for found in diagnostics} <= {"PIR016"}  # a line break within one line asks to be seen
    ((_, read),) = node.entries
    assert isinstance(read, Scalar)
    return read.text


@given(TEXTS.filter(str.strip))
def test_any_text_is_read_back_on_one_line(text: str) -> None:
    assert "\n" not in scalar(text)
    assert read_back(f"key: {scalar(text)}\n") == text


@given(TEXTS.map(str.strip).filter(bool))
def test_any_text_is_read_back_from_a_block(text: str) -> None:
    lines = "\n".join(line.rstrip() for line in text.split("\n"))
    assert read_back(f"key: {value(lines, 0)}\n").strip() == lines


def test_a_long_text_is_broken_where_words_end() -> None:
    written = f"key: {value('word ' * 60 + 'end', 0)}\n"
    assert all(len(line) <= WIDTH for line in written.splitlines())
    assert written.startswith("key: >-\n  word")


def test_a_comment_stays_a_comment_whatever_is_in_it() -> None:
    assert comment("one\ntwo: [\x1b\u2028three") == "# one two: [ three\n"
    assert comment("") == ""
    assert all(line.startswith("  # ") for line in comment("word " * 60, 2).splitlines())
