"""What every reader of a value is."""

from __future__ import annotations

from typing import Protocol, TypeVar

from pirgen.source.fields.reading import Reading
from pirgen.source.yaml.nodes import Node

T_co = TypeVar("T_co", covariant=True)


class Reader(Protocol[T_co]):
    """Turns a located value into a value of the model."""

    @property
    def fallback(self) -> T_co:
        """What to go on with when the value cannot be read."""
        ...

    def read(self, node: Node, reading: Reading) -> T_co:
        """The value; what is wrong with it goes into the reading."""
        ...
