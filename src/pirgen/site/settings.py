"""What follows from the settings of a site, for every door that builds one."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from pirgen import history

__all__ = ["history_url", "shown_folder"]

_HISTORIES = {
    "github": "commits/HEAD",
    "gitlab": "-/commits/HEAD",
    "bitbucket": "history-node/HEAD",
    "codeberg": "commits/branch/main",
}
"""Where the hosts of repositories show the history of a file."""


def shown_folder(incidents_dir: str) -> str:
    """The folder of incidents as authors know it: no page shows a path of this machine."""
    folder = Path(incidents_dir)
    return folder.name if folder.is_absolute() else folder.as_posix()


def history_url(written: str | None, repo_url: str, incidents_dir: str, incidents: Path) -> str:
    """Where a file's history is shown: as written, else as the repository's host does it."""
    if written is not None:
        return written
    host = urlsplit(repo_url).hostname or ""
    custom = next((path for name, path in _HISTORIES.items() if name in host), "")
    if not custom:
        return ""
    place = history.path_in_repository(incidents)
    folder = f"{incidents_dir}/" if place is None else place
    return f"{repo_url.rstrip('/')}/{custom}/{folder}{{path}}"
