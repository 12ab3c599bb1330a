"""Whatever authors write is text in a handout: no element, no command, no address that leads nowhere."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from pirgen.handouts import Handout
from pirgen.handouts.html import html_of
from pirgen.handouts.pdf import typst_of

HOSTILE = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "[go](javascript:alert(1)) and [file](../secret.md)",
    "![figure](figure:unknown) ![picture](https://example.com/x.png)",
    '"; #read("/etc/passwd") #"',
    '\\" #import "@preview/x:1.0.0"',
    "$ x $ #let x = 1",
    "$title $looks ${content}",
    '```\n#raw(read("/etc/passwd"))\n```',
    '| a | b |\n|---|---|\n| #c | " |',
]


@pytest.mark.parametrize("text", HOSTILE)
def test_html_has_our_elements_only(text: str) -> None:
    page = BeautifulSoup(html_of(Handout(text, f"# Title\n\n{text}\n")), "html.parser")
    assert page.select("script, img, svg, iframe") == []
    assert [link for link in page.select("a") if not link["href"].startswith("https://")] == []
    assert not [name for element in page.find_all() for name in element.attrs if name.startswith("on")]


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_no_string_in_typst_is_ours(text: str) -> None:
    """Without its strings, the source has only the functions that the module writes."""
    source = typst_of(Handout("Title", f"# Title\n\n{text}\n")).split("followsays", 1)[-1]
    bare, in_string, escaped = [], False, False
    for sign in source:
        if in_string:
            in_string, escaped = escaped or sign != '"', sign == "\\" and not escaped
        elif sign == '"':
            in_string = True
        else:
            bare.append(sign)
    code = "".join(bare)
    assert not in_string
    for word in ("read", "import", "passwd", "secret"):
        assert word not in code
