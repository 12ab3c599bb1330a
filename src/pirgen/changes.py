"""What a change causes: the findings that are new, each elsewhere with the file that brought it about."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from pirgen.cache import Cache
from pirgen.diagnostics import Diagnostic, Place, Related, fingerprints
from pirgen.pipeline import Checked, judged
from pirgen.source import VOCABULARY_FILE, Folder

__all__ = ["caused_elsewhere", "changed_between", "introduced_by", "introduced_since"]

_MOST_NAMED = 3
"""How many changed files a finding elsewhere names at most; of more, none is more likely than the others."""


def introduced_since(now: Checked, before: Checked) -> Checked:
    """Of what is found now, only what was not found before: what the change between the two has caused.

    Findings are compared by their fingerprints, so those that merely moved to other lines are not new, and
    those that a change elsewhere brings about are.
    """
    new = _new(now.diagnostics, now.texts, before.diagnostics, before.texts)
    waived = [each.finding for each in now.waived]
    new_waived = _new(waived, now.texts, [each.finding for each in before.waived], before.texts)
    return replace(
        now,
        diagnostics=tuple(new),
        waived=tuple(each for each in now.waived if each.finding in new_waived),
    )


def introduced_by(now: Checked, before: Folder, cache: Cache | None = None) -> Checked:
    """The same of a folder and what it was, where each finding elsewhere names the change that causes it."""
    new = introduced_since(now, judged(before, now.as_of, now.library, cache))
    changed = changed_between(before, now.folder)
    return replace(new, diagnostics=_with_causes(new.diagnostics, changed, now.folder))


def caused_elsewhere(
    checked: Checked, committed: Folder, chosen: tuple[str, ...], cache: Cache | None = None
) -> tuple[Diagnostic, ...]:
    """What changes of the ``chosen`` files since the last commit cause in all other files."""
    now = checked.folder
    files = {path: content for path, content in now.files.items() if not path.startswith(chosen)}
    files |= {path: content for path, content in committed.files.items() if path.startswith(chosen)}
    beside = {path for path in now.attachments if not path.startswith(chosen)}
    beside |= {path for path in committed.attachments if path.startswith(chosen)}
    names = {path.partition("/")[0] for path in (*files, *beside) if "/" in path}
    before = replace(now, names=tuple(sorted(names)), files=files, attachments=frozenset(beside))
    if not changed_between(before, now):
        return ()
    found = introduced_by(checked, before, cache).diagnostics
    return tuple(each for each in found if not each.place.file.startswith(chosen))


def changed_between(before: Folder, now: Folder) -> list[str]:
    """The files that are new, gone or not what they were."""
    every = sorted(before.files.keys() | now.files.keys())
    changed = [path for path in every if before.files.get(path, b"") != now.files.get(path, b"")]
    return sorted({*changed, *(before.attachments ^ now.attachments)})


def _new(
    now: Sequence[Diagnostic], texts: Mapping[str, str], before: Sequence[Diagnostic], old: Mapping[str, str]
) -> list[Diagnostic]:
    known = set(fingerprints(before, old))
    marked = zip(now, fingerprints(now, texts), strict=True)
    return [finding for finding, mark in marked if mark not in known]


def _with_causes(findings: Iterable[Diagnostic], changed: Sequence[str], now: Folder) -> tuple[Diagnostic, ...]:
    return tuple(_with_cause(found, changed, now) for found in findings)


def _with_cause(found: Diagnostic, changed: Sequence[str], now: Folder) -> Diagnostic:
    """The finding with the changed files that brought it about, if it is in none of them and names none."""
    shown = {found.place.file, *(other.place.file for other in found.related)}
    if shown.intersection(changed):
        return found
    named = _named(found, changed)
    causes = named or (changed if len(changed) <= _MOST_NAMED else ())
    related = tuple(
        Related(Place(file), "changed here" if _is_there(file, now) else "deleted, and this rests on it")
        for file in causes[:_MOST_NAMED]
    )
    return replace(found, related=(*found.related, *related))


def _named(found: Diagnostic, changed: Sequence[str]) -> list[str]:
    """The changed files that a message speaks of: those in the folder of an id, or the vocabulary."""
    about_words = VOCABULARY_FILE in changed and found.code in ("PIR105", "PIR115")
    words = [VOCABULARY_FILE] if about_words else []
    return words or [file for file in changed if "/" in file and f"'{file.partition('/')[0]}" in found.message]


def _is_there(file: str, folder: Folder) -> bool:
    files: Collection[str] = folder.files
    return file in files or file in folder.attachments
