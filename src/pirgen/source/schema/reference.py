"""The form of the files as a reference in Markdown, made from the declarations that files are read by."""

from __future__ import annotations

from typing import Any

from pirgen.model import Vocabulary
from pirgen.source.fields import (
    AlwaysInternal,
    Choice,
    Count,
    Day,
    Flag,
    Identifier,
    Key,
    ListOf,
    OrInternal,
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
    ZoneName,
)
from pirgen.source.form.elsewhere import record_of
from pirgen.source.form.fault_tree import GATES
from pirgen.source.form.files import BECAUSE, INCIDENT_KEYS, REVIEW_KEYS
from pirgen.source.form.vocabularies import VOCABULARIES

_SIMPLE = {
    Text: "text",
    OrInternal: "text †",
    AlwaysInternal: "text",
    Flag: "`true` or `false`",
    Count: "a whole number",
    Probability: "a number from 0 to 1",
    Time: "a time",
    Day: "a date",
    Identifier: "an id",
    Url: "a link",
    ZoneName: "a time zone",
    Pairs: "a mapping of names to texts",
}


def reference() -> str:
    """Tables of every key of every file, each part under a heading of its own."""
    sections = [
        ("incident.yaml", INCIDENT_KEYS),
        ("pir.yaml", REVIEW_KEYS),
        ("vocabularies.yaml", VOCABULARIES.keys),
    ]
    return "\n".join(_section(f"## {title}", keys, _parts(keys)) for title, keys in sections)


def _section(heading: str, keys: tuple[Key, ...], parts: dict[str, tuple[Key, ...]]) -> str:
    inner = "\n".join(f"### {_capital(title)}\n\n{_keys(inside)}" for title, inside in parts.items())
    return f"{heading}\n\n{_keys(keys)}\n{inner}"


def _keys(keys: tuple[Key, ...]) -> str:
    """A table of keys, and below it what the words mean that some of them take."""
    meanings = [(key.name, _words(key.reader)) for key in keys]
    tables = [_word_table(name, words) for name, words in meanings if words]
    return "\n".join([_table(keys), *tables])


def _word_table(name: str, words: list[tuple[str, str]]) -> str:
    rows = [f"| `{word}` | {meaning} |" for word, meaning in words]
    return "\n".join([f"| `{name}` | means |", "|---|---|", *rows]) + "\n"


def _words(reader: Any) -> list[tuple[str, str]]:
    """The words that a key takes, with their meanings; none for other values."""
    if isinstance(reader, (OrNone, OrNotRecorded)):
        return _words(reader.reader)
    if isinstance(reader, ListOf):
        return _words(reader.item)
    if isinstance(reader, Choice):
        return [(word.value, word.meaning) for word in reader.words]
    terms = reader.terms(Vocabulary()) if isinstance(reader, Word) else ()
    return [(term.id, term.meaning) for term in terms]


def _table(keys: tuple[Key, ...]) -> str:
    rows = [
        f"| `{key.name}`{' *' if key.required else ''} | {_form(key.reader)} | {_meaning(key)} |"
        for key in keys
    ]
    return "\n".join(["| key | takes | meaning |", "|---|---|---|", *rows]) + "\n"


def _meaning(key: Key) -> str:
    return f"{key.meaning}; for example `{key.example}`" if key.example else key.meaning


def _parts(keys: tuple[Key, ...]) -> dict[str, tuple[Key, ...]]:
    """The records inside of some keys, and inside of those, each once and in the order they come."""
    parts: dict[str, tuple[Key, ...]] = {}
    waiting = list(keys)
    while waiting:
        record = record_of(waiting.pop(0).reader)
        if record and record.title not in parts:
            parts[record.title] = record.keys
            waiting[:0] = record.keys
    return parts


def _form(reader: Any) -> str:
    if reader is GATES:
        return "a mapping of ids to gates"
    if reader is BECAUSE:
        return "a list of answers"
    if isinstance(reader, Choice):
        return ", ".join(f"`{word.value}`" for word in reader.words)
    if isinstance(reader, Word):
        known = reader.known(Vocabulary())
        return ", ".join(f"`{word}`" for word in known) if known else "a name"
    if isinstance(reader, OrNotRecorded):
        return f"{_form(reader.reader)}, or `not recorded`"
    if isinstance(reader, OrNone):
        return f"{_form(reader.reader)}, or `none`"
    if isinstance(reader, TextOrList):
        return f"text, or a list of: {_form(reader.item)}"
    if isinstance(reader, ListOf):
        return f"a list of: {_form(reader.item)}"
    if isinstance(reader, Table):
        return f"a mapping of ids to: {_form(reader.record)}"
    if isinstance(reader, (Record, Reference)):
        return reader.title
    return _SIMPLE[type(reader)]


def _capital(text: str) -> str:
    plain = text.removeprefix("the ")
    return plain[:1].upper() + plain[1:]
