"""Small readers: each turns one located value into a value of the model, and says what is wrong with it.

A reader is total: where a value cannot be read it reports that and returns its ``fallback``, so that one
slip never hides the others and no rule complains about what was not understood. A file with a reported
error is never built, so no fallback reaches a page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from collections.abc import Sequence as Sized
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from functools import cached_property
from typing import Any, Generic, Protocol, TypeVar

from pirgen.diagnostics import Span, near_miss, surely_meant
from pirgen.model import NOT_RECORDED, Instant, NotRecorded, SeverityLevel, Term, Vocabulary, Words
from pirgen.source import codes
from pirgen.source.nodes import Mapping, Node, Scalar, Sequence
from pirgen.source.quoting import as_written, quoted
from pirgen.source.reading import Reading, replaced
from pirgen.source.scalars import LONGEST_QUOTE, clipped, is_empty, quoting, said, scalar_of
from pirgen.source.times import Unreadable, read_day, read_time
from pirgen.source.unknown_keys import report_unknown_keys, space_after_key

T = TypeVar("T")
T_co = TypeVar("T_co", covariant=True)
D = TypeVar("D")
E = TypeVar("E", bound=Words)

LONGEST_TEXT = 20_000
"""How many characters one text may have."""


class Reader(Protocol[T_co]):
    """Turns a located value into a value of the model."""

    @property
    def fallback(self) -> T_co:
        """What to go on with when the value cannot be read."""
        ...

    def read(self, node: Node, reading: Reading) -> T_co:
        """The value; what is wrong with it goes into the reading."""
        ...


@dataclass(frozen=True)
class Text:
    """Any text that is not empty; Markdown, except in names and titles."""

    fallback: str = ""

    def read(self, node: Node, reading: Reading) -> str:
        """The text without surrounding space."""
        scalar = scalar_of(node, reading, "a text", is_text=True)
        if scalar is None:
            return self.fallback
        if len(scalar.text) > LONGEST_TEXT:
            message = f"{reading.name} has {len(scalar.text):,} characters"
            reading.report(codes.SIZE, scalar.span, message, expected=f"at most {LONGEST_TEXT:,}")
        return scalar.text.strip()


@dataclass(frozen=True)
class Reference:
    """A text that names something of another file; whether that is there is judged when all are read.

    ``title`` says what is named, ``pattern`` is what every such name looks like.
    """

    title: str
    pattern: str
    fallback: str = ""

    def read(self, node: Node, reading: Reading) -> str:
        """The name as written."""
        return Text().read(node, reading)


@dataclass(frozen=True)
class Choice(Generic[E]):
    """One word of a closed set."""

    words: type[E]
    fallback: E

    def read(self, node: Node, reading: Reading) -> E:
        """The member whose value was written."""
        scalar = scalar_of(node, reading, f"one of {', '.join(self._known)}")
        if scalar is None:
            return self.fallback
        if scalar.text not in self._known:
            _report_word(scalar, self._known, reading)
            return self.fallback
        return self.words(scalar.text)

    @cached_property
    def _known(self) -> tuple[str, ...]:
        return tuple(str(word.value) for word in self.words)


@dataclass(frozen=True)
class Word:
    """One word of a vocabulary that the site may set; an empty vocabulary takes any word."""

    terms: Callable[[Vocabulary], Sized[Term | SeverityLevel]]
    fallback: str = ""

    def known(self, vocabulary: Vocabulary) -> tuple[str, ...]:
        """The words as files write them."""
        return tuple(term.id for term in self.terms(vocabulary))

    def read(self, node: Node, reading: Reading) -> str:
        """The word as written, also where it is not known, so that later checks can name it."""
        known = self.known(reading.vocabulary)
        expected = f"one of {', '.join(known)}" if known else "a name"
        scalar = scalar_of(node, reading, expected, is_text=not known)
        if scalar is None:
            return self.fallback
        if known and scalar.text not in known:
            _report_word(scalar, known, reading)
        return scalar.text


@dataclass(frozen=True)
class Flag:
    """``true`` or ``false``, and nothing that merely looks like it."""

    fallback: bool = False

    def read(self, node: Node, reading: Reading) -> bool:
        """Whether true was written."""
        scalar = scalar_of(node, reading, "true or false")
        if scalar is None:
            return self.fallback
        if not scalar.is_plain or scalar.text not in ("true", "false"):
            sure = _flag_word(scalar.text)
            near = sure or near_miss(scalar.text, ("true", "false"))
            message = f"{reading.name} is {said(scalar)}"
            expected = "true or false" + (", without quotes" if sure == scalar.text else "")
            fix = replaced(scalar.span, sure) if sure else None
            reading.report(codes.FLAG, scalar.span, message, expected=expected, near=near, fix=fix)
            return self.fallback
        return scalar.text == "true"


_YES, _NO = ("true", "yes", "on", "y"), ("false", "no", "off", "n")


def _flag_word(written: str) -> str:
    """``true`` or ``false`` for a word that says so in another way, otherwise an empty string."""
    word = written.lower()
    return "true" if word in _YES else "false" if word in _NO else ""


_INTEGER = re.compile(r"0|[1-9]\d{0,8}")
_DECIMAL = re.compile(r"(0|[1-9]\d{0,17})(\.\d{1,30})?([eE][+-]?\d{1,3})?")


@dataclass(frozen=True)
class Count:
    """A whole number from ``least`` to ``most``."""

    least: int = 0
    most: int = 999_999_999
    fallback: int = 0

    def read(self, node: Node, reading: Reading) -> int:
        """The number."""
        scalar = scalar_of(node, reading, "a whole number")
        if scalar is None:
            return self.fallback
        if not _INTEGER.fullmatch(scalar.text) or not self.least <= int(scalar.text) <= self.most:
            message = f"{reading.name} is {said(scalar)}"
            reading.report(codes.NUMBER, scalar.span, message, expected=f"a whole number from {self.least} on")
            return self.fallback
        return int(scalar.text)


@dataclass(frozen=True)
class Probability:
    """A number from 0 to 1."""

    fallback: float | None = None

    def read(self, node: Node, reading: Reading) -> float | None:
        """The number."""
        scalar = scalar_of(node, reading, "a number from 0 to 1")
        if scalar is None:
            return self.fallback
        if not _DECIMAL.fullmatch(scalar.text) or not 0 <= float(scalar.text) <= 1:
            message, expected = f"{reading.name} is {said(scalar)}", "a number from 0 to 1, such as 0.02"
            near = _share(scalar.text)
            fix = replaced(scalar.span, near) if near else None
            reading.report(codes.NUMBER, scalar.span, message, expected=expected, near=near, fix=fix)
            return self.fallback
        return float(scalar.text)


def _share(written: str) -> str:
    """A share written as ``5%``, ``0,05`` or ``.05`` as the number from 0 to 1; otherwise an empty string."""
    match = re.fullmatch(r"(\d{0,3})(?:[.,](\d{1,9}))?( ?%)?", written)
    if match is None or not (match[1] or match[2]):
        return ""
    number = Decimal(f"{match[1] or 0}.{match[2] or 0}") / (100 if match[3] else 1)
    return f"{number.normalize():f}" if number <= 1 else ""


@dataclass(frozen=True)
class Time:
    """A point in time, with an offset unless the file names its zone once.

    The fallback is None where the model has no NOT_RECORDED for it.
    """

    fallback: NotRecorded | None = NOT_RECORDED

    def read(self, node: Node, reading: Reading) -> Instant | NotRecorded | None:
        """The instant in UTC."""
        return _read_or_report(
            node, reading, "a time", lambda text: read_time(text, reading.zone), self.fallback
        )


@dataclass(frozen=True)
class Day:
    """A date."""

    fallback: NotRecorded = NOT_RECORDED

    def read(self, node: Node, reading: Reading) -> date | NotRecorded:
        """The date."""
        return _read_or_report(node, reading, "a date", read_day, self.fallback)


IDENTIFIER_PATTERN = "[a-z][a-z0-9]*(-[a-z0-9]+)*"
INCIDENT_ID_PATTERN = "[0-9]{4}-[0-9]{2}-[0-9]{2}-[a-z0-9]+(-[a-z0-9]+)*"
LONGEST_IDENTIFIER = 64

_IDENTIFIER = re.compile(IDENTIFIER_PATTERN)
_INCIDENT_ID = re.compile(INCIDENT_ID_PATTERN)


def is_incident_id(name: str) -> bool:
    """Whether a folder's name is an id: a day of the calendar and a slug."""
    return bool(_INCIDENT_ID.fullmatch(name)) and not isinstance(read_day(name[:10]), Unreadable)


@dataclass(frozen=True)
class Identifier:
    """The id of a factor, gate or action: lower case letters, digits and single hyphens."""

    fallback: str = ""

    def read(self, node: Node, reading: Reading) -> str:
        """The id as written."""
        scalar = scalar_of(node, reading, "an id")
        if scalar is None:
            return self.fallback
        check_identifier(scalar, reading)
        return scalar.text


def check_identifier(scalar: Scalar, reading: Reading) -> None:
    """Report a text that is no id, and offer the id that it could become."""
    if not _is_identifier(scalar.text):
        near = re.sub(r"[^a-z0-9]+", "-", scalar.text.lower()).strip("-")
        near = near if _is_identifier(near) else ""
        expected = f"lower case letters, digits and hyphens, a letter first, at most {LONGEST_IDENTIFIER}"
        fix = replaced(scalar.span, near, is_safe=False) if near else None
        message = f"{said(scalar)} is not an id"
        reading.report(codes.IDENTIFIER, scalar.span, message, expected=expected, near=near, fix=fix)


def _is_identifier(written: str) -> bool:
    return bool(_IDENTIFIER.fullmatch(written)) and len(written) <= LONGEST_IDENTIFIER


_IN_MARKDOWN = re.compile(r"<(https?://[^\s<>]+)>|\[[^\]]*\]\((https?://[^\s()]+)\)")
_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True)
class Url:
    """A link that is safe to follow: http, https, mailto, or a path beside the file."""

    fallback: str = ""

    def read(self, node: Node, reading: Reading) -> str:
        """The link as written."""
        scalar = scalar_of(node, reading, "a link")
        if scalar is None:
            return self.fallback
        if not _is_link(scalar.text):
            message = f"{said(scalar)} is not a link to follow"
            expected = "http, https, mailto, or a path beside this file; no spaces"
            inner = _IN_MARKDOWN.fullmatch(scalar.text)
            near = inner[1] or inner[2] if inner else scalar.text.replace(" ", "%20")
            near = near if _is_link(near) else ""
            fix = replaced(scalar.span, quoted(near), is_safe=bool(inner)) if near else None
            reading.report(codes.URL, scalar.span, message, expected=expected, near=near, fix=fix)
            return self.fallback
        return scalar.text


def _is_link(written: str) -> bool:
    scheme = _SCHEME.match(written)
    is_safe = scheme is None or scheme[0].lower() in ("http:", "https:", "mailto:")
    has_sign = any(letter.isspace() or letter in '<>"\\' for letter in written)
    return is_safe and not has_sign and not written.startswith("[")


@dataclass(frozen=True)
class OrNotRecorded(Generic[T]):
    """A value, or the words ``not recorded`` where it was asked for and nobody kept it."""

    reader: Reader[T]
    fallback: NotRecorded = NOT_RECORDED

    def read(self, node: Node, reading: Reading) -> T | NotRecorded:
        """The value or NOT_RECORDED."""
        if isinstance(node, Scalar) and node.text == NOT_RECORDED.value:
            return NOT_RECORDED
        return self.reader.read(node, reading)


@dataclass(frozen=True)
class OrNone(Generic[T]):
    """A value, or the word ``none``."""

    reader: Reader[T]
    fallback: None = None

    def read(self, node: Node, reading: Reading) -> T | None:
        """The value or None."""
        if isinstance(node, Scalar) and node.text == "none":
            return None
        return self.reader.read(node, reading)


@dataclass(frozen=True)
class ListOf(Generic[T]):
    """A list whose items are all of one form."""

    item: Reader[T]
    fallback: tuple[T, ...] = ()

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """The items in file order."""
        if isinstance(node, Sequence):
            return tuple(
                self.item.read(item, reading.inside(index, item.span)) for index, item in enumerate(node.items)
            )
        one = as_written(node.text.strip()) if isinstance(node, Scalar) and not is_empty(node) else ""
        on_a_line = node.span.line == node.span.end_line
        is_one = bool(one) and "," not in one and on_a_line
        hint = f"write '{reading.name}: [{one}]'" if is_one and len(one) <= LONGEST_QUOTE else ""
        hint = hint if on_a_line or isinstance(node, Mapping) else "begin each entry with '- '"
        fix = replaced(node.span, f"[{one}]") if is_one else None
        message = f"{reading.name} is {said(node)}"
        reading.report(codes.SHAPE, node.span, message, expected="a list", hint=hint, fix=fix)
        return self.fallback


@dataclass(frozen=True)
class Pairs(Generic[T]):
    """A mapping of names to texts, each pair made into one value by ``make``.

    Any name is taken; ``usual`` are those that authors are offered.
    """

    make: Callable[[str, str], T]
    usual: Callable[[Vocabulary], Sized[Term]]
    fallback: tuple[T, ...] = ()

    def read(self, node: Node, reading: Reading) -> tuple[T, ...]:
        """The pairs in file order."""
        if not isinstance(node, Mapping):
            name = node.text.partition(":")[0] if isinstance(node, Scalar) and node.is_plain else ""
            fix = space_after_key(node, [name]) if name else None
            hint = f"write '{name}: ' and then its value" if fix else ""
            message = f"{reading.name} is {said(node)}"
            reading.report(codes.SHAPE, node.span, message, expected="a mapping", hint=hint, fix=fix)
            return self.fallback
        return tuple(
            self.make(key.text, Text().read(value, reading.inside(key.text, value.span)))
            for key, value in node.entries
        )


@dataclass(frozen=True)
class Key:
    """A key of a record: its reader, whether it must be there, and what it means.

    ``to`` is the model's name of the field where it differs from the key. ``example`` is what a value, or
    an item of a list, may look like. A ``usual`` key is among those that authors are offered first.
    """

    name: str
    reader: Reader[Any]
    meaning: str
    required: bool = False
    to: str = ""
    example: str = ""
    usual: bool = False


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
            hint = "put a space after ':'" if fix else ""
            message = f"{reading.name} is {said(node)}"
            reading.report(codes.SHAPE, node.span, message, expected=expected, hint=hint, fix=fix)
            return self._fallbacks
        by_name = self._by_name
        if self._is_of_another_kind(node):
            names = ", ".join(f"'{key.text}'" for key, _ in node.entries[:4])
            expected = f"a mapping with {', '.join(by_name)}"
            message = f"{self.title} has only keys of something else: {clipped(names)}"
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
                values[key.to or key.name] = key.reader.read(value, inside)
        self._report_missing(node, meant.keys, reading)
        return values

    def _is_of_another_kind(self, node: Mapping) -> bool:
        """Whether there are several keys, and none that is known, was meant to be, or is the author's own."""
        names, known = [key.text for key, _ in node.entries], self._by_name
        return len(names) > 1 and not any(
            name in known or name.startswith("x-") or near_miss(name, known) for name in names
        )

    @cached_property
    def _by_name(self) -> dict[str, Key]:
        return {key.name: key for key in self.keys}

    @cached_property
    def _required(self) -> tuple[Key, ...]:
        return tuple(key for key in self.keys if key.required)

    @cached_property
    def _fallbacks(self) -> dict[str, Any]:
        return {key.to or key.name: key.reader.fallback for key in self._required}

    def _report_missing(self, node: Mapping, misspelt: Collection[str], reading: Reading) -> None:
        written = {key.text for key, _ in node.entries} | {*misspelt}
        for key in self._required:
            if key.name not in written:
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
        check_identifier(key, inside)
        return self.record.make(id=key.text, **self.record.values(value, inside))


def _has_value(node: Node, reading: Reading, key: Span, is_text: bool) -> bool:
    if not is_empty(node):
        return True
    message, hint, fix = f"{reading.name} has no value", "leave the key out, or write its value", None
    if is_text and isinstance(node, Scalar) and node.cut:
        message += f": '{clipped(reading.written(node.cut))}' is read as a comment"
        hint, fix = "put the value into quotes", quoting(node.cut, reading)
    reading.report(codes.EMPTY_VALUE, key, message, hint=hint, fix=fix)
    return False


def _start(node: Mapping, reading: Reading) -> Span:
    """Where a record begins, in the eyes of its author: at its key, or at its first key of its own."""
    key = reading.findings.keys.get(reading.path)
    return key or (node.entries[0][0].span if node.entries else node.span)


def _report_word(scalar: Scalar, known: Sized[str], reading: Reading) -> None:
    flag = _flag_word(scalar.text)
    sure = flag if flag in known else surely_meant(scalar.text, known)
    fix = replaced(scalar.span, as_written(sure)) if sure else None
    near = sure or near_miss(scalar.text, known)
    message, expected = f"{reading.name} {said(scalar)} is not known", f"one of {', '.join(known)}"
    reading.report(codes.WORD, scalar.span, message, expected=expected, near=near, fix=fix)


def _read_or_report(
    node: Node, reading: Reading, expected: str, read: Callable[[str], T | Unreadable], fallback: D
) -> T | D:
    scalar = scalar_of(node, reading, expected)
    if scalar is None:
        return fallback
    value = read(scalar.text.strip())
    if isinstance(value, Unreadable):
        fix = replaced(scalar.span, value.mend, value.is_sure) if value.mend else None
        reading.report(value.code, scalar.span, value.message, near=value.near, hint=value.hint, fix=fix)
        return fallback
    return value
