import pytest

from pirgen.pages.markdown import block, inline, unlinked


def test_plain_words_are_escaped() -> None:
    assert inline("a < b & c") == "a &lt; b &amp; c"
    assert inline('it\'s "so"') == "it&#x27;s &quot;so&quot;"


def test_marks_become_elements() -> None:
    assert inline("Set `max` to *ten*, **now**") == "Set <code>max</code> to <em>ten</em>, <strong>now</strong>"
    assert inline("[a](https://a.b/?c=d&e)") == '<a href="https://a.b/?c=d&amp;e">a</a>'


def test_blocks_have_paragraphs_lists_and_tables() -> None:
    assert block("One\n\n- a\n- b") == "<p>One</p>\n<ul>\n<li>a</li>\n<li>b</li>\n</ul>"
    assert "<td>1</td>" in block("| a |\n|---|\n| 1 |")


def test_a_heading_is_bold_text_since_the_outline_is_the_templates() -> None:
    assert block("# Big") == "<p><strong>Big</strong></p>"


def test_a_picture_becomes_a_link_so_that_nothing_is_fetched() -> None:
    assert block("![load](https://a.b/c.png)") == '<p><a href="https://a.b/c.png">load</a></p>'


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](data:text/html,<script>alert(1)</script>)",
        "[x](//elsewhere.example)",
        "[x](&#106;avascript:alert(1))",
        "<javascript:alert(1)>",
        "<svg onload=alert(1)>",
        '[x](https://a.b "><script>alert(1)</script>")',
        "![x](javascript:alert(1))",
        "```\n<script>alert(1)</script>\n```",
    ],
)
def test_nothing_that_runs_gets_through(text: str) -> None:
    for html in (inline(text), block(text), unlinked(text)):
        assert "<script" not in html
        assert "<img" not in html
        assert "<svg" not in html
        assert 'href="javascript' not in html.lower()
        assert 'href="data' not in html
        assert 'href="//' not in html


def test_words_for_a_link_hold_no_link() -> None:
    assert unlinked("See [the `log`](https://a.b)") == "See the <code>log</code>"
