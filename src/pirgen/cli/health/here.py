"""Looks at the folder that pirgen is started in: its configuration, its incidents, git and the cache."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pirgen.cli.health.examination import Examination
from pirgen.cli.shared.configuration import incidents_folder, settings_in
from pirgen.errors import PirgenError
from pirgen.wording.plurals import counted

__all__ = ["here"]

_CONFIGURATION = Path("mkdocs.yml")


def here() -> Iterator[Examination]:
    """What pirgen works on."""
    yield from _configuration()
    try:
        folder = incidents_folder()
    except PirgenError as problem:
        yield Examination("incidents", str(problem), "see the guide's page on several folders")
        return
    if not folder.is_dir():
        yield Examination(
            "incidents", f"no folder '{folder}'", "pirgen init, or set incidents_dir in mkdocs.yml"
        )
        return
    yield from _incidents()
    yield from _git()
    yield _cache()


def _configuration() -> Iterator[Examination]:
    if Path("zensical.toml").exists():
        yield Examination(
            "zensical", "zensical.toml is here", "zensical runs no plugins: its site lacks every incident"
        )
    if not _CONFIGURATION.exists():
        yield Examination("mkdocs.yml", "none: 'pirgen build' uses built-in settings")
        return
    given = settings_in(_CONFIGURATION)
    if not given:
        yield Examination("mkdocs.yml", "cannot be read as YAML", "see what is wrong with: mkdocs build")
        return
    names = _plugins(given.get("plugins"))
    if "INHERIT" in given:
        yield Examination("mkdocs.yml", f"inherits from {given['INHERIT']}")
    elif "pirgen" in names:
        yield Examination("mkdocs.yml", f"plugins: {', '.join(names)}")
    else:
        yield Examination("mkdocs.yml", "pirgen is not among its plugins", "add '- pirgen' under 'plugins:'")
    if "plugins" in given and "INHERIT" not in given and not any(name.endswith("search") for name in names):
        yield Examination(
            "search", "no search plugin", "add '- search' under 'plugins:', or pages have no search box"
        )
    if not given.get("site_url"):
        yield Examination("site_url", "not set; feeds and links in messages need it")
    theme = given.get("theme")
    if isinstance(theme, dict) and theme.get("name") == "material" and theme.get("font") is not False:
        remedy = "set 'font: false' under 'theme:', or every reader's browser asks Google for fonts"
        yield Examination("fonts", "from another host", remedy)


def _plugins(written: Any) -> list[str]:
    entries = written if isinstance(written, (list, dict)) else []
    return [str(next(iter(entry)) if isinstance(entry, dict) and entry else entry) for entry in entries]


def _incidents() -> Iterator[Examination]:
    from pirgen.cli.shared.folders import checked_folder
    from pirgen.diagnostics import Level

    checked = checked_folder(incidents_folder())
    errors = sum(found.level is Level.ERROR for found in checked.diagnostics)
    vocabularies = [file for file in checked.texts if file.endswith("vocabularies.yaml")]
    count = counted(len(checked.book.incidents), "incident")
    seen = f"{incidents_folder()}: {count}, judged as of {checked.as_of}"
    yield Examination(
        "incidents",
        seen if not errors else f"{seen}, {counted(errors, 'error')}",
        "" if not errors else "pirgen check",
    )
    yield Examination("vocabulary", ", ".join(vocabularies) or "none: the built-in words")


def _git() -> Iterator[Examination]:
    from pirgen import history
    from pirgen.source.several import real_paths

    folder = incidents_folder()
    for path in real_paths(folder):
        if history.path_in_repository(path) is None and not history.refusal(path):
            yield Examination(
                "git", f"'{path}' is in no repository: pages have no dates, late means late today"
            )
            return
    missing = history.missing_dates(folder)
    seen, _, remedy = missing.partition("; ")
    yield Examination("git", seen or "the whole history is here", remedy or (missing and "see above"))


def _cache() -> Examination:
    from pirgen import history

    folder = Path(".cache", "pirgen")
    if folder.exists() and history.committed_in(folder):
        remedy = "git rm -r --cached .cache, and add .cache/ to .gitignore"
        return Examination("cache", "git has it, so it is not used", remedy)
    there = folder if folder.exists() else Path()
    if not os.access(there, os.W_OK):
        return Examination(
            "cache", f"'{folder}' cannot be written", "make it writable, or builds draw everything again"
        )
    return Examination("cache", folder.as_posix())
