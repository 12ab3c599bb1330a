"""The language of a site, an incident and a review: English is checked, German is, and others are not."""

from pathlib import Path

import pytest

from tests.conftest import found

BLAME = "summary: It was human error.\n"


def codes(folder: Path, example: str) -> list[str]:
    return [finding.code for finding in found(folder, example)]


def test_a_site_in_another_language_is_told_once_that_its_words_are_not_checked(tmp_path: Path) -> None:
    example = f"# vocabularies.yaml\nlanguage: fi\n# incident.yaml\nlanguage: fi\n# pir.yaml\n{BLAME}"
    assert codes(tmp_path, example) == ["PIR641"]


def test_a_review_may_be_in_another_language_than_its_site(tmp_path: Path) -> None:
    assert codes(tmp_path, f"# vocabularies.yaml\nlanguage: fi\n# pir.yaml\nlanguage: en-GB\n{BLAME}") == [
        "PIR601",
        "PIR641",
    ]


def test_a_review_is_in_the_language_of_its_incident(tmp_path: Path) -> None:
    assert codes(tmp_path, f"# incident.yaml\nlanguage: de\n# pir.yaml\n{BLAME}") == []


def test_german_is_checked(tmp_path: Path) -> None:
    example = "# pir.yaml\nlanguage: de\nsummary: Ein Bedienfehler, der vermeidbar war.\n"
    assert codes(tmp_path, example) == ["PIR601"]


@pytest.mark.parametrize("language", ["en", "EN", "en-US", "en_GB", ""])
def test_english_has_many_codes(language: str, tmp_path: Path) -> None:
    line = f"language: {language}\n" if language else ""
    assert codes(tmp_path, f"# pir.yaml\n{line}{BLAME}") == ["PIR601"]


def test_titles_of_actions_in_another_language_are_left_alone(tmp_path: Path) -> None:
    example = """
# pir.yaml
language: de
actions:
  - {id: a, what: Dokumentation, type: prevent, owner: team, eliminates: [no-test], reduces: [null-price],
     due: 2026-01-30, status: open, created: 2026-01-09, done_when: Sie liegt vor}
"""
    assert codes(tmp_path, example) == []
