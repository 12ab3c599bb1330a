import random

import pytest

from pirgen.diagrams.diagram import Box, Card, Diagram, Piece, Relation
from pirgen.diagrams.graphviz.boxes import LostCardError, boxes, shifts
from pirgen.diagrams.graphviz.engine import Engine


def a_diagram(*places: Box) -> Diagram:
    cards = tuple(Card((Piece(box, "pirgen-x", ('a "secret" text',), link="#secret"),)) for box in places)
    return Diagram("d", "Secret", "Secret", "c", cards, tuple(Relation(0, n) for n in range(1, len(cards))))


def test_only_places_sizes_and_relations_are_handed_over() -> None:
    assert boxes([a_diagram(Box(0, 0, 99, 20), Box(120, 40, 60, 30)), a_diagram(Box(1, 1, 2, 2))]) == (
        'digraph{graph[layout=nop2,splines=none]node[shape=box,label="",fixedsize=true]\n'
        '0[pos="3564.0,-720.0!",width=100,height=20]\n'
        '1[pos="10800.0,-3960.0!",width=60,height=30]\n'
        "0->1\n"
        '2[pos="144.0,-144.0!",width=2,height=2]\n'
        "}"
    )


def test_shifts_are_what_came_back_less_what_was_asked() -> None:
    diagrams = [a_diagram(Box(0, 0, 10, 10), Box(20, 0, 10, 10)), a_diagram(Box(0, 0, 10, 10))]
    plain = 'graph 1 9 9\nnode 0 5 50 10 10 "" solid\nnode 1 25.5 50 10 10 ""\nnode 2 5 48 10 10 ""\nstop\n'
    assert shifts(plain, diagrams) == [[(0, 0), (0.5, 0)], [(0, 2)]]


@pytest.mark.parametrize("plain", ["", "node 0 1 1 1 1\n", "node 0 1 1 1 1\nnode 7 1 1 1 1\n"])
def test_a_card_that_does_not_come_back_is_noticed(plain: str) -> None:
    with pytest.raises(LostCardError):
        shifts(plain, [a_diagram(Box(0, 0, 1, 1), Box(1, 1, 1, 1))])


def test_nothing_to_place_is_no_card_lost() -> None:
    assert shifts("graph 1 0 0\nstop\n", [a_diagram()]) == [[]]


@pytest.mark.graphviz
def test_graphviz_gives_every_place_back_to_a_tenth_of_a_pixel() -> None:
    chance = random.Random(7)

    def somewhere(most: float) -> Box:
        x, y, width, height = (chance.uniform(0, most) for _ in range(4))
        return Box(x - most / 2, y, width / 9, height / 9)

    diagrams = [a_diagram(*[somewhere(most) for _ in range(60)]) for most in (300, 3000, 50_000)]
    with Engine() as engine:
        [answer] = engine.lay_out([boxes(diagrams)])
    assert isinstance(answer, str)
    assert shifts(answer, diagrams) == [[(0, 0)] * 60] * 3
