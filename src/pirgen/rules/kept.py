"""What the rules that judge each incident by itself have found before, as the cache keeps it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from pirgen.cache import Cache, Codec, UnreadableError, key_of
from pirgen.diagnostics import Excerpt, Level
from pirgen.model import Book
from pirgen.rules import ALONE_RULES, RULES, judge
from pirgen.rules.rule import Field, Finding, Rule

__all__ = ["judge_with_cache"]

_CODEC = Codec([Excerpt, Field, Finding, Level])
_BY_CODE = {rule.code: rule for rule in ALONE_RULES}
_AT_ONCE = 200

_Found = tuple[tuple[str, Finding], ...]
"""Findings with the codes of their rules."""


def judge_with_cache(
    book: Book, as_of: date, files: Mapping[str, str], cache: Cache, rules: Sequence[Rule] = RULES
) -> Iterator[tuple[Rule, Finding]]:
    """What rules find in a book, as ``judge`` gives it, in another order.

    ``files`` are a digest of everything that each file of the folder depends on, by its name.
    """
    alone = [rule for rule in rules if rule in ALONE_RULES] if cache.is_on else []
    yield from judge(book, as_of, [rule for rule in rules if rule not in alone])
    if alone:
        yield from _alone(book, files, alone, cache)


def _alone(
    book: Book, files: Mapping[str, str], rules: Sequence[Rule], cache: Cache
) -> Iterator[tuple[Rule, Finding]]:
    yield from judge(replace(book, incidents=(), reviews=()), date.min, rules)  # its vocabulary
    ids = sorted(book.incident_by_id.keys() | book.review_by_id.keys())
    codes = [rule.code for rule in rules]
    for start in range(0, len(ids), _AT_ONCE):
        keys = {id: _key(id, files, codes) for id in ids[start : start + _AT_ONCE]}
        known = {id: found for id, found in _read(keys, cache) if found is not None}
        new = _judged(book, [id for id in keys if id not in known], rules)
        cache.save({keys[id]: _CODEC.write(found) for id, found in new.items()})
        for found in (*known.values(), *new.values()):
            yield from ((_BY_CODE[code], finding) for code, finding in found)


def _key(id: str, files: Mapping[str, str], codes: Sequence[str]) -> str:
    own = [f"{id}/{name}" for name in ("incident.yaml", "pir.yaml")]
    return key_of("findings", *own, *(files.get(name, "") for name in own), *codes)


def _read(keys: Mapping[str, str], cache: Cache) -> Iterator[tuple[str, _Found | None]]:
    kept = cache.load(keys.values())
    for id, key in keys.items():
        try:
            found = _CODEC.read(kept[key]) if key in kept else None
        except UnreadableError:
            found = None
        yield id, found if _is_found(found) else None


def _is_found(found: object) -> bool:
    return isinstance(found, tuple) and all(
        code in _BY_CODE and isinstance(each, Finding) for code, each in found
    )


def _judged(book: Book, ids: Iterable[str], rules: Sequence[Rule]) -> dict[str, _Found]:
    """What is found in some incidents and their reviews, by id."""
    found: dict[str, list[tuple[str, Finding]]] = {id: [] for id in ids}
    part = replace(
        book,
        incidents=tuple(each for each in book.incidents if each.id in found),
        reviews=tuple(each for each in book.reviews if each.id in found),
    )
    for rule, finding in judge(part, date.min, rules) if found else ():
        id = finding.at.file.partition("/")[0]
        if id in found:
            found[id].append((rule.code, finding))
    return {id: tuple(each) for id, each in found.items()}
