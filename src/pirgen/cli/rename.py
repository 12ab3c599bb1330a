"""``pirgen rename``: an incident gets another id, and nothing that led to it is lost."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pirgen.cli.shared import completion
from pirgen.cli.shared.difference import print_difference
from pirgen.cli.shared.exits import FOUND, stops_cleanly
from pirgen.cli.shared.folders import shown_name, sound_folder
from pirgen.cli.shared.options import folder_option, write_option
from pirgen.cli.shared.terminal import print_note
from pirgen.cli.shared.writing import replace_text
from pirgen.errors import PirgenError
from pirgen.wording.plurals import counted

if TYPE_CHECKING:
    from pirgen.pipeline import Checked
    from pirgen.renaming import Renaming
    from pirgen.source import Incidents


@click.command()
@click.argument("old", shell_complete=completion.ids)
@click.argument("new")
@folder_option
@write_option
@stops_cleanly
def rename(old: str, new: str, folder: Incidents, write: bool) -> None:
    """Give an incident another id: its folder, and every reference and link to it.

    OLD is the incident's id or folder. Its old id becomes an alias, so that the old address leads to the new
    page. Links are looked for in the YAML files, in mkdocs.yml, and in the pages of the site and beside it.
    A second run finishes one that was interrupted.

    \b
    Examples:
      pirgen rename 2026-03-14-checkout-down 2026-03-14-orders-lost            show what would change
      pirgen rename 2026-03-14-checkout-down 2026-03-14-orders-lost --write    change it
    """
    from pirgen.drafts import slug
    from pirgen.renaming import renaming

    old, new = (Path(written).name for written in (old, new))
    checked = sound_folder(folder)
    pages = {path.as_posix(): _text(path) for path in _pages(folder)}
    day = new[:10] if re.match(r"\d{4}-\d\d-\d\d", new) else old[:10]
    suggested = f"{day}-{slug(new.removeprefix(day))}"
    change = renaming(checked.library, pages, old, new, suggested)
    _try(folder, checked, change)
    if change.is_moved and not change.texts:
        print_note("nothing to change")
        return
    if write:
        _write(folder, checked, pages, change)
    else:
        _show(folder, checked, pages, change)
    verb = "changed" if write else "would change"
    moved = "" if change.is_moved else f"{shown_name(folder, old)} is {'now' if write else 'to be'} {new}; "
    print_note(f"{moved}{verb} {counted(len(change.texts), 'file')}")
    if not write:
        sys.exit(FOUND)


def _try(folder: Incidents, checked: Checked, change: Renaming) -> None:
    """Judge the result before anything is written; PirgenError where it would have an error."""
    from pirgen import pipeline
    from pirgen.renaming import renamed_folder

    after = pipeline.judged(renamed_folder(pipeline.read(folder), change), checked.as_of)
    error = next((found for found in after.diagnostics if found.level.value == "error"), None)
    if error:
        raise PirgenError(f"{change.new} would have an error: {error.place.file}: {error.message}")


def _show(folder: Incidents, checked: Checked, pages: dict[str, str], change: Renaming) -> None:
    for name, text in change.texts.items():
        shown = name if name in pages else shown_name(folder, name)
        print_difference(pages.get(name) or checked.library.texts[name], text, shown)


def _write(folder: Incidents, checked: Checked, pages: dict[str, str], change: Renaming) -> None:
    """The alias first, then the folder, then the others: whatever stops it, no reference is lost."""
    from pirgen.renaming import renamed_path

    home = f"{change.old}/incident.yaml"
    if not change.is_moved:
        if home in change.texts:  # else an interrupted run has written it
            replace_text(folder / home, checked.library.files[home].content, change.texts[home])
        place = (folder / home).parent
        os.rename(place, place.with_name(change.new))
    for name, text in change.texts.items():
        if name in pages:
            replace_text(Path(name), Path(name).read_bytes(), text)
        elif name != home:
            path = folder / renamed_path(name, change)
            replace_text(path, checked.library.files[name].content, text)


_DOCS = re.compile(r"""^docs_dir:[ ]*["']?([^\s"'#]+)""", re.MULTILINE)


def _pages(folder: Incidents) -> Iterator[Path]:
    """Texts outside of the folder that may link an incident: mkdocs.yml, the site's pages, and those beside."""
    from pirgen.source.several import real_paths

    homes = real_paths(folder)
    root = folder.parent if isinstance(folder, Path) else Path()
    configuration = root / "mkdocs.yml"
    found = _DOCS.search(_text(configuration)) if configuration.is_file() else None
    docs = root / (found[1] if found else "docs")
    for path in sorted({configuration, *root.glob("*.md"), *docs.rglob("*.md")}):
        if path.is_file() and not path.is_symlink() and not any(map(path.is_relative_to, homes)):
            yield path


def _text(path: Path) -> str:
    """A file as text; nothing where it is none."""
    try:
        return path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        return ""
