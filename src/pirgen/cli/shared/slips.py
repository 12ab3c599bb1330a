"""Slips of a command line: commands and options by names of other tools, or in the wrong place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

import click

from pirgen.diagnostics import near_miss

__all__ = ["explained", "near_path"]

_COMMANDS: Mapping[str, str] = {
    "check": "lint validate verify test audit status review",
    "check --fix": "fix format fmt autofix repair",
    "build": "generate make compile publish html site render deploy mkdocs",
    "serve": "preview watch run dev server start live",
    "new": "create add open draft incident",
    "actions": "list ls todo todos tasks backlog overdue due followups",
    "search": "find grep query",
    "similar": "related seen duplicates",
    "import": "convert load pull ingest",
    "tree": "graph fta cutsets cut-sets fault-tree",
    "draw": "diagram plot svg png timeline",
    "report": "pdf handout print",
    "migrate": "upgrade update convert-form",
    "rename": "mv move",
    "init": "setup bootstrap scaffold quickstart",
    "doctor": "diagnose env info",
    "explain": "rule rules why",
    "schema": "schemas jsonschema",
    "--help": "help usage man commands",
    "--version": "version",
}
_COMMAND_BY_WORD = {word: command for command, words in _COMMANDS.items() for word in words.split()}

_OPTIONS: Mapping[str, str] = {
    "--dev-addr": "--port --host --bind --addr --address -p",
    "--site-dir": "--output --out --dest --output-dir --outdir --destination -o",
    "--output": "--out --dest --file --to",
    "--format json": "--json",
    "--format": "--output-format --reporter --sarif --github --gitlab",
    "--as-of": "--date --today --day --now --on",
    "--fix": "-fix --autofix --apply --write",
    "--strict": "--werror --fail-on-warnings --error-on-warnings --fatal-warnings",
    "--audience": "--public --internal --visibility --for",
    "--changed-since": "--since --base --diff-base --from --ref",
    "--config-file": "--config --conf -c",
    "--severity": "--sev --level --priority",
    "--service": "--services --component",
    "--no-cache": "--fresh --clean --force",
}


def explained(error: click.UsageError) -> click.UsageError:
    """The error, with what leads out of it if that is known."""
    message, hint = error.message, ""
    if isinstance(error, click.exceptions.NoSuchCommand):
        command = _COMMAND_BY_WORD.get(error.command_name.casefold(), "")
        hint = f"Did you mean 'pirgen {command}'?" if command else ""
    elif isinstance(error, click.NoSuchOption) and error.ctx:
        hint = _of_option(error.option_name, error.ctx)
    elif isinstance(error, click.BadParameter) and error.param and isinstance(error.param.type, click.Choice):
        written = message.partition("'")[2].partition("'")[0]
        near = near_miss(written, map(str, error.param.type.choices))
        message, hint = error.format_message(), f"Did you mean '{near}'?" if near else ""
    return click.UsageError(f"{message} {hint}", error.ctx) if hint else error


def _of_option(option: str, ctx: click.Context) -> str:
    known = _options(ctx.command)
    if isinstance(ctx.command, click.Group):
        owners = [name for name, command in ctx.command.commands.items() if option in _options(command)]
        owner = "build" if "build" in owners else next(iter(owners), "")
        return f"Options follow their command: pirgen {owner} {option}" if owner else ""
    meant = [
        ours
        for ours, theirs in _OPTIONS.items()
        if ours.partition(" ")[0] in known and option in theirs.split()
    ]
    meant += sorted(name for name in known if len(option) == 2 and name.startswith(f"-{option}"))
    return f"Did you mean '{meant[0]}'?" if meant else ""


def _options(command: click.Command) -> set[str]:
    return {name for param in command.params for name in (*param.opts, *param.secondary_opts)}


def near_path(path: Path) -> str:
    """``did you mean 'incidents'?`` for a path that is not there, where one beside it is spelt like it."""
    folder = path.parent
    names: Iterable[str] = (each.name for each in folder.iterdir()) if folder.is_dir() else ()
    near = near_miss(path.name, names)
    return f"did you mean '{folder / near}'?" if near else ""
