"""A fix is safe only if its result checks cleaner: each is tried, and one that causes an error is a guess."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import groupby

from pirgen.diagnostics import Diagnostic, Level, apply_fixes
from pirgen.source import BOM, Folder

__all__ = ["tried", "with_texts"]

Judge = Callable[[Folder], Sequence[Diagnostic]]
"""What is found in a folder."""

_MOST_READ = 600_000
"""How many characters of a file may be read again to try its fixes; of what is not tried, a fix is a guess."""

_FOLLOWING = 3
"""How often the fixes that a fix brings about are made in turn before its result is looked at."""


def tried(
    findings: Iterable[Diagnostic], folder: Folder, texts: Mapping[str, str], judge: Judge
) -> Iterator[Diagnostic]:
    """Findings in file order; a fix that would cause an error in its file is a guess from now on.

    Each file is judged alone with those beside it, all its fixes at once first: mostly they are right.
    """
    for file, group in groupby(findings, key=lambda finding: finding.place.file):
        here = list(group)
        safe = [found for found in here if found.fix and found.fix.is_safe]
        yield from _tried_in(file, here, safe, _beside(file, folder), texts[file], judge) if safe else here


def _tried_in(
    file: str, here: list[Diagnostic], safe: list[Diagnostic], folder: Folder, text: str, judge: Judge
) -> Iterator[Diagnostic]:
    right = _right_among(safe, file, folder, text, judge)
    for found in here:
        is_tried = found.fix and found.fix.is_safe
        is_guess = is_tried and id(found) not in right
        yield replace(found, fix=replace(found.fix, is_safe=False)) if found.fix and is_guess else found


def _right_among(safe: list[Diagnostic], file: str, folder: Folder, text: str, judge: Judge) -> set[int]:
    """Those whose fixes may be made, as far as the file may be read again to find out."""
    trials = _MOST_READ // (_FOLLOWING * len(text) + 1)
    if not trials:
        return set()
    before = _errors(judge(folder))
    if _is_cleaner(file, safe, folder, text, before, judge):
        return set(map(id, safe))
    return {id(one) for one in safe[: trials - 1] if _is_cleaner(file, [one], folder, text, before, judge)}


def _is_cleaner(
    file: str, made: list[Diagnostic], folder: Folder, text: str, before: Counter[tuple[str, str]], judge: Judge
) -> bool:
    """Whether no error is new once some findings are fixed, with what can be fixed after them."""
    for _ in range(_FOLLOWING):
        text, _ = apply_fixes(text, [found.fix for found in made if found.fix])
        after = judge(with_texts(folder, {file: text}))
        new = _errors(after) - before
        if not new:
            return True
        made = [found for found in after if _key(found) in new and found.place.file == file]
        if len(made) < new.total() or not all(found.fix and found.fix.is_safe for found in made):
            return False
    return False


def _errors(findings: Iterable[Diagnostic]) -> Counter[tuple[str, str]]:
    return Counter(_key(found) for found in findings if found.level is Level.ERROR)


def _key(found: Diagnostic) -> tuple[str, str]:
    return found.code, found.message


def _beside(file: str, folder: Folder) -> Folder:
    """The part of a folder that a file is judged with here: its own folder, and the site's words."""
    name = file.partition("/")[0] if "/" in file else ""
    part = {
        path: content
        for path, content in folder.files.items()
        if path in folder.vocabularies or _is_in(path, name)
    }
    beside = frozenset(path for path in folder.attachments if _is_in(path, name))
    return replace(folder, names=(name,) if name else (), files=part, attachments=beside)


def _is_in(path: str, name: str) -> bool:
    return bool(name) and path.startswith(f"{name}/")


def with_texts(folder: Folder, texts: Mapping[str, str]) -> Folder:
    """The folder with other texts in some files; a byte order mark stays."""
    files = dict(folder.files)
    for file, text in texts.items():
        mark = BOM if (files[file] or b"").startswith(BOM) else b""
        files[file] = mark + text.encode("utf-8")
    return replace(folder, files=files)
