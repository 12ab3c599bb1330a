"""The types that values of the model are made of, for those who write such values down and read them again."""

from __future__ import annotations

import inspect
from dataclasses import is_dataclass
from enum import Enum
from typing import Any

from pirgen import model

__all__ = ["MODEL_KINDS"]

MODEL_KINDS: tuple[type[Any], ...] = (
    *(
        kind
        for _, kind in inspect.getmembers(model, inspect.isclass)
        if is_dataclass(kind) or issubclass(kind, Enum)
    ),
    model.InternalText,
)
