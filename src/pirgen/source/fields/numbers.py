"""Readers of numbers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from pirgen.source import codes
from pirgen.source.fields.reading import Reading, replaced
from pirgen.source.fields.scalars import said, scalar_of
from pirgen.source.yaml.nodes import Node


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


_INTEGER = re.compile(r"0|[1-9]\d{0,8}")


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


_DECIMAL = re.compile(r"(0|[1-9]\d{0,17})(\.\d{1,30})?([eE][+-]?\d{1,3})?")


def _share(written: str) -> str:
    """A share written as ``5%``, ``0,05`` or ``.05`` as the number from 0 to 1; otherwise an empty string."""
    match = re.fullmatch(r"(\d{0,3})(?:[.,](\d{1,9}))?( ?%)?", written)
    if match is None or not (match[1] or match[2]):
        return ""
    number = Decimal(f"{match[1] or 0}.{match[2] or 0}") / (100 if match[3] else 1)
    return f"{number.normalize():f}" if number <= 1 else ""
