"""Sentences as an author may write them, with the code that is right in that field, or none at all."""

import csv
from collections.abc import Iterator
from pathlib import Path

import pytest

from pirgen.diagnostics import Level
from pirgen.rules.language.action_titles import advises_care, asks_for_care, has_no_verb, is_open_ended
from pirgen.rules.language.blameless import hits, thorough_hits
from pirgen.rules.language.guess import may_be_english
from pirgen.rules.language.languages import GERMAN
from pirgen.rules.language.names import named
from pirgen.rules.language.passages import Part

CASES = Path(__file__).parents[2] / "cases" / "language"
PARTS = {"cause": Part.CAUSE, "action": Part.ACTION, "timeline": Part.TIMELINE, "account": Part.ACCOUNT}
TITLES = {"PIR621": asks_for_care, "PIR623": is_open_ended, "PIR624": has_no_verb}


def rows(folder: Path = CASES) -> Iterator[tuple[str, str, str]]:
    for file in sorted(folder.glob("*.tsv")):
        with file.open(encoding="utf-8", newline="") as text:
            for row in csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE):
                yield row["field"], row["expected"], row["sentence"]


def codes(field: str, text: str) -> set[str]:
    part = PARTS.get(field, Part.STORY)
    found = {hit.code for hit in hits(part, text)}
    if field == "action" and may_be_english(text):
        found |= {code for code, judge in TITLES.items() if judge(text)}
    if field == "lesson" and advises_care(text):
        found.add("PIR621")
    if part in (Part.CAUSE, Part.ACTION) and named(text, None):
        found.add("PIR631")
    return found


@pytest.mark.parametrize(("field", "expected", "sentence"), [*rows()], ids=lambda value: value[:50])
def test_sentence(field: str, expected: str, sentence: str) -> None:
    if expected.startswith("none"):
        assert codes(field, sentence) == set()
    else:
        assert codes(field, sentence) & set(expected.split("|"))


def test_no_sentence_is_left_out_for_the_sake_of_speed() -> None:
    for field, _, sentence in rows():
        part = PARTS.get(field, Part.STORY)
        assert hits(part, sentence) == thorough_hits(part, sentence), sentence


@pytest.mark.parametrize(
    "subject", ["Engineers", "SRE", "A midwife", "Co-pilots", "An electrician", "The crew", "We"]
)
def test_every_role_is_known_for_the_sake_of_speed(subject: str) -> None:
    text = f"{subject} forgot the second valve."
    assert [hit.code for hit in hits(Part.STORY, text)] == ["PIR606"]
    assert hits(Part.STORY, text) == thorough_hits(Part.STORY, text)


@pytest.mark.parametrize(("field", "expected", "sentence"), [*rows(CASES / "de")], ids=lambda value: value[:50])
def test_sentence_in_german(field: str, expected: str, sentence: str) -> None:
    found = hits(PARTS.get(field, Part.STORY), sentence, language=GERMAN)
    assert {hit.code for hit in found} == ({expected} - {"none"})
    assert all(hit.level is not Level.ERROR for hit in found)


def test_there_are_hundreds_of_sentences_of_both_sorts() -> None:
    spared = [expected.startswith("none") for _, expected, _ in rows()]
    assert spared.count(True) > 250
    assert spared.count(False) > 350
