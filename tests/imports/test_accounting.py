"""Every text of every export, marked with a word of its own, is in the draft or is told."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date
from pathlib import Path

import pytest

from pirgen.drafts import Draft, incident_text, review_text
from pirgen.imports import DraftResult, ImportOptions, draft_incidents, group_by_incident, read_export
from pirgen.imports.accounting import FactKind, SourceFact, account_of, facts_of_value
from pirgen.imports.markdown.topics import known_topic

CASES = Path(__file__).parent / "cases"
EXPORTS = sorted(case for case in CASES.iterdir() if any(case.rglob("*.json")))
OF_PEOPLE = (
    r"author|user|actor|agent|assignees?|creator|updater|reporter|last_status_change_by|user_profile|profile|\w+User"
    r"|assigned_to"
)
NOT_KEPT = re.compile(
    r"notification_handles\.|included\.attributes\.name$"
    rf"|(?:{OF_PEOPLE})\.(?:data\.attributes\.)?\w+$"  # names of people become handles
    r"|(?:^|\.)(?:acknowledged_by|address|fallback)$"  # the same, and a text for old programs
    r"|\b(?:notification|channel|role)\.|\bid$"  # whom it called; words for its own things
    r"|log_entries\.(?:\w+\.)*summary$|\bincident\.(?:summary|title|name)$|data\.title$"  # said twice
    r"|commonAnnotations\.summary$|short_description\.value$|service_name$|outwardIssue|most_recent_update\.text$"
)
"""Places of texts that a draft has in other words, or has already from another place."""
TIME = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True)
class Marked:
    """What an import of a case makes of its marked files, and the places of the marks that it has lost."""

    results: tuple[DraftResult, ...]
    text: str
    marks: dict[str, str]


def texts_in(value: object, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    inner = value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ()
    for key, each in inner:
        yield from texts_in(each, (*path, key))
    if isinstance(value, str) and " " in value and "://" not in value and not TIME.match(value):
        yield path, value


def put(root: object, path: tuple[str | int, ...], value: str) -> None:
    for key in path[:-1]:
        root = root[key]  # type: ignore[index]
    root[path[-1]] = value  # type: ignore[index]


def marked(case: Path) -> Marked:
    found, marks = [], {}
    for file in sorted(case.rglob("*.json")):
        root = json.loads(file.read_text(encoding="utf-8"))
        for path, text in list(texts_in(root)):
            place = ".".join(str(key) for key in path if isinstance(key, str))
            is_heading = len(text.split()) < 4 and known_topic(text)
            if not is_heading and not NOT_KEPT.search(place):
                mark = f"qz{len(marks)}zq"
                marks[mark] = place
                put(root, path, f"{text} and {mark}")
        said, problems = read_export(json.dumps(root).encode(), file.name)
        assert problems == ()
        found += [(file.name, part) for part in said]
    incidents, _ = group_by_incident(found)
    results = draft_incidents(incidents, ImportOptions())
    text = "".join(incident_text(each.draft) + review_text(each.draft) for each in results if each.draft)
    return Marked(results, text, marks)


@pytest.mark.parametrize("case", EXPORTS, ids=lambda case: case.name)
def test_every_text_is_in_the_draft(case: Path) -> None:
    made = marked(case)
    lost = [place for mark, place in made.marks.items() if mark not in made.text]
    if case.name in ("slack-channel-with-people", "slack-blocks-and-attachments"):
        assert lost == ["text"]  # that somebody has joined, and a text for programs without blocks
    else:
        assert lost == []


@pytest.mark.parametrize("case", EXPORTS, ids=lambda case: case.name)
def test_what_is_not_kept_is_told(case: Path) -> None:
    for result in marked(case).results:
        assert result.draft is not None
        told = result.draft.left_over
        kinds = (FactKind.TIME, FactKind.TEXT, FactKind.LINK, FactKind.STATE)
        left = sum(there - kept for kept, there in (result.account.counts[kind] for kind in kinds))
        assert len(result.account.missing) == left <= len(told) or left == 0


def test_states_and_fields_of_a_site_are_counted() -> None:
    value = {
        "status": "resolved",
        "severity": {"name": "SEV2"},
        "custom_field_entries": [
            {"custom_field": {"id": "1", "name": "Region"}, "values": [{"value_text": "EU west"}]},
            {
                "custom_field": {"name": "Tier", "field_type": "x"},
                "values": [{"value_option": {"value": "gold"}}],
            },
        ],
        "customfield_10040": {"value": "Card payments", "id": "77"},
        "extraProperties": {"tenant": "blue"},
        "id": "not counted",
    }
    assert [(fact.kind.value, fact.written) for fact in facts_of_value(value)] == [
        ("states", "status: resolved"),
        ("states", "severity: SEV2"),
        ("texts", "Region: EU west"),
        ("texts", "Tier: gold"),
        ("texts", "customfield_10040: Card payments"),
        ("texts", "tenant: blue"),
    ]


def without(value: object, lost: str) -> object:
    """A draft, or a part of one, without some words."""
    if isinstance(value, str):
        return value.replace(lost, "")
    if isinstance(value, tuple):
        return tuple(without(each, lost) for each in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{each.name: without(getattr(value, each.name), lost) for each in fields(value)})
    return value


@pytest.mark.parametrize("path", sorted((CASES.parent / "corpus").glob("*.md")), ids=lambda path: path.stem)
def test_half_a_sentence_that_is_lost_is_told(path: Path) -> None:
    found, _ = read_export(path.read_bytes(), path.name)
    (result,) = draft_incidents(found, ImportOptions())
    assert result.draft is not None
    texts = [fact.written for incident in found for fact in incident.facts if fact.kind is FactKind.TEXT]
    halves = [
        half
        for text in texts
        if len(text.split()) > 10 and (half := " ".join(text.split(" ")[len(text.split(" ")) // 2 :])).isascii()
    ]
    text = "\n".join(texts)
    tried = 0
    for half in halves:
        draft = without(result.draft, half)
        assert isinstance(draft, Draft)
        if draft == result.draft or text.count(half) > 1:
            continue  # broken over lines there, or said twice
        tried += 1
        facts = [fact for incident in found for fact in incident.facts if fact.kind is FactKind.TEXT]
        account = account_of(facts, draft, 0, (0, 0))
        assert any(half.split()[-2] in missing for missing in account.missing), half
    assert tried or len(halves) < 2


def test_what_is_missing_of_a_text_is_told_from_its_first_word_to_its_last() -> None:
    said = "Orders of partners failed for an hour in the morning"
    draft = Draft("Outage", "SEV-3", (), date(2026, 3, 14), summary=f"{said} and came back then.")
    written = f"{said}, since nobody had told the team about the key, and came back then."
    account = account_of([SourceFact(FactKind.TEXT, written)], draft, 0, (0, 0))
    assert account.missing == ("since nobody had told the team about the key",)
    assert account.counts[FactKind.TEXT] == (0, 1)
