import pytest

from pirgen.diagrams.causes.whys import draw_whys
from pirgen.diagrams.diagram import Diagram
from pirgen.model import Action, ActionStatus, ActionType, Factor, FiveWhys, Why
from tests.diagrams.layout import of_class, overlapping_texts, texts

FACTORS = (
    Factor("no-slash", "The slash was missing", "code"),
    Factor("tests-differ", "The tests used other values", "testing"),
    Factor("by-hand", "The smoke test was run by hand", "testing"),
)
ACTIONS = (
    Action("join-urls", "Join URLs safely", ActionType.PREVENT, ActionStatus.DONE, eliminates=("no-slash",)),
    Action("same-values", "Use the same", ActionType.PREVENT, ActionStatus.OPEN, eliminates=("tests-differ",)),
)
WHYS = FiveWhys(
    "Downloads went to a **wrong** host",
    (
        Why("The host and the path were joined without a slash.", factor="no-slash"),
        Why(
            "Nothing stopped the release, although three people had looked at it before it went out.",
            (
                Why("The tests used other values.", factor="tests-differ"),
                Why("The smoke test is run by hand.", factor="by-hand"),
                Why("Nobody knows.", (Why("It was not written down."),)),
            ),
        ),
    ),
)


def drawn(whys: FiveWhys = WHYS) -> Diagram:
    return draw_whys(whys, FACTORS, ACTIONS)


def test_every_column_is_headed() -> None:
    heads = of_class(drawn(), "pirgen-column")
    assert [head.text for head in heads] == ["Problem", "Why 1?", "Why 2?", "Why 3?"]
    assert len({head.top for head in heads}) == 1


def test_answers_stand_in_the_column_of_their_depth() -> None:
    diagram = drawn()
    heads = {head.text: head.points[0][0] for head in of_class(diagram, "pirgen-column")}
    places = {part.text: part.points[0][0] for part in of_class(diagram, "pirgen-answer")}
    assert places["It was not written down."] == heads["Why 3?"]
    assert places["Nobody knows."] == heads["Why 2?"]


def test_factors_are_linked_and_say_what_the_actions_do() -> None:
    diagram = drawn()
    factors = [(part.text, part.link) for part in of_class(diagram, "pirgen-factor")]
    assert factors == [
        ("The host and the path were joined without a slash.", "#factor-no-slash"),
        ("The tests used other values.", "#factor-tests-differ"),
        ("The smoke test is run by hand.", "#factor-by-hand"),
    ]
    notes = " ".join(part.text for part in of_class(diagram, "pirgen-note"))
    assert notes == "✓ eliminated by join-urls ○ to be eliminated by same-values no action"
    assert {part.link for part in of_class(diagram, "pirgen-note")} == {
        "#action-join-urls",
        "#action-same-values",
        "",
    }


def test_a_factor_that_nobody_knows_is_an_answer_only() -> None:
    diagram = drawn(FiveWhys("It broke", (Why("Because.", factor="no-such-factor"),)))
    assert [part.text for part in of_class(diagram, "pirgen-answer")] == ["Because."]


def test_each_answer_is_connected_to_what_it_explains() -> None:
    diagram = drawn()
    lines = of_class(diagram, "pirgen-connection")
    assert len(lines) == 6
    problem = of_class(diagram, "pirgen-head")[0]
    assert lines[0].points[0] == pytest.approx((problem.right, problem.points[0][1]), abs=0.1)


def test_no_text_stands_on_another() -> None:
    twigs = tuple(Why(f"Answer {index} " * 8, (Why("Deeper. " * 9, factor="by-hand"),)) for index in range(5))
    bush = FiveWhys("Everything broke " * 6, (Why("One.", twigs), Why("Two.", twigs), Why("Three.")))
    assert overlapping_texts(drawn(bush)) == []


def test_the_words_for_those_who_cannot_see_it() -> None:
    diagram = draw_whys(WHYS, FACTORS, ACTIONS)
    assert diagram.title == "Five whys: Downloads went to a wrong host"
    assert diagram.description == "6 answers, up to 3 whys deep; they name 3 contributing factors."
    assert texts(diagram)[4] == "Downloads went to a wrong host"
