"""Reviews name roles, not people: who is registered in ``vocabularies.yaml``, and who acts in a cause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from pirgen.diagnostics import Excerpt, Level
from pirgen.model import Book, Person, Vocabulary
from pirgen.model.vocabulary import ROLES
from pirgen.rules.language.own_words import HANDLE, MAIL, own_words
from pirgen.rules.language.passages import Part, Passage, holders, passages
from pirgen.rules.rule import Field, Finding, rule

_STRICT = (Part.CAUSE, Part.ACTION)
_NOT_SOMEBODY = (
    r"(?:alerts?|admin|billing|contact|help|hostmaster|info|[\w.-]*list|no-?reply|on-?call|ops|postmaster"
    r"|root|sales|security|service|status|support|team|webmaster)@"
)
_DID = (
    r"(?:took|forgot|made|did|missed|ran|failed|overlooked|ignored|assumed|thought|believed|decided|wanted"
    r"|went|wrote|deleted|removed|dropped|wiped|changed|edited|typed|entered|pasted|pressed|clicked|pushed"
    r"|deployed|merged|released|shipped|approved|disabled|enabled|switched|restarted|rebooted|stopped|killed"
    r"|unplugged|skipped|bypassed|broke|caused|introduced|copied|mistyped|misread|confused|applied|triggered"
    r"|rolled|selected|revoked|rotated|fixes|writes|adds|removes|updates|checks|asks|reviews|improves"
    r"|will(?!\s+be)|should|must|to)"
)
_SUBJECT = re.compile(
    rf"(?:^|[.!?;:]\s+|\b(?:because|since|after|when)\s+)((?!{_NOT_SOMEBODY})(?:{MAIL}|{HANDLE}))(?='s\s|:\s"
    rf"|\s+(?:(?:had|has|also|then|\w+ly)\s+)?{_DID}\b)",
    re.IGNORECASE,
)
"""A handle or mail address that did something; those of code ('@latest') and of lists do nothing so."""


def people_of(vocabulary: Vocabulary) -> dict[str, Person]:
    """Everybody who is registered, by every spelling that a text may name them with."""
    people: dict[str, Person] = {}
    for person in vocabulary.people:
        handles = [handle if "@" in handle else f"@{handle}" for handle in person.handles]
        people |= dict.fromkeys((person.name, *person.also, *handles), person)
    return {spelling: person for spelling, person in people.items() if spelling.strip("@")}


def names_of(vocabulary: Vocabulary) -> re.Pattern[str] | None:
    """Where a text names somebody who is registered, the longest spelling first; None where nobody is."""
    spellings = sorted(people_of(vocabulary), key=lambda spelling: (-len(spelling), spelling))
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, spellings))})(?!\w)") if spellings else None


def people_and_roles_of(vocabulary: Vocabulary) -> re.Pattern[str] | None:
    """The same, and as its group ``role`` where a text has a role that the site gives a word to.

    Roles in capitals, such as 'FMO', are compared as they are written, others in any case.
    """
    words = {
        word
        for word in (
            *(spelling for role in vocabulary.roles if role not in ROLES for spelling in (role.id, role.title)),
            *(person.role for person in vocabulary.people),
        )
        if word.strip()
    }
    names = names_of(vocabulary)
    roles = "|".join(map(_role, sorted(words, key=lambda word: (-len(word), word))))
    if not roles:
        return names
    people = f"{names.pattern}|" if names else ""
    return re.compile(rf"{people}(?<!\w)(?P<role>(?:{roles})s?)(?!\w)")


def _role(word: str) -> str:
    spelling = re.escape(word)
    return spelling if word.isupper() else f"(?i:{spelling})"


def _in_cause_or_title(book: Book, as_of: date) -> Iterator[Finding]:
    names = names_of(book.vocabulary)
    for passage in passages(book):
        if passage.part in _STRICT and (names or "@" in passage.text):
            for start, end in named(passage.text, names):
                name = passage.text[start:end]
                is_cause = passage.part is Part.CAUSE
                what = "a cause is a condition" if is_cause else "a title says what will be different"
                hint = (
                    "name what made it possible"
                    if is_cause
                    else "name the team that will see it done under 'owner'"
                )
                yield Finding(_field(passage, start, end), f"'{name}' is a person, and {what}", hint=hint)


def named(text: str, names: re.Pattern[str] | None) -> list[tuple[int, int]]:
    """Where a text names a registered person, or has a handle or mail address as its subject."""
    own = own_words(text)
    found = {match.span() for match in names.finditer(own)} if names else set()
    starts = {start for start, _ in found}
    return sorted(found | {match.span(1) for match in _SUBJECT.finditer(own) if match.start(1) not in starts})


def _elsewhere(book: Book, as_of: date) -> Iterator[Finding]:
    people, names = people_of(book.vocabulary), names_of(book.vocabulary)
    if names is None:
        return
    for passage in passages(book):
        if passage.part not in _STRICT:
            for match in names.finditer(own_words(passage.text)):
                yield _renamed(passage, *match.span(), people[match[0]])
    for passage in holders(book):
        found = names.search(passage.text)
        person = people[found[0]] if found else people.get(f"@{passage.text}")
        if person:
            yield _renamed(passage, *(found.span() if found else (0, len(passage.text))), person)


def _renamed(passage: Passage, start: int, end: int, person: Person) -> Finding:
    message = f"'{passage.text[start:end]}' is the name of a person"
    hint = "" if person.role else f"write a role; 'role' of {person.name} in vocabularies.yaml can name it"
    expected = f"the role, '{person.role}'" if person.role else ""
    return Finding(_field(passage, start, end), message, expected, hint=hint)


def _field(passage: Passage, start: int, end: int) -> Field:
    return Field(passage.file, passage.path, passage.at_key, Excerpt(passage.text, start, end))


_PEOPLE = """
# vocabularies.yaml
people:
  - {name: Ada Okafor, also: [Ada], handles: [aokafor], role: checkout on-call}
"""

NAME_RULES = (
    rule(
        "PIR631",
        "No cause and no title of an action names a person",
        Level.ERROR,
        "A cause with a name in it reads as an accusation for as long as the page exists, and an action for "
        "one person leaves the trap for the next (Google's SRE workbook, chapter 10). Names are those under "
        "'people' of vocabularies.yaml; a handle or mail address that did something is one too. Put code "
        "such as '@Scheduled' between backticks.",
        f"""{_PEOPLE}
# pir.yaml
factors:
  null-price: {{text: Ada had no way to see that the price was missing, category: data}}
  no-test: {{text: No test places an order without a price, category: testing}}
""",
        f"""{_PEOPLE}
# pir.yaml
factors:
  null-price: {{text: The page does not show that a price is missing, category: data}}
  no-test: {{text: No test places an order without a price, category: testing}}
""",
        _in_cause_or_title,
    ),
    rule(
        "PIR632",
        "Roles are named, not people",
        Level.WARNING,
        "A role tells the next reader what somebody could see and do; a name tells only those who know "
        "them, and stays in git after the person has left. Only those listed under 'people' in "
        "vocabularies.yaml are known by name, so a site that wants names leaves that list empty.",
        f"""{_PEOPLE}
# pir.yaml
owner: aokafor
""",
        f"""{_PEOPLE}
# pir.yaml
owner: checkout team
""",
        _elsewhere,
    ),
)
