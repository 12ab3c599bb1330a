"""What a shell offers where the tab key is pressed: ids, severities, services, codes and kinds of drawings.

A shell asks at each press, so that no more is read than names of folders and the vocabulary. What cannot be
read is not offered; a completion never shows an error.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

import click

from pirgen.cli.shared.configuration import incidents_folder
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.model import Vocabulary

__all__ = ["codes", "drawings", "ids", "services", "severities"]


def ids(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The ids of incidents, the newest first."""
    from pirgen.source import is_incident_id
    from pirgen.source.several import real_paths

    try:
        folders = [folder for folder in real_paths(incidents_folder()) if folder.is_dir()]
        names = {path.name for folder in folders for path in folder.iterdir() if is_incident_id(path.name)}
    except (OSError, PirgenError):
        return []
    return _begun(sorted(names, reverse=True), begun)


def severities(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The severities of the vocabulary, the worst first."""
    vocabulary = _vocabulary()
    return _begun([level.id for level in vocabulary.severities], begun) if vocabulary else []


def services(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The services that the vocabulary lists."""
    vocabulary = _vocabulary()
    return _begun([service.id for service in vocabulary.services], begun) if vocabulary else []


def codes(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The codes of ``pirgen check``."""
    from pirgen.rules.catalogue import EXPLANATIONS

    return _begun(sorted(EXPLANATIONS), begun)


def drawings(context: click.Context, parameter: click.Parameter, begun: str) -> list[str]:
    """The kinds of drawings."""
    from pirgen.diagrams.drawing import KINDS

    return _begun(KINDS, begun)


def _begun(words: Iterable[str], begun: str) -> list[str]:
    """The words that begin so, whatever the case of what was typed."""
    return [word for word in words if word.lower().startswith(begun.lower())]


def _vocabulary() -> Vocabulary | None:
    from pirgen.cli.shared.folders import vocabulary_of

    try:
        return vocabulary_of(incidents_folder())
    except (OSError, PirgenError):
        return None
