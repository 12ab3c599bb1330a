"""Readers of points in time."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import TypeVar

from pirgen.model import NOT_RECORDED, Instant, NotRecorded
from pirgen.source.fields.reading import Reading, replaced
from pirgen.source.fields.scalars import scalar_of
from pirgen.source.fields.time_grammar import Unreadable, read_day, read_time
from pirgen.source.yaml.nodes import Node

T = TypeVar("T")
D = TypeVar("D")


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
