"""A page never says less than its source: a canary in every text, date and time of it is looked for."""

from __future__ import annotations

import types
from dataclasses import fields, is_dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any, Union, get_args, get_origin, get_type_hints

from bs4 import BeautifulSoup

from pirgen.diagrams import Figure
from pirgen.model import NOT_RECORDED, Factor, FiveWhys, Incident, IncidentStatus, Instant, Review, ReviewStatus
from pirgen.model.fault_tree import FaultTree, Gate, GateKind, Transfer
from pirgen.wording import instants
from tests.pages.books import a_book, an_incident, pages_of

ID, OTHER = "2025-03-01-canary", "2025-01-01-other"

NOT_TEXT = {
    "id", "incident", "url", "tracker", "severity", "category", "trigger_kind", "source", "top", "condition",
    "covers", "inputs", "language", "aliases", "eliminates", "reduces", "detects", "factor", "review", "gate",
    "removed_by",
}  # fmt: skip
"""Words that lead somewhere or are shown by their title; they are set by hand."""

FOLDED = {
    "Incident.timeline.Event.evidence.Evidence.title": "in the table of the timeline",
    "Incident.timeline.Event.until": "in the drawing of the timeline, and in its table",
    "Review.five_whys.FiveWhys.problem": "in the drawing of the whys, and in their list",
}
"""What is folded on purpose, and where it is to be seen."""


class Canaries:
    """Fills a class of the model with a word, day or minute of its own for every text, date and time."""

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.times: dict[str, str] = {}

    def filled(self, cls: type[Any], path: str) -> Any:
        hints = get_type_hints(cls)
        values = {}
        for field in fields(cls):
            value = self._value(hints[field.name], f"{path}.{field.name}", field.name)
            if value is not None:
                values[field.name] = value
        return cls(**values)

    def _value(self, hint: Any, path: str, name: str) -> Any:
        if get_origin(hint) in (Union, types.UnionType):
            hint = next(
                one for one in get_args(hint) if one is not type(None) and one is not type(NOT_RECORDED)
            )
        if get_origin(hint) is tuple:
            inner = get_args(hint)[0]
            return (self._value(inner, path, name),) if name != "because" or path.count("because") < 2 else ()
        if is_dataclass(hint):
            return self._thing(hint, path)
        if hint is str:
            return self._word(path, name)
        if hint is date:
            return self._day(path)
        if isinstance(hint, type) and issubclass(hint, Enum):
            return next(iter(hint))
        return None

    def _thing(self, cls: type[Any], path: str) -> Any:
        if cls is Instant:
            return self._instant(path)
        if cls is Transfer:
            return None
        return self.filled(cls, f"{path}.{cls.__name__}")

    def _instant(self, path: str) -> Instant:
        """A minute of its own for every time."""
        at = datetime(2025, 3, 1, 9, 30, tzinfo=UTC) + timedelta(minutes=len(self.times))
        self.times.setdefault(path, f"{at:%H:%M}")
        return Instant(at)

    def _day(self, path: str) -> date:
        """A day of its own for every date, looked for as the page writes it."""
        day = date(2031, 1, 1) + timedelta(days=len(self.times))
        self.times.setdefault(path, instants.day(day))
        return day

    def _word(self, path: str, name: str) -> str:
        if name in NOT_TEXT:
            return "https://e.org/x" if name in ("url", "tracker") else "x"
        return self.words.setdefault(path, f"Canary{len(self.words)}bird")


def a_full_book(canaries: Canaries) -> tuple[Incident, Review]:
    incident = canaries.filled(Incident, "Incident")
    incident = replace(
        incident,
        id=ID,
        severity="SEV-2",
        status=IncidentStatus.RESOLVED,
        detection=replace(incident.detection, source="user-report"),
        related=(replace(incident.related[0], incident=OTHER),),
        links=(replace(incident.links[0], url="https://e.org/incident"),),
    )
    review = canaries.filled(Review, "Review")
    factor: Factor = replace(review.factors[0], id="f", category="code")
    action = replace(review.actions[0], id="a", eliminates=("f",), reduces=(), detects=())
    whys: FiveWhys = review.five_whys
    gate: Gate = replace(review.fault_tree.gates[0], id="top", kind=GateKind.ANY, inputs=("f", "g"))
    tree = FaultTree(
        "top", (replace(gate, condition=None, transfer=None, atleast=None),), review.fault_tree.note
    )
    why = replace(whys.because[0], factor="f", because=())
    review = replace(
        review,
        id=ID,
        status=ReviewStatus.REVIEWED,
        covers=(),
        trigger_kind="deploy",
        factors=(factor, replace(factor, id="g")),
        actions=(action,),
        five_whys=replace(whys, because=(why,)),
        fault_tree=tree,
        links=(replace(review.links[0], url="https://e.org/review"),),
        no_actions_reason="",
    )
    return incident, review


def visible(html: str) -> str:
    """The text that a reader sees without a click."""
    soup = BeautifulSoup(html, "html.parser")
    for folded in soup.select("details:not([open]) > *:not(summary)"):
        folded.decompose()
    return soup.get_text(" ")


def page(canaries: Canaries, figures: dict[str, Figure]) -> str:
    book = a_book(*a_full_book(canaries), an_incident(OTHER))
    return pages_of(book, {ID: figures})[f"incidents/{ID}.md"].html


def missing(canaries: Canaries, text: str) -> set[str]:
    written = canaries.words | canaries.times
    shown = {path for path, word in written.items() if word in text}
    return {path for path in written if path not in shown and not path.endswith("no_actions_reason")}


def test_without_drawings_everything_is_visible() -> None:
    canaries = Canaries()
    text = visible(page(canaries, {}))
    assert len(canaries.words) > 40
    assert missing(canaries, text) == {"Incident.timeline.Event.evidence.Evidence.title"} & missing(
        canaries, text
    )


def test_beside_drawings_only_what_is_listed_is_folded() -> None:
    canaries = Canaries()
    names = ("timeline", "timeline-narrow", "whys", "fishbone", "fault-tree")
    html = page(canaries, {name: Figure("<svg></svg>", name, name) for name in names})
    assert missing(canaries, visible(html)) == set(FOLDED)
    everything = BeautifulSoup(html, "html.parser").get_text(" ")
    assert missing(canaries, everything) == set()


def test_a_reason_for_no_action_is_visible() -> None:
    canaries = Canaries()
    incident, review = a_full_book(canaries)
    review = replace(review, actions=(), no_actions_reason="Nothing is left to do")
    html = pages_of(a_book(incident, review, an_incident(OTHER)))[f"incidents/{ID}.md"].html
    assert "Nothing is left to do" in visible(html)


def test_what_nobody_wrote_makes_no_row() -> None:
    """Keys that were never there are not called 'not recorded'; those that an author calls so are."""
    bare = replace(an_incident(ID), detection=None)
    review = replace(a_full_book(Canaries())[1], held=None, published=None, actions=())
    html = pages_of(a_book(bare, review))[f"incidents/{ID}.md"].html
    assert "not recorded" not in visible(html)
    assert "Detected by" not in visible(html)
    assert "Acknowledged" not in visible(html)
    told = replace(review, published=NOT_RECORDED)
    assert "not recorded" in visible(pages_of(a_book(bare, told))[f"incidents/{ID}.md"].html)
