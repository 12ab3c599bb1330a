"""Texts of our own in the shapes of a dozen public templates: what share of their times and words is kept."""

import re
from pathlib import Path

import pytest

from pirgen.drafts import Draft, incident_text, review_text
from pirgen.imports import ImportAccount, ImportOptions, draft_incidents, read_export
from pirgen.imports.accounting import FactKind
from pirgen.imports.markdown.dates import is_date
from pirgen.model import Instant

CORPUS = sorted((Path(__file__).parent / "corpus").glob("*.md"))
CLOCK = re.compile(r"(?<![\d:.])\d{1,2}:\d\d(?!\d)|\b\d{1,2}\s?[ap]m\b", re.IGNORECASE)
KEY = re.compile(r"\s*(?:[*_|]*[A-Za-z][\w ()]{1,30}(?:\*\*)?:|#)|.*\btimes (?:are|in|UTC)\b|.*\bCET\b", re.I)
RULE = re.compile(r"\|?[-| :]+\|?")


def imported(path: Path) -> tuple[Draft, ImportAccount]:
    found, problems = read_export(path.read_bytes(), path.name)
    assert problems == ()
    (result,) = draft_incidents(found, ImportOptions())
    assert result.draft is not None
    return result.draft, result.account


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]{2,}", text.lower())


def runs(text: str) -> set[tuple[str, ...]]:
    found = words(text)
    return set(zip(found, found[1:], found[2:], strict=False))


def pieces(path: Path) -> list[str]:
    """The lines and cells of a text below its title, without headings, keys, heads of tables and times."""
    text = re.sub(r"\A(---|\+\+\+)\n.*?\n\1\n", "", path.read_text(encoding="utf-8"), flags=re.DOTALL)
    lines = text.strip().split("\n")[1:]
    found: list[str] = []
    for line, below in zip(lines, [*lines[1:], ""], strict=True):
        is_head = line.startswith("|") and RULE.fullmatch(below.strip())
        if not KEY.match(line) and not is_head:
            found += line.strip("|").split("|") if line.startswith("|") else [line]
    words = [re.sub(r"^.{0,24}\d:\d\d\S*", "", piece) for piece in found]
    return [piece for piece in words if not is_date(piece.strip("*_: "))]


def test_there_are_a_dozen_shapes() -> None:
    assert len(CORPUS) >= 12


def test_nine_of_ten_lines_with_a_time_are_events() -> None:
    lines = events = 0
    for path in CORPUS:
        draft, _ = imported(path)
        timed = sum(bool(CLOCK.search(line)) for line in path.read_text(encoding="utf-8").split("\n"))
        lines += timed
        events += min(timed, sum(isinstance(each.event.at, Instant) for each in draft.events))
    assert events >= 0.9 * lines, (events, lines)


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_all_of_the_text_is_kept(path: Path) -> None:
    draft, _ = imported(path)
    kept = runs(incident_text(draft) + review_text(draft))
    wanted = [(piece, runs(piece)) for piece in pieces(path)]
    assert [piece for piece, each in wanted if each and len(each & kept) < len(each) / 4] == []


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.stem)
def test_the_account_says_the_same(path: Path) -> None:
    _, account = imported(path)
    assert [
        (kind.value, kept, there)
        for kind, (kept, there) in account.counts.items()
        if kept < there and kind is not FactKind.STATE
    ] == []
    assert [told for told in account.missing if not told.startswith("status: ")] == []


def test_moments_are_marked_where_the_words_say_so() -> None:
    marks = {
        path.stem: "".join(
            sorted({mark.value[0] for each in imported(path)[0].events for mark in each.event.marks})
        )
        for path in CORPUS
    }
    assert marks == {
        "atlassian": "drs",
        "bold-headings": "s",
        "github-issue": "s",
        "google-sre": "mrs",
        "hub-reports": "s",
        "narrative-days": "s",
        "non-breaking": "rs",
        "oncall-log": "adrs",
        "pagerduty": "adrs",
        "plain-lines": "ms",
        "prose": "ds",
        "security-style": "s",
        "status-report": "drs",
    }
