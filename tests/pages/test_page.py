from pirgen.pages import Heading, Page, complete
from pirgen.pages.page import headings_in


def test_drawings_go_to_their_places() -> None:
    page = Page("a.md", "A", "<p><!--figure:timeline--></p><!--figure:whys-->", figures={"timeline": "<svg/>"})
    assert complete(page) == "<p><svg/></p>"


def test_headings_are_found_without_their_permalinks() -> None:
    second = '<h2 id="a">One &amp; <b>two</b><a class="headerlink" href="#a">¶</a></h2>'
    html = f'<h1 id="top">No</h1>{second}<h3 id="b">B</h3>'
    assert headings_in(html) == (Heading("a", "One & two", 2), Heading("b", "B", 3))


def test_headings_without_an_id_cannot_be_linked_to() -> None:
    assert headings_in("<h2>Plain</h2>") == ()
