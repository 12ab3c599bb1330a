import random

import pytest

from pirgen.diagrams.causes.fishbone import draw_fishbone
from pirgen.diagrams.diagram import Diagram
from pirgen.model import Factor, Occurred, Term
from pirgen.model.vocabulary import CATEGORIES
from tests.diagrams.layout import of_class, overlapping_texts, parts

_WORDS = ["the", "standby", "was", "wiped", "before", "a", "copy", "existed", "and", "nobody", "configuration"]


def some_factors(categories: int, most: int, seed: int) -> tuple[Factor, ...]:
    chance = random.Random(seed)
    return tuple(
        Factor(f"f{number}-{index}", " ".join(chance.choices(_WORDS, k=chance.randint(1, 14))), term.id)
        for number, term in enumerate(CATEGORIES[:categories])
        for index in range(chance.randint(1, most))
    )


def drawn(*factors: Factor, effect: str = "All downloads failed for hours") -> Diagram:
    return draw_fishbone(effect, factors, CATEGORIES)


@pytest.mark.parametrize("categories", range(1, 15))
@pytest.mark.parametrize("seed", range(6))
def test_no_text_stands_on_another(categories: int, seed: int) -> None:
    assert overlapping_texts(drawn(*some_factors(categories, 8, seed))) == []


@pytest.mark.parametrize("seed", range(4))
def test_ribs_end_on_their_bone_and_bones_on_the_spine(seed: int) -> None:
    diagram = drawn(*some_factors(9, 8, seed))
    bones = [bone.points for bone in of_class(diagram, "pirgen-bone")]
    for rib in of_class(diagram, "pirgen-rib"):
        end = rib.points[-1]
        assert min(distance(end, bone[0], bone[-1]) for bone in bones) < 0.05
    assert {bone[0][1] for bone in bones} == {0}


@pytest.mark.parametrize("seed", range(6))
def test_bones_keep_clear_of_texts(seed: int) -> None:
    diagram = drawn(*some_factors(14, 8, seed))
    for bone in of_class(diagram, "pirgen-bone"):
        for text in (part for part in parts(diagram) if "pirgen-rib-text" in part.classes):
            for step in range(101):
                (x1, y1), (x2, y2) = bone.points[0], bone.points[-1]
                x, y = x1 + (x2 - x1) * step / 100, y1 + (y2 - y1) * step / 100
                assert not (text.left < x < text.right and text.top < y < text.bottom), text.text


def test_a_category_of_many_factors_has_several_bones() -> None:
    diagram = drawn(*(Factor(f"f{number}", "The disk was full", "code") for number in range(20)))
    assert len(of_class(diagram, "pirgen-bone")) == 3
    assert diagram.description == "Contributing factors by category. Code: 20."


def distance(point: tuple[float, float], start: tuple[float, float], end: tuple[float, float]) -> float:
    """From a point to the line through two others, measured level."""
    share = (point[1] - start[1]) / (end[1] - start[1])
    return abs(start[0] + share * (end[0] - start[0]) - point[0]) if 0 <= share <= 1 else 1e9


def test_categories_have_their_titles_and_factors_their_links() -> None:
    diagram = drawn(
        Factor("a", "The **slash** was missing", "code"),
        Factor("b", "Nobody was on call", "night-shift"),
        Factor("c", "The cache was cold", "environment", occurred=Occurred.NO),
    )
    assert sorted(part.text for part in of_class(diagram, "pirgen-category")) == [
        "Code",
        "Environment",
        "night-shift",
    ]
    ribs = {part.link: part.text for part in of_class(diagram, "pirgen-rib-text")}
    assert ribs == {
        "#factor-a": "The slash was missing",
        "#factor-b": "Nobody was on call",
        "#factor-c": "The cache was cold (did not occur)",
    }


def test_the_fullest_categories_are_nearest_to_the_head() -> None:
    factors = [Factor(f"c{i}", "Something short", "code") for i in range(5)]
    factors += [Factor("d", "Something short", "data"), Factor("t", "Something short", "testing")]
    boxes = {part.text: part for part in of_class(drawn(*factors), "pirgen-category")}
    assert boxes["Code"].bottom < 0 < boxes["Data"].top
    assert boxes["Testing"].right < boxes["Data"].left


def test_an_effect_of_any_length_fits_its_head() -> None:
    diagram = drawn(*some_factors(4, 4, 1), effect="Everything broke for everybody " * 8)
    head, text = of_class(diagram, "pirgen-fish-head")[0], of_class(diagram, "pirgen-on-head")[0]
    assert head.top < text.top
    assert text.bottom < head.bottom


def test_the_words_for_those_who_cannot_see_it() -> None:
    diagram = draw_fishbone("It `broke`", (Factor("a", "x", "c"), Factor("b", "y", "c")), (Term("c", "Code"),))
    assert (diagram.title, diagram.description) == (
        "Fishbone: It broke",
        "Contributing factors by category. Code: 2.",
    )
