"""Incidents that pirgen wrote as JSON, written as files again by ``pirgen import``."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from pirgen.cli.importing.imported import refused_files
from pirgen.errors import PirgenError, refused
from pirgen.writing import create_folder

__all__ = ["Restored", "restore"]


@dataclass(frozen=True)
class Restored:
    """The files that were written, why others were not, and what is not an incident of pirgen's own."""

    written: tuple[Path, ...]
    skipped: tuple[str, ...]
    others: tuple[Path, ...]


def restore(files: Sequence[Path], into: Path, dry_run: bool) -> Restored:
    """Write the folder of each own incident among the files; what is there already is left as it is."""
    from pirgen.imports.own_records import read_own_record
    from pirgen.source import INCIDENT_FILE

    records, skipped, others = {}, [], []
    for file in dict.fromkeys(files):
        record, why = read_own_record(file.read_bytes()) if file.is_file() else (None, "")
        if record:
            records[record.id] = record
        elif why:
            skipped.append(f"{file}: {why}")
        else:
            others.append(file)
    wrong = refused_files({id: record.files for id, record in records.items()}, into)
    written = []
    for id, record in records.items():
        if id in wrong:
            skipped.append(f"{id}: {wrong[id]}")
        elif (into / id).exists():
            skipped.append(f"{id}: already there, left as it is")
        else:
            if not dry_run:
                _create(into / id, record.files)
            written.append(into / id / INCIDENT_FILE)
    return Restored(tuple(written), tuple(skipped), tuple(others))


def _create(home: Path, files: dict[str, str]) -> None:
    try:
        create_folder(home, {name: text.encode() for name, text in files.items()})
    except OSError as problem:
        raise PirgenError(refused(problem)) from problem
