"""Measures the checks of language on reports that people judge.

    python benchmarks/language.py find REPORTS > findings.tsv         what is found, with empty verdicts
    python benchmarks/language.py sentences REPORTS 300 > marks.tsv   sentences to mark before running
    python benchmarks/language.py score FILE...                       precision and recall, as tables

REPORTS is a folder of texts in Markdown; a name such as 'company--x.md' gives the genre before the dashes. The
headings of a report say which field its paragraphs would be in. A verdict is 'right', 'debatable' or 'wrong'; a
mark is the code that a facilitator would want there, or 'none'. Lines without a verdict are left out.
"""

from __future__ import annotations

import csv
import random
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from pirgen.rules.language.blameless import hits
from pirgen.rules.language.guess import may_be_english
from pirgen.rules.language.passages import Part
from pirgen.rules.language.title_words import (
    TitleHit,
    advises_care,
    asks_all_for_care,
    asks_for_care,
    has_no_verb,
    is_open_ended,
    plans_without_end,
    promises_without_end,
)

FINDING = ("verdict", "code", "level", "field", "genre", "file", "words", "sentence")
MARK = ("mark", "field", "genre", "file", "sentence")
VERDICTS = ("right", "debatable", "wrong", "")

FIELDS = {
    "cause": r"root ?cause|contributing|causes?\b|trigger|why (?:did|it|this)|5 whys|five whys|fault",
    "action": (
        r"action|follow[- ]?up|next steps|remediat|preventi|to[- ]?do|improvements?|mitigations?\b"
        r"|corrective"
    ),
    "timeline": r"timeline|chronolog|sequence of events",
    "lesson": r"lesson|learn|went (?:well|wrong|badly|poorly)|lucky|takeaway|could have gone",
    "impact": r"impact",
}
PARTS = {
    "cause": Part.CAUSE,
    "action": Part.ACTION,
    "timeline": Part.TIMELINE,
    "impact": Part.IMPACT,
}
_HEADING = re.compile(
    r"#{1,6}\s+(?P<hashes>.+)|\*\*(?P<bold>[^*]{3,60})\*\*:?\s*$|(?P<label>[A-Z][\w ]{3,40}):\s*$"
)
_ITEM = "\1"
"""What a list item begins with once a text is in blocks."""
_MARKS = re.compile(rf"\*\*|__|(?<!\w)_|_(?!\w)|^{_ITEM}?\[[ x]\]|{_ITEM}")
_SENTENCE = re.compile(r"(?<=[.!?])\s+(?=[A-Z\"'(*\[`])")
_TITLE_RULES = {"PIR621": asks_for_care, "PIR623": is_open_ended, "PIR624": has_no_verb}


class Found(NamedTuple):
    """A finding in a text: its code and level, and the words."""

    code: str
    level: str
    start: int
    end: int


class Paragraph(NamedTuple):
    """A paragraph of a report, and the field that it would be in."""

    genre: str
    file: str
    field: str
    text: str


def paragraphs(folder: Path) -> Iterator[Paragraph]:
    """The paragraphs and list items of every report in a folder, under the field that their heading names."""
    for path in sorted(folder.rglob("*.md")):
        genre = path.name.partition("--")[0] if "--" in path.name else "reports"
        field = "story"
        for block in _blocks(path.read_text(encoding="utf-8")):
            heading = _HEADING.match(block)
            text = " ".join(_MARKS.sub("", block).split())
            if heading:
                field = _field(heading["hashes"] or heading["bold"] or heading["label"])
            elif len(text) > 15 and not text.startswith(("|", "![")):
                is_prose = field == "action" and not block.startswith(_ITEM)
                yield Paragraph(genre, path.name, "story" if is_prose else field, text)


def _blocks(text: str) -> list[str]:
    """The headings, paragraphs and list items of a text in Markdown."""
    text = re.sub(r"\A---\n.*?\n---\n", "", text, flags=re.DOTALL)
    text = re.sub(r"<!--.*?-->|<[^>\n]{1,200}>|^ *```.*?^ *```", "", text, flags=re.DOTALL | re.MULTILINE)
    text = re.sub(r"\[([^\]\n]*)\]\([^)\n]*\)", r"\1", text)
    text = re.sub(r"^(#{1,6} .+)$", r"\n\n\1\n\n", text, flags=re.MULTILINE)
    text = re.sub(r"^[ \t]*(?:[-*+]|\d+[.)])\s+", rf"\n\n{_ITEM}", text, flags=re.MULTILINE)
    return [block.strip(" \n") for block in re.split(r"\n\s*\n|\n(?=\|)", text) if block.strip()]


def _field(heading: str) -> str:
    for field, pattern in FIELDS.items():
        if re.search(pattern, heading, re.IGNORECASE):
            return field
    return "story"


def found_in(field: str, text: str) -> list[Found]:
    """What the checks find in a text of that field."""
    found = [
        Found(hit.code, hit.level.value, hit.start, hit.end) for hit in hits(PARTS.get(field, Part.STORY), text)
    ]
    if field == "action" and may_be_english(text):
        for code, judge in _TITLE_RULES.items():
            found += _of_title(code, judge(text), "error" if code == "PIR621" else "warning")
    if field == "lesson":
        found += _of_title("PIR621", advises_care(text), "warning")
        found += _of_title("PIR623", plans_without_end(text), "info")
    if field == "story":
        found += _of_title("PIR621", asks_all_for_care(text), "info")
        found += _of_title("PIR623", promises_without_end(text), "info")
    return found


def _of_title(code: str, hit: TitleHit | None, level: str) -> list[Found]:
    return [Found(code, hit.level.value if hit.level else level, hit.start, hit.end)] if hit else []


def _reports(folder: Path) -> Path:
    if not any(folder.rglob("*.md")):
        sys.exit(f"no reports (*.md) in '{folder}'")
    return folder


def find(folder: Path) -> None:
    """Writes every finding in a folder of reports, with an empty verdict."""
    rows = csv.writer(
        sys.stdout, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None, escapechar="\\"
    )
    rows.writerow(FINDING)
    for each in paragraphs(folder):
        for code, level, start, end in found_in(each.field, each.text):
            sentence = _sentence(each.text, start, end)
            rows.writerow(["", code, level, each.field, each.genre, each.file, each.text[start:end], sentence])


def _sentence(text: str, start: int, end: int) -> str:
    begins = max([0, *(match.end() for match in _SENTENCE.finditer(text, 0, start))])
    ends = next((match.start() for match in _SENTENCE.finditer(text, end)), len(text))
    return text[begins:ends]


def sentences(folder: Path, count: int, seed: int = 1) -> None:
    """Writes sentences of a folder of reports at random, to be marked before the checks are run."""
    every = [
        ("", each.field, each.genre, each.file, sentence)
        for each in paragraphs(folder)
        for sentence in _SENTENCE.split(each.text)
        if 30 < len(sentence) < 400
    ]
    rows = csv.writer(
        sys.stdout, delimiter="\t", lineterminator="\n", quoting=csv.QUOTE_NONE, quotechar=None, escapechar="\\"
    )
    rows.writerow(MARK)
    rows.writerows(random.Random(seed).sample(every, min(count, len(every))))


def score(files: Iterable[str]) -> None:
    """Prints the precision of judged findings, and the recall of marked sentences."""
    judged: dict[str, dict[str, list[str]]] = {
        "code": defaultdict(list),
        "field": defaultdict(list),
        "genre": defaultdict(list),
        "level": defaultdict(list),
    }
    marked: dict[str, dict[str, list[bool]]] = {
        "code": defaultdict(list),
        "field": defaultdict(list),
        "genre": defaultdict(list),
    }
    clean: list[bool] = []
    for row in _rows(files):
        if row.get("verdict"):
            for by, groups in judged.items():
                groups[row[by]].append(row["verdict"])
        elif row.get("mark"):
            found = {each.code for each in found_in(row["field"], row["sentence"])}
            if row["mark"] == "none":
                clean.append(not found)
                continue
            is_found = bool(found & set(row["mark"].split("|")))
            for by, results in marked.items():
                results[row["mark"] if by == "code" else row[by]].append(is_found)
    for by, verdicts in judged.items():
        _print_precision(by, verdicts)
    for by, results in marked.items():
        _print_recall(by, results)
    if clean:
        print(f"nothing found in {sum(clean)} of {len(clean)} sentences marked 'none'")


def _rows(files: Iterable[str]) -> Iterator[dict[str, str]]:
    for file in files:
        if not Path(file).is_file():
            sys.exit(f"no file '{file}'")
        with open(file, encoding="utf-8", newline="") as text:
            for number, row in enumerate(csv.DictReader(text, delimiter="\t", quoting=csv.QUOTE_NONE), start=2):
                if None in row.values() or not ({"verdict", "mark"} & row.keys()):
                    sys.exit(f"{file}:{number}: not a line that 'find' or 'sentences' wrote")
                if row.get("verdict", "") not in VERDICTS:
                    expected = ", ".join(filter(None, VERDICTS))
                    sys.exit(f"{file}:{number}: verdict '{row['verdict']}' is none of {expected}")
                yield row


def _print_precision(by: str, verdicts: dict[str, list[str]]) -> None:
    if verdicts:
        print(f"\n| {by} | found | right | debatable | wrong | precision |\n|---|---|---|---|---|---|")
        every = [verdict for group in verdicts.values() for verdict in group]
        for name, group in [*sorted(verdicts.items()), ("all", every)]:
            right, debatable, wrong = (group.count(word) for word in ("right", "debatable", "wrong"))
            print(f"| {name} | {len(group)} | {right} | {debatable} | {wrong} | {right / len(group):.2f} |")


def _print_recall(by: str, results: dict[str, list[bool]]) -> None:
    if results:
        print(f"\n| {by} | marked | found | recall |\n|---|---|---|---|")
        every = [is_found for group in results.values() for is_found in group]
        for name, group in [*sorted(results.items()), ("all", every)]:
            print(f"| {name} | {len(group)} | {sum(group)} | {sum(group) / len(group):.2f} |")


def main(arguments: list[str]) -> None:
    """Runs the one of the three that is asked for."""
    match arguments:
        case ["find", folder]:
            find(_reports(Path(folder)))
        case ["sentences", folder, count] if count.isdecimal():
            sentences(_reports(Path(folder)), int(count))
        case ["score", *files] if files:
            score(files)
        case _:
            sys.exit(__doc__)


if __name__ == "__main__":
    main(sys.argv[1:])
