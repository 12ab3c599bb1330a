"""Days, copies, spellings, left-over words and links: what is found, and what is left alone."""

from __future__ import annotations

import pytest

from pirgen.fixing import fix_folder
from pirgen.pipeline import judged
from pirgen.rules.examples import FOLDER, files_of
from pirgen.source import Folder
from tests.conftest import AS_OF

COPY = "# 2026-01-06-search-down/incident.yaml\ntitle: Search finds nothing\n"
STARTS = """\
timeline:
  - {{at: {}, marks: [started], text: Searches are empty}}
  - {{at: 2026-01-07T09:40Z, kind: recovery, marks: [resolved], text: The index is rebuilt}}
"""
ACTION = """\
# pir.yaml
actions:
  - id: test-missing-price
    what: Test an order whose price is missing
    type: detect
    owner: checkout team
    eliminates: [no-test, null-price]
    status: {}
    created: {}
    due: {}
    done_when: The pipeline fails on it
    proof: Build 4711
    done_on: {}
"""


def folder_of(example: str) -> Folder:
    files = files_of(example)
    names = tuple(sorted({file.partition("/")[0] for file in files if "/" in file}))
    beside = frozenset({f"{FOLDER}/graph.png"})
    return Folder(
        names, {file: text.encode() for file, text in files.items()}, beside, {f"{FOLDER}/graph.png": (1, 1)}
    )


def found(example: str) -> list[tuple[str, str]]:
    return [(each.code, each.message) for each in judged(folder_of(example), AS_OF).diagnostics]


def near(example: str) -> list[str]:
    return [each.near for each in judged(folder_of(example), AS_OF).diagnostics]


@pytest.mark.parametrize(
    ("example", "message"),
    [
        (COPY + STARTS.format("2026-01-05T10:10+01:00"), "the same start and service 'checkout'"),
        (
            "# 2026-01-06-checkout-down/incident.yaml\n" + STARTS.format("2026-01-05T09:10Z"),
            "same title and start",
        ),
        ("# 2026-01-06-checkout-down/incident.yaml\n" + STARTS.format("2026-01-05"), ""),
        (COPY + STARTS.format("2026-01-05"), ""),
        (COPY + STARTS.format("2026-01-05T09:11Z"), ""),
        (COPY + "services: [search]\n" + STARTS.format("2026-01-05T09:10Z"), ""),
        (
            COPY
            + f"related: [{{incident: {FOLDER}, reason: The same release}}]\n"
            + STARTS.format("2026-01-05T09:10Z"),
            "",
        ),
    ],
)
def test_a_copy_is_found_by_what_no_two_share(example: str, message: str) -> None:
    result = found(example)
    assert [code for code, _ in result] == (["PIR701"] if message else [])
    assert all(message in said for _, said in result)


def test_a_folder_that_was_copied_whole_is_one_finding() -> None:
    files = files_of("")
    copied = {file.replace(FOLDER, "2026-01-06-search-down"): text for file, text in files.items()}
    folder = Folder(
        (FOLDER, "2026-01-06-search-down"), {file: text.encode() for file, text in (files | copied).items()}
    )
    (twin,) = judged(folder, AS_OF).diagnostics
    assert (twin.code, twin.place.file) == ("PIR701", "2026-01-06-search-down/incident.yaml")


@pytest.mark.parametrize(
    ("example", "codes"),
    [
        ("# pir.yaml\nheld: 2026-01-03\n", ["PIR703"]),
        ("# pir.yaml\nheld: 2026-01-04\n", []),
        ("# pir.yaml\npublished: 2025-01-09\n", ["PIR703"]),
        ("# pir.yaml\nheld: 2026-01-12\n", ["PIR704"]),
        ("# pir.yaml\nheld: not recorded\n", []),
        ("# pir.yaml\npublished: 2062-01-09\n", ["PIR705"]),
        ("severity: SEV-3\n# pir.yaml\nstatus: draft\nheld: 2026-03-01\npublished: not recorded\n", []),
        ("severity: SEV-3\n# pir.yaml\nstatus: in-review\n", ["PIR707"]),
        (ACTION.format("done", "2026-01-09", "2026-01-30", "2026-01-28"), []),
        (ACTION.format("done", "2026-01-09", "2026-01-30", "2026-02-03"), ["PIR705"]),
        (ACTION.format("done", "2026-01-09", "2026-01-30", "2026-01-08"), ["PIR407"]),
        (ACTION.format("open", "2026-01-09", "2025-01-30", "not recorded"), ["PIR407"]),
        (ACTION.format("open", "not recorded", "2025-01-30", "not recorded"), ["PIR703"]),
        (ACTION.format("open", "2026-03-01", "2026-04-01", "not recorded"), ["PIR705"]),
        (ACTION.format("in-progress", "2026-01-09", "2026-01-30", "2026-01-28"), ["PIR706"]),
    ],
)
def test_days_are_in_order(example: str, codes: list[str]) -> None:
    assert [code for code, _ in found(example)] == codes


@pytest.mark.parametrize(
    ("days", "codes"),
    [("", ["PIR702"]), ("open_within_days: 27\n", []), ("open_within_days: 26\n", ["PIR702"])],
)
def test_a_site_says_how_long_an_incident_may_stay_open(days: str, codes: list[str]) -> None:
    begun = "2025-12-05" if not days else "2026-01-05"
    example = f"""\
# {begun}-search-slow/incident.yaml
severity: SEV-4
status: open
title: Search is slow
timeline: [{{at: {begun}T10:00Z, marks: [started], text: Search is slow}}]
{"# vocabularies.yaml" if days else ""}
{days}"""
    assert [code for code, _ in found(example)] == (["PIR702"] if not days else codes)


@pytest.mark.parametrize(
    ("text", "is_left"),
    [
        ("To be written", True),
        ("To be written: what happened and what was learned, in some sentences.", True),
        ("TODO", True),
        ("TODO ask the database team", True),
        ("The disk was full. TODO: why?", True),
        ("The disk was full [TBD]", True),
        ("tbd", True),
        ("...", True),
        ("XXX", True),
        ("The TODO in the code was never done", False),
        ("A list of what is to be written down", False),
        ("Nothing was to be done", False),
        ("The to do list was long", False),
    ],
)
def test_what_was_left_for_later_is_an_error_once_the_review_is_published(text: str, is_left: bool) -> None:
    levels = [
        [each.level.value for each in judged(folder_of(example), AS_OF).diagnostics if each.code == "PIR711"]
        for example in (
            f"# pir.yaml\nsummary: '{text}'\n",
            f"severity: SEV-3\nimpact: {{summary: '{text}'}}\n",
            f"severity: SEV-3\n# pir.yaml\nstatus: in-review\nsummary: '{text}'\n",
            f"severity: SEV-3\n# pir.yaml\nstatus: draft\nsummary: '{text}'\n",
        )
    ]
    assert levels == ([["error"], ["error"], ["warning"], []] if is_left else [[], [], [], []])


NAMES = """\
services: [checkout-api]
tags: [deploy]
# 2026-01-06-search-slow/incident.yaml
title: Search is slow
services: [{}]
tags: [deploy]
# 2026-01-07-search-slow/incident.yaml
title: Search is slow again
services: [checkout-api]
tags: [{}]
"""


def test_the_rarer_spelling_is_fixed() -> None:
    spelt = folder_of(NAMES.format("Checkout API", "Deploy"))
    assert near(NAMES.format("Checkout API", "Deploy")) == ["checkout-api", "deploy"]
    assert fix_folder(spelt, AS_OF).folder.files == folder_of(NAMES.format("checkout-api", "deploy")).files


def test_of_two_spellings_as_common_as_each_other_the_later_is_asked_about_and_not_fixed() -> None:
    example = "# pir.yaml\nowner: Checkout-Team\n"
    (asked,) = judged(folder_of(example), AS_OF).diagnostics
    assert (asked.code, asked.near, asked.fix) == ("PIR712", "Checkout-Team", None)


@pytest.mark.parametrize(
    ("link", "is_found"),
    [
        ("[the graph](graph.png)", False),
        ("![the graph](graph.png)", False),
        ("![the graph](grpah.png)", True),
        (f"[itself](../{FOLDER}/)", False),
        (f"[itself](../{FOLDER}/#timeline)", False),
        (f"[its graph](../{FOLDER}/graph.png)", False),
        ("[another](../2026-01-02-x/)", True),
        ("[the status page](status.example.org/42)", True),
        ("[the status page](https://status.example.org/42)", False),
        ("[actions](../../actions/)", False),
        ("[below](#actions)", False),
        ("an [array](index) in code: `x[0](y)`", True),
        ("`[no link](in-code)`", False),
        ("[mail](mailto:a@example.org)", False),
    ],
)
def test_links_in_sentences_lead_somewhere(link: str, is_found: bool) -> None:
    assert [code for code, _ in found(f"# pir.yaml\nsummary: 'See {link}.'\n")] == ["PIR714"] * is_found


@pytest.mark.parametrize(
    ("url", "meant"),
    [
        ("status.example.org/incidents/42", "https://status.example.org/incidents/42"),
        ("www.example.org", "https://www.example.org"),
        ("grap.png", "graph.png"),
    ],
)
def test_links_of_lists_and_evidence_lead_somewhere(url: str, meant: str) -> None:
    assert near(f"links: [{{title: The graph, url: {url}}}]\n") == [meant]
    event = (
        f"at: 2026-01-05T09:10Z, marks: [started, resolved], text: A, evidence: [{{kind: metric, url: {url}}}]"
    )
    assert near(f"timeline: [{{{event}}}]\n") == [meant]


def test_an_old_word_is_read_as_the_one_of_today_and_fixed() -> None:
    words = "# vocabularies.yaml\nservices: [{id: checkout}]\naliases: {services: {shop: checkout}}\n"
    folder = folder_of(f"services: [shop]\n{words}")
    checked = judged(folder, AS_OF)
    assert [(each.code, each.near) for each in checked.diagnostics] == [("PIR115", "checkout")]
    assert checked.book.incidents[0].services == ("checkout",)
    assert fix_folder(folder, AS_OF).folder.files == folder_of(f"services: [checkout]\n{words}").files


REST = """\
factors:
  null-price: {text: A price may be missing, category: data}
  no-test: {text: No test places an order without a price, category: testing}
actions:
  - {id: test-it, what: Test an order whose price is missing, type: detect, status: open}
"""


def review_alone(text: str) -> list[str]:
    files = files_of("") | {f"{FOLDER}/pir.yaml": text}
    folder = Folder((FOLDER,), {file: content.encode() for file, content in files.items()})
    return sorted({each.code for each in judged(folder, AS_OF).diagnostics})


def test_a_review_of_what_others_published_is_not_asked_for_what_they_did_not_say() -> None:
    own = "status: reviewed\nsummary: A release broke the checkout.\n" + REST
    assert "PIR102" in review_alone(own)
    assert review_alone("owner: shop\n" + own) == ["PIR401", "PIR402", "PIR403", "PIR406"]
    assert review_alone("provenance: external\n" + own) == []
    vague = own.replace("Test an order whose price is missing", "Improve the tests")
    assert "PIR623" in review_alone("owner: shop\n" + vague)
    assert review_alone("provenance: external\n" + vague) == []
    without_actions = own[: own.index("actions:")]
    assert review_alone("owner: shop\n" + without_actions) == ["PIR410"]
    assert review_alone("provenance: external\n" + without_actions) == []


@pytest.mark.parametrize("type", ["repair", "investigate", "process"])
def test_what_works_on_no_factor_is_not_asked_for_one(type: str) -> None:
    action = f"""\
# pir.yaml
actions:
  - id: restore
    what: Restore the orders that were lost
    type: {type}
    owner: checkout team
    created: 2026-01-09
    due: 2026-01-30
    status: open
    done_when: Every order of that day is back
"""
    assert found(action) == []


@pytest.mark.parametrize(("basis", "codes"), [("stated", []), ("inferred", ["PIR302"])])
def test_a_factor_that_a_source_states_needs_no_drawing(basis: str, codes: list[str]) -> None:
    text = f"{{text: The alert waits for two minutes, category: monitoring, basis: {basis}}}"
    example = f"""\
# pir.yaml
factors:
  null-price: {{text: A price may be missing, category: data}}
  no-test: {{text: No test places an order without a price, category: testing}}
  late-alert: {text}
"""
    assert [code for code, _ in found(example)] == codes
