"""Exports with values of another kind than expected: each is read or refused, and none stops the program."""

import copy
import json
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from pirgen.drafts import incident_text, review_text
from pirgen.imports import ImportOptions, draft_incidents, group_by_incident, read_export
from pirgen.imports.trackers import read_tickets

CASES = Path(__file__).parent / "cases"
EXPORTS = sorted(CASES.rglob("*.json"))
TEXTS = sorted([*CASES.rglob("*.md"), *(Path(__file__).parent / "corpus").glob("*.md")])
ODD: tuple[object, ...] = (
    *(None, [], {}, 0, -1, 3.5, True, "", "x", [None], [[]], {"a": 1}, ["a"], "\ud83d"),
    *(
        "2026-99-99T00:00:00Z",
        "9999999999999",
        "0001-01-01T00:00:00Z",
        "2026-03-14",
        "24:00",
        "1628-01-01T00:00Z",
    ),
)
LINES = (
    *("---", "+++", "```", "| a | b |", "|---|", "# ", "- [ ] ", "> 10:00", "99:99 x", "<!--", "24:00 UTC x"),
    *(
        "Feb 30 10:00 x",
        "\x00",
        "* * *",
        "Date: 31/31/2020",
        "0:00 AM",
        "13:00 PM x",
        "10:00 UTC+25 x",
        "=====",
        "-----",
    ),
)


def places(value: object, path: tuple[object, ...] = ()) -> Iterator[tuple[object, ...]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield (*path, key)
            yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield (*path, index)
            yield from places(inner, (*path, index))


def spoilt(root: object, dice: random.Random) -> object:
    """The value with something odd in three places."""
    made = copy.deepcopy(root)
    for place in dice.sample(list(places(root)), 3):
        inner: object = made
        try:
            for key in place[:-1]:
                inner = inner[key]  # type: ignore[index]
            inner[place[-1]] = copy.deepcopy(dice.choice(ODD))  # type: ignore[index]
        except (KeyError, IndexError, TypeError):
            continue  # the place is gone with one above it
    return made


def drafted(content: bytes, name: str) -> None:
    found, _ = read_export(content, name)
    incidents, _ = group_by_incident([(name, each) for each in found])
    for result in draft_incidents(incidents, ImportOptions()):
        if result.draft:
            incident_text(result.draft)
            review_text(result.draft)


@pytest.mark.parametrize("path", EXPORTS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def test_odd_values_stop_nothing(path: Path) -> None:
    root, dice = json.loads(path.read_text(encoding="utf-8")), random.Random(path.name)
    for _ in range(6):
        content = json.dumps(spoilt(root, dice))
        drafted(content.encode(), path.name)
        read_tickets(content)


@pytest.mark.parametrize("path", TEXTS, ids=lambda path: path.stem)
def test_odd_lines_stop_nothing(path: Path) -> None:
    dice = random.Random(path.name)
    for _ in range(3):
        lines = path.read_text(encoding="utf-8").split("\n")
        for _ in range(6):
            lines.insert(dice.randrange(len(lines)), dice.choice(LINES))
            del lines[dice.randrange(len(lines))]
        drafted("\n".join(lines).encode(), path.name)
