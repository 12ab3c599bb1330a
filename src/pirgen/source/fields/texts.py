"""Readers of texts: any text, the name of something elsewhere, an id, a link."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pirgen.source import codes
from pirgen.source.fields.reading import Reading, replaced
from pirgen.source.fields.scalars import said, scalar_of
from pirgen.source.fields.time_grammar import Unreadable, read_day
from pirgen.source.yaml.nodes import Node, Scalar
from pirgen.source.yaml.quoting import quoted

LONGEST_TEXT = 20_000
"""How many characters one text may have."""

MOST_OPEN_BRACKETS = 500
"""How many brackets may be open at once: readers of Markdown look for the end of each."""


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
        elif (count := _open_brackets(scalar.text)) > MOST_OPEN_BRACKETS:
            message = f"{reading.name} has {count:,} brackets '[' without their ']'"
            reading.report(codes.SIZE, scalar.span, message, expected=f"at most {MOST_OPEN_BRACKETS}")
            return self.fallback
        return scalar.text.strip()


def _open_brackets(text: str) -> int:
    """How many brackets are open at once at most; few texts have enough to be looked into."""
    if text.count("[") <= MOST_OPEN_BRACKETS:
        return 0
    count = most = 0
    for sign in _BRACKET.findall(text):
        count = count + 1 if sign == "[" else max(count - 1, 0)
        most = max(most, count)
    return most


_BRACKET = re.compile(r"[\[\]]")


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
    """The id of a factor, gate or action: lower case letters, digits and single hyphens.

    One that ``is_reference`` names what has an id elsewhere; whether it is there is judged when all is read.
    """

    fallback: str = ""
    is_reference: bool = False

    def read(self, node: Node, reading: Reading) -> str:
        """The id as written."""
        scalar = scalar_of(node, reading, "an id")
        if scalar is None:
            return self.fallback
        if not self.is_reference:
            check_identifier(scalar, reading)
        return scalar.text


def check_identifier(scalar: Scalar, reading: Reading) -> None:
    """Report a text that is no id, and offer the id that it could become."""
    if not _is_identifier(scalar.text):
        near = re.sub(r"[^a-z0-9]+", "-", scalar.text.lower()).strip("-")
        near = near if _is_identifier(near) else ""
        expected = f"lower case letters, digits and hyphens, a letter first, at most {LONGEST_IDENTIFIER}"
        fix = replaced(scalar.span, near, is_safe=False) if near else None
        message = f"{said(scalar)} is not a valid id"
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
            message = f"{said(scalar)} is not a valid link"
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
