"""``pirgen check``: what is wrong, line by line."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import Any

import click

from pirgen.cli.common import (
    FIRST_STEP,
    FOUND,
    as_of_option,
    checked_folder,
    folder_of,
    prefix_of,
    stops_cleanly,
    strict_option,
)
from pirgen.cli.mending import Wish, fix_options, mended_folder
from pirgen.errors import PirgenError


@click.command()
@click.argument("paths", nargs=-1, type=click.Path(path_type=Path))
@strict_option
@as_of_option
@fix_options
@stops_cleanly
def check(
    paths: tuple[Path, ...], strict: bool, as_of: datetime | None, fix: bool, diff: bool, unsafe_fixes: bool
) -> None:
    """Check incidents and reviews, and say line by line what is wrong.

    PATHS are the folder of incidents, or single incidents or files in it: then the whole folder is
    read and only what concerns them is said. The default is 'incidents'.

    \b
    Examples:
      pirgen check
      pirgen check reliability/incidents
      pirgen check incidents/2026-03-14-checkout-down/pir.yaml
      pirgen check --diff           show what --fix would change
      pirgen check --fix            mend what can be mended without a doubt
    """
    from pirgen.diagnostics import render_text

    wish = Wish(fix, diff, unsafe_fixes)
    failed = False
    for folder, chosen in _chosen(paths or (Path("incidents"),)):
        if wish.is_mending:
            checked, would_change = mended_folder(folder, chosen, as_of, wish)
            failed = failed or would_change
        else:
            checked = checked_folder(folder, as_of)
        shown = [found for found in checked.diagnostics if not chosen or found.place.file.startswith(chosen)]
        if wish.diff:
            pass  # the difference alone goes to the output, ready for 'git apply'
        elif shown:
            click.echo(render_text(shown, checked.texts, prefix_of(folder)))
        else:
            count = len(checked.book.incidents)
            click.echo(f"{folder}: {count} incident{'' if count == 1 else 's'}, nothing is wrong")
        failed = failed or _fails(shown, strict)
    sys.exit(FOUND if failed else 0)


def _chosen(paths: tuple[Path, ...]) -> list[tuple[Path, tuple[str, ...]]]:
    """Each folder of incidents that paths lie in, with the files asked for; none means all of them."""
    chosen: dict[Path, set[str]] = {}
    whole = set()
    for path in paths:
        if not path.exists():
            raise PirgenError(f"there is no '{path}' here; {FIRST_STEP}")
        folder, name = folder_of(path)
        chosen.setdefault(folder, set()).add(name)
        if not name:
            whole.add(folder)
    return [(folder, () if folder in whole else tuple(sorted(names))) for folder, names in chosen.items()]


def _fails(diagnostics: list[Any], strict: bool) -> bool:
    from pirgen.diagnostics import Level

    levels = {diagnostic.level for diagnostic in diagnostics}
    return Level.ERROR in levels or (strict and Level.WARNING in levels)
