"""Readers of mappings with known keys, and of tables of them by id."""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Generic, TypeVar

from pirgen.diagnostics import Span, near_miss
from pirgen.source import codes
from pirgen.source.fields.reader import Reader
from pirgen.source.fields.reading import Reading
from pirgen.source.fields.scalars import LONGEST_QUOTE, clipped, is_empty, quoting, said
from pirgen.source.fields.texts import Text, Url, check_identifier
from pirgen.source.fields.unknown_keys import report_misplaced, report_unknown_keys, space_after_key
from pirgen.source.fields.words import Choice
from pirgen.source.yaml.nodes import Mapping, Node, Scalar
from pirgen.source.yaml.quoting import as_written

T = TypeVar("T")

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
        if self._is_of_another_kind(node):
            names = ", ".join(f"'{key.text}'" for key, _ in node.entries[:4])
            expected = f"a mapping with {', '.join(by_name)}"
            message = f"{self.title} has only keys of another record: {clipped(names)}"
            reading.report(codes.SHAPE, node.entries[0][0].span, message, expected=expected)
            return self._fallbacks
        meant = report_unknown_keys(node, by_name, reading)
        values = dict(self._fallbacks)
        for written, value in node.entries:
            key = by_name.get(meant.surely.get(written.text, written.text))
            if key is None or (is_empty(value) and written.text in meant.surely):
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
        parts, left = [], written if len(written) <= LONGEST_QUOTE else ""
        for key in self._required:
            takes_it = left and isinstance(key.reader, Text if "://" not in left else Url)
            word = getattr(key.reader, "fallback", None) if isinstance(key.reader, Choice) else None
            example = key.example or (word.value if word else "...")
            parts.append(f"{key.name}: {as_written(left) if takes_it else example}")
            left = "" if takes_it else left
        return f"{{{', '.join(parts)}}}"

    def _is_of_another_kind(self, node: Mapping) -> bool:
        """Whether there are several keys, and none that is known, was meant to be, or is the author's own."""
        known = self._by_name
        return len(node.entries) > 1 and not any(
            key.text in known or key.text.startswith("x-") or near_miss(key.text, known)
            for key, _ in node.entries[:_KEYS_LOOKED_AT]
        )

    @cached_property
    def _by_name(self) -> dict[str, Key]:
        return {key.name: key for key in self.keys}

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
        written = {key.text for key, _ in node.entries} | {*misspelt}
        said = {(key.text, value.text) for key, value in node.entries if isinstance(value, Scalar)}
        for key in self._required:
            if key.name not in written and key.unless not in said:
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
