"""An incident with its review as data: what its files say, by the names of the model, without what is empty."""

from __future__ import annotations

from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from pirgen.model import Book, Incident, Instant
from pirgen.wording.instants import stamp

__all__ = ["incident_data"]


def incident_data(incident: Incident, book: Book) -> dict[str, Any]:
    """``{"incident": …, "review": …}``; ``review`` is null where no review tells of it."""
    review = book.review_by_incident.get(incident.id)
    return {"version": 1, "incident": _data(incident), "review": _data(review) if review else None}


def _data(value: Any) -> Any:
    if isinstance(value, Instant):
        return stamp(value)
    if isinstance(value, Enum):
        return value.value
    if is_dataclass(value):
        named = ((field.name, getattr(value, field.name)) for field in fields(value))
        return {name: _data(each) for name, each in named if each is not None and each not in ("", ())}
    if isinstance(value, tuple):
        return [_data(each) for each in value]
    return value.isoformat() if isinstance(value, date) else value
