"""What a file costs is bounded by its size: short units repeated up to the limit of a file, in every place.

Each takes well under 2 s. The guard is generous, so that a slow machine passes; what grows with the square of
the size takes minutes and does not.
"""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date

import pytest

from pirgen.diagnostics import MOST_FINDINGS, Level, render_text
from pirgen.pipeline import Checked, judged
from pirgen.rules.examples import FOLDER, files_of
from pirgen.source import Folder

AS_OF = date(2026, 2, 1)
SIZE = 250_000
GUARD = 30
INCIDENT, REVIEW = f"{FOLDER}/incident.yaml", f"{FOLDER}/pir.yaml"

LINES = {
    "keys": "key-{number}: v\n",
    "repeated keys": "k: v\n",
    "keys and tabs": "key-{number}:\tv\n",
    "entries": "- x\n",
    "entries without space": "-x\n",
    "waivers": "# pirgen: allow PIR209 because x\n",
    "wrong waivers": "# pirgen: allow\n",
    "references": "[a0]: <http://x\n",
    "documents": "---\n",
    "directives": "%\n",
    "conflicts": "<<<<<<< HEAD\n",
    "blocks": ">\n",
    "space at the end": " \n",
    "carriage returns": "\r",
    "anchors": "&a x\n",
    "colons": "a: ",
    "deeper and deeper": " " * 7 + "a:\n",
}
WORDS = {
    "line breaks": "\\n",
    "tabs": "\\t",
    "letters by number": "\\u0041",
    "halves of letters": "\\ud83d\\ude00",
    "drives": "C:\\\\t",
    "unknown escapes": "\\d",
    "single quotes": "'",
    "brackets": "[",
    "links": "[a](b)",
    "pictures": "![",
    "tags of HTML": "<a ",
    "stars": "*",
    "backticks": "`",
    "comments": " #",
    "addresses": "http://x.example/ ",
    "names": "@ada ",
    "phrases": "if only we should have known, root cause was caused by ",
    "one letter": "a",
    "digits": "1",
    "hosts": "10.0.0.1 ",
    "mail": "a@b.cd ",
    "unseen": "\u200b",
    "wide": "\u6f22",
    "capitals": "ABC ",
    "table": "|a|b|",
}
OPEN = (WORDS["brackets"], WORDS["pictures"])
"""What a reader of Markdown would look for the end of again and again."""


@contextmanager
def guarded() -> Iterator[None]:
    def stop(*_: object) -> None:
        raise AssertionError(f"more than {GUARD} s of CPU")

    old = signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_PROF, GUARD)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, old)


def checked(more: dict[str, str]) -> Checked:
    texts = files_of("") | more
    folder = Folder((FOLDER,), {file: text.encode("utf-8", "replace") for file, text in texts.items()})
    with guarded():
        found = judged(folder, AS_OF)
        render_text(found.diagnostics, found.texts)
    return found


def repeated(unit: str) -> str:
    return "".join(unit.replace("{number}", str(number)) for number in range(SIZE // len(unit.encode())))


@pytest.mark.parametrize("unit", LINES.values(), ids=LINES)
def test_lines_cost_what_their_number_does(unit: str) -> None:
    found = checked({INCIDENT: files_of("")[INCIDENT] + repeated(unit)})
    assert found.diagnostics
    assert len(found.diagnostics) <= 2 * (MOST_FINDINGS + 1)


@pytest.mark.parametrize("unit", WORDS.values(), ids=WORDS)
def test_words_cost_what_their_length_does(unit: str) -> None:
    quoted = f'summary: "{repeated(unit)}"\n'
    found = checked({REVIEW: f"status: draft\nowner: shop\n{quoted}"})
    assert found.has_errors


@pytest.mark.parametrize("unit", WORDS.values(), ids=WORDS)
def test_a_field_at_its_limit_costs_no_more(unit: str) -> None:
    text = (unit * 20_000)[:19_900]
    found = checked(files_of(f"impact:\n  summary: |\n    {text}\n  who: everybody"))
    is_refused = any(item.code == "PIR003" for item in found.diagnostics)
    assert is_refused == (unit in OPEN)


@pytest.mark.parametrize(
    ("text", "is_refused"), [("[" * 500, False), ("[" * 501, True), ("[a] " * 4_000, False)]
)
def test_brackets_that_nobody_closes_are_counted(text: str, is_refused: bool) -> None:
    found = checked(files_of(f"impact:\n  summary: |\n    {text}"))
    said = [item.message for item in found.diagnostics if item.code == "PIR003"]
    assert said == ["summary has 501 brackets '[' without their ']'"] * is_refused


def test_many_problems_of_one_file_are_counted() -> None:
    found = checked({INCIDENT: files_of("")[INCIDENT] + "".join(f"key-{n}: v\n" for n in range(1_000))})
    assert len(found.diagnostics) == MOST_FINDINGS + 1
    assert found.diagnostics[-1].code == "PIR018"
    assert found.diagnostics[-1].message == "and 800 more problems in this file: 800 errors"


def test_errors_are_shown_before_what_is_less() -> None:
    events = "".join(f"  - {{at: 2026-01-05T09:{at % 60:02}Z, text: x}}\n" for at in range(1_001))
    found = checked(files_of(f"timeline:\n{events}"))
    errors = [item.message for item in found.diagnostics if item.level is Level.ERROR]
    assert errors[0] == "timeline has 1,001 entries"
    assert len(found.diagnostics) == MOST_FINDINGS + 1


@pytest.mark.parametrize(
    ("text", "is_refused"),
    [("*a* " * 2_500, False), ("|" + "a|" * 800 + "\n|" + "-|" * 800 + "\n|" * 30, True)],
)
def test_signs_of_markdown_are_counted(text: str, is_refused: bool) -> None:
    lesson = text.replace("\n", "\n    ")
    found = checked(files_of("# pir.yaml\nlessons:\n" + f"  - |\n    {lesson}\n" * 3))
    said = [item.message for item in found.diagnostics if item.code == "PIR003"]
    assert said == ["file has more than 20,000 signs of Markdown or missing cells of tables"] * is_refused


def test_a_file_of_more_values_than_anybody_writes_is_not_read() -> None:
    found = checked({INCIDENT: "- x\n" * 30_000})
    assert [item.message for item in found.diagnostics if item.code == "PIR003"] == [
        "file has more than 20,000 keys and values"
    ]
