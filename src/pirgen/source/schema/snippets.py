"""What an editor offers to write when a record is begun: its required and usual keys, to be filled in.

A body is JSON with placeholders, ``${1:example}`` or ``${2|one,of,these|}``, as editors' snippets have them.
"""

from __future__ import annotations

from typing import Any

from pirgen.model import GateKind, Vocabulary
from pirgen.source.fields import Choice, Key, ListOf, OrNone, OrNotRecorded, Record, Table, Word
from pirgen.source.form.fault_tree import GATE, PARTNERS

__all__ = ["snippet_of", "snippets_of_gates"]

Snippet = dict[str, Any]


def snippet_of(record: Record[Any], vocabulary: Vocabulary, under_id: bool = False) -> Snippet:
    """The snippet of a record, under an id where it is an entry of a table."""
    name = record.title.removeprefix("the ")
    stops = _Stops(vocabulary)
    key = stops.placeholder(f"{name}-id") if under_id else ""
    body = stops.body(record)
    return _snippet(
        f"new {name}", f"{_article(name)} {name} with what it usually says", {key: body} if key else body
    )


def snippets_of_gates(vocabulary: Vocabulary) -> list[Snippet]:
    """One snippet for each sort of gate."""
    return [_gate(kind.value, vocabulary) for kind in GateKind]


def _gate(word: str, vocabulary: Vocabulary) -> Snippet:
    keys = {key.name: key for key in GATE.keys}
    used = [keys[name] for name in ("title", word, PARTNERS.get(word, "")) if name in keys]
    stops = _Stops(vocabulary)
    id = stops.placeholder("gate-id")
    return _snippet(f"new gate: {word}", keys[word].meaning, {id: stops.filled(used)})


def _snippet(label: str, description: str, body: Any) -> Snippet:
    return {"label": label, "description": description, "body": body}


def _article(name: str) -> str:
    return "an" if name[0] in "aeiou" else "a"


class _Stops:
    """The placeholders of one snippet, numbered in the order that an author fills them in."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.count = 0

    def placeholder(self, text: str) -> str:
        """The next placeholder, with a text to write over."""
        self.count += 1
        return f"${{{self.count}:{_escaped(text, '$}')}}}"

    def body(self, record: Record[Any]) -> dict[str, Any]:
        """The record's required and usual keys."""
        return self.filled([key for key in record.keys if key.required or key.usual])

    def filled(self, keys: list[Key]) -> dict[str, Any]:
        """Some keys with placeholders for their values."""
        return {key.name: self._value(key.reader, key.example) for key in keys}

    def _value(self, reader: Any, example: str) -> Any:
        if isinstance(reader, (OrNone, OrNotRecorded)):
            return self._value(reader.reader, example)
        if isinstance(reader, ListOf):
            return [self._value(reader.item, example)]
        if isinstance(reader, Table):
            return {self.placeholder("my-id"): self.body(reader.record)}
        if isinstance(reader, Record):
            return self.body(reader)
        words = self._words(reader)
        return self._choice(words) if words else self.placeholder(example)

    def _words(self, reader: Any) -> list[str]:
        if isinstance(reader, Choice):
            return [word.value for word in reader.words]
        return list(reader.known(self.vocabulary)) if isinstance(reader, Word) else []

    def _choice(self, words: list[str]) -> str:
        self.count += 1
        return f"${{{self.count}|{','.join(_escaped(word, ',|') for word in words)}|}}"


def _escaped(text: str, signs: str) -> str:
    """The text with a backslash before every sign that would end it."""
    return "".join(f"\\{letter}" if letter in f"\\{signs}" else letter for letter in text)
