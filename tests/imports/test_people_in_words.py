"""People whom a text names are known by the words around their names, and products are not taken for people."""

import pytest

from pirgen.imports.people_in_words import people_in_words


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Reported by Ada Quill at 09:10", ["Ada Quill"]),
        ("Lin Okafor also mentions that nothing answers", ["Lin Okafor"]),
        ("Jean-Luc O'Neill suggested a rollback", ["Jean-Luc O'Neill"]),
        ("Author: Ada Quill <ada@example.com>", ["Ada Quill"]),
        ("Ada Quill <ada@example.com> wrote it", ["Ada Quill"]),
        ("- Start sooner. Owner: @adaquill", ["adaquill"]),
        ("**Commander:** Lin Okafor", ["Lin Okafor"]),
        ("Thanks to [Ada Quill](https://github.com/ada-quill)", ["Ada Quill"]),
        ("Thanks to @linokafor!", ["linokafor"]),
        ("cc @linokafor", ["linokafor"]),
        ("Thanks to Lin Okafor's rollback", ["Lin Okafor"]),
    ],
)
def test_a_person_is_known_by_the_words_around(text: str, names: list[str]) -> None:
    assert list(dict.fromkeys(person.name for person in people_in_words(text))) == names


@pytest.mark.parametrize(
    "text",
    [
        "Google Analytics reported the incident",
        "Amazon Web Services said that it was over",
        "Red Hat suggested an update",
        "Owner: Payments Platform",
        "Owner: @platform-team",
        "Owner: the checkout team",
        "ping @channel and @here",
        "Installed @angular/core and `@example/agent`@1.24.1",
        "Thanks to Let's Encrypt and Data Reliability",
        "Thanks to The PR",
        "[Open Source](https://github.com/example/shop) was down",
        "Confluent Cloud asked for a restart",
        "Closed by Escalation Policy",
    ],
)
def test_what_is_no_person_is_not_taken_for_one(text: str) -> None:
    assert list(people_in_words(text)) == []
