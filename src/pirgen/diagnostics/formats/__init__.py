"""Output formats of ``pirgen check``: each module turns a report into one text."""

from __future__ import annotations

from enum import StrEnum
from typing import assert_never

from pirgen.diagnostics.report import Report

__all__ = ["Format", "render"]


class Format(StrEnum):
    """The formats, as ``--format`` names them."""

    TEXT = "text"
    GITHUB = "github"
    JSON = "json"
    SARIF = "sarif"
    GITLAB = "gitlab"


def render(report: Report, output: Format, colour: bool = False) -> str:
    """The report in a format; ``colour`` is for text only. Only the module of that format is imported."""
    match output:
        case Format.TEXT:
            from pirgen.diagnostics.formats import text

            return text.render(report, colour)
        case Format.GITHUB:
            from pirgen.diagnostics.formats import github

            return github.render(report)
        case Format.JSON:
            from pirgen.diagnostics.formats import json

            return json.render(report)
        case Format.SARIF:
            from pirgen.diagnostics.formats import sarif

            return sarif.render(report)
        case Format.GITLAB:
            from pirgen.diagnostics.formats import gitlab

            return gitlab.render(report)
        case _:
            assert_never(output)
