"""What ``pirgen export`` and ``pirgen build --engine`` share: the site of a configuration as a docs tree."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pirgen.cli.shared.configuration import templates_folder
from pirgen.cli.shared.exits import FOUND
from pirgen.cli.shared.folders import checked_folder, errors_text
from pirgen.cli.shared.terminal import print_note
from pirgen.cli.shared.untrusted import SafeConfiguration, safe_configuration
from pirgen.errors import PirgenError

if TYPE_CHECKING:
    from pirgen.source import Incidents

__all__ = ["ExportedTree", "export_tree"]


@dataclass(frozen=True)
class ExportedTree:
    """The files of a tree by their paths, and how many pages are among them."""

    files: Mapping[str, bytes]
    pages: int


def export_tree(config_file: Path, as_of: date | None, audience: str | None, strict: bool) -> ExportedTree:
    """The tree of a site; reports what is left out, and stops where a file has an error."""
    from pirgen.audience import public_book, refuse_leaks
    from pirgen.cache_file import open_cache
    from pirgen.diagrams import Drawer
    from pirgen.pipeline import build
    from pirgen.site.docs_tree import docs_tree
    from pirgen.site.settings import mount_of

    configuration = _configuration(config_file)
    options = _options(configuration)
    incidents = _incidents(options)
    templates = templates_folder(config_file.absolute())
    checked = checked_folder(incidents, as_of or _day(options.get("as_of")))
    _report(checked, incidents, strict)
    is_public = (audience or options.get("audience")) == "public"
    book = public_book(checked.book) if is_public else checked.book
    settings = _settings(configuration, options, incidents, checked.as_of, templates)
    with open_cache(incidents) as cache, Drawer(cache=cache) as drawer:
        pages = build(book, settings, drawer)
        own = dict(_own_files(Path(configuration.values["docs_dir"]), incidents, templates))
        mount = mount_of(options.get("pages_dir"))
        tree = docs_tree(pages, book, own, incidents, settings, mount, _note)
        files = {file.path: file.content for file in tree}
    contents = {f"docs/{path}": content for path, content in files.items()}
    contents["mkdocs.yml"] = _written(configuration, mount, set(files)).encode()
    if is_public:
        refuse_leaks(checked.book, book, contents.items())
    return ExportedTree(contents, sum(path.endswith(".md") for path in files))


def _note(said: str) -> None:
    print_note(f"pirgen: {said}")


def _configuration(config_file: Path) -> SafeConfiguration:
    """The site's configuration as far as it is data, or the one that ``pirgen init`` writes."""
    if config_file.exists():
        found = safe_configuration(config_file, Path("site"), is_trusted=True)
        told = [each for each in found.left_out if not each.endswith("plugin 'pirgen'")]
        if told:
            print_note(f"pirgen: the export leaves out: {', '.join(told)}")
        return found
    if config_file != Path("mkdocs.yml"):
        raise PirgenError(f"there is no '{config_file}' here")
    if not Path("incidents").is_dir():
        raise PirgenError(
            "there is neither an mkdocs.yml nor a folder 'incidents' here; start with: pirgen init"
        )
    starter = safe_configuration(Path(str(files("pirgen").joinpath("starter", "mkdocs.yml"))), Path("site"))
    values = {**starter.values, "docs_dir": str(Path("no-pages-of-its-own").absolute())}
    _options(replace(starter, values=values))["incidents_dir"] = str(Path("incidents").absolute())
    return replace(starter, values=values)


def _options(configuration: SafeConfiguration) -> dict[str, Any]:
    plugins: list[dict[str, dict[str, Any]]] = configuration.values["plugins"]
    return next(each["pirgen"] for each in plugins if "pirgen" in each)


def _incidents(options: Mapping[str, Any]) -> Incidents:
    """The folder of incidents as it is called from here, or several."""
    from pirgen.source.several import incidents_from

    written = options["incidents_dir"]
    if isinstance(written, str):
        return Path(os.path.relpath(written))
    return incidents_from(written, options.get("vocabulary"), Path())


def _day(written: object) -> date | None:
    if written is None or isinstance(written, date):
        return written
    try:
        return date.fromisoformat(str(written))
    except ValueError as problem:
        raise PirgenError(f"as_of: '{written}' is not a date such as 2026-03-31") from problem


def _report(checked: Any, incidents: Incidents, strict: bool) -> None:
    from pirgen.diagnostics import Level

    levels = {found.level for found in checked.diagnostics}
    if Level.ERROR in levels or Level.WARNING in levels:
        print_note(errors_text(checked, incidents).rstrip("\n"))
    if Level.ERROR in levels or (strict and Level.WARNING in levels):
        sys.exit(FOUND)


def _settings(
    configuration: SafeConfiguration,
    options: Mapping[str, Any],
    incidents: Incidents,
    as_of: date,
    templates: Path,
) -> Any:
    from pirgen import history
    from pirgen.pages import Settings
    from pirgen.site.settings import history_urls, left_out_parts, mount_of, shown_folder

    values = configuration.values
    address = str(values.get("site_url") or "")
    written = incidents.as_posix() if isinstance(incidents, Path) else None
    repository = str(values.get("repo_url") or "")
    return Settings(
        as_of=as_of,
        directory_urls=False,
        templates=templates if templates.is_dir() else None,
        incidents=shown_folder(written),
        history_urls=history_urls(options.get("history_url"), repository, written, incidents),
        changes=history.changes(incidents),
        site_url=f"{address.rstrip('/')}/{mount_of(options.get('pages_dir'))}" if address else "",
        left_out=left_out_parts(options.get("leave_out")),
        site_name=str(values.get("site_name") or "Incident reviews"),
    )


def _own_files(docs: Path, incidents: Incidents, templates: Path) -> Iterator[tuple[str, Path]]:
    """The site's own pages and files; never the sources of ours, should they lie among them."""
    from pirgen.source.several import real_paths

    sources = [*real_paths(incidents), templates.resolve()]
    for path in sorted(docs.rglob("*")):
        inner = path.relative_to(docs)
        is_hidden = any(part.startswith(".") for part in inner.parts)
        is_source = any(path.resolve().is_relative_to(source) for source in sources)
        if path.is_file() and not is_hidden and not is_source:
            yield inner.as_posix(), path


def _written(configuration: SafeConfiguration, mount: str, paths: set[str]) -> str:
    """The mkdocs.yml of the tree: no plugin of ours, and the navigation as far as its pages are there."""
    import yaml

    values = dict(configuration.values)
    starter = yaml.safe_load(files("pirgen").joinpath("starter", "mkdocs.yml").read_text(encoding="utf-8"))
    sheets = sorted(
        path for path in paths if path.startswith(f"{mount}assets/pirgen/") and path.endswith(".css")
    )
    theme = dict(values["theme"])
    features = [name for name in theme.get("features", ()) if not str(name).startswith("navigation.instant")]
    extensions = values["markdown_extensions"]
    has_attributes = any({"attr_list", "extra", "pymdownx.extra"} & each.keys() for each in extensions)
    values |= {
        "docs_dir": "docs",
        "site_dir": "site",
        "edit_uri": "",
        "use_directory_urls": False,
        "nav": _kept(values.get("nav") or starter["nav"], paths),
        "not_in_nav": "*",
        "theme": {**theme, **({"features": features} if features else {})},
        "plugins": [each for each in values["plugins"] if "pirgen" not in each],
        "markdown_extensions": [*extensions, *([] if has_attributes else [{"attr_list": {}}])],
        "extra_css": [*sheets, *values.get("extra_css", ())],
    }
    values["plugins"] = [
        next(iter(each)) if not next(iter(each.values())) else each for each in values["plugins"]
    ]
    values["markdown_extensions"] = [
        next(iter(each)) if not next(iter(each.values())) else each for each in values["markdown_extensions"]
    ]
    values.pop("validation", None)
    return replace(configuration, values=values).text


def _kept(entries: Any, paths: set[str]) -> list[Any]:
    """The entries of a navigation that lead to a page of the tree, or out of the site."""
    kept: list[Any] = []
    for entry in entries if isinstance(entries, list) else []:
        title, target = next(iter(entry.items())) if isinstance(entry, dict) and entry else ("", entry)
        if isinstance(target, list):
            inner = _kept(target, paths)
            kept += [{title: inner}] if inner else []
        elif isinstance(target, str) and (target in paths or "://" in target):
            kept.append({title: target} if title else target)
    return kept
