"""Whatever an author writes into any field that a drawing shows is text in it, and nothing else."""

import random
import re
import xml.etree.ElementTree as ET
from datetime import UTC, datetime

import pytest

from pirgen.diagrams import Drawer, Drawing
from pirgen.diagrams.fault_tree.reviewed_tree import ReviewedTree
from pirgen.diagrams.fault_tree.shown_findings import ShownFindings
from pirgen.diagrams.svg.gate import checked
from pirgen.model import (
    Action,
    ActionStatus,
    ActionType,
    Event,
    EventKind,
    Evidence,
    EvidenceKind,
    Factor,
    FactorKind,
    FaultTree,
    FiveWhys,
    Gate,
    GateKind,
    Incident,
    IncidentStatus,
    Instant,
    Moment,
    Term,
    Transfer,
    Why,
)
from pirgen.wording.plain_text import plain

SVG = "{http://www.w3.org/2000/svg}"
ELEMENTS = {f"{SVG}{name}" for name in ("svg", "g", "a", "title", "desc", "rect", "ellipse", "path", "text")}
SPARKS = [
    *("<script>alert(1)</script>", "</text></svg><svg onload=alert(1)>", "]]>", "<!--", "-->", "<![CDATA["),
    *(
        '" onload="alert(1)',
        "' onclick='",
        "&lt;b&gt;",
        "&#x3c;",
        "&amp;amp;",
        "&",
        "\\N",
        "\\l\\r\\n\\G\\",
        "\\",
    ),
    *('"];evil[label="', "<TABLE><TR><TD>", "{a|b}", "%n%s", "{{ 7*7 }}", "${x}", "javascript:alert(1)"),
    *("\x00", "\x01\x08\x0b\x1f", "\x7f\x85", "\ud800", "\ufffe\uffff", "\u2028", "\u202e", "\t\n\r"),
    *("障害" * 9, "🧨", "e\u0301", "x" * 300, " ", "", "`", "``", "**", "__init__", "![](x)"),
    *("[a](javascript:alert(1))", "![i](x)", '<https://example.org/">'),
]
LINKS = [
    *("javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:x", "java&#9;script:x", "vbscript:x"),
    *("data:text/html,<script>", "//evil.example", "\\\\evil", "http://x\0y", "../x/#a\\b", "\ud800"),
    *('https://example.org/" onload="x', "https://example.org/'><script>", "https://a/&quot;", '#"'),
    *('mailto:a"b', "https://障害/?q=<>", "?a:b", ":x", "a:b", "&colon;", "javascript&colon;alert(1)"),
]


class Hostile:
    """Texts that are put together from what has broken programs before."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)

    def text(self) -> str:
        return "".join(self.chance.choices([*SPARKS, "word ", "another "], k=self.chance.randint(1, 6)))

    def link(self) -> str:
        return self.chance.choice(LINKS)


def the_drawings(some: Hostile) -> list[Drawing]:
    """Every kind of drawing, with a hostile text in every field that is shown."""
    at = Instant(datetime(2026, 1, 5, 9, tzinfo=UTC))
    events = tuple(
        Event(
            at,
            some.text(),
            kind=kind,
            marks=(mark,),
            evidence=(Evidence(EvidenceKind.CHAT, some.link(), some.text()),),
        )
        for kind, mark in zip(EventKind, Moment, strict=False)
    )
    incident = Incident(some.text(), some.text(), some.text(), IncidentStatus.OPEN, (some.text(),), events)
    ids = [f"f{n}" for n in range(5)]
    factors = tuple(
        Factor(id, some.text(), some.text(), kind, state=True if kind is FactorKind.HOUSE else None)
        for id, kind in zip(ids, [*FactorKind, FactorKind.BASIC], strict=True)
    )
    actions = tuple(
        Action(some.text(), some.text(), ActionType.PREVENT, status, eliminates=(id,))
        for id, status in zip(ids, ActionStatus, strict=False)
    )
    tree = FaultTree(
        "t",
        (
            Gate("t", some.text(), GateKind.ALL, ("g", "x", *ids)),
            Gate("g", some.text(), GateKind.INHIBIT, ("f0",), condition="f3"),
            Gate("x", some.text(), GateKind.TRANSFER, transfer=Transfer(some.text(), some.text())),
        ),
    )
    whys = FiveWhys(some.text(), tuple(Why(some.text(), (Why(some.text()),), factor=id) for id in ids))
    terms = tuple(Term(factor.category, some.text()) for factor in factors[:2])
    return [
        Drawing("timeline", (incident, 760)),
        Drawing("timeline-narrow", (incident, 360)),
        Drawing("whys", (whys, factors, actions)),
        Drawing("fishbone", (some.text(), factors, terms)),
        Drawing("fault-tree", (ReviewedTree(tree, factors, actions, ShownFindings(closed=("g",))),)),
    ]


@pytest.mark.graphviz
def test_hostile_texts_are_only_text_in_every_drawing() -> None:
    some = Hostile(seed=12)
    drawings = [drawing for _ in range(40) for drawing in the_drawings(some)]
    with Drawer() as drawer:
        figures = drawer.draw(drawings)
    assert {figure.failure for figure in figures} == {""}
    for figure in figures:
        assert figure.svg is not None
        assert checked(figure.svg) == figure.svg
        root = ET.fromstring(figure.svg)
        for element in root.iter():
            assert element.tag in ELEMENTS
            assert not [name for name in element.attrib if name.startswith("on") or name == "style"]
            link = element.get("{http://www.w3.org/1999/xlink}href")
            assert link is None or re.match(r"https?://|mailto:|(?!//)[^:]*([#?]|$)", link), link


@pytest.mark.graphviz
def test_no_letter_of_a_short_text_is_lost() -> None:
    texts = [text for text in SPARKS if 0 < len(plain(text)) < 60]
    factors = tuple(Factor(f"f{n}", text, "code") for n, text in enumerate(texts))
    with Drawer() as drawer:
        [figure] = drawer.draw([Drawing("fishbone", ("It broke", factors, ()))])
    shown = "".join(line.text or "" for line in ET.fromstring(figure.svg or "").iter(f"{SVG}text"))
    for text in texts:
        wanted = re.sub("[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]", "\ufffd", "".join(plain(text).split()))
        assert wanted in "".join(shown.split())
