"""The commands of the program, each imported when somebody asks for it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from importlib import import_module

import click

__all__ = ["CommandsOnDemand"]


class CommandsOnDemand(Mapping[str, click.Command]):
    """Commands by name; ``places`` are their modules of ``pirgen.cli`` and names in them, as ``site:build``."""

    def __init__(self, places: Mapping[str, str]) -> None:
        self._places = places

    def __getitem__(self, name: str) -> click.Command:
        module, _, function = self._places[name].partition(":")
        command: click.Command = getattr(import_module(f"pirgen.cli.{module}"), function)
        return command

    def __iter__(self) -> Iterator[str]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)
