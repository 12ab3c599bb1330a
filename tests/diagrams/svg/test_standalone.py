import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from pirgen.diagrams.diagram import Box, Card, Diagram, Piece
from pirgen.diagrams.svg.standalone import standalone
from pirgen.diagrams.svg.writer import write_svg

pytest.importorskip("cssselect2")
pytest.importorskip("tinycss2")

ASSETS = Path(__file__).parents[3] / "templates/assets"
CSS = "".join((ASSETS / name).read_text(encoding="utf-8") for name in ("diagrams.css", "fault-tree.css"))
SPACE = "{http://www.w3.org/2000/svg}"


def drawn(*pieces: Piece, css: str = CSS, is_dark: bool = False) -> ET.Element:
    """The file of a fault tree of those pieces."""
    diagram = Diagram("d", "T", "D", "pirgen-fault-tree", (Card(pieces),))
    return ET.fromstring(standalone(write_svg(diagram, [(0, 0)]), css, is_dark))


def test_lines_above_a_drawing_have_room_there_and_beside_it() -> None:
    diagram = Diagram("d", "T", "D", "pirgen-fault-tree", (Card((Piece(Box(0, 0, 30, 10), "pirgen-x"),)),))
    head = ("A title that is longer than the drawing is wide", "From here")
    root = ET.fromstring(standalone(write_svg(diagram, [(0, 0)]), CSS, head=head))
    left, top, width, height = map(int, root.attrib["viewBox"].split())
    assert (root.get("width"), root.get("height")) == (str(width), str(height))
    assert (left, top, height) == (0, -40, 19 + 40)
    assert width > 280
    texts = [(text.text, text.get("y"), text.get("font-weight")) for text in root.iter(f"{SPACE}text")]
    assert texts == [(head[0], "-25", "700"), (head[1], "-5", None)]
    ground = next(root.iter(f"{SPACE}rect"))
    assert (ground.get("y"), ground.get("height")) == ("-40", "100%")


def test_looks_become_attributes_with_the_colours_of_their_state() -> None:
    box = Box(0, 0, 10, 10)
    root = drawn(
        Piece(box, "pirgen-symbol pirgen-closed", outline="M0 0L100 100"),
        Piece(box, "pirgen-symbol pirgen-open", outline="M0 0L100 100"),
        Piece(box, "pirgen-tree-top", ("Top",)),
    )
    paths = list(root.iter(f"{SPACE}path"))
    assert [(path.get("fill"), path.get("stroke")) for path in paths] == [
        ("#e6f5f0", "#00614a"),
        ("#fff3ec", "#a33c00"),
    ]
    assert paths[0].get("stroke-width") == "1.75"
    assert [text.get("font-weight") for text in root.iter(f"{SPACE}text")] == ["700"]


def test_the_ground_and_the_words_are_dark_and_light_in_the_dark_scheme() -> None:
    piece = Piece(Box(0, 0, 10, 10), "pirgen-x", ("A",))

    def looks(is_dark: bool) -> list[str | None]:
        root = drawn(piece, is_dark=is_dark)
        return [next(root.iter(f"{SPACE}{name}")).get("fill") for name in ("rect", "text")]

    assert looks(is_dark=False) == ["#fff", "#1c2733"]
    assert looks(is_dark=True) == ["#1e2129", "#e6eaf0"]


def test_no_variable_or_class_is_left() -> None:
    text = ET.tostring(drawn(Piece(Box(0, 0, 10, 10), "pirgen-tree-note pirgen-planned", ("A",))), "unicode")
    assert "var(" not in text
    assert "class=" not in text


@pytest.mark.parametrize(
    "css", [".pirgen-x text { fill: var(--a) } :root { --a: var(--b); --b: var(--a) }", "{"]
)
def test_a_stylesheet_with_circles_or_slips_gives_no_looks(css: str) -> None:
    root = drawn(Piece(Box(0, 0, 10, 10), "pirgen-x", ("A",)), css=css)
    assert next(root.iter(f"{SPACE}text")).get("fill") is None


def test_links_to_the_web_stay_and_others_go() -> None:
    box = Box(0, 0, 10, 10)
    links = ["https://example.org/", "#factor-a", "../other/#gate-x"]
    root = drawn(*[Piece(box, "pirgen-x", ("A",), link=link, tooltip="More") for link in links])
    href = "{http://www.w3.org/1999/xlink}href"
    assert [link.get(href) for link in root.iter(f"{SPACE}a")] == ["https://example.org/"]
    assert len(list(root.iter(f"{SPACE}text"))) == 3


def test_a_sign_is_set_apart_from_its_words() -> None:
    root = drawn(Piece(Box(0, 0, 10, 10), "pirgen-x", ("✓ closed",)))
    text = next(root.iter(f"{SPACE}text"))
    assert (text.text, text[0].text, text[0].tail) == (None, "✓", " closed")
