"""``pirgen mcp``: a server for assistants, over standard input and output."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from pirgen.cli.shared.configuration import incidents_folder
from pirgen.cli.shared.exits import stops_cleanly
from pirgen.cli.shared.folders import first_step
from pirgen.cli.shared.options import FolderType
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.source import Incidents


@click.command()
@click.argument("folder", type=FolderType(), default=incidents_folder)
@click.option(
    "--audience",
    type=click.Choice(["internal", "public"]),
    default="internal",
    show_default=True,
    help="Answer as these readers may read; 'public' leaves out all that is internal.",
)
@stops_cleanly
def mcp(folder: Incidents, audience: str) -> None:
    """Answer assistants over the Model Context Protocol, on standard input and output.

    FOLDER is the folder of incidents, by default as in mkdocs.yml, else 'incidents'. Its tools search, read
    incidents, find similar ones, list open actions, explain codes and check a text. They change nothing.
    Install it with: pip install 'pirgen[mcp]'

    \b
    Examples:
      pirgen mcp
      pirgen mcp reliability/incidents
      pirgen mcp --audience public
    """
    from pirgen.cache_file import open_cache
    from pirgen.model import Audience

    if not folder.is_dir():
        raise PirgenError(f"there is no folder '{folder}' here; {first_step(folder)}")
    try:
        from pirgen.assistants.server import server_of
    except ModuleNotFoundError as missing:
        if not (missing.name or "").startswith("mcp"):
            raise
        raise PirgenError("this needs the SDK of the protocol: pip install 'pirgen[mcp]'") from missing
    with open_cache(folder) as cache:
        server_of(folder, Audience(audience), cache).run("stdio")
