"""What rules found, each at its place in a file; the cache keeps it, since to look places up costs more."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from pirgen.cache import Cache, UnreadableError, key_of
from pirgen.cached_checks import DIAGNOSTICS
from pirgen.diagnostics import Diagnostic, Edit, Fix, Lines, Place, Related, reordered
from pirgen.rules import Field, Finding, Rule
from pirgen.rules.cached import FINDINGS
from pirgen.source import Library

__all__ = ["placed"]

_Found = Sequence[tuple[Rule, Finding]]


def placed(
    found: Iterable[tuple[Rule, Finding]], library: Library, cache: Cache | None = None
) -> Iterator[Diagnostic]:
    """What rules found, but for what rests on something that could not be read; that of a file together."""
    by_file: dict[str, list[tuple[Rule, Finding]]] = {}
    for rule, finding in found:
        by_file.setdefault(finding.at.file, []).append((rule, finding))
    if cache is None or not cache.is_on:
        yield from (each for here in by_file.values() for each in _placed(here, library))
        return
    keys = {file: _key(here, library) for file, here in by_file.items()}
    known = cache.load(keys.values())
    for file, here in by_file.items():
        read = _read(known.get(keys[file], b""))
        if read is None:
            read = tuple(_placed(here, library))
            cache.save({keys[file]: DIAGNOSTICS.write(read)})
        yield from read


def _key(found: _Found, library: Library) -> str:
    """Of what was found, and of what the files say that it speaks of; a folder is sound or not."""
    files = sorted({field.file for _, finding in found for field in _fields(finding)})
    marks = (library.marks.get(file) or str(library.is_sound(file, ())) for file in files)
    said = FINDINGS.write(tuple((rule.code, finding) for rule, finding in found))
    return key_of("placed findings", said, *marks)


def _read(data: bytes) -> tuple[Diagnostic, ...] | None:
    try:
        found = DIAGNOSTICS.read(data)
    except UnreadableError:
        return None
    return found if isinstance(found, tuple) and all(isinstance(each, Diagnostic) for each in found) else None


def _fields(finding: Finding) -> Iterator[Field]:
    yield finding.at
    yield from (field for field, _ in finding.related)
    yield from finding.depends


def _placed(found: _Found, library: Library) -> Iterator[Diagnostic]:
    for rule, finding in found:
        is_sound = all(library.is_sound(field.file, field.path) for field in _fields(finding))
        if is_sound and library.is_written(finding.at.file, finding.at.path):
            yield _diagnostic(rule, finding, library)


def _diagnostic(rule: Rule, finding: Finding, library: Library) -> Diagnostic:
    related = tuple(Related(_place(library, field), why) for field, why in finding.related)
    return Diagnostic(
        rule.code,
        finding.level or rule.explanation.level,
        finding.message,
        _place(library, finding.at),
        finding.expected,
        finding.near,
        finding.hint,
        related,
        field=finding.at.path,
        fix=_fix(finding, library),
    )


def _fix(finding: Finding, library: Library) -> Fix | None:
    """The word to write at a finding's field, or the list around it in another order."""
    file, path = finding.at.file, finding.at.path
    if finding.replacement:
        return Fix((Edit(library.place(file, path).span, finding.replacement),))
    if finding.order:
        spans = [library.place(file, (path[0], index)).span for index in range(len(finding.order))]
        return reordered(Lines(library.texts[file]), spans, finding.order)
    return None


def _place(library: Library, field: Field) -> Place:
    return library.place(field.file, field.path, field.at_key, field.excerpt)
