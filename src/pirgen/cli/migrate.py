"""``pirgen migrate``: files of an older version of the form become files of the newest."""

from __future__ import annotations

from pathlib import Path

import click

from pirgen.cli.shared.configuration import incidents_folder
from pirgen.cli.shared.difference import print_difference
from pirgen.cli.shared.exits import stops_cleanly
from pirgen.cli.shared.folders import first_step
from pirgen.cli.shared.terminal import print_note, print_text
from pirgen.errors import PirgenError
from pirgen.wording.plurals import counted
from pirgen.writing import replace_file


@click.command()
@click.argument("folder", type=click.Path(path_type=Path), default=incidents_folder)
@click.option("--write", "writes", is_flag=True, help="Change the files; by default the difference is shown.")
@stops_cleanly
def migrate(folder: Path, writes: bool) -> None:
    """Bring files to the newest version of the form, in place; comments and layout stay.

    FOLDER is the folder of incidents, by default as in mkdocs.yml, else incidents.

    \b
    Examples:
      pirgen migrate            show what would change
      pirgen migrate --write    change it
    """
    from pirgen import pipeline
    from pirgen.migrating import migrate as migrated
    from pirgen.source.schema.json_schema import FORM_VERSION

    if not folder.is_dir():
        raise PirgenError(f"there is no folder '{folder}' here; {first_step(folder)}")
    done = migrated(pipeline.read(folder))
    for reason in done.left:
        print_note(f"left as it is: {reason}")
    for file, text in done.after.items():
        if writes:
            replace_file(folder / file, text.encode())
            print_text((folder / file).as_posix())
        else:
            print_difference(done.before[file], text, (folder / file).as_posix())
    if not done.after:
        newest = f"version {FORM_VERSION} of the form is the newest, and no file has a key of an older one"
        print_note(f"nothing to migrate: {newest}")
    elif not writes:
        print_note(f"{counted(len(done.after), 'file')} would change; change them with: pirgen migrate --write")
