"""``pirgen export``: the site as a plain docs tree, for other programs; and the one that we start ourselves."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

import click

from pirgen.cli.shared.exits import stops_cleanly
from pirgen.cli.shared.options import as_of_option, strict_option
from pirgen.cli.shared.terminal import print_note, print_text
from pirgen.errors import PirgenError

__all__ = ["build_with_zensical", "export"]


@click.command()
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "-f",
    "--config-file",
    type=click.Path(path_type=Path, dir_okay=False),
    default=Path("mkdocs.yml"),
    show_default=True,
    help="MkDocs configuration; without one, built-in settings are used.",
)
@strict_option
@as_of_option
@click.option(
    "--audience",
    type=click.Choice(["internal", "public"]),
    help="Export for these readers. [default: the plugin's option; else internal]",
)
@stops_cleanly
def export(folder: Path, config_file: Path, strict: bool, as_of: date | None, audience: str | None) -> None:
    """Write the site as a plain docs tree: Markdown pages, files beside them, and an mkdocs.yml without pirgen.

    Zensical, MkDocs, ProperDocs and TechDocs build the same site from it, without any plugin of ours. Only
    files that differ are written. What an earlier export wrote and this one does not is removed; nothing else
    is touched.

    \b
    Examples:
      pirgen export ../review-site
      pirgen export --audience public build/docs
      cd ../review-site && zensical build
    """
    from pirgen.cli.shared.exporting import export_tree
    from pirgen.writing import write_tree

    tree = export_tree(config_file, as_of, audience, strict)
    done = write_tree(folder, tree.files)
    print_text(
        f"{folder.as_posix()}: {tree.pages} pages; {done.written} files written, {done.unchanged} unchanged, "
        f"{done.removed} removed"
    )
    for path in done.kept:
        print_note(f"pirgen: '{folder / path}' is no longer part of the site; it was edited, so it is kept")


def build_with_zensical(
    config_file: Path, site: Path, as_of: date | None, audience: str | None, strict: bool
) -> None:
    """Export the site into a folder that is gone afterwards, and have zensical build it."""
    from pirgen.cli.shared.exporting import export_tree
    from pirgen.writing import Staging, write_tree

    program = _zensical()
    tree = export_tree(config_file, as_of, audience, strict)
    with TemporaryDirectory(prefix="pirgen-") as folder:
        write_tree(Path(folder), tree.files)
        done = subprocess.run([*program, "build", *(["--strict"] if strict else [])], cwd=folder, check=False)
        if done.returncode:
            raise PirgenError(f"zensical failed with exit code {done.returncode}; the site is unchanged")
        staging = Staging(site)
        try:
            shutil.copytree(Path(folder, "site"), staging.folder, dirs_exist_ok=True)
            staging.publish()
        finally:
            staging.discard()


def _zensical() -> list[str]:
    """How to start zensical: the one that is installed beside pirgen, else the one on the path."""
    beside = shutil.which("zensical", path=os.path.dirname(sys.executable))
    if found := beside or shutil.which("zensical"):
        return [found]
    raise PirgenError("zensical is not installed; install it with: pip install zensical")
