import os
import sqlite3
import subprocess
import sys
import zlib
from math import ceil
from pathlib import Path

import pytest

from pirgen.analysis.statistics import compute
from pirgen.cache import Cache
from pirgen.cache.signature import LENGTH, signature, signing_key
from pirgen.diagrams import Drawer, Drawing, drawings_of
from pirgen.diagrams.diagram import Diagram
from pirgen.diagrams.graphviz.engine import Engine
from pirgen.model import Factor, FiveWhys, Why
from tests.conftest import AS_OF, CASES, EXPECTED, checked
from tests.diagrams.layout import of_class, texts

ENV = {**os.environ, "PYTHONHASHSEED": "7", "PYTHONPATH": os.pathsep.join(sys.path)}


def tree_of(folder: Path, example: str, id: str = "2026-01-05-checkout-down") -> Diagram:
    book = checked(folder, example).book
    drawings = drawings_of(book.incident_by_id[id], book, compute(book, AS_OF).trees)
    return next(drawing.lay_out() for drawing in drawings if drawing.kind == "fault-tree")


def test_a_branch_that_is_closed_in_another_review_is_cut(tmp_path: Path) -> None:
    example = (CASES / "drawings/transfers.txt").read_text(encoding="utf-8").partition(EXPECTED)[0]
    diagram = tree_of(tmp_path, example)
    assert len(of_class(diagram, "pirgen-cut")) == 1
    assert texts(diagram).count("✓ closed") == 1
    still_open = tree_of(tmp_path, example.replace("status: done, done_on: 2026-01-20", "status: open"))
    assert of_class(still_open, "pirgen-cut") == []
    assert "✓ closed" not in texts(still_open)


@pytest.mark.parametrize("state", ["true", "false"])
def test_what_no_action_has_closed_is_not_called_closed(state: str, tmp_path: Path) -> None:
    diagram = tree_of(
        tmp_path,
        f"""\
# pir.yaml
factors:
  null-price: {{text: A price may be missing, category: data}}
  no-test: {{text: No test, category: testing}}
  rehearsal: {{text: A rehearsal is under way, category: environment, kind: house, state: {state}}}
fault_tree:
  top: orders-fail
  gates:
    orders-fail: {{title: Orders fail, any: [rehearsed, no-test]}}
    rehearsed: {{title: It counts as a rehearsal, all: [rehearsal, null-price]}}
""",
    )
    assert of_class(diagram, "pirgen-cut") == []
    assert "✓ closed" not in texts(diagram)


_FAKE = """
import os, re, struct, sys, time
while head := sys.stdin.buffer.read(4):
    dot = sys.stdin.buffer.read(struct.unpack("<I", head)[0]).decode()
    with open(%r, "a") as log:
        log.write(f"{dot.count('width=')}\\n")
    if "width=%d," in dot:
        os._exit(3)
    found = re.findall(r'(\\d+)\\[pos="([-\\d.]+),([-\\d.]+)!"', dot)
    plain = "".join(f"node {n} {float(x) / 72} {float(y) / 72} 1 1\\n" for n, x, y in found)
    sys.stdout.buffer.write(b"+" + struct.pack("<I", len(plain)) + plain.encode())
    sys.stdout.buffer.flush()
"""


def a_drawing(effect: str) -> Drawing:
    """A fishbone of that effect; the word 'crash' makes its head as wide as nothing else is."""
    factors = (Factor("a", "One", "code"), Factor("b", effect, "code"))
    return Drawing("fishbone", (effect, factors, ()))


def fake(folder: Path, deadly: int = 0) -> Drawer:
    """A drawer whose Graphviz notes how many cards it is asked for, and dies at one of that width."""
    return Drawer(Engine(worker=(sys.executable, "-c", _FAKE % (str(folder / "log"), deadly))))


def asked(folder: Path) -> list[int]:
    return [int(line) for line in (folder / "log").read_text().split()]


def test_drawings_go_to_graphviz_in_one_batch_and_never_twice(tmp_path: Path) -> None:
    drawings = [a_drawing("It broke"), a_drawing("It burnt"), a_drawing("It broke")]
    told: list[tuple[int, int]] = []
    with fake(tmp_path) as drawer:
        figures = drawer.draw(drawings, lambda done, total: told.append((done, total)))
        assert drawer.draw(drawings) == figures
        assert [figure.title for figure in drawer.draw([a_drawing("It sank"), drawings[1]])] == [
            "Fishbone: It sank",
            "Fishbone: It burnt",
        ]
    assert [figure.title for figure in figures] == [
        "Fishbone: It broke",
        "Fishbone: It burnt",
        "Fishbone: It broke",
    ]
    assert all(figure.svg for figure in figures)
    assert told == [(2, 2)]
    assert asked(tmp_path) == [8, 4]


def test_a_crash_costs_no_more_than_the_drawing_that_causes_it(tmp_path: Path) -> None:
    drawings = [a_drawing("It broke"), a_drawing("Everything broke at once"), a_drawing("It sank")]
    widths = [{2 * ceil(card.box.width / 2) for card in each.lay_out().cards} for each in drawings]
    [deadly] = widths[1] - widths[0] - widths[2]
    with fake(tmp_path, deadly) as drawer:
        figures = drawer.draw(drawings)
    assert [figure.failure for figure in figures] == ["", "Graphviz crashed, perhaps for want of memory", ""]
    assert [figure.svg is None for figure in figures] == [False, True, False]
    assert asked(tmp_path) == [12, 4, 4, 4]


def test_without_graphviz_every_drawing_says_so_and_none_is_tried_alone() -> None:
    with Drawer(Engine(worker=("/nowhere/python",))) as drawer:
        figures = drawer.draw([a_drawing("It broke"), a_drawing("It sank")])
    assert [figure.svg for figure in figures] == [None, None]
    assert all("does not start" in figure.failure for figure in figures)


def test_a_key_tells_apart_what_is_drawn_otherwise_and_nothing_else() -> None:
    assert a_drawing("It broke").key == a_drawing("It broke").key
    assert a_drawing("It broke").key != a_drawing("It broke!").key
    whys = FiveWhys("It broke", (Why("Because"),))
    assert Drawing("whys", (whys, (), ())).key != Drawing("fishbone", (whys, (), ())).key
    script = "from tests.diagrams.test_drawer import a_drawing; print(a_drawing('It broke').key)"
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=ENV)
    assert other.stdout.strip() == a_drawing("It broke").key


def test_a_drawing_of_an_earlier_run_is_not_made_again(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    with Cache(file) as cache, Drawer(cache=cache) as drawer:
        made = drawer.draw([a_drawing("effect")])
    with Cache(file) as cache, Drawer(Engine(worker=("false",)), cache) as drawer:
        assert drawer.draw([a_drawing("effect")]) == made
        assert drawer.draw([a_drawing("another")])[0].svg is None


def test_a_drawing_of_the_cache_passes_the_gate_also_where_somebody_has_the_key(tmp_path: Path) -> None:
    file = tmp_path / "cache.sqlite"
    with Cache(file) as cache, Drawer(cache=cache) as drawer:
        [made] = drawer.draw([a_drawing("effect")])
    with sqlite3.connect(file) as database:
        [name, signed] = database.execute("SELECT key, content FROM entries").fetchone()
        drawn = zlib.decompress(signed[LENGTH:])
        hostile = zlib.compress(drawn.replace(b"</svg>", b"<script>alert(1)</script></svg>"))
        key = signing_key()
        assert key
        database.execute("UPDATE entries SET content = ?", (signature(key, name, hostile) + hostile,))
    database.close()
    with Cache(file) as cache, Drawer(cache=cache) as drawer:
        assert drawer.draw([a_drawing("effect")]) == [made]
