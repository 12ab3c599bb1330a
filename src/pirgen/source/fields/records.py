"""Readers of mappings with known keys, and of tables of them by id."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from pirgen.diagnostics import Span, near_miss
from pirgen.source import codes
from pirgen.source.fields.alternatives import OrNotRecorded
from pirgen.source.fields.lists import ListOf
from pirgen.source.fields.meanings import meant_word
from pirgen.source.fields.reader import Reader
from pirgen.source.fields.reading import Reading
from pirgen.source.fields.scalars import LONGEST_QUOTE, clipped, is_empty, quoting, said
from pirgen.source.fields.texts import Reference, Text, Url, check_identifier, is_incident_id
from pirgen.source.fields.time_grammar import leading_time
from pirgen.source.fields.times import Time
from pirgen.source.fields.unknown_keys import report_misplaced, report_unknown_keys, space_after_key
from pirgen.source.fields.words import Choice
from pirgen.source.yaml.nodes import Mapping, Node, Scalar
from pirgen.source.yaml.quoting import as_written

T = TypeVar("T")

_MARKDOWN_LINK = re.compile(r"\[([^\[\]]+)\]\(([^()\s]+)\)")
_FILE_NAME = re.compile(r"[\w./-]+\.\w{2,5}")
_KEYS_LOOKED_AT = 100
"""How many keys are looked at to tell whether a mapping is a record of another kind."""


@dataclass(frozen=True)
class Key:
    """A key of a record: its reader, whether it must be there, and what it means.

    ``to`` is the model's name of the field where it differs from the key. ``example`` is what a value, or
    an item of a list, may look like. A ``usual`` key is among those that authors are offered first. What is
    ``required`` may be missing beside the key and value of ``unless``.
    """

    name: str
    reader: Reader[Any]
    meaning: str
    required: bool = False
    to: str = ""
    example: str = ""
    usual: bool = False
    unless: tuple[str, str] = ("", "")


def _is_time(key: Key) -> bool:
    reader = key.reader.reader if isinstance(key.reader, OrNotRecorded) else key.reader
    return isinstance(reader, Time)


@dataclass(frozen=True)
class Record(Generic[T]):
    """A mapping with known keys, made into one value of the model."""

    title: str
    make: Callable[..., T]
    keys: tuple[Key, ...]

    @property
    def fallback(self) -> T:
        """The value made of the fallbacks of what is required."""
        return self.make(**self._fallbacks)

    def read(self, node: Node, reading: Reading) -> T:
        """The value; unknown and missing keys are reported together with everything inside."""
        return self.make(**self.values(node, reading))

    def values(self, node: Node, reading: Reading) -> dict[str, Any]:
        """The fields by the model's names: what was written, and fallbacks for what is required and missing."""
        if not isinstance(node, Mapping):
            names = ", ".join(key.name for key in self._required)
            expected = f"a mapping with {names}" if names else "a mapping"
            fix = space_after_key(node, [key.name for key in self.keys])
            one = node.text.strip() if isinstance(node, Scalar) and "\n" not in node.text else ""
            hint = "put a space after ':'" if fix else f"write {self.shape(one)}" if names else ""
            message = f"{reading.name} is {said(node)}"
            reading.report(codes.SHAPE, node.span, message, expected=expected, hint=hint, fix=fix)
            return self._fallbacks
        by_name = self._by_name
        if (pair := self._misread_pair(node)) and not reading.is_crowded:
            message = f"{self.title} is a pair '{clipped(node.entries[0][0].text)}: ...'"
            names = ", ".join(key.name for key in self._required)
            expected = f"a mapping with {names}"
            reading.report(
                codes.SHAPE, node.entries[0][0].span, message, expected=expected, hint=f"write {pair}"
            )
            return self._fallbacks
        if self._is_of_another_kind(node):
            names = ", ".join(f"'{key.text}'" for key, _ in node.entries[:4])
            expected = f"a mapping with {', '.join(by_name)}"
            message = f"{self.title} has only keys of another record: {clipped(names)}"
            reading.report(codes.SHAPE, node.entries[0][0].span, message, expected=expected)
            return self._fallbacks
        meant = report_unknown_keys(node, by_name, reading, self._lists)
        values = dict(self._fallbacks)
        for written, value in node.entries:
            key = by_name.get(meant.surely.get(written.text, written.text))
            is_lost = written.text in meant.cut or (is_empty(value) and written.text in meant.surely)
            if key is None or is_lost:
                continue
            inside = reading.inside(key.name, value.span)
            reading.findings.keys[inside.path] = written.span
            if _has_value(value, inside, written.span, is_text=isinstance(key.reader, Text)):
                read = key.reader.read(value, inside)
                if written.text in meant.surely:
                    _forget_shape(inside, value.span)
                values[key.to or key.name] = read
        self._report_missing(node, meant.keys, reading)
        return values

    def shape(self, written: str) -> str:
        """What a record looks like, as an example with the text that was written in its place."""
        values: dict[str, str] = {}
        left = written if len(written) <= LONGEST_QUOTE else ""
        for key in self._required:
            word = getattr(key.reader, "fallback", None) if isinstance(key.reader, Choice) else None
            values[key.name] = key.example or (word.value if word else "...")
            if _is_time(key) and (time := leading_time(left)):
                values[key.name], left = time, left[len(time) :].lstrip(" :-\N{EN DASH}\N{EM DASH}|,")
        if (link := _MARKDOWN_LINK.fullmatch(left)) and "url" in values:
            left, values["url"] = link[1], as_written(link[2])
        is_link = "://" in left or _FILE_NAME.fullmatch(left)
        takes = Reference if is_incident_id(left) else Url if is_link else Text
        takers = [key.name for key in self._required if isinstance(key.reader, takes)]
        if left and takers:
            values[takers[0]] = as_written(left)
        return f"{{{', '.join(f'{name}: {value}' for name, value in values.items())}}}"

    def shape_of_pair(self, node: Node) -> str:
        """What a record looks like where its first two values were written as ``one: other``, or nothing."""
        if not isinstance(node, Mapping) or not node.entries or len(self._required) < 2:
            return ""
        key, value = node.entries[0]
        if key.text in self._by_name or not isinstance(value, Scalar) or "\n" in value.text:
            return ""
        first, second = self._required[:2]
        is_fit = not _is_time(first) or leading_time(key.text) == key.text
        one = as_written(key.text) if is_fit else first.example
        shape = f"{first.name}: {one}, {second.name}: {as_written(value.text)}"
        return f"{{{shape}}}" if len(shape) <= LONGEST_QUOTE else ""

    def _misread_pair(self, node: Mapping) -> str:
        """How to write what is a time and a text, or a name and a value, without the keys for both."""
        if len(node.entries) != 1:
            return ""
        written, known = node.entries[0][0].text, self._by_name
        is_key = written.isidentifier() and written.islower()
        is_meant = written.startswith("x-") or near_miss(written, known) or meant_word(written, known)
        return "" if is_key or is_meant else self.shape_of_pair(node)

    def _is_of_another_kind(self, node: Mapping) -> bool:
        """Whether there are several keys, and none that is known, was meant to be, or is the author's own."""
        known = self._by_name
        return len(node.entries) > 1 and not any(
            key.text in known
            or key.text.startswith("x-")
            or near_miss(key.text, known)
            or meant_word(key.text, known)
            for key, _ in node.entries[:_KEYS_LOOKED_AT]
        )

    @cached_property
    def _by_name(self) -> dict[str, Key]:
        return {key.name: key for key in self.keys}

    @cached_property
    def _lists(self) -> frozenset[str]:
        return frozenset(key.name for key in self.keys if isinstance(key.reader, ListOf))

    @cached_property
    def _required(self) -> tuple[Key, ...]:
        return tuple(key for key in self.keys if key.required)

    @property
    def fallbacks(self) -> dict[str, Any]:
        """The fields of what is required, where nothing could be read."""
        return dict(self._fallbacks)

    @cached_property
    def _fallbacks(self) -> dict[str, Any]:
        return {key.to or key.name: key.reader.fallback for key in self._required}

    def _report_missing(self, node: Mapping, misspelt: Collection[str], reading: Reading) -> None:
        written = {key.text: value for key, value in node.entries}
        for key in self._required:
            name, word = key.unless
            other = written.get(name)
            is_said = isinstance(other, Scalar) and other.text == word
            if not (key.name in written or key.name in misspelt or is_said):
                message = f"{self.title} has no '{key.name}'"
                reading.report(codes.MISSING_KEY, _start(node, reading), message, expected=key.meaning)


@dataclass(frozen=True)
class Table(Generic[T]):
    """A mapping of ids to records; the id becomes the field ``id`` of each."""

    record: Record[T]
    fallback: tuple[T, ...] = field(default=())

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """The records in file order."""
        if not isinstance(node, Mapping):
            hint = "write each under its id: 'my-id: {...}'"
            reading.report(
                codes.SHAPE, node.span, f"{reading.name} is {said(node)}", expected="a mapping", hint=hint
            )
            return self.fallback
        return tuple(self._read_entry(key, value, reading) for key, value in node.entries)

    def _read_entry(self, key: Scalar, value: Node, reading: Reading) -> T:
        inside = reading.inside(key.text, value.span)
        inside.findings.keys[inside.path] = key.span
        if report_misplaced(key, value, reading):
            return self.record.make(id=key.text, **self.record.fallbacks)
        check_identifier(key, inside)
        return self.record.make(id=key.text, **self.record.values(value, inside))


def _forget_shape(reading: Reading, span: Span) -> None:
    """Take back that a value has the wrong shape, where its key was misspelt, so that another may be meant."""
    found = reading.findings.diagnostics
    if found and found[-1].code == codes.SHAPE.code and found[-1].place.span == span:
        found.pop()


def _has_value(node: Node, reading: Reading, key: Span, is_text: bool) -> bool:
    if not is_empty(node):
        return True
    message, hint, fix = f"{reading.name} has no value", "leave the key out, or write its value", None
    if is_text and isinstance(node, Scalar) and node.cut:
        message += f": '{clipped(reading.written(node.cut))}' is read as a comment"
        hint, fix = "put the value in quotes", quoting(node.cut, reading)
    reading.report(codes.EMPTY_VALUE, key, message, hint=hint, fix=fix)
    return False


def _start(node: Mapping, reading: Reading) -> Span:
    """Where a record begins, in the eyes of its author: at its key, or at its first key of its own."""
    key = reading.findings.keys.get(reading.path)
    return key or (node.entries[0][0].span if node.entries else node.span)
