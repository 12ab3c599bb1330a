"""The shape of a module that reads a tool's exports."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from pirgen.imports.export_value import ExportValue
from pirgen.imports.incident import ImportedIncident
from pirgen.privacy import KnownTool

__all__ = ["ToolReader"]


@dataclass(frozen=True)
class ToolReader:
    """A tool, how to know one of its exports, and what an export says, an incident or a part of one each.

    The name of the file, which ``read`` is given too, matters to the few tools that say something by it.
    """

    tool: KnownTool
    recognises: Callable[[ExportValue], bool]
    read: Callable[[ExportValue, str], Iterator[ImportedIncident]]
