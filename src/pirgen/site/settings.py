"""What follows from the settings of a site, for every door that builds one."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import urlsplit

from pirgen import history
from pirgen.diagnostics import near_miss
from pirgen.errors import PirgenError
from pirgen.pages import OPTIONAL_PARTS
from pirgen.source import Incidents

__all__ = ["history_urls", "left_out_parts", "mount_of", "shown_folder"]

_HISTORIES = {
    "github": "commits/HEAD",
    "gitlab": "-/commits/HEAD",
    "bitbucket": "history-node/HEAD",
    "codeberg": "commits/branch/main",
}
"""Where the hosts of repositories show the history of a file."""


_MOUNT = re.compile(r"[\w.-]+(?:/[\w.-]+)*")


def mount_of(written: object) -> str:
    """The folder of the site that our pages are in, with a ``/`` at its end; nothing is the site's root."""
    mount = str(written or "").strip("/")
    if mount and (not _MOUNT.fullmatch(mount) or set(mount.split("/")) & {".", ".."}):
        raise PirgenError(f"mkdocs.yml: pages_dir: '{written}' is not a folder of the site, such as reviews")
    return f"{mount}/" if mount else ""


def left_out_parts(written: object) -> tuple[str, ...]:
    """The parts of the site that it does without."""
    names = [str(name) for name in written] if isinstance(written, list) else []
    for name in names:
        if name not in OPTIONAL_PARTS:
            near = near_miss(name, OPTIONAL_PARTS)
            hint = f"; did you mean '{near}'?" if near else f"; choose from {', '.join(OPTIONAL_PARTS)}"
            raise PirgenError(f"mkdocs.yml: leave_out: '{name}' is no part that a site can do without{hint}")
    return tuple(sorted(set(names)))


def shown_folder(written: object) -> str:
    """The folder of incidents as authors know it: no page shows a path of this machine."""
    if not isinstance(written, str):
        return "the folder of your team"
    folder = Path(written)
    return folder.name if folder.is_absolute() else folder.as_posix()


def history_urls(known: str | None, repository: str, written: object, incidents: Incidents) -> dict[str, str]:
    """Where a file's history is shown, by the names of several folders: as configured, or as its host does."""
    sources = () if isinstance(incidents, Path) else incidents.sources
    for address in (known, *(source.history_url for source in sources)):
        if urlsplit(address or "").scheme not in ("", "http", "https"):
            raise PirgenError(f"mkdocs.yml: history_url: '{address}' is not the address of a web page")
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
