"""What rules have found before, as the cache keeps it: of each incident by itself, and of the whole book."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from itertools import chain, islice

from pirgen.analysis.cached_trees import keep_analyses
from pirgen.analysis.open_paths import joined_ids
from pirgen.analysis.watched_books import watched
from pirgen.cache import (
    MANY_TO_HOLD,
    Cache,
    CachedResults,
    Codec,
    UnreadableError,
    digest,
    in_parts,
    key_of,
    shared,
)
from pirgen.diagnostics import Excerpt, Level
from pirgen.model import Book
from pirgen.rules import ALONE_RULES, RULES, judge
from pirgen.rules.fault_trees.outcome import solved_trees
from pirgen.rules.rule import Field, Finding, Rule

__all__ = ["FINDINGS", "judge_changed", "judge_with_cache"]

FINDINGS = Codec([Excerpt, Field, Finding, Level])
_BY_CODE = {rule.code: rule for rule in ALONE_RULES}
_AT_ONCE = 20

_Found = tuple[tuple[str, Finding], ...]
"""Findings with the codes of their rules."""


def judge_with_cache(
    book: Book, as_of: date, files: Mapping[str, str], cache: Cache, rules: Sequence[Rule] = RULES
) -> Iterator[tuple[Rule, Finding]]:
    """What rules find in a book, as ``judge`` gives it, in another order.

    ``files`` are a digest of everything that each file of the folder depends on, by its name.
    """
    alone = [rule for rule in rules if rule.code in _BY_CODE] if cache.is_on else []
    across = [rule for rule in rules if rule not in alone]
    turns = _alone(book, files, alone, cache) if alone else iter(())
    is_large = len(book.incidents) > MANY_TO_HOLD
    begun = [*islice(turns, 0 if is_large else 3)]  # from here on others help, also while all are judged
    yield from _across(book, as_of, across, cache) if cache.is_on else judge(book, as_of, across)
    yield from chain.from_iterable(chain(begun, turns))


def judge_changed(
    book: Book, before: Book, as_of: date, rules: Sequence[Rule]
) -> Iterator[tuple[Rule, Finding]]:
    """What rules find in a book, of which nothing has to be said again that was found in it ``before``.

    Those that judge each incident by itself look at the ones that have changed.
    """
    is_other = book.vocabulary != before.vocabulary
    alone = [rule for rule in rules if rule.code in _BY_CODE and not is_other]
    yield from judge(book, as_of, [rule for rule in rules if rule not in alone])
    changed = set(_changed(book, before))
    ids = sorted(book.incident_by_id.keys() | book.review_by_id.keys()) if alone else ()
    joined = {id: _joined(id, book) for id in ids}
    for found in _judged(book, {id: by for id, by in joined.items() if changed & {*by}}, alone).values():
        yield from ((_BY_CODE[code], finding) for code, finding in found)


def _changed(book: Book, before: Book) -> Iterator[str]:
    """The ids whose incident or review is another object than before, or has other files beside it."""
    for now, then in (
        (book.incident_by_id, before.incident_by_id),
        (book.review_by_id, before.review_by_id),
    ):
        yield from (id for id in now.keys() | then.keys() if now.get(id) is not then.get(id))
    here, there = _beside(book), _beside(before)
    yield from (id for id in here.keys() | there.keys() if here.get(id) != there.get(id))


def _across(book: Book, as_of: date, rules: Sequence[Rule], cache: Cache) -> Iterator[tuple[Rule, Finding]]:
    """Those of rules that look at the whole book, each known by what it reads of it."""
    watch, read = watched(book)
    results = CachedResults(cache, watch, FINDINGS)
    for rule in rules:
        found = results.get(
            "findings of a rule", (rule.code, str(as_of)), partial(_of_one, rule, read, as_of), _are_findings
        )
        yield from ((rule, finding) for finding in found)


def _of_one(rule: Rule, book: Book, as_of: date) -> tuple[Finding, ...]:
    return tuple(finding for _, finding in judge(book, as_of, [rule]))


def _are_findings(found: object) -> bool:
    return isinstance(found, tuple) and all(isinstance(each, Finding) for each in found)


def _alone(
    book: Book, files: Mapping[str, str], rules: Sequence[Rule], cache: Cache
) -> Iterator[Sequence[tuple[Rule, Finding]]]:
    """Those of rules that look at one incident: first of none, and then of some at a time."""
    yield [*judge(replace(book, incidents=(), reviews=()), date.min, rules)]  # its vocabulary
    ids = sorted(book.incident_by_id.keys() | book.review_by_id.keys())
    joined = {id: _joined(id, book) for id in ids}
    codes, beside = digest(*(rule.code for rule in rules)), _beside(book)

    def found_in(some: Sequence[str]) -> Iterator[Sequence[tuple[Rule, Finding]]]:
        keys = {id: key_of("findings", *_parts(joined[id], files), beside.get(id, ""), codes) for id in some}
        known = {id: found for id, found in _read(keys, cache) if found is not None}
        new = _judged(book, {id: joined[id] for id in keys if id not in known}, rules, cache)
        cache.save({keys[id]: FINDINGS.write(found) for id, found in new.items()})
        found = chain(*known.values(), *new.values())
        yield [(_BY_CODE[code], finding) for code, finding in found]

    yield from shared(in_parts(ids, _AT_ONCE), found_in, cache)


def _joined(id: str, book: Book) -> list[str]:
    """The id of an incident, and then those of the reviews that its fault tree transfers to."""
    review = book.review_by_id.get(id)
    return [id, *sorted(joined_ids(review, book.review_by_id) - {id})] if review else [id]


def _parts(ids: Sequence[str], files: Mapping[str, str]) -> Iterator[str]:
    for file in (f"{ids[0]}/incident.yaml", *(f"{id}/pir.yaml" for id in ids)):
        yield from (file, files.get(file, ""))


def _beside(book: Book) -> dict[str, str]:
    """What lies in each folder beside its files of YAML, by id, as far as rules look at it."""
    beside: dict[str, list[str]] = {}
    for path in sorted(book.attachments):
        beside.setdefault(path.partition("/")[0], []).append(f"{path} {book.picture_sizes.get(path)}")
    return {id: digest(*paths) for id, paths in beside.items()}


def _read(keys: Mapping[str, str], cache: Cache) -> Iterator[tuple[str, _Found | None]]:
    kept = cache.load(keys.values())
    for id, key in keys.items():
        try:
            found = FINDINGS.read(kept[key]) if key in kept else None
        except UnreadableError:
            found = None
        yield id, found if _is_found(found) else None


def _is_found(found: object) -> bool:
    return isinstance(found, tuple) and all(
        code in _BY_CODE and isinstance(each, Finding) for code, each in found
    )


def _judged(
    book: Book, joined: Mapping[str, Iterable[str]], rules: Sequence[Rule], cache: Cache | None = None
) -> dict[str, _Found]:
    """What is found in some incidents and their reviews, by id, of which each has its joined ones.

    The cache keeps the analyses of their trees, which another process may ask for next.
    """
    found: dict[str, list[tuple[str, Finding]]] = {id: [] for id in joined}
    near = {other for others in joined.values() for other in others}
    part = replace(
        book,
        incidents=tuple(book.incident_by_id[id] for id in sorted(found) if id in book.incident_by_id),
        reviews=tuple(book.review_by_id[id] for id in sorted(near) if id in book.review_by_id),
    )
    for rule, finding in judge(part, date.min, rules) if found else ():
        id = finding.at.file.partition("/")[0]
        if id in found:
            found[id].append((rule.code, finding))
    if cache and found:
        solved = (each for each in solved_trees(part) if each[0].id in found)
        keep_analyses(solved, part.review_by_id, cache)
    return {id: tuple(each) for id, each in found.items()}
