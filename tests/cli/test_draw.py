import xml.etree.ElementTree as ET
from importlib.util import find_spec
from pathlib import Path

import pytest

from pirgen.rules.examples import FOLDER, files_of
from tests.cli.test_check import run
from tests.cli.test_tree import TREE
from tests.conftest import written

needs_extra = pytest.mark.skipif(
    not all(find_spec(name) for name in ("typst", "tinycss2", "cssselect2")), reason="needs pirgen[draw]"
)


@pytest.fixture
def in_repository(in_folder: Path) -> Path:
    written(in_folder / "incidents", files_of(TREE))
    return in_folder


@pytest.mark.parametrize("incident", [FOLDER, f"incidents/{FOLDER}", f"incidents/{FOLDER}/pir.yaml"])
def test_without_a_kind_the_diagrams_are_listed(in_repository: Path, incident: str) -> None:
    assert run("draw", incident).output == "timeline\ntimeline-narrow\nfishbone\nfault-tree\n"


def test_dot_has_words_and_relations_for_other_tools(in_repository: Path) -> None:
    assert run("draw", FOLDER, "fault-tree", "--format", "dot").output == (
        'digraph "Fault tree: Orders fail" {\n'
        "  node [shape=box, fontname=Helvetica];\n"
        '  0 [label="Orders fail\\nall"];\n'
        '  1 [label="A price may be missing\\nnot eliminated\\nto be reduced by test-missing-price"];\n'
        '  2 [label="No test places an order without a price\\n○ to be eliminated by test-missing-price"];\n'
        "  0 -> 1;\n"
        "  0 -> 2;\n"
        "}\n"
    )


@needs_extra
@pytest.mark.graphviz
def test_svg_stands_alone(in_repository: Path) -> None:
    result = run("draw", FOLDER, "timeline", "-o", "timeline.svg")
    assert (result.exit_code, result.output) == (0, "")
    root = ET.parse(in_repository / "timeline.svg").getroot()
    assert not [element for element in root.iter() if element.get("class")]


@needs_extra
@pytest.mark.graphviz
@pytest.mark.parametrize(("name", "start"), [("tree.png", b"\x89PNG"), ("tree.pdf", b"%PDF")])
def test_pictures_and_pages_are_the_same_each_time(in_repository: Path, name: str, start: bytes) -> None:
    made = []
    for _ in range(2):
        assert run("draw", FOLDER, "fault-tree", "-o", name).exit_code == 0
        made.append((in_repository / name).read_bytes())
    assert made[0].startswith(start)
    assert made[0] == made[1]


@needs_extra
@pytest.mark.graphviz
def test_a_larger_scale_makes_a_larger_picture(in_repository: Path) -> None:
    def width(scale: str) -> int:
        run("draw", FOLDER, "fault-tree", "-o", "tree.png", "--scale", scale)
        return int.from_bytes((in_repository / "tree.png").read_bytes()[16:20], "big")

    assert width("3") == pytest.approx(3 * width("1"), abs=3)


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ((FOLDER, "whys"), "the incident has no diagram 'whys'; choose one of timeline, "),
        (("2020-01-01-other", "timeline"), "'2020-01-01-other' is neither an incident's id nor its folder"),
        ((FOLDER, "timeline", "-o", "x.gif"), "'x.gif' ends in none of .svg, .png, .pdf, .dot; "),
        ((FOLDER, "timeline", "-o", "none/x.dot"), "cannot write 'none/x.dot': there is no folder 'none'"),
    ],
)
def test_what_cannot_be_drawn_is_said(in_repository: Path, arguments: tuple[str, ...], message: str) -> None:
    result = run("draw", *arguments)
    assert result.exit_code == 2
    assert message in result.output


def test_a_folder_with_errors_is_not_drawn(in_repository: Path) -> None:
    (in_repository / "incidents" / FOLDER / "incident.yaml").write_text("title: [", encoding="utf-8")
    result = run("draw", FOLDER, "timeline")
    assert result.exit_code == 1
    assert "error PIR" in result.output
