"""Sentences as an author may write them, with the code that is right in that field, or none at all."""

import csv
import re
from pathlib import Path

import pytest

from pirgen.diagnostics import Level
from pirgen.rules.language.blameless import hits, thorough_hits
from pirgen.rules.language.english.set_phrases import SET_PHRASES
from pirgen.rules.language.guess import may_be_english
from pirgen.rules.language.languages import ENGLISH as ENGLISH_CODE
from pirgen.rules.language.languages import GERMAN, LANGUAGES
from pirgen.rules.language.names import named
from pirgen.rules.language.notation import forms
from pirgen.rules.language.passages import Part
from pirgen.rules.language.title_words import (
    advises_care,
    asks_for_care,
    has_no_verb,
    is_open_ended,
    plans_without_end,
)

CASES = Path(__file__).parents[2] / "cases" / "language"
ENGLISH, IN_GERMAN = sorted(CASES.glob("*.tsv")), sorted(CASES.glob("de/*.tsv"))
PARTS = {"cause": Part.CAUSE, "action": Part.ACTION, "timeline": Part.TIMELINE, "account": Part.ACCOUNT}
TITLES = {"PIR621": asks_for_care, "PIR623": is_open_ended, "PIR624": has_no_verb}


def rows(file: Path) -> list[tuple[str, str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        read = csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [(row["field"], row["expected"], row["sentence"]) for row in read]


def codes(field: str, text: str) -> set[str]:
    part = PARTS.get(field, Part.STORY)
    found = {hit.code for hit in hits(part, text)}
    if field == "action" and may_be_english(text):
        found |= {code for code, judge in TITLES.items() if judge(text)}
    if field == "lesson":
        found |= {"PIR621"} if advises_care(text) else {"PIR623"} if plans_without_end(text) else set()
    if part in (Part.CAUSE, Part.ACTION) and named(text, None):
        found.add("PIR631")
    return found


def is_right(expected: str, found: set[str]) -> bool:
    return not found if expected.startswith("none") else bool(found & set(expected.split("|")))


@pytest.mark.parametrize("file", ENGLISH, ids=lambda file: file.stem)
def test_sentences(file: Path) -> None:
    judged = [(*row, codes(row[0], row[2])) for row in rows(file)]
    assert [row for row in judged if not is_right(row[1], row[3])] == []


@pytest.mark.parametrize("file", ENGLISH, ids=lambda file: file.stem)
def test_no_sentence_is_left_out_for_the_sake_of_speed(file: Path) -> None:
    for field, _, sentence in rows(file):
        part = PARTS.get(field, Part.STORY)
        assert hits(part, sentence) == thorough_hits(part, sentence), sentence


def test_every_pattern_is_spelt_out() -> None:
    spelt = [(each.finds, each.subject, each.not_after) for each in LANGUAGES[ENGLISH_CODE].patterns]
    assert [each for each in spelt if re.search(r"[\x00-\x1f]|\{[a-z_]", "".join(each).replace("\n", ""))] == []


def test_every_set_phrase_is_looked_for_where_its_words_are() -> None:
    for pattern in SET_PHRASES:
        plain = re.sub(r"\(\?![^()]*\)", "", pattern.finds).replace("~?", " ").replace("~", " ")
        phrase = next(forms(re.sub(r"(?:\\w|\[\\w-\])\+(?=(ly|ing)?)", "grey", plain)))
        text, part = f"Then came {phrase}! So it was.", (pattern.only_in or (Part.STORY,))[0]
        assert hits(part, text) == thorough_hits(part, text), text


@pytest.mark.parametrize(
    "subject", ["Engineers", "SRE", "A midwife", "Co-pilots", "An electrician", "The crew", "We"]
)
def test_every_role_is_known_for_the_sake_of_speed(subject: str) -> None:
    text = f"{subject} forgot the second valve."
    assert [hit.code for hit in hits(Part.STORY, text)] == ["PIR606"]
    assert hits(Part.STORY, text) == thorough_hits(Part.STORY, text)


@pytest.mark.parametrize("file", IN_GERMAN, ids=lambda file: file.stem)
def test_sentences_in_german(file: Path) -> None:
    for field, expected, sentence in rows(file):
        found = hits(PARTS.get(field, Part.STORY), sentence, language=GERMAN)
        assert {hit.code for hit in found} == ({expected} - {"none"}), sentence
        assert all(hit.level is not Level.ERROR for hit in found), sentence


def test_there_are_hundreds_of_sentences_of_both_sorts() -> None:
    spared = [expected.startswith("none") for file in ENGLISH for _, expected, _ in rows(file)]
    assert spared.count(True) > 250
    assert spared.count(False) > 350
