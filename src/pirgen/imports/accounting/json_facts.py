"""What a value of JSON says: its instants, states, texts, and the links in these."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pirgen.imports.accounting.facts import FactKind, SourceFact
from pirgen.imports.text import label, plain
from pirgen.model import Instant
from pirgen.privacy import WEB_LINK
from pirgen.source.fields.time_grammar import read_time

__all__ = ["OF_RECORDS", "facts_of_value"]

_INSTANT = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:\.\d+)?)?\s?(?:Z|UTC|[+-]\d\d:?\d\d)")
OF_RECORDS = re.compile(
    r"(?:updated|modified|edited|published|indexed|synced|fetched|exported|scheduled_remind|last_?(?:update|modif|change|seen|edit|sync))\w*|\w*_?id|\w*hash"
    r"|self|avatar\w*|image\w*|icon\w*|color|etag|timezone|time_zone|groupKey|fingerprint|team",
    re.IGNORECASE,
)
"""Keys by which a tool keeps its own records, which say nothing of an incident."""


def facts_of_value(
    value: object, skipped: frozenset[str] = frozenset(), path: str = ""
) -> Iterator[SourceFact]:
    """What a value of JSON says: its instants, states, texts of four words or more, and the links in these.

    Of fields that a site has added itself, shorter texts count too.

    ``skipped`` are the places of records that were left out on purpose.
    """
    if path in skipped:
        return
    if isinstance(value, dict):
        for key, inner in value.items():
            place = f"{path}.{key}".lstrip(".")
            if OF_RECORDS.fullmatch(str(key)) or place in skipped:
                continue
            state = _state(inner) if _STATES.fullmatch(str(key)) else ""
            if state:
                yield SourceFact(FactKind.STATE, label(f"{key}: {state}"))
            elif _CUSTOM.search(str(key)):
                yield from _facts_of_field(str(key), inner)
            yield from facts_of_value(inner, skipped, place)
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from facts_of_value(inner, skipped, f"{path}[{index}]")
    elif isinstance(value, str):
        yield from _facts_of_text(value)


_STATES = re.compile(r"status|state|severity|priority|urgency|impact(?:_override)?|current_milestone")
_CUSTOM = re.compile(
    r"(?i)^custom|^field_?values|^extra_?(?:properties|fields)|^additional_?(?:fields|info|data)"
)
_OF_FIELDS = re.compile(rf"{OF_RECORDS.pattern}|\w*type|sort_key|rank|required", re.IGNORECASE)
_NAMED = ("name", "label", "title", "display_name", "summary", "value", "key", "slug")


def _state(value: object) -> str:
    """The word or two that a key for a state has, itself or as the name of what it holds."""
    if isinstance(value, dict):
        value = next((value[name] for name in _NAMED if isinstance(value.get(name), str)), "")
    text = value.strip() if isinstance(value, str) else ""
    return text if 0 < len(text.split()) < 4 and "://" not in text else ""


def _facts_of_field(name: str, value: object) -> Iterator[SourceFact]:
    """What a field of a site's own says: each short text with the name of its field."""
    if isinstance(value, dict):
        inner = next(
            (value[each] for each in ("custom_field", "field") if isinstance(value.get(each), dict)), value
        )
        named = next((inner[each] for each in _NAMED[:4] if isinstance(inner.get(each), str)), "")
        for key, each in value.items():
            if not _OF_FIELDS.fullmatch(str(key)) and each is not inner and each != named:
                is_value = str(key).startswith("value") or (named and isinstance(each, (dict, list)))
                yield from _facts_of_field((named or name) if is_value or key == "option" else str(key), each)
    elif isinstance(value, list):
        for each in value:
            yield from _facts_of_field(name, each)
    elif (
        isinstance(value, (str, int, float)) and not isinstance(value, bool) and 0 < len(str(value).split()) < 4
    ):
        text = str(value).strip()
        if not _INSTANT.fullmatch(text) and "://" not in text:
            yield SourceFact(FactKind.TEXT, label(f"{name}: {text}"))


_MENTION = re.compile(r"<[@#!][^<>]*>")
"""How Slack writes people and channels, whose names are another matter."""


def _facts_of_text(text: str) -> Iterator[SourceFact]:
    if _INSTANT.fullmatch(text.strip()):
        read = read_time(re.sub(r"([+-]\d\d)(\d\d)$", r"\1:\2", text.strip()), None)
        if isinstance(read, Instant):
            yield SourceFact(FactKind.TIME, text.strip(), read.at)
        return
    if len(text.split()) < 4:
        return
    yield SourceFact(FactKind.TEXT, plain(_MENTION.sub(" ", text)))
    yield from (SourceFact(FactKind.LINK, found[0].rstrip(".,;:!?)*_~")) for found in WEB_LINK.finditer(text))
