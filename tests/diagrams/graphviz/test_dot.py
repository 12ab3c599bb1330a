import pytest

from pirgen.diagrams.graphviz.dot import at, bend, edge, graph, inches, node, quote, route


def test_a_graph_is_written_in_order() -> None:
    statements = [node("a", label="A & B", pos=at(10, 20)), node("b"), edge("a", "b", class_="bus")]
    assert graph("tree", statements, layout="nop2") == (
        'digraph "tree" {\n'
        '  graph [bgcolor="transparent", layout="nop2"];\n'
        '  "a" [label="A &amp; B", pos="10,-20!"];\n'
        '  "b";\n'
        '  "a" -> "b" [class="bus"];\n'
        "}\n"
    )


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('say "no"', r'"say \"no\""'),
        (r"C:\N", r'"C:\\N"'),
        ("two\nlines", r'"two\nlines"'),
        ("<b>&amp;</b>", '"<b>&amp;amp;</b>"'),
        ("bell\x07, delete\x7f, half \ud800", '"bell\ufffd, delete\ufffd, half \ufffd"'),
    ],
)
def test_any_text_is_only_text(text: str, quoted: str) -> None:
    assert quote(text) == quoted


def test_every_line_ends_on_its_side() -> None:
    assert node("n", "left", label="one\ntwo") == r'"n" [label="one\ltwo\l"];'


def test_endless_texts_are_cut() -> None:
    assert len(quote("x" * 100_000)) == 4002


@pytest.mark.parametrize("name", ["image", "shapefile", "stylesheet", "fontname", "labelloc"])
def test_attributes_outside_the_list_are_refused(name: str) -> None:
    with pytest.raises(ValueError, match=name):
        node("n", **{name: "x"})


def test_classes_are_classes() -> None:
    with pytest.raises(ValueError, match="CSS"):
        node("n", class_='x" onload="alert(1)')


def test_unknown_shapes_are_refused() -> None:
    with pytest.raises(ValueError, match="shapes"):
        node("n", shape="record")


def test_html_labels_cannot_be_written() -> None:
    assert node("n", label="<<b>bold</b>>") == '"n" [label="<<b>bold</b>>"];'


def test_tooltips_hold_no_escapes() -> None:
    assert node("n", tooltip=r"a\N") == '"n" [tooltip="a\N{SET MINUS}N"];'


def test_numbers_are_short() -> None:
    assert node("n", width=inches(36), height=1 / 3, fixedsize=True) == (
        '"n" [width=0.5, height=0.3333, fixedsize=true];'
    )


def test_a_route_is_made_of_straight_legs() -> None:
    assert route([(0, 0), (0, 10), (5, 10)]) == "0,0 0,0 0,-10 0,-10 0,-10 5,-10 5,-10"


def test_a_bend_leaves_and_arrives_level() -> None:
    assert bend((0, 0), (10, 20)) == "0,0 5,0 5,-20 10,-20"
