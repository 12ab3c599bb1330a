"""What a source has and what its draft has, counted apart from reading: nothing is lost without a word."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from enum import Enum

from pirgen.drafts import Draft
from pirgen.imports.text import label, plain
from pirgen.model import Instant, Precision
from pirgen.privacy import WEB_LINK, public_link, redact
from pirgen.source.fields.time_grammar import read_time

__all__ = ["OF_RECORDS", "FactKind", "ImportAccount", "SourceFact", "account_of", "facts_of_value", "table_of"]


class FactKind(Enum):
    """What is counted, by the word for several of it."""

    TIME = "times"
    TEXT = "texts"
    LINK = "links"
    TASK = "tasks"
    PERSON = "people"
    STATE = "states"


@dataclass(frozen=True)
class SourceFact:
    """Something that a source has: as it is written, and for a time the instant where it says one."""

    kind: FactKind
    written: str
    at: datetime | None = None


@dataclass(frozen=True)
class ImportAccount:
    """How many facts of each kind a source has, how many of these its draft has, and those that it has not."""

    counts: Mapping[FactKind, tuple[int, int]]
    missing: tuple[str, ...]

    def line(self) -> str:
        """The account in words, such as '9 of 9 times, 33 of 34 texts'."""
        parts = (f"{kept} of {there} {kind.value}" for kind, (kept, there) in self.counts.items() if there)
        left = len(self.missing)
        others = f"other {left} are comments" if left > 1 else "other one is a comment"
        told = f"; the {others} at the end of the draft" if left else ""
        return f"{', '.join(parts) or 'nothing to count'}{told}"


def account_of(
    facts: Iterable[SourceFact],
    draft: Draft,
    tasks: int,
    people: tuple[int, int],
    as_written: Callable[[str], str] = str,
) -> ImportAccount:
    """The account of a draft; ``tasks`` are of the source, ``people`` of the draft and of the source.

    ``as_written`` writes handles for the names in a text, as they are in the draft.
    """
    words = _DraftWords.of(draft)
    counts: dict[FactKind, list[int]] = {kind: [0, 0] for kind in FactKind}
    missing: list[str] = []
    for fact in dict.fromkeys(facts):
        counts[fact.kind][1] += 1
        is_text = fact.kind is FactKind.TEXT
        if words.has(replace(fact, written=as_written(fact.written)) if is_text else fact):
            counts[fact.kind][0] += 1
        else:
            missing.append(fact.written)
    counts[FactKind.TASK] = [min(len(draft.actions), tasks), tasks]
    counts[FactKind.PERSON] = list(people)
    return ImportAccount({kind: (kept, there) for kind, (kept, there) in counts.items()}, tuple(missing))


def table_of(accounts: Sequence[tuple[str, ImportAccount]]) -> str:
    """The accounts of many drafts as a table with a sum."""
    width = max(len(name) for name, _ in accounts)
    cells = [(name, [account.counts.get(kind, (0, 0)) for kind in FactKind]) for name, account in accounts]
    sums = [
        (sum(row[index][0] for _, row in cells), sum(row[index][1] for _, row in cells))
        for index in range(len(FactKind))
    ]
    head = f"{'kept of what the source has':<{width}}" + "".join(f"{kind.value:>12}" for kind in FactKind)
    rows = [
        f"{name:<{width}}" + "".join(f"{f'{kept}/{there}':>12}" for kept, there in row) for name, row in cells
    ]
    total = f"{'in all':<{width}}" + "".join(f"{f'{kept}/{there}':>12}" for kept, there in sums)
    return "\n".join((head, *rows, total))


_SAME_STATES = tuple(
    frozenset(words.split(", "))
    for words in (
        "resolved, done, closed, completed, complete, fixed, postmortem, post mortem, ended, post incident, "
        "learning, available, final, retrospective, success, merged, true",
        "open, opened, new, to do, todo, outstanding, active, firing, triggered, alerting, investigating, "
        "identified, started, scheduled, backlog, ongoing, live, false",
        "mitigated, monitoring, stable, verifying, paused, service information",
        "in-progress, in progress, acknowledged, doing, wip",
        "declined, canceled, cancelled, not doing, deleted, won t do, rejected",
        "high, urgent, critical, highest",
        "medium, normal",
        "low, lowest",
    )
)
"""Words of other tools for one state, and the draft's own among them."""

_WORD = re.compile(r"[^\W_]{2,}")
_ENOUGH = 0.5
"""The share of runs of three words that must be in a draft for a text to count as kept.

Names become handles and links become words, so some runs differ; a text that was lost has hardly any in common.
"""


@dataclass(frozen=True)
class _DraftWords:
    """What a draft says, for looking up."""

    text: str
    words: frozenset[str]
    runs: frozenset[tuple[str, ...]]
    instants: frozenset[datetime]
    days: frozenset[date]
    states: frozenset[str]

    @classmethod
    def of(cls, draft: Draft) -> _DraftWords:
        found = list(_values(draft))
        states = frozenset(str(value.value) for value in found if isinstance(value, Enum))
        values = [str(value.value) if isinstance(value, Enum) else value for value in found]
        text = "\n".join(value for value in values if isinstance(value, str))
        words = _words(text)
        instants = [value.at for value in values if isinstance(value, Instant)]
        days = [value for value in values if isinstance(value, date)]
        return cls(
            text,
            frozenset(words),
            frozenset(_runs(words)),
            frozenset(at.replace(microsecond=0) for at in instants)
            | frozenset(at.replace(second=0, microsecond=0) for at in instants),
            frozenset([*days, *(at.date() for at in instants if at.hour == at.minute == 0)]),
            states,
        )

    def has(self, fact: SourceFact) -> bool:
        """Whether a fact of the source is in the draft, or was private."""
        if fact.kind is FactKind.TIME:
            return self._has_time(fact)
        if fact.kind is FactKind.LINK:
            link = public_link(fact.written)
            return not link or link in self.text
        if fact.kind is FactKind.STATE:
            return self._has_state(fact.written.rpartition(": ")[2])
        words = _words(redact(WEB_LINK.sub(" ", fact.written)))
        runs = _runs(words)
        if not runs:
            return all(word in self.words for word in words)
        return len(runs & self.runs) >= _ENOUGH * len(runs)

    def _has_state(self, written: str) -> bool:
        """Whether the word for a state is in the draft, or another that means the same there."""
        words = _words(label(written)) or [written.casefold()]
        same = next((group for group in _SAME_STATES if " ".join(words) in group), frozenset())
        return all(word in self.words for word in words) or bool(same & self.states)

    def _has_time(self, fact: SourceFact) -> bool:
        if fact.at is None:
            return fact.written in self.text
        exact, minute = fact.at.replace(microsecond=0), fact.at.replace(second=0, microsecond=0)
        is_known = exact in self.instants or minute in self.instants or fact.at.date() in self.days
        return is_known or fact.written in self.text


def _values(value: object) -> Iterator[object]:
    """Every text, time, day and word of a list in a draft."""
    if isinstance(value, Instant):
        yield value
        if value.precision is Precision.DAY:
            yield value.at.date()
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from _values(getattr(value, each.name))
    elif isinstance(value, (tuple, frozenset)):
        for item in value:
            yield from _values(item)
    elif isinstance(value, (str, date, Enum)):
        yield value


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]


def _runs(words: list[str]) -> frozenset[tuple[str, ...]]:
    return frozenset(zip(words, words[1:], words[2:], strict=False))


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
