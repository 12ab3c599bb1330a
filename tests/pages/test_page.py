from pirgen.pages import Heading, Page, complete
from pirgen.pages.page import headings_in, with_contents


def test_drawings_go_to_their_places() -> None:
    page = Page("a.md", "A", "<p><!--figure:timeline--></p><!--figure:whys-->", figures={"timeline": "<svg/>"})
    assert complete(page) == "<p><svg/></p>"


def test_headings_are_found_without_their_permalinks() -> None:
    second = '<h2 id="a">One &amp; <b>two</b><a class="headerlink" href="#a">¶</a></h2>'
    html = f'<h1 id="top">No</h1>{second}<h3 id="b">B</h3>'
    assert headings_in(html) == (Heading("a", "One & two", 2), Heading("b", "B", 3))


def test_headings_without_an_id_cannot_be_linked_to() -> None:
    assert headings_in("<h2>Plain</h2>") == ()


def test_a_page_of_many_sections_begins_with_a_list_of_them() -> None:
    headings = [Heading(id, f"{id} & co", 2) for id in "abc"] + [Heading("d", "D", 2), Heading("e", "E", 3)]
    html = with_contents("<h1>T</h1><p>Text</p>", headings)
    assert html.startswith('<h1>T</h1>\n<nav class="pirgen-contents" aria-label="On this page"')
    assert '<li class="pirgen-level-2"><a href="#a">a &amp; co</a></li>' in html
    assert '<li class="pirgen-level-3"><a href="#e">E</a></li>' in html
    assert html.endswith("</nav>\n<p>Text</p>")


def test_few_sections_need_no_list() -> None:
    assert with_contents("<h1>T</h1>", [Heading("a", "A", 2)] * 3 + [Heading("b", "B", 3)]) == "<h1>T</h1>"
