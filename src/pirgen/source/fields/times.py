"""Readers of points in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pirgen.model import NOT_RECORDED, Instant, NotRecorded
from pirgen.source import codes
from pirgen.source.fields.reading import Reading, replaced
from pirgen.source.fields.respelt_times import near_zone
from pirgen.source.fields.scalars import scalar_of
from pirgen.source.fields.time_grammar import Unreadable, read_day, read_time
from pirgen.source.yaml.nodes import Node, Scalar

T = TypeVar("T")
D = TypeVar("D")

_A_ZONE = "a name such as Europe/Berlin or UTC"


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
class ZoneName:
    """The name of a time zone, such as ``Europe/Berlin``."""

    fallback: str = ""

    def read(self, node: Node, reading: Reading) -> str:
        """The name, if there is such a zone."""
        scalar = scalar_of(node, reading, _A_ZONE)
        return scalar.text if scalar and zone_of(scalar, reading) else self.fallback


def zone_of(scalar: Scalar, reading: Reading) -> ZoneInfo | None:
    """The zone of a name; one that nobody knows is reported."""
    try:
        return ZoneInfo(scalar.text)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        message, near = f"{reading.name} '{scalar.text}' is not known", near_zone(scalar.text)
        is_offset = scalar.text.lstrip("UTCGM ")[:1] in ("+", "-")
        hint = "an offset is written after each time: 2026-03-14T12:30+02:00" if is_offset else ""
        reading.report(codes.WORD, scalar.span, message, expected=_A_ZONE, near=near, hint=hint)
        return None


@dataclass(frozen=True)
class Day:
    """A date."""

    fallback: NotRecorded = NOT_RECORDED

    def read(self, node: Node, reading: Reading) -> date | NotRecorded:
        """The date."""
        return _read_or_report(node, reading, "a date", read_day, self.fallback)


def _read_or_report(
    node: Node, reading: Reading, expected: str, read: Callable[[str], T | Unreadable], fallback: D
) -> T | D:
    scalar = scalar_of(node, reading, expected)
    if scalar is None:
        return fallback
    value = read(scalar.text.strip())
    if isinstance(value, Unreadable):
        fix = replaced(scalar.span, value.replacement, value.is_sure) if value.replacement else None
        reading.report(value.code, scalar.span, value.message, near=value.near, hint=value.hint, fix=fix)
        return fallback
    return value
