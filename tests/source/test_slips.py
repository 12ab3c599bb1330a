"""Slips of authors: each is one finding at its place, whose near miss or hint leads out in one step."""

from __future__ import annotations

import pytest

from pirgen.pipeline import judged
from pirgen.rules.examples import FOLDER, files_of
from pirgen.source import Folder
from tests.conftest import AS_OF

WHYS = """
five_whys:
  problem: Orders failed
  because: [{answer: A price was missing, factor: null-price}, {answer: No test saw it, factor: no-test}]
fault_tree:
  top: orders-fail
  gates:
    orders-fail: {title: Orders fail, all: [null-price, no-test]}
"""
BASE = files_of(f"# pir.yaml{WHYS}")
INCIDENT, REVIEW = f"{FOLDER}/incident.yaml", f"{FOLDER}/pir.yaml"
IMPACT = "impact:\n  summary: No order could be placed for 20 minutes\n"
TOP, OTHER = "belongs at the top level of the file", "belongs in"


def found(files: dict[str, str | bytes]) -> list[tuple[str, str]]:
    contents = {file: text if isinstance(text, bytes) else text.encode() for file, text in files.items()}
    names = tuple(sorted({file.partition("/")[0] for file in files if "/" in file}))
    diagnostics = judged(Folder(names, contents), AS_OF).diagnostics
    return [(finding.message, finding.near or finding.hint) for finding in diagnostics]


def found_with(file: str, written: str, instead: str) -> list[tuple[str, str]]:
    """What is found where a piece of a clean file is replaced."""
    assert written in BASE[file]
    return found(BASE | {file: BASE[file].replace(written, instead, 1)})


def test_the_base_is_clean() -> None:
    assert found(dict(BASE)) == []


@pytest.mark.parametrize(
    ("file", "written", "instead", "leads"),
    [
        (REVIEW, "all: [null", "and: [null", "all"),
        (REVIEW, "all: [null", "or: [null", "any"),
        (REVIEW, "all: [null", "both: [null", "all"),
        (REVIEW, "all: [null", "either: [null", "any"),
        (INCIDENT, "SEV-2", "critical", "SEV-1"),
        (INCIDENT, "SEV-2", "Critical", "SEV-1"),
        (INCIDENT, "SEV-2", "P1", "SEV-1"),
        (INCIDENT, "SEV-2", "S1", "SEV-1"),
        (INCIDENT, "SEV-2", "P3", "SEV-3"),
        (INCIDENT, "SEV-2", "major", "SEV-2"),
        (INCIDENT, "SEV-2", "low", "SEV-4"),
        (INCIDENT, "status: resolved", "status: closed", "resolved"),
        (INCIDENT, "status: resolved", "status: postmortem", "resolved"),
        (INCIDENT, "status: resolved", "status: unresolved", "open"),
        (INCIDENT, "status: resolved", "status: monitoring", "mitigated"),
        (INCIDENT, "status: resolved", "status: investigating", "open"),
        (REVIEW, "status: open", "status: wontfix", "declined"),
        (REVIEW, "status: open", "status: fixed", "done"),
        (REVIEW, "status: open", "status: todo", "open"),
        (REVIEW, "status: open", "status: WIP", "in-progress"),
        (REVIEW, "status: open", "status: cancelled", "declined"),
        (REVIEW, "status: open", "status: duplicate", "superseded"),
        (REVIEW, "status: reviewed", "status: approved", "reviewed"),
        (REVIEW, "type: detect", "type: monitoring", "detect"),
        (REVIEW, "type: detect", "type: preventive", "prevent"),
        (REVIEW, "category: data", "category: config", "configuration"),
        (REVIEW, "category: data", "category: human error", "process"),
        (INCIDENT, "kind: change", "kind: deploy", "change"),
        (INCIDENT, "kind: detection", "kind: alert", "detection"),
        (INCIDENT, "marks: [detected]", "marks: [noticed]", "detected"),
        (INCIDENT, IMPACT, "impact: near miss\n", "none"),
        (INCIDENT, IMPACT, "impact: no impact\n", "none"),
        (REVIEW, "due: 2026-01-30", "due: unknown", "not recorded"),
        (REVIEW, "due: 2026-01-30", "due: TBD", "not recorded"),
        (REVIEW, "    owner: checkout team", "    owner: TBD", "not recorded"),
        (REVIEW, "    what: Test", "    description: Test", "what"),
        (REVIEW, "    due:", "    deadline:", "due"),
        (INCIDENT, "kind: change, text: A", "kind: change, description: A", "text"),
        (INCIDENT, "timeline:\n", "events:\n", "timeline"),
        (REVIEW, "all: [null", "at_least: [null", "atleast"),
        (REVIEW, "all: [null", "2oo3: [null", "atleast"),
        (REVIEW, "all: [null", "none: [null", "not"),
        (INCIDENT, "SEV-2", "sev-one", "SEV-1"),
        (INCIDENT, "SEV-2", "1", "SEV-1"),
        (INCIDENT, "SEV-2", "SEV-0", "SEV-1"),
        (INCIDENT, "SEV-2", "TBD", "choose the nearest; a note can say that it is not certain"),
        (INCIDENT, "status: resolved", "status: in progress", "open"),
        (INCIDENT, "status: resolved", "status: cancelled", "resolved"),
        (INCIDENT, "status: resolved", "status: draft", "open"),
        (REVIEW, "status: open", "status: blocked", "in-progress"),
        (REVIEW, "status: open", "status: postponed", "open"),
        (REVIEW, "status: open", "status: started", "in-progress"),
        (REVIEW, "type: detect", "type: documentation", "process"),
        (REVIEW, "type: detect", "type: training", "process"),
        (REVIEW, "type: detect", "type: bugfix", "prevent"),
        (
            REVIEW,
            "category: data",
            "category: other",
            "choose the nearest; a note can say that it is not certain",
        ),
        (INCIDENT, "kind: change", "kind: root cause", "diagnosis"),
        (INCIDENT, "kind: change", "kind: meeting", "communication"),
        (INCIDENT, "marks: [acknowledged]", "marks: [start]", "started"),
        (INCIDENT, "marks: [acknowledged]", "marks: [end]", "resolved"),
        (INCIDENT, "marks: [acknowledged]", "marks: [acked]", "acknowledged"),
        (
            INCIDENT,
            "marks: [acknowledged]",
            "marks: [escalated]",
            "no other moment is marked; what kind of event it is says its 'kind'",
        ),
        (INCIDENT, IMPACT, "impact: None\n", "none"),
    ],
)
def test_another_word_leads_to_ours(file: str, written: str, instead: str, leads: str) -> None:
    ((_, near),) = found_with(file, written, instead)
    assert near == leads


@pytest.mark.parametrize(
    ("file", "more", "leads"),
    [
        (REVIEW, "  lessons: [Test it]\n", TOP),
        (INCIDENT, "factors: {}\n", "'factors' belongs in pir.yaml"),
        (INCIDENT, "actions: []\n", "'actions' belongs in pir.yaml"),
        (INCIDENT, "lessons: [Test it]\n", "'lessons' belongs in pir.yaml"),
        (INCIDENT, "fault_tree: {}\n", "'fault_tree' belongs in pir.yaml"),
        (REVIEW, "severity: SEV-1\n", "'severity' belongs in incident.yaml"),
        (REVIEW, "timeline: []\n", "'timeline' belongs in incident.yaml"),
        (REVIEW, "services: [checkout]\n", "'services' belongs in incident.yaml"),
        (INCIDENT, "marks: [started]\n", "'marks' belongs in the event"),
        (INCIDENT, "started: 2026-01-05T09:10Z\n", "a moment is a mark on an event"),
        (INCIDENT, "detected_at: 2026-01-05T09:10Z\n", "marks: [detected]"),
        (INCIDENT, "resolved_at: 2026-01-05T09:10Z\n", "marks: [resolved]"),
        (INCIDENT, "end_time: 2026-01-05T09:10Z\n", "marks: [resolved]"),
        (INCIDENT, "commander: on-call\n", "roles: {incident commander: ...}"),
        (INCIDENT, "scribe: on-call\n", "roles: {scribe: ...}"),
        (INCIDENT, "roles: [on-call]\n", "roles: {incident commander: ...}"),
        (REVIEW, "    summary: A release\n", TOP),
        (INCIDENT, "root_cause: A bug\n", "it is called 'factors' here, and belongs in pir.yaml"),
        (INCIDENT, "action_items: []\n", "it is called 'actions' here, and belongs in pir.yaml"),
        (INCIDENT, "learnings: []\n", "it is called 'lessons' here, and belongs in pir.yaml"),
        (REVIEW, "events: []\n", "it is called 'timeline' here, and belongs in incident.yaml"),
        (REVIEW, "title: Checkout down\n", "'title' belongs in incident.yaml"),
        (INCIDENT, "duration: 20 min\n", "computed from the marks"),
        (INCIDENT, "time_to_detect: 2 min\n", "computed from the marks"),
        (INCIDENT, "date: 2026-01-05\n", "the folder's name is the id"),
        (INCIDENT, "author: me\n", "reviews leave people out"),
        (REVIEW, "reviewers: [a]\n", "reviews leave people out"),
        (INCIDENT, "customers_affected: 12\n", "measures: [{what: ..., value: ...}]"),
        (INCIDENT, "description: It failed\n", "impact: {summary: ...}"),
        (INCIDENT, "environment: production\n", "tags: [...]"),
        (INCIDENT, "team: shop\n", "'owner' in pir.yaml"),
        (INCIDENT, "postmortem: later\n", "is written in pir.yaml"),
        (INCIDENT, "ticket: OPS-1\n", "links: [{title: ..., url: ...}]"),
    ],
)
def test_a_key_of_another_place_is_sent_there(file: str, more: str, leads: str) -> None:
    ((_, hint),) = found(BASE | {file: BASE[file] + more})
    assert leads in hint


@pytest.mark.parametrize("word", ["gate: and, inputs", "type: AND, children", "operator: all, of"])
def test_a_gate_with_its_word_as_a_value_is_one_finding(word: str) -> None:
    ((_, hint),) = found(BASE | {REVIEW: BASE[REVIEW].replace("all: [null", f"{word}: [null", 1)})
    assert hint == "the word is the key of the inputs: all: [null-price, no-test]"


@pytest.mark.parametrize(
    ("file", "written", "instead", "leads"),
    [
        (REVIEW, "    owner: checkout team", "    owner: [checkout, search]", "write owner: checkout"),
        (REVIEW, "eliminates: [no-test]", "eliminates: none", "leave 'eliminates' out"),
        (INCIDENT, "text: Orders fail}", "text: Orders fail, evidence: https://x.example.org}", "{kind: "),
        (REVIEW, "because: [{answer: A", "because: A price was missing # [{answer: A", "[{answer: A price was"),
    ],
)
def test_a_shape_is_shown_as_an_example(file: str, written: str, instead: str, leads: str) -> None:
    ((_, hint),) = found_with(file, written, instead)
    assert leads in hint


def test_actions_as_sentences_are_one_finding_each() -> None:
    actions = BASE[REVIEW][BASE[REVIEW].index("actions:") : BASE[REVIEW].index("five_whys")]
    sentences = "actions:\n  - Fix the test\n  - Add an alert\n"
    messages = found(BASE | {REVIEW: BASE[REVIEW].replace(actions, sentences)})
    assert [message for message, _ in messages] == ["actions is 'Fix the test'", "actions is 'Add an alert'"]
    assert "what: Fix the test" in messages[0][1]


@pytest.mark.parametrize(
    ("written", "name", "leads"),
    [
        (REVIEW, "review.yaml", "pir.yaml"),
        (REVIEW, "postmortem.yaml", "pir.yaml"),
        (REVIEW, "post-mortem.yml", "pir.yaml"),
        (REVIEW, "pir.yml", "pir.yaml"),
        (INCIDENT, "incident.yml", "rename 'incident.yml' to incident.yaml"),
        (INCIDENT, "Incident.yaml", "rename 'Incident.yaml' to incident.yaml"),
    ],
)
def test_a_file_of_another_name_is_renamed(written: str, name: str, leads: str) -> None:
    files = {file: text for file, text in BASE.items() if file != written}
    ((_, near),) = found(files | {f"{FOLDER}/{name}": BASE[written]})
    assert near == leads


@pytest.mark.parametrize("name", ["pir.yaml", "incident.yaml"])
def test_a_file_without_its_folder_is_sent_there(name: str) -> None:
    ((message, hint),) = found(BASE | {name: BASE[REVIEW]})
    assert message == f"'{name}' belongs in an incident's folder"
    assert hint.startswith("move it into the folder")


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"PK\x03\x04\x14\x00" + b"\xd2" * 40, "a zip file"),
        (b"%PDF-1.7\n", "a PDF"),
        (b"\xd0\xcf\x11\xe0" + b"\0" * 40, "an old Word"),
        (b"<!DOCTYPE html><p>x", "a web page"),
        (b"{\\rtf1 x}", "a document in rich text"),
    ],
)
def test_what_is_no_text_at_all_is_named(content: bytes, kind: str) -> None:
    ((message, _),) = found(BASE | {REVIEW: content})
    assert message.startswith(f"file is {kind}")


def test_a_folder_of_incidents_in_another_is_one_finding() -> None:
    inside = {f"incidents/2026-01-0{day}-x/incident.yaml": BASE[INCIDENT] for day in range(1, 9)}
    ((message, hint),) = found(BASE | inside | {"incidents/vocabularies.yaml": "services: []\n"})
    assert (message, hint) == (
        "folder 'incidents' holds folders of incidents",
        "move what is in 'incidents' up into this folder",
    )


@pytest.mark.parametrize(
    ("file", "written", "instead", "leads"),
    [
        (REVIEW, "eliminates: [no-test]", "eliminates: [No test places an order without a price]", "no-test"),
        (REVIEW, "eliminates: [no-test]", "eliminates: [No test places an order without price]", "no-test"),
        (REVIEW, "eliminates: [no-test]", "eliminates: [no-test, no-tset]", "'no-test' is named here already"),
        (REVIEW, "all: [null-price, no-test]", "all: [A price may be missing, no-test]", "null-price"),
        (REVIEW, "all: [null-price, no-test]", "all: [null-price, no-test, nul-price]", "named here already"),
        (REVIEW, "top: orders-fail", "top: Orders fail", "orders-fail"),
        (REVIEW, "factor: no-test}", "factor: No test places an order without a price}", "no-test"),
        (REVIEW, "factor: no-test}", "factor: orders-fail}", "'orders-fail' is a gate"),
        (REVIEW, "factor: no-test}", "factor: test-missing-price}", "'test-missing-price' is an action"),
    ],
)
def test_a_text_in_the_place_of_an_id_leads_to_the_id(
    file: str, written: str, instead: str, leads: str
) -> None:
    ((_, near),) = found_with(file, written, instead)
    assert leads in near


def test_a_key_that_is_there_already_is_never_the_near_miss() -> None:
    ((_, hint),) = found(BASE | {INCIDENT: BASE[INCIDENT] + "titel: Checkout failed\n"})
    assert hint == "'title' is there already; put both into one"


AT, DUE = "at: 2026-01-05T09:10Z", "due: 2026-01-30"


@pytest.mark.parametrize(
    ("file", "written", "instead", "near"),
    [
        (REVIEW, DUE, "due: 2026-01-30T10:00Z", "2026-01-30"),
        (REVIEW, DUE, "due: 2026-01-30 EOD", "2026-01-30"),
        (REVIEW, DUE, "due: 30-01-2026", "2026-01-30"),
        (REVIEW, DUE, "due: 2026\N{EN DASH}01\N{EN DASH}30", "2026-01-30"),
        (REVIEW, DUE, "due: 1769731200", "2026-01-30"),
        (REVIEW, DUE, "due: 2026-01", "2026-01-31, if its last day is meant"),
        (REVIEW, DUE, "due: 2026-Q1", "2026-03-31, if its last day is meant"),
        (REVIEW, DUE, "due: Q1 2026", "2026-03-31, if its last day is meant"),
        (REVIEW, DUE, "due: 2026-W05", "2026-02-01, if its last day is meant"),
        (REVIEW, DUE, "due: 2026-01-32", "January 2026 has 31 days, from 01 on"),
        (REVIEW, DUE, "due: 2026-02-31", "February 2026 has 28 days, from 01 on"),
        (REVIEW, DUE, "due: 2026-13-01", "months go from 01 to 12"),
        (REVIEW, DUE, "due: 05/01/2026", "write 2026-01-05 or 2026-05-01, whichever is meant"),
        (REVIEW, DUE, "due: next sprint", "write YYYY-MM-DD, or 'not recorded' where no day was agreed"),
        (INCIDENT, AT, "at: 2026-01-05T24:00Z", "2026-01-06T00:00Z"),
        (INCIDENT, AT, "at: 2026-01-05 9:10 AM UTC", "2026-01-05T09:10Z"),
        (INCIDENT, AT, "at: 2026-01-05 9:10 PM +01:00", "2026-01-05T21:10+01:00"),
        (INCIDENT, AT, "at: 2026-01-05 12:10 am UTC", "2026-01-05T00:10Z"),
        (INCIDENT, AT, "at: 1767604200", "2026-01-05T09:10Z"),
        (INCIDENT, AT, "at: 1767604200000", "2026-01-05T09:10Z"),
        (INCIDENT, AT, "at: 5 Jan 2026 09:10 UTC", "2026-01-05T09:10Z"),
        (INCIDENT, AT, "at: Mon Jan  5 09:10:00 UTC 2026", "2026-01-05T09:10:00Z"),
        (INCIDENT, AT, "at: 2026-01-05 09:10 Europe/Berlin", "2026-01-05T09:10+01:00"),
        (INCIDENT, AT, "at: 2026-01-05T09:10 GMT+1", "2026-01-05T09:10+01:00"),
        (INCIDENT, AT, "at: 2026-01-05T09:10-8:00", "2026-01-05T09:10-08:00"),
        (INCIDENT, AT, "at: 2026-01-05T0910Z", "2026-01-05T09:10Z"),
        (INCIDENT, AT, "at: 2026-01-05T09h10Z", "2026-01-05T09:10Z"),
        (INCIDENT, AT, "at: 2026-01-05 at 09:10 UTC", "2026-01-05T09:10Z"),
        (INCIDENT, AT, "at: 2026-01-05_09:10Z", "2026-01-05T09:10Z"),
        (INCIDENT, AT, "at: 2026/01/05 09:10", "2026-01-05T09:10Z, if it is UTC"),
        (INCIDENT, AT, "at: ~2026-01-05T09:10Z", "2026-01-05T09:10Z"),
        (INCIDENT, AT, "at: 2026-01-05T09:10Z - 09:12Z", "2026-01-05T09:10Z"),
        (INCIDENT, AT, "at: 2026-01-05T09:60Z", "hours go from 00 to 23, minutes and seconds from 00 to 59"),
        (INCIDENT, "services: [checkout]", "services: [checkout]\ntimezone: PST", "America/Los_Angeles"),
        (INCIDENT, "services: [checkout]", "services: [checkout]\ntimezone: Berlin", "Europe/Berlin"),
        (INCIDENT, "services: [checkout]", "services: [checkout]\ntimezone: europe/berlin", "Europe/Berlin"),
    ],
)
def test_a_time_in_another_spelling_leads_to_ours(file: str, written: str, instead: str, near: str) -> None:
    ((_, found_near),) = found_with(file, written, instead)
    assert found_near == near


@pytest.mark.parametrize(
    ("file", "written", "instead", "leads"),
    [
        (INCIDENT, "SEV-2", "1 - Critical", "SEV-1"),
        (INCIDENT, "SEV-2", "Sev2 (major)", "SEV-2"),
        (INCIDENT, "SEV-2", "SEV-II", "SEV-2"),
        (INCIDENT, "SEV-2", "Tier 3", "SEV-3"),
        (INCIDENT, "status: resolved", "status: Post-incident", "resolved"),
        (INCIDENT, "status: resolved", "status: verifying", "mitigated"),
        (INCIDENT, "status: resolved", "status: triage", "open"),
        (REVIEW, "status: open", "status: Selected for Development", "in-progress"),
        (REVIEW, "status: open", "status: Closed (Won't Fix)", "declined"),
        (REVIEW, "status: open", "status: implemented in v2", "done"),
        (REVIEW, "status: open", "status: risk accepted", "declined"),
        (REVIEW, "status: open", "status: not done", "open"),
        (REVIEW, "status: reviewed", "status: waiting for approval", "in-review"),
        (INCIDENT, "marks: [mitigated, resolved]", "marks: [mitigated and resolved]", "mitigated, resolved"),
        (REVIEW, "category: data}", "category: data/code}", "data or code"),
        (REVIEW, "    status: open", "    state: open", "status"),
        (REVIEW, "    status: open", "    done: false", "status"),
        (REVIEW, "    type: detect", "    kind: detect", "type"),
        (REVIEW, "category: data}", "type: data}", "category"),
        (REVIEW, "{text: A price", "{title: A price", "text"),
        (REVIEW, "  - id: test", "  - key: test", "id"),
        (REVIEW, "    due:", "    eta:", "due"),
        (REVIEW, "top: orders", "root: orders", "top"),
        (REVIEW, "all: [null-price, no-test]", "all: {null-price, no-test}", "[null-price, no-test]"),
        (REVIEW, "all: [null-price, no-test]", "all: null-price, no-test", "[null-price, no-test]"),
        (REVIEW, "all: [null-price, no-test]", "inputs: [null-price, no-test]", "'any: [null-price, no-test]'"),
        (INCIDENT, "services: [checkout]", "services: checkout, search", "[checkout, search]"),
        (INCIDENT, "services: [checkout]", "services: [checkout]\ntags: [#db, #cache]", "write [db, cache]"),
        (INCIDENT, "services: [checkout]", 'services: [checkout]\ntags: "#db #cache"', "[db, cache]"),
        (INCIDENT, "status: resolved", '"status": "resolved",', "delete it"),
        (INCIDENT, "marks: [detected]", "detected: true", "marks: [detected]"),
        (INCIDENT, "kind: change,", "kind: change, actor: bob,", "names no people"),
        (INCIDENT, "kind: change,", "kind: change, duration: 5 min,", "until"),
        (INCIDENT, IMPACT, f"{IMPACT}  measures: {{orders lost: 20}}\n", "- {what: orders lost, value: 20}"),
        (INCIDENT, IMPACT, f"{IMPACT}detection: {{source: PagerDuty}}\n", "monitoring"),
        (
            INCIDENT,
            IMPACT,
            f"{IMPACT}links: {{Page: https://e.org}}\n",
            "- {title: Page, url: 'https://e.org'}",
        ),
        (
            INCIDENT,
            IMPACT,
            f'{IMPACT}links: ["[Page](https://e.org)"]\n',
            "{title: Page, url: 'https://e.org'}",
        ),
        (INCIDENT, "text: Orders fail}", "text: Orders fail, evidence: graph.png}", "url: graph.png"),
        (INCIDENT, "2026-01-05T09:12Z", "2025-01-05T09:12Z", "check the day"),
    ],
)
def test_habits_of_other_tools_lead_to_ours(file: str, written: str, instead: str, leads: str) -> None:
    ((_, hint),) = found_with(file, written, instead)
    assert leads in hint


@pytest.mark.parametrize(
    ("more", "leads"),
    [
        ("urgency: high\n", "'severity' is there already"),
        ("state: closed\n", "'status' is there already"),
        ("components_affected: [x]\n", "'services' is there already"),
        ("impactStartDate: 2026-01-05T09:10Z\n", "marks: [started]"),
        ("incident_updates: []\n", "'timeline' is there already"),
        ("incident_number: 42\n", "the folder's name is the id"),
        ("visibility: public\n", "audience"),
        ("resolution: rolled back\n", "how it ended is an event"),
        ("attachments: [x.png]\n", "evidence of an event"),
        ("runbooks: [x]\n", "links: [{title"),
        ("blast_radius: all\n", "measures: [{what"),
        ("kind: outage\n", "incident"),
        ("wsjf: 3\n", "begins with 'x-': x-wsjf"),
    ],
)
def test_keys_of_other_tools_lead_to_ours(more: str, leads: str) -> None:
    ((_, hint),) = found(BASE | {INCIDENT: BASE[INCIDENT] + more})
    assert leads in hint


@pytest.mark.parametrize("events", ["2026-01-05T09:10Z Orders fail", "2026-01-05T09:10Z - Orders fail"])
def test_events_as_sentences_show_how_they_are_written(events: str) -> None:
    head = BASE[INCIDENT][: BASE[INCIDENT].index("timeline:")].replace("status: resolved", "status: open")
    ((_, hint),) = found(BASE | {INCIDENT: f"{head}timeline:\n  - {events}\n"})
    assert hint == "write {at: 2026-01-05T09:10Z, text: Orders fail}"


@pytest.mark.parametrize(
    ("folder", "near"),
    [
        ("2026_01_05_checkout", "2026-01-05-checkout"),
        ("2026-01-05 Checkout Down", "2026-01-05-checkout-down"),
        ("2026-1-5-checkout", "2026-01-05-checkout"),
        ("30-01-2026-checkout", "2026-01-30-checkout"),
        ("2026-01-05-St\N{LATIN SMALL LETTER O WITH DIAERESIS}rung", "2026-01-05-storung"),
    ],
)
def test_a_folder_of_another_name_leads_to_an_id(folder: str, near: str) -> None:
    files = {f"{folder}/{file.rpartition('/')[2]}": text for file, text in BASE.items()}
    assert found(files)[0][1] == near


def test_a_wrong_month_in_a_folder_is_one_finding() -> None:
    files = {file.replace("2026-01-05", "2026-02-05"): text for file, text in BASE.items()}
    ((message, _),) = found(files)
    assert "the folder's name says 2026-02-05" in message
