"""Door one: the terminal. Parses arguments, calls the pipeline, prints, and sets the exit code.

0 means that nothing is wrong, 1 that something was found, 2 that the command could not be carried out.
One module a command; what a command needs is imported when it runs, so that ``pirgen check`` starts fast.
"""

from __future__ import annotations

import io
import sys

import click

from pirgen import __version__
from pirgen.cli.shared.on_demand import CommandsOnDemand
from pirgen.cli.shared.terminal import HarmlessGroup

__all__ = ["main"]

_PLACES = {
    "actions": "actions:actions",
    "build": "site:build",
    "check": "check:check",
    "doctor": "health:doctor",
    "draw": "draw:draw",
    "explain": "explain:explain",
    "export": "export:export",
    "import": "import_:import_",
    "init": "init:init",
    "mcp": "mcp:mcp",
    "migrate": "migrate:migrate",
    "new": "new:new",
    "policy": "policy:policy",
    "rename": "rename:rename",
    "report": "report:report",
    "schema": "schema:schema",
    "search": "search:search",
    "serve": "site:serve",
    "similar": "search:similar",
    "tree": "tree:tree",
}
"""The module and the name in it of every command."""


@click.group(
    cls=HarmlessGroup,
    commands=CommandsOnDemand(_PLACES),
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)
@click.version_option(__version__, prog_name="pirgen")
def main() -> None:
    """Turn a folder of incident and review YAML into a searchable site.

    \b
    Examples:
      pirgen init                   make this folder a repository of incidents
      pirgen new "Checkout failed for every order" --severity SEV-2 --service checkout
      pirgen import incident.json   begin from what another tool exports
      pirgen check                  check every file of the folder 'incidents'
      pirgen check --strict         the same for CI: warnings fail too
      pirgen explain PIR105         why a rule is there, with an example
      pirgen build                  check, then build the site into 'site'
      pirgen serve                  show the site and rebuild it on every change
      pirgen actions --due-within 7 what is overdue, and what is due in a week
      pirgen similar 2026-03-14-checkout-down            have we seen this before?
      pirgen tree incidents/2026-03-14-checkout-down     the ways to fail
      pirgen doctor                 what is missing on this machine or in this folder
      pirgen draw 2026-03-14-checkout-down timeline -o timeline.png   a diagram for slides
      pirgen report 2026-03-14-checkout-down -o report.pdf            one file to hand over
    """
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a console that lacks a letter shows '?'
