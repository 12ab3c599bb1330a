"""Every text of a value of the model."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum

__all__ = ["texts_in"]


def texts_in(value: object) -> Iterator[str]:
    """The texts of a value and of everything in it, ids among them; words of closed sets are none."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, (tuple, list, frozenset)):
        for each in value:
            yield from texts_in(each)
    elif is_dataclass(value) and not isinstance(value, (type, Enum)):
        for field in fields(value):
            yield from texts_in(getattr(value, field.name))
