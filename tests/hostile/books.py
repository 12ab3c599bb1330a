"""A book with hostile texts in every field that takes one, as the form of the files declares them.

A reader of a new kind stops it, so that no field is left out unseen.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from pirgen.diagnostics import Level, Span
from pirgen.model import Vocabulary
from pirgen.source.fields import (
    Choice,
    Count,
    Day,
    Flag,
    Identifier,
    Key,
    ListOf,
    OrNone,
    OrNotRecorded,
    Pairs,
    Probability,
    Record,
    Reference,
    Table,
    Text,
    TextOrList,
    Time,
    Url,
    Word,
)
from pirgen.source.fields.reading import Findings, Reading
from pirgen.source.form.fault_tree import GATES
from pirgen.source.form.files import BECAUSE, INCIDENT_KEYS, REVIEW_KEYS, WHY
from pirgen.source.form.vocabularies import VOCABULARIES
from pirgen.source.yaml.nodes import Scalar
from tests.conftest import png, written
from tests.hostile.strings import CONTEXTS

__all__ = ["Filler", "hostile_files", "names_of"]

LINKS = (
    "https://e.org/?q='onload='alert(1)&x=%22%3E%3Cscript%3E",
    "https://e.org/{{7*7}}#`${alert(1)}`",
    "mailto:a@e.example?subject='onclick='alert(1)",
    "HTTPS://e.org/&quot;onclick=alert(1)",
    "graph.png",
)
"""Hostile links that the form takes, and a file; other schemes are refused."""

LONGEST_NAME = 60
"""What becomes the address of a page may not be long."""

_GIVEN: dict[str, Any] = {
    "internal": None, "state": None, "until": None, "timezone": None, "language": None,
    "condition": None,
    "audience": "internal", "severity": "SEV-2", "trigger_kind": "deploy", "factor": "f-one",
    "eliminates": ["f-one"], "reduces": ["f-two"], "detects": [], "top": "g-top", "people": None,
    "aliases": None, "time_zone": "Europe/Berlin", "removed_by": "id-1",
    "as_of": None, "incident.status": "resolved", "review.status": "reviewed",
}  # fmt: skip
"""Values that are not free, by their key; None leaves a key out."""

_MARKS = (["started"], ["detected", "acknowledged"], ["mitigated", "resolved"])
_EVENTS = ("communication", "escalation", "recovery")
_ACTIONS = ("done", "declined", "open")
_LEFT_OUT = {
    "done": {"reason"}, "declined": {"done_on", "proof", "due"}, "open": {"done_on", "proof", "reason"},
}  # fmt: skip


def is_refused(reader: Any, text: str) -> bool:
    """Whether a field does not take a text, such as one that looks like a program's word for nothing."""
    reading = Reading("x.yaml", Vocabulary(), Findings())
    reader.read(Scalar(text, Span(1, 1, 1, 1), is_plain=False), reading)
    return any(found.level is Level.ERROR for found in reading.findings.diagnostics)


def names_of(strings: Sequence[str]) -> list[str]:
    """Those that may be the name of a service, a team or a tag, which has a page."""
    return [text for text in strings if len(text) <= LONGEST_NAME and text == text.strip() and "\n" not in text]


@dataclass
class Filler:
    """Fills the form with some strings; each text is all of them, and each name one of them."""

    strings: Sequence[str]
    day: date
    others: Sequence[str] = ()
    texts: int = 0
    names: int = 0
    where: str = ""
    refused: int = 0
    """How many fields refuse what they should be filled with, and have an 'x' instead."""

    def record(self, keys: Sequence[Key], place: int = 0) -> dict[str, Any]:
        status = _ACTIONS[place % 3] if any(key.name == "done_when" for key in keys) else ""
        values = {}
        for key in keys:
            value = self._value(key, place) if key.name not in _LEFT_OUT.get(status, ()) else None
            if value is not None:
                values[key.name] = status if key.name == "status" and status else value
        return values

    def _value(self, key: Key, place: int) -> Any:
        for name in (f"{self.where}.{key.name}", key.name):
            if name in _GIVEN:
                return _GIVEN[name]
        value = self.filled(key.reader, key.name, place)
        if isinstance(value, str) and is_refused(key.reader, value):
            self.refused += 1
            return "x"
        return value

    def filled(self, reader: Any, key: str, place: int) -> Any:
        if isinstance(reader, Record):
            return self.record(reader.keys, place)
        if isinstance(reader, (OrNotRecorded, OrNone)):
            return self.filled(reader.reader, key, place)
        if isinstance(reader, Table):
            return {id: self.record(reader.record.keys, place) for place, id in enumerate(("f-one", "f-two"))}
        if isinstance(reader, TextOrList):
            return self.text() if place else [self.filled(reader.item, key, at) for at in range(2)]
        if isinstance(reader, Pairs):
            return {self.name(): self.text()}
        if isinstance(reader, ListOf):
            return self._list(reader, key, place)
        if reader is GATES:
            return {"g-top": {"title": self.text(), "all": ["f-one", "f-two"]}}
        if isinstance(reader, Text):
            return self.text()
        if isinstance(reader, Url):
            self.names += 1
            return LINKS[self.names % len(LINKS)]
        return self._fixed(reader, key, place)

    def _fixed(self, reader: Any, key: str, place: int) -> Any:
        if isinstance(reader, Word):
            known = reader.known(Vocabulary())
            return known[self.texts % len(known)] if known else self.name()
        if isinstance(reader, Choice):
            words = [str(word.value) for word in reader.words]
            return _EVENTS[place % 3] if key == "kind" and "escalation" in words else words[place % len(words)]
        if isinstance(reader, Flag):
            return key == "approximate"
        if isinstance(reader, Time):
            return f"{self.day}T10:{10 * place:02}Z"
        if isinstance(reader, Day):
            return str(self.day + timedelta(days=3))
        if isinstance(reader, (Count, Probability)):
            return 1 if isinstance(reader, Count) else 0.5
        if isinstance(reader, (Identifier, Reference)):
            return f"{key}-{place}"
        raise AssertionError(
            f"nothing is known of {type(reader).__name__}, as '{key}' has it: teach this to fill it"
        )

    def _list(self, reader: ListOf[Any], key: str, place: int) -> list[Any]:
        if key == "marks":
            return _MARKS[place % 3]
        if key in ("related", "covers"):
            return (
                [{"incident": other, "reason": self.text()} for other in self.others]
                if key == "related"
                else []
            )
        if reader is BECAUSE:
            inner = [{"answer": self.text(), "factor": "f-one"}] if place == 0 else []
            return [self.record([one for one in WHY.keys if one.name != "because"]) | {"because": inner}]
        if key == "milestones" and isinstance(reader.item, Word):
            return ["hostile"]
        if isinstance(reader.item, Word) or key == "tags":
            return names_of(self.strings) or ["x"]
        if isinstance(reader.item, (Text, ListOf)):
            return [self.filled(reader.item, key, place), self.filled(reader.item, key, place)]
        return [self.filled(reader.item, key, place) for place in range(3)]

    def text(self) -> str:
        """All strings, each in a context, on a line or on lines of their own."""
        self.texts += 1
        placed = [
            CONTEXTS[(self.texts + at) % len(CONTEXTS)].replace("{}", text)
            for at, text in enumerate(self.strings)
        ]
        return ("\n\n" if self.texts % 2 else " ").join(placed).strip() or "x"

    def name(self) -> str:
        self.names += 1
        names = names_of(self.strings) or ["x"]
        return names[self.names % len(names)]


def hostile_files(folder: Path, groups: Sequence[Sequence[str]]) -> int:
    """A folder of incidents, each with one group of strings in every field; how many fields refuse theirs."""
    days = [date(2020, 1, 1) + timedelta(days=place) for place in range(len(groups))]
    ids = [f"{day}-hostile-{place}" for place, day in enumerate(days)]
    files: dict[str, Any] = {"vocabularies.yaml": _vocabularies(groups)}
    refused = 0
    for place, (id, day, strings) in enumerate(zip(ids, days, groups, strict=True)):
        filler = Filler(strings, day, ids[place - 1 : place], where="incident")
        files[f"{id}/incident.yaml"] = filler.record(INCIDENT_KEYS)
        filler.where = "review"
        files[f"{id}/pir.yaml"] = filler.record(REVIEW_KEYS)
        refused += filler.refused
    written(
        folder, {name: json.dumps(value, ensure_ascii=False, indent=1) + "\n" for name, value in files.items()}
    )
    for id in ids:
        (folder / id / "graph.png").write_bytes(png(2, 2) + b"<script>alert(1)</script>")
    return refused


def _vocabularies(groups: Sequence[Sequence[str]]) -> dict[str, Any]:
    """Every list of words with hostile titles, and the names of this book's services and teams."""
    known = Vocabulary()
    filler = Filler(groups[0][:3], date(2020, 1, 1), where="vocabulary")
    words = filler.record(VOCABULARIES.keys)
    for of in ("severities", "categories", "triggers", "detection_sources", "roles"):
        first = words[of][0]
        words[of] = [first | {"id": term.id} for term in getattr(known, of)]
    names = list(dict.fromkeys(name for strings in groups for name in names_of(strings) or ["x"]))
    words["milestones"] = [words["milestones"][0] | {"id": "hostile"}]
    for of in ("services", "teams"):
        words[of] = [{"id": name, "title": name, "description": name} for name in names]
    words["glossary"] = [
        {"id": f"g{place}", "title": text, "description": text} for place, text in enumerate(names[:60])
    ]
    return words
