"""What follows from the settings of a site, for every door that builds one."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from pirgen import history
from pirgen.source import Incidents

__all__ = ["history_urls", "shown_folder"]

_HISTORIES = {
    "github": "commits/HEAD",
    "gitlab": "-/commits/HEAD",
    "bitbucket": "history-node/HEAD",
    "codeberg": "commits/branch/main",
}
"""Where the hosts of repositories show the history of a file."""


def shown_folder(written: object) -> str:
    """The folder of incidents as authors know it: no page shows a path of this machine."""
    if not isinstance(written, str):
        return "the folder of your team"
    folder = Path(written)
    return folder.name if folder.is_absolute() else folder.as_posix()


def history_urls(known: str | None, repository: str, written: object, incidents: Incidents) -> dict[str, str]:
    """Where a file's history is shown, by the names of several folders: as configured, or as its host does."""
    if isinstance(incidents, Path):
        return {"": _history_url(repository, incidents, str(written)) if known is None else known}
    return {
        source.name: source.history_url
        or _history_url(source.repo_url or repository, source.path, source.shown)
        for source in incidents.sources
    }


def _history_url(repository: str, folder: Path, shown: str) -> str:
    host = urlsplit(repository).hostname or ""
    custom = next((path for name, path in _HISTORIES.items() if name in host), "")
    if not custom:
        return ""
    place = history.path_in_repository(folder)
    return f"{repository.rstrip('/')}/{custom}/{f'{shown}/' if place is None else place}{{path}}"
