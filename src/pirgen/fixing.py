"""Applies the fixes of findings to the texts, round by round, until none is left."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from pirgen.cache import Cache
from pirgen.diagnostics import Diagnostic, Fix, Level, apply_fixes
from pirgen.pipeline import Checked, judged
from pirgen.safe_fixes import with_texts
from pirgen.source import READING_CODES, Folder

MOST_ROUNDS = 10
"""A fix that touches another waits for the next round; this many rounds at most."""

_FILE_CODES = {explanation.code for explanation in READING_CODES if explanation.code < "PIR100"}


@dataclass(frozen=True)
class FixResult:
    """The result of fixing a folder. ``folder`` holds the fixed files; nothing is written here.

    ``count`` is the number of findings that were fixed, ``changed`` the files that differ from before.
    """

    folder: Folder
    checked: Checked
    count: int
    changed: tuple[str, ...]


def fix_folder(
    folder: Folder,
    as_of: date,
    chosen: tuple[str, ...] = (),
    unsafe: bool = False,
    cache: Cache | None = None,
) -> FixResult:
    """Fix the files of a folder whose names begin with one of ``chosen``; all of them by default."""
    now, checked, count = folder, judged(folder, as_of, cache=cache), 0
    left_alone: set[str] = set()
    for _ in range(MOST_ROUNDS):
        texts, made = _round(checked, chosen, unsafe, left_alone)
        if not texts:
            break
        fixed_folder = with_texts(now, texts)
        after = judged(fixed_folder, as_of, checked.library, cache)
        worse = {file for file in texts if _unreadable(after, file) > _unreadable(checked, file)}
        if worse:
            left_alone |= worse
            continue
        now, checked, count = fixed_folder, after, count + made
    changed = tuple(file for file in folder.files if folder.files[file] != now.files[file])
    return FixResult(now, checked, count, changed)


def _round(
    checked: Checked, chosen: tuple[str, ...], unsafe: bool, left_alone: set[str]
) -> tuple[dict[str, str], int]:
    """The texts that fixes change, and how many findings that fixes."""
    wanted: dict[str, list[Diagnostic]] = {}
    for found in checked.diagnostics:
        file = found.place.file
        if _is_wanted(found.fix, unsafe) and file not in left_alone and (not chosen or file.startswith(chosen)):
            wanted.setdefault(file, []).append(found)
    texts, made = {}, 0
    for file, findings in wanted.items():
        text, fixes = apply_fixes(checked.texts[file], [found.fix for found in findings if found.fix])
        if text != checked.texts[file]:
            texts[file] = text
            made += sum(found.fix in fixes for found in findings)
    return texts, made


def _is_wanted(fix: Fix | None, unsafe: bool) -> bool:
    return fix is not None and (fix.is_safe or unsafe)


def _unreadable(checked: Checked, file: str) -> int:
    """How many errors of a file stand in the way of reading it at all."""
    return sum(
        found.place.file == file and found.level is Level.ERROR and found.code in _FILE_CODES
        for found in checked.diagnostics
    )
