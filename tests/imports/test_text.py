import html

import pytest
from hypothesis import given
from hypothesis import strategies as some

from pirgen.imports.text import LONGEST_LABEL, label, markdown, plain
from pirgen.wording.plain_text import plain as shown


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("one<br/>two\r\n\r\nthree", "one\ntwo\n\nthree"),
        ("<p>Resolved.</p><ul><li>API</li><li>Login</li></ul>", "Resolved.\n\n- API\n- Login"),
        ("a &lt;b&gt; &amp;amp; c", "a \\<b> \\&amp; c"),
        ("2 * 3 * 4 [x](y) `z` snake_case _it_", "2 \\* 3 \\* 4 \\[x\\](y) \\`z\\` snake_case \\_it\\_"),
        ("# no heading\n---\n~~~", "\\# no heading\n\\---\n\\~~~"),
        ("if a<b and <none>", "if a\\<b and \\<none>"),
        ("<script>alert(1)</script><!-- x --><b onclick='x'>bold</b>", "bold"),
        ('<a href="https://example.com/a?b=c">here</a>', "[here](<https://example.com/a>)"),
        ('<a href="mailto:help@example.com">Write</a>', "Write (link removed)"),
        ("<a name='x'>anchor</a> <a href='https://example.com/'>open", "anchor [open](<https://example.com/>)"),
        (
            "see https://example.com/a?b=c, and http://localhost/x.",
            "see <https://example.com/a>, and (link removed).",
        ),
        ("ada&#64;example.com", "(e-mail address removed)"),
        ("\ud83d\x1b[31mred\u202e", "\\[31mred"),
        ("a\xa0b\u2028c", "a b\nc"),
    ],
)
def test_plain_text_and_html_become_markdown(written: str, expected: str) -> None:
    assert plain(written) == expected


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("**bold** `code` _it_", "**bold** `code` _it_"),
        ("[a](https://example.com/a?b=c 'title')", "[a](<https://example.com/a>)"),
        ("![graph](https://files.slack.com/files-pri/x.png)", "graph (link removed)"),
        (
            "[dash](http://grafana.corp/d) [file](./x.md) <https://example.com/?q=1>",
            "dash (link removed) file <https://example.com/>",
        ),
        ("[me](mailto:ada@example.com)", "me (link removed)"),
        ("one<br>two", "one\ntwo"),
        ("```\nkey = 1 # no heading\n```", "```\nkey = 1 # no heading\n```"),
    ],
)
def test_markdown_stays_markdown_without_what_is_private(written: str, expected: str) -> None:
    assert markdown(written) == expected


WORDS = some.text(some.characters(min_codepoint=33, max_codepoint=126, exclude_characters="<&"), min_size=1)


@given(some.lists(WORDS.filter(lambda word: "://" not in word), min_size=1, max_size=6))
def test_a_reader_sees_the_text_that_was_written(words: list[str]) -> None:
    from pirgen.privacy import redact

    text = f"a {' '.join(words)}"
    if redact(text) == text:
        assert shown(plain(text)) == text


@given(some.text(some.characters(min_codepoint=32, max_codepoint=126)))
def test_escaped_html_is_never_an_element(text: str) -> None:
    assert "<script" not in plain(html.escape(f"<script>{text}")).replace("\\<script", "")


def test_a_label_is_one_line_without_markup() -> None:
    assert (
        label("API &amp; <b>login</b>\n errors ada@example.com")
        == "API & login errors (e-mail address removed)"
    )
    assert len(label("word " * 500)) <= LONGEST_LABEL


def test_a_long_text_is_kept_whole() -> None:
    assert plain("word " * 50_000 + "last").endswith(" last")
