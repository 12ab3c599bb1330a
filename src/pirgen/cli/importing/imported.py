"""Writes the drafts of an import: new ones, and changes of sources whose drafts nobody has touched."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from pirgen.cli.shared.writing import write_new
from pirgen.errors import PirgenError
from pirgen.writing import replace_file

if TYPE_CHECKING:
    from pirgen.drafts import Draft
    from pirgen.model import Vocabulary

__all__ = ["Outcome", "Written", "known_sources", "refusals", "refused_files", "write_drafts"]


class Outcome(Enum):
    """What became of a draft."""

    NEW = "new"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    TOUCHED = "touched"
    OTHER = "other"


@dataclass(frozen=True)
class Written:
    """A draft, the file of its incident, and what became of it; with the difference where it was touched."""

    draft: Draft
    path: Path
    outcome: Outcome
    difference: str = ""


def known_sources(into: Path) -> dict[str, Path]:
    """The folders of incidents that imports wrote, by their source."""
    from pirgen.drafts import stamp_of
    from pirgen.source import INCIDENT_FILE

    known: dict[str, Path] = {}
    for path in sorted(into.glob(f"[!.]*/{INCIDENT_FILE}")):
        stamp = stamp_of(_text(path))
        if stamp:
            known.setdefault(stamp.source, path.parent)
    return known


def write_drafts(
    into: Path, drafts: Sequence[Draft], vocabulary: Vocabulary, dry_run: bool = False
) -> Iterator[Written]:
    """Write each draft; one that is known again by its source goes into the folder that it has."""
    from pirgen.source import INCIDENT_FILE

    known = known_sources(into)
    homes = {home.name for home in known.values()}
    taken: set[str] = set()
    for draft in drafts:
        if draft.source and draft.source in known:
            yield _update(known[draft.source], draft, dry_run)
            continue
        while draft.id in taken or (draft.source and draft.id in homes):
            draft = replace(draft, number=draft.number + 1)
        taken.add(draft.id)
        path = into / draft.id / INCIDENT_FILE
        if (into / draft.id).exists():
            yield Written(draft, path, Outcome.OTHER)
        else:
            yield Written(draft, path if dry_run else write_new(into, draft, vocabulary), Outcome.NEW)


def _update(home: Path, draft: Draft, dry_run: bool) -> Written:
    """Bring the files of a draft up to date, unless somebody has touched them."""
    from pirgen.drafts import incident_text, is_untouched, review_text, stamp_of
    from pirgen.source import INCIDENT_FILE, REVIEW_FILE

    outcome, differences = Outcome.UNCHANGED, []
    for name, new in ((INCIDENT_FILE, incident_text(draft)), (REVIEW_FILE, review_text(draft))):
        path = home / name
        old = _text(path) if path.is_file() else None
        if old is None or stamp_of(old) == stamp_of(new):
            continue
        if not is_untouched(old):
            differences.append(_difference(path, old, new))
            continue
        outcome = Outcome.UPDATED
        if not dry_run:
            replace_file(path, new.encode())
    if differences:
        outcome = Outcome.TOUCHED
    return Written(draft, home / INCIDENT_FILE, outcome, "".join(differences))


def _difference(path: Path, old: str, new: str) -> str:
    lines = difflib.unified_diff(
        old.splitlines(keepends=True), new.splitlines(keepends=True), f"{path} (yours)", f"{path} (source)", n=1
    )
    return "".join(line if line.endswith("\n") else f"{line}\n" for line in lines)


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8", errors="replace")
    except OSError as problem:
        raise PirgenError(f"cannot read '{path}': {problem.strerror}") from problem


def refusals(drafts: Sequence[Draft], into: Path) -> dict[str, str]:
    """Why drafts would not pass 'pirgen check', by their ids: what is an error there is not written."""
    from pirgen.drafts import incident_text, review_text
    from pirgen.source import INCIDENT_FILE, REVIEW_FILE

    texts = {
        draft.id: {INCIDENT_FILE: incident_text(draft), REVIEW_FILE: review_text(draft)} for draft in drafts
    }
    return refused_files(texts, into)


def refused_files(folders: Mapping[str, Mapping[str, str]], into: Path) -> dict[str, str]:
    """The same of the texts of folders, by the id of each and the names of its files."""
    from datetime import UTC, datetime

    from pirgen.diagnostics import Level
    from pirgen.pipeline import judged
    from pirgen.source import VOCABULARY_FILE
    from pirgen.source.folder import folder_of_blobs

    blobs: dict[str, bytes | None] = {}
    if (into / VOCABULARY_FILE).is_file():
        blobs[VOCABULARY_FILE] = (into / VOCABULARY_FILE).read_bytes()
    for id, files in folders.items():
        blobs |= {f"{id}/{name}": text.encode("utf-8", "replace") for name, text in files.items()}
    checked = judged(folder_of_blobs(blobs, blobs), datetime.now(UTC).date())
    reasons: dict[str, str] = {}
    for found in checked.diagnostics:
        id, _, name = found.place.file.partition("/")
        if found.level is Level.ERROR and name:
            reasons.setdefault(id, f"the draft would not pass 'pirgen check': {found.code} {found.message}")
    return reasons
