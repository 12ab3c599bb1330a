"""Names of people stand in no cause, and elsewhere give way to roles."""

from pathlib import Path

import pytest

from pirgen.diagnostics import Diagnostic
from pirgen.model import Person, Term, Vocabulary
from pirgen.rules.examples import FOLDER
from pirgen.rules.language.blameless import hits, thorough_hits
from pirgen.rules.language.names import people_and_roles_of
from pirgen.rules.language.passages import Part
from tests.conftest import found

PEOPLE = """
# vocabularies.yaml
people:
  - {name: Ada Okafor, also: [Ada], handles: [aokafor, ada@example.com], role: checkout on-call}
  - {name: Will, handles: ["42"]}
"""


def a_factor(text: str) -> str:
    return f"""
# pir.yaml
factors:
  null-price: {{text: A price may be missing, category: data}}
  no-test:
    text: "{text}"
    category: testing
"""


def words_of(diagnostics: tuple[Diagnostic, ...]) -> list[tuple[str, str, str]]:
    return [(found.code, found.message.split("'")[1], found.expected) for found in diagnostics]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ada Okafor had no way to see it", "Ada Okafor"),
        ("The only mail went to Ada", "Ada"),
        ("Ada's laptop held the only key", "Ada"),
        ("@aokafor held the only key", "@aokafor"),
        ("ada@example.com held the only key", "ada@example.com"),
        ("@somebody-else took the wrong host", "@somebody-else"),
        ("The table was empty. bob@example.com dropped it", "bob@example.com"),
    ],
)
def test_a_person_in_a_cause_is_an_error(text: str, name: str, tmp_path: Path) -> None:
    assert words_of(found(tmp_path, PEOPLE + a_factor(text))) == [("PIR631", name, "")]


@pytest.mark.parametrize(
    "text",
    [
        "Adapters lost the will to retry",
        "The image `@aokafor` was pulled",
        "The chat said \u201cAda knows\u201d",
        "The package foo@latest and the scope @types/node moved",
        "Mail to support@example.com was not read",
        "@Scheduled is missing on the job",
    ],
)
def test_what_is_no_person_is_fine_in_a_cause(text: str, tmp_path: Path) -> None:
    assert found(tmp_path, PEOPLE + a_factor(text)) == ()


def test_a_handle_at_the_head_of_a_cause_needs_no_registry(tmp_path: Path) -> None:
    assert words_of(found(tmp_path, a_factor("@ada took the wrong host"))) == [("PIR631", "@ada", "")]


def test_elsewhere_the_role_is_offered(tmp_path: Path) -> None:
    example = f"""{PEOPLE}
# pir.yaml
owner: aokafor
summary: A release broke the checkout, and Ada Okafor rolled it back with Will.
"""
    assert words_of(found(tmp_path, example)) == [
        ("PIR632", "aokafor", "the role, 'checkout on-call'"),
        ("PIR632", "Ada Okafor", "the role, 'checkout on-call'"),
        ("PIR632", "Will", ""),
    ]


def test_the_name_in_a_quotation_is_left_alone(tmp_path: Path) -> None:
    assert found(tmp_path, f"{PEOPLE}# pir.yaml\nsummary: The chat says 'Ada is on it'.\n") == ()


def test_a_handle_may_be_registered_with_its_sign(tmp_path: Path) -> None:
    example = (
        "# vocabularies.yaml\npeople: [{name: Ada Okafor, handles: ['@ada']}]\n# pir.yaml\nowner: '@ada'\n"
    )
    assert words_of(found(tmp_path, example)) == [("PIR632", "@ada", "")]


def test_who_filled_a_role_is_looked_at(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, PEOPLE + '# incident.yaml\nroles: {scribe: "@aokafor"}\n')
    assert (finding.code, finding.place.file) == ("PIR632", f"{FOLDER}/incident.yaml")


def test_an_empty_registry_knows_nobody(tmp_path: Path) -> None:
    assert found(tmp_path, "# vocabularies.yaml\npeople: []\n# pir.yaml\nowner: Ada Okafor\n") == ()


def test_a_person_needs_a_name(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, "# vocabularies.yaml\npeople: [{handles: [ada]}]\n")
    assert finding.message == "the person has no 'name'"


@pytest.mark.parametrize(
    ("part", "text", "words"),
    [
        (Part.STORY, "The FMO never told the crew.", "The FMO never told"),
        (
            Part.STORY,
            "Our fire management officers should have asked.",
            "Our fire management officers should have asked",
        ),
        (Part.CAUSE, "The duty balancer deleted the row", "The duty balancer deleted"),
        (Part.STORY, "The load-shedder overlooked the alarm.", "The load-shedder overlooked"),
    ],
)
def test_roles_of_the_site_are_people(part: Part, text: str, words: str) -> None:
    roles = (Term("FMO", "Fire management officer"), Term("balancer", "Balancer"))
    known = people_and_roles_of(
        Vocabulary(roles=roles, people=(Person("Ada Okafor", role="load-shedder"),)),
    )
    assert [text[hit.start : hit.end] for hit in hits(part, text, known)] == [words]
    assert hits(part, text, known) == thorough_hits(part, text, known)


def test_roles_in_capitals_are_compared_as_written_and_those_of_pirgen_cost_nothing() -> None:
    known = people_and_roles_of(Vocabulary(roles=(Term("IT", "IT"),)))
    assert hits(Part.STORY, "IT forgot the key.", known)
    assert not hits(Part.STORY, "When it forgot the key, it stopped.", known)
    assert people_and_roles_of(Vocabulary()) is None
