"""JSON Schemas of the files, for editors, made from the declarations that files are read by.

They keep to draft 7 and to what editors' YAML language servers know beyond it. A schema knows the form of
one file: what joins several values or files is left to ``pirgen check``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from typing import Any

from pirgen.model import NOT_RECORDED, GateKind, Vocabulary
from pirgen.source.fields import (
    IDENTIFIER_PATTERN,
    LONGEST_IDENTIFIER,
    LONGEST_TEXT,
    MARKED_TEXT,
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
from pirgen.source.fields.time_grammar import FIRST_YEAR, LAST_YEAR
from pirgen.source.form.fault_tree import GATE, GATES, PARTNERS
from pirgen.source.form.files import BECAUSE, INCIDENT_KEYS, REVIEW_KEYS, WHY
from pirgen.source.form.vocabularies import VOCABULARIES
from pirgen.source.schema.snippets import snippet_of, snippets_of_gates

__all__ = ["FORM_VERSION", "SCHEMAS", "schema_files", "schema_of"]

Schema = dict[str, Any]

FORM_VERSION = 1
"""Counted up when files that were right are no longer; ``docs/guide/form.md`` says what may change when."""

SCHEMAS: dict[str, Record[Any]] = {
    "incident": Record("the incident", dict[str, Any], INCIDENT_KEYS),
    "pir": Record("the review", dict[str, Any], REVIEW_KEYS),
    "vocabularies": VOCABULARIES,
}
"""What has a schema: each file of an incidents folder by its name without the ending."""

_DAY_OF_YEAR = (
    "(0[13578]|1[02])-(0[1-9]|[12][0-9]|3[01])|(0[469]|11)-(0[1-9]|[12][0-9]|30)|02-(0[1-9]|[12][0-9])"
)
_DATE = f"(19|2[0-9])[0-9]{{2}}-({_DAY_OF_YEAR})"
_CLOCK = "([01]?[0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9]([.,][0-9]+)?)?"
_OFFSET = "(Z|[+-](0[0-9]|1[0-4]):[0-5][0-9])"
_MONTH_OR_YEAR = "(19|2[0-9])[0-9]{2}(-(0[1-9]|1[0-2]))?"
_TIME = f"{_DATE}(T{_CLOCK} *{_OFFSET})?|{_MONTH_OR_YEAR}"
_LOCAL_TIME = f"{_DATE}([Tt ]{_CLOCK}|T{_CLOCK} *{_OFFSET})?|{_MONTH_OR_YEAR}"
_URL = r'(([Hh][Tt][Tt][Pp][Ss]?|[Mm][Aa][Ii][Ll][Tt][Oo]):|(?![A-Za-z][A-Za-z0-9+.-]*:))[^\s<>"\\]+'

_YEAR_OR_TEXT: dict[str, Any] = {"type": ["string", "integer"], "minimum": FIRST_YEAR, "maximum": LAST_YEAR}
_A_TIME = "a time with its offset, such as 2026-03-14T12:30Z, or a date, month or year alone"
_DAY_ALONE = "2026-03-14"
_OWN_KEYS: Schema = {"^x-": {}}


def schema_files(vocabulary: Vocabulary) -> dict[str, str]:
    """The text of every schema by its file name, with the words of a site's vocabulary."""
    return {
        f"{name}.schema.json": json.dumps(schema_of(name, vocabulary), indent=2, ensure_ascii=False) + "\n"
        for name in SCHEMAS
    }


def schema_of(name: str, vocabulary: Vocabulary) -> Schema:
    """The schema of one of ``SCHEMAS``."""
    record = SCHEMAS[name]
    maker = _Maker(vocabulary)
    schema = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "$id": f"urn:pirgen:file:{FORM_VERSION}:{name}",
        "$comment": "made by 'pirgen schema'; changes belong in pirgen, or in vocabularies.yaml",
        "title": f"{name}.yaml",
        "description": f"{record.title} as pirgen reads it",
        **maker.record(record),
        **_clocks(record),
    }
    return {**schema, "definitions": dict(sorted(maker.definitions.items()))}


class _Maker:
    """Makes the schemas of readers; ``definitions`` gathers the records that they refer to."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self.definitions: dict[str, Schema] = {}

    def record(self, record: Record[Any]) -> Schema:
        """A mapping with known keys, and any that begin with 'x-'."""
        return {
            "type": "object",
            "properties": {key.name: self._key(key) for key in record.keys},
            "patternProperties": _OWN_KEYS,
            "additionalProperties": False,
            "required": [key.name for key in record.keys if key.required and not any(key.unless)],
            "defaultSnippets": [snippet_of(record, self.vocabulary)],
        }

    def _key(self, key: Key) -> Schema:
        schema = self._value(key.reader)
        marked = re.sub(r"(?<!\w)'([^']+)'(?!\w)", r"`\1`", key.meaning)
        about = {"description": key.meaning} | (
            {"markdownDescription": marked} if marked != key.meaning else {}
        )
        if not key.example:
            return {**about, **schema}
        example = as_read(key.example)
        if "items" in schema:
            items = {**schema["items"], "examples": [example]}
            return {**about, **schema, "items": items, "examples": [[example]]}
        return {**about, **schema, "examples": [example, *schema.get("examples", ())]}

    def _value(self, reader: Any) -> Schema:
        """The schema of what a reader takes."""
        if reader is GATES:
            return self._table(self._gate(), snippets_of_gates(self.vocabulary))
        if reader is BECAUSE:
            return self._list(self._defined(WHY))
        if isinstance(reader, Record):
            return self._defined(reader)
        if isinstance(reader, ListOf):
            return self._list(self._value(reader.item))
        if isinstance(reader, TextOrList):
            return {"anyOf": [_text(), self._list(self._value(reader.item))]}
        if isinstance(reader, Table):
            snippet = snippet_of(reader.record, self.vocabulary, under_id=True)
            return self._table(self._defined(reader.record), [snippet])
        if isinstance(reader, Pairs):
            roles = {term.id: _text() | {"description": term.meaning} for term in reader.usual(self.vocabulary)}
            return {"type": "object", "properties": roles, "additionalProperties": _text()}
        if isinstance(reader, OrNone):
            return {"anyOf": [self._value(reader.reader), {"const": "none"}]}
        if isinstance(reader, OrNotRecorded):
            return _or_not_recorded(self._value(reader.reader))
        if isinstance(reader, Choice):
            return _words((word.value, word.meaning) for word in reader.words)
        if isinstance(reader, Word):
            terms = reader.terms(self.vocabulary)
            return _words((term.id, term.meaning) for term in terms) if terms else _text()
        if isinstance(reader, OrInternal):
            return {"anyOf": [_text(), self._defined(MARKED_TEXT)]}
        return _scalar(reader)

    def _defined(self, record: Record[Any]) -> Schema:
        """A reference to the record's definition, which is made where it is not there yet."""
        name = record.title.removeprefix("the ").replace(" ", "-")
        if name not in self.definitions:
            self.definitions[name] = {}  # an answer holds answers
            self.definitions[name] = self.record(record)
        return {"$ref": f"#/definitions/{name}"}

    def _gate(self) -> Schema:
        gate = self._defined(GATE)
        partners = {one: [other] for pair in PARTNERS.items() for one, other in (pair, pair[::-1])}
        words = [kind.value for kind in GateKind]
        message = f"expected one gate word: {', '.join(words)}"
        del self.definitions["gate"]["defaultSnippets"]  # a gate word is chosen with the id
        self.definitions["gate"] |= {
            "oneOf": [{"required": [word], "errorMessage": message} for word in words],
            "dependencies": partners,
        }
        return gate

    def _list(self, item: Schema) -> Schema:
        return {"type": "array", "items": item, "errorMessage": "expected a list"}

    def _table(self, entry: Schema, snippets: list[Schema]) -> Schema:
        """A mapping of ids to entries."""
        return {
            "type": "object",
            "propertyNames": _identifier(),
            "additionalProperties": entry,
            "errorMessage": "expected a mapping of ids",
            "defaultSnippets": snippets,
        }


def as_read(word: str) -> str | int | float | bool:
    """What an editor takes a plain word for: to pirgen ``2`` and ``true`` are text, to YAML readers not."""
    if word in ("true", "false"):
        return word == "true"
    if re.fullmatch(r"-?(0|[1-9][0-9]*)", word):
        return int(word)
    return float(word) if re.fullmatch(r"-?(0|[1-9][0-9]*)\.[0-9]+", word) else word


def _scalar(reader: Any) -> Schema:
    if isinstance(reader, (Text, ZoneName)):
        return _text()
    if isinstance(reader, Reference):
        return _matching(reader.pattern, reader.title)
    if isinstance(reader, Flag):
        return {"type": "boolean", "errorMessage": "expected true or false"}
    if isinstance(reader, Count):
        return {"type": "integer", "minimum": reader.least, "maximum": reader.most}
    if isinstance(reader, Probability):
        return {"type": "number", "minimum": 0, "maximum": 1}
    if isinstance(reader, Identifier):
        return _identifier()
    if isinstance(reader, Url):
        return _matching(_URL, "a link: http, https, mailto, or a path beside this file; no spaces")
    if isinstance(reader, Day):
        return _matching(_DATE, "a date, such as 2026-03-14")
    if isinstance(reader, Time):
        return {**_YEAR_OR_TEXT, "errorMessage": f"expected {_A_TIME}", "examples": [_DAY_ALONE]}
    raise TypeError(f"no schema for {type(reader).__name__}")


def _text() -> Schema:
    limits = {"minLength": 1, "maxLength": LONGEST_TEXT}
    return {"type": ["string", "number"], **limits, "errorMessage": "expected a text"}


def _identifier() -> Schema:
    expected = "an id: lower case letters, digits and single hyphens, a letter first"
    return {**_matching(IDENTIFIER_PATTERN, expected), "maxLength": LONGEST_IDENTIFIER}


def _matching(pattern: str, expected: str) -> Schema:
    return {"type": "string", "pattern": f"^({pattern})$", "errorMessage": f"expected {expected}"}


def _words(meanings: Iterable[tuple[str, str]]) -> Schema:
    words = dict(meanings)
    return {
        "enum": [as_read(word) for word in words],
        "markdownEnumDescriptions": list(words.values()),
    }


def _or_not_recorded(schema: Schema) -> Schema:
    """The schema that takes the words 'not recorded' too, and offers them."""
    words = NOT_RECORDED.value
    if "enum" in schema:
        meanings = [*schema["markdownEnumDescriptions"], "it was asked for, and nobody kept it"]
        return {"enum": [*schema["enum"], words], "markdownEnumDescriptions": meanings}
    return {**_also_taking(words, schema), "examples": [words, *schema.get("examples", ())]}


def _also_taking(words: str, schema: Schema) -> Schema:
    """The schema with its pattern widened by some words; without a pattern it takes them anyway."""
    if "pattern" not in schema:
        return schema
    message = f"{schema['errorMessage']}, or '{words}'"
    return {**schema, "pattern": f"^({words}|{schema['pattern'][2:]}", "errorMessage": message}


def _clocks(record: Record[Any]) -> Schema:
    """How times look in a file: with an offset, unless the file names its zone once."""
    with_offset, local = _times(record, _TIME), _times(record, _LOCAL_TIME)
    if not with_offset:
        return {}
    return {"if": {"required": ["timezone"]}, "then": local, "else": with_offset}


def _times(reader: Any, pattern: str) -> Schema:
    """The pattern of every time inside of what a reader takes; empty where there is none."""
    if isinstance(reader, OrNotRecorded):
        inside = _times(reader.reader, pattern)
        return _also_taking(NOT_RECORDED.value, inside) if inside else {}
    if isinstance(reader, Time):
        return _matching(pattern, _A_TIME) | _YEAR_OR_TEXT
    if isinstance(reader, ListOf):
        inside = _times(reader.item, pattern)
        return {"items": inside} if inside else {}
    if isinstance(reader, Record):
        inside = {key.name: _times(key.reader, pattern) for key in reader.keys}
        timed = {name: schema for name, schema in inside.items() if schema}
        return {"properties": timed} if timed else {}
    return {}
