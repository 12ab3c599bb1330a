import xml.etree.ElementTree as ET
from dataclasses import replace

import pytest

from pirgen.diagrams.diagram import Box, Card, Diagram, Piece, Relation, Stroke, label
from pirgen.diagrams.svg.gate import UnsafeSvgError
from pirgen.diagrams.svg.writer import write_svg

BOX = Box(0, 0, 100, 50)


def written(*parts: Piece | Stroke, **changes: str) -> str:
    """The body of a drawing of one card."""
    plain = Diagram("p", "T & U", "D", "pirgen-tree", (Card(parts),))
    svg = write_svg(replace(plain, **changes), [(0, 0)])
    ET.fromstring(svg)
    return svg.partition("</desc>")[2].removesuffix("</svg>").strip()


def test_a_drawing_has_a_name_a_description_and_a_size() -> None:
    svg = write_svg(Diagram("p", "T & U", "D < E", "pirgen-tree", (Card((Piece(BOX, "x"),)),)), [(0, 0)])
    assert svg == (
        '<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
        ' class="pirgen-drawing pirgen-tree" width="109" height="59" viewBox="0 0 109 59" role="group"'
        ' aria-labelledby="p-title p-description"><title id="p-title">T &amp; U</title>\n'
        '<desc id="p-description">D &lt; E</desc>\n'
        '<g class="x"><rect x="4.3" y="4.3" width="100" height="50" /></g>\n</svg>'
    )


def test_an_empty_drawing_is_one_too() -> None:
    assert write_svg(Diagram("p", "T", "D", "c", ()), []).endswith("</desc>\n</svg>")


def test_lines_are_set_around_the_middle_of_their_outline() -> None:
    assert written(Piece(BOX, "x", ("A", "B"), 10)) == (
        '<g class="x"><rect x="4.3" y="4.3" width="100" height="50" />'
        '<text x="54.3" y="26.4" font-size="10" text-anchor="middle">A</text>'
        '<text x="54.3" y="39.2" font-size="10" text-anchor="middle">B</text></g>'
    )


@pytest.mark.parametrize(
    ("align", "place"), [("left", 'x="15.3"'), ("right", 'x="93.3"'), ("centre", 'x="54.3"')]
)
def test_a_line_stands_at_its_side(align: str, place: str) -> None:
    assert f"<text {place}" in written(Piece(BOX, "x", ("A",), 10, align))  # type: ignore[arg-type]


def test_a_text_alone_has_no_outline() -> None:
    body = written(label(0, 0, ["A"], 10, "pirgen-time"))
    assert body == '<g class="pirgen-time"><text x="4.3" y="14.2" font-size="10">A</text></g>'


def test_a_piece_of_nothing_is_left_out() -> None:
    assert written(label(0, 0, [], 10, "empty")) == ""


def test_an_outline_is_stretched_to_the_box() -> None:
    assert written(Piece(BOX, "and", outline="M0 100V50A50 50 0 0 1 100 50V100Z")) == (
        '<g class="and"><path d="M4.3 54.3V29.3A50 25 0 0 1 104.3 29.3V54.3Z" /></g>'
    )
    assert "<ellipse " in written(Piece(BOX, "disk", outline="ellipse"))


def test_strokes_are_lines_or_bends_and_lie_below_pieces() -> None:
    straight = Stroke(((0, 0), (0, 20), (0, 20), (30, 20)), "s")
    bent = Stroke(((0, 0), (20, 20)), "b", is_bent=True)
    assert written(Piece(BOX, "x"), straight, bent).split("\n") == [
        '<g class="s"><path d="M4.3 4.3L4.3 24.3L34.3 24.3" /></g>',
        '<g class="b"><path d="M4.3 4.3C14.3 4.3 14.3 24.3 24.3 24.3" /></g>',
        '<g class="x"><rect x="4.3" y="4.3" width="100" height="50" /></g>',
    ]


def test_cards_are_drawn_where_they_came_back_with_what_leads_to_them() -> None:
    cards = (Card((Piece(BOX, "one"),)), Card((Piece(BOX, "two"),)))
    relation = Relation(0, 1, (Stroke(((0, 0), (10, 0)), "s"),))
    svg = write_svg(Diagram("p", "T", "D", "c", cards, (relation,)), [(0, 0), (300, 7)])
    assert '<g class="s"><path d="M304.3 11.3L314.3 11.3" /></g>' in svg
    assert '<g class="one"><rect x="4.3" y="4.3" ' in svg
    assert '<g class="two"><rect x="304.3" y="11.3" ' in svg


@pytest.mark.parametrize(
    ("width", "height", "classes"),
    [
        (840, 9, "pirgen-drawing c"),
        (850, 9, "pirgen-drawing pirgen-broad pirgen-landscape c"),
        (850, 850, "pirgen-drawing pirgen-broad c"),
        (1600, 9, "pirgen-drawing pirgen-broad pirgen-vast c"),
        (9, 1600, "pirgen-drawing pirgen-vast c"),
    ],
)
def test_a_broad_drawing_is_marked_so_that_it_has_room_and_paper_can_be_turned(
    width: float, height: float, classes: str
) -> None:
    card = Card((Piece(Box(0, 0, width, height), "x"),))
    svg = write_svg(Diagram("p", "T", "D", "c", (card,)), [(0, 0)])
    assert ET.fromstring(svg).attrib["class"] == classes


def linked(target: str, tooltip: str = "") -> str:
    return written(Piece(BOX, "x", ("A",), link=target, tooltip=tooltip))


@pytest.mark.parametrize(
    ("target", "kept"),
    [
        ("https://example.org/?a=1&b=2#c", "https://example.org/?a=1&amp;b=2#c"),
        ("mailto:team@example.org", "mailto:team@example.org"),
        ("#factor-x", "#factor-x"),
        ("../other/#gate-top", "../other/#gate-top"),
        ("graph.png", "graph.png"),
        ("#a:b", "#a:b"),
        ("https://example.org/<\"'>", "https://example.org/%3C%22'%3E"),
        ("https://example.org/障", "https://example.org/%E9%9A%9C"),
    ],
)
def test_harmless_links_stay(target: str, kept: str) -> None:
    assert f'<a role="link" xlink:href="{kept}"><rect' in linked(target)


@pytest.mark.parametrize(
    "target",
    [
        "javascript:alert(1)",
        "JavaScript:alert(1)",
        "java\tscript:alert(1)",
        " javascript:alert(1)",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil.example",
        "\\\\evil.example",
        "ftp://example.org",
        "",
    ],
)
def test_other_links_lose_their_target_and_keep_their_text(target: str) -> None:
    body = linked(target)
    assert "<a" not in body
    assert ">A</text>" in body


def test_a_tooltip_is_the_title_of_its_link() -> None:
    title = "<title>more &lt;words&gt; \\n</title>"
    assert f'<a role="link" xlink:href="#x">{title}<rect' in linked("#x", "more <words> \\n")
    assert "<title>" not in linked("#x")
    assert "<title>" not in linked("", "words without a link")


@pytest.mark.parametrize("classes", ['x" onload="alert(1)', "x<y", "ä"])
def test_a_class_is_a_word_of_ours(classes: str) -> None:
    with pytest.raises(UnsafeSvgError):
        written(Piece(BOX, classes))
    with pytest.raises(UnsafeSvgError):
        written(Piece(BOX, "x"), name=classes)


def test_what_xml_cannot_hold_is_replaced() -> None:
    body = written(Piece(BOX, "x", ("a\x00\x01\x0b\ud800\ufffe\x85b",)))
    assert ">a\ufffd\ufffd\ufffd\ufffd\ufffd\ufffdb</text>" in body
    assert len(written(Piece(BOX, "x", ("y" * 5000,)))) < 4200
