"""An mkdocs.yml as data, for ``pirgen build --untrusted`` and ``pirgen export``: no code of it is run.

An mkdocs.yml is a program: it names hooks, plugins, extensions, templates and folders. From one that comes
with a pull request only what is listed here is taken over, as data. Everything else is left out and reported.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from pirgen.cli.shared.configuration import environment_value
from pirgen.errors import PirgenError
from pirgen.source.several import usual_name

__all__ = ["SafeConfiguration", "safe_configuration"]

_MOST_BYTES = 256 * 1024

_PLAIN = (
    "site_name", "site_url", "site_description", "site_author", "copyright", "repo_url", "repo_name",
    "edit_uri", "use_directory_urls", "nav", "exclude_docs", "draft_docs", "not_in_nav", "validation",
    "extra", "extra_css",
)  # fmt: skip
"""Keys that are data for the theme and for MkDocs itself."""

_REPLACED = ("docs_dir", "site_dir", "theme", "plugins", "markdown_extensions", "mdx_configs")
"""Keys that are looked into, or that have values of their own here."""

_THEMES = ("material", "materialx", "mkdocs", "readthedocs")
_THEME_KEYS = (
    "language", "locale", "features", "palette", "font", "icon", "logo", "favicon", "color_mode",
    "user_color_mode_toggle", "direction", "highlightjs", "hljs_style", "hljs_languages", "navigation_depth",
    "nav_style", "shortcuts", "include_homepage_in_sidebar", "prev_next_buttons_location",
)  # fmt: skip

_PLUGINS: Mapping[str, tuple[str, ...]] = {
    "search": ("lang",),
    "material/search": ("lang",),
    "tags": (),
    "material/tags": (),
    "offline": (),
    "material/offline": (),
    "pirgen": ("incidents_dir", "vocabulary", "as_of", "history_url", "audience", "pages_dir", "leave_out"),
}
"""Plugins that read nothing but pages, with the options that they may have."""

_EXTENSIONS = (
    "abbr", "admonition", "attr_list", "codehilite", "def_list", "extra", "fenced_code", "footnotes",
    "md_in_html", "nl2br", "sane_lists", "smarty", "tables", "toc", "pymdownx.betterem", "pymdownx.caret",
    "pymdownx.critic", "pymdownx.details", "pymdownx.emoji", "pymdownx.extra", "pymdownx.highlight",
    "pymdownx.inlinehilite", "pymdownx.keys", "pymdownx.magiclink", "pymdownx.mark", "pymdownx.progressbar",
    "pymdownx.saneheaders", "pymdownx.smartsymbols", "pymdownx.superfences", "pymdownx.tabbed",
    "pymdownx.tasklist", "pymdownx.tilde",
)  # fmt: skip
"""Markdown extensions that read no files; pymdownx.snippets and pymdownx.b64 do."""

_UNSAFE_OPTIONS = ("options", "base_path")
"""Options of extensions that name files."""

_NAMES = (
    "material.extensions.emoji.twemoji", "material.extensions.emoji.to_svg",
    "pymdownx.emoji.twemoji", "pymdownx.emoji.gemoji", "pymdownx.emoji.to_svg",
    "pymdownx.superfences.fence_code_format", "pymdownx.superfences.fence_div_format",
)  # fmt: skip
"""Functions that a configuration may name with ``!!python/name:``."""


@dataclass(frozen=True)
class SafeConfiguration:
    """An mkdocs.yml that is safe to build with, and what of the original it leaves out."""

    values: dict[str, Any]
    left_out: tuple[str, ...]

    @property
    def text(self) -> str:
        """It as a file."""
        return yaml.dump(self.values, Dumper=_Dumper, allow_unicode=True, sort_keys=False)


class _Name(str):
    """A Python function that the original names and that may be called."""

    __slots__ = ()


class _LeftOut:
    """The place of a value with a tag that may run code or read the environment."""


class _Loader(yaml.SafeLoader):
    """Reads data only. Every tag becomes a listed function, or nothing; aliases are refused."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse aliases, with which a small file can hold a large one."""
        if self.check_event(yaml.AliasEvent):
            raise yaml.YAMLError("aliases such as *name are not read")
        return super().compose_node(parent, index)


class _OwnLoader(_Loader):
    """The same for a configuration that may read the environment, and so publish what is in it."""


class _Dumper(yaml.SafeDumper):
    """Writes the functions back as the original names them."""


def _function(loader: _Loader, suffix: str, node: yaml.Node) -> object:
    return _Name(suffix) if suffix in _NAMES else _LeftOut()


def _represented(dumper: yaml.SafeDumper, name: _Name) -> yaml.Node:
    return dumper.represent_scalar(f"tag:yaml.org,2002:python/name:{name}", "")


_Loader.add_multi_constructor("tag:yaml.org,2002:python/name:", _function)
_Loader.add_multi_constructor("tag:yaml.org,2002:python/", lambda *_: _LeftOut())
_Loader.add_multi_constructor("!", lambda *_: _LeftOut())
_OwnLoader.add_constructor("!ENV", environment_value)
_Dumper.add_representer(_Name, _represented)


def safe_configuration(config_file: Path, site_dir: Path, is_trusted: bool = False) -> SafeConfiguration:
    """A safe configuration for the checkout that a configuration file lies in; raises PirgenError.

    One that is trusted may name folders outside of it, links, and variables of the environment.
    """
    root = config_file.absolute().parent
    given = _read(config_file, _OwnLoader) if is_trusted else _read_stranger(config_file)
    folder = partial(_trusted_folder if is_trusted else _folder, root)
    left_out = [f"'{key}'" for key in given if key not in (*_PLAIN, *_REPLACED)]
    safe: dict[str, Any] = {}
    for key in _PLAIN:
        if key in given:
            safe[key] = _without_tags(given[key], key, left_out)
    plugins = dict(_plugins(given.get("plugins", ["search"]), left_out))
    ours = plugins.setdefault("pirgen", {})
    ours |= {"incidents_dir": _incidents(folder, ours.get("incidents_dir", "incidents")), "sandboxed": True}
    if "vocabulary" in ours:
        ours["vocabulary"] = str(folder(ours["vocabulary"]))
    extensions = dict(_extensions(given.get("markdown_extensions", []), left_out))
    safe |= {
        "site_name": safe.get("site_name") or "Incident reviews",
        "docs_dir": str(folder(given.get("docs_dir", "docs"))),
        "site_dir": str(site_dir.absolute()),
        "theme": _theme(given.get("theme"), left_out),
        "plugins": [{name: options} for name, options in plugins.items()],
        "markdown_extensions": [{name: options} for name, options in extensions.items()],
    }
    if "mdx_configs" in given:
        left_out.append("'mdx_configs'")
    return SafeConfiguration(safe, tuple(left_out))


def _read_stranger(config_file: Path) -> dict[str, Any]:
    if config_file.is_symlink() or config_file.stat().st_size > _MOST_BYTES:
        raise PirgenError(f"'{config_file}' is a link or too large to be read with --untrusted")
    return _read(config_file, _Loader)


def _read(config_file: Path, loader: type[_Loader]) -> dict[str, Any]:
    try:
        given = yaml.load(config_file.read_bytes(), Loader=loader)
    except (yaml.YAMLError, ValueError, RecursionError) as problem:
        raise PirgenError(f"cannot read '{config_file}': {problem}") from problem
    if not isinstance(given, dict) or not all(isinstance(key, str) for key in given):
        raise PirgenError(f"cannot read '{config_file}': expected keys such as site_name")
    return given


def _without_tags(value: Any, at: str, left_out: list[str]) -> Any:
    """The value without what a tag made of it; only data remains."""
    if isinstance(value, dict):
        return {
            str(key): _without_tags(inner, f"{at}.{key}", left_out)
            for key, inner in value.items()
            if not _is_left_out(inner, f"{at}.{key}", left_out)
        }
    if isinstance(value, list):
        return [_without_tags(inner, at, left_out) for inner in value if not _is_left_out(inner, at, left_out)]
    if _is_left_out(value, at, left_out):
        return None
    return value


def _is_left_out(value: Any, at: str, left_out: list[str]) -> bool:
    if isinstance(value, _LeftOut):
        left_out.append(f"'{at}'")
    return isinstance(value, _LeftOut)


def _incidents(folder: Callable[[Any], Path], written: Any) -> Any:
    """The folder of incidents, or several; those of a stranger lie in the checkout."""
    if not isinstance(written, list):
        return str(folder(written))
    given = [each if isinstance(each, dict) else {"path": each} for each in written]
    named = [{"name": usual_name(str(each.get("path"))), **each} for each in given]
    return [each | {"path": str(folder(each.get("path")))} for each in named]


def _trusted_folder(root: Path, written: Any) -> Path:
    return Path(os.path.normpath(root / str(written)))


def _folder(root: Path, written: Any) -> Path:
    """A folder of the checkout, without a symbolic link on the way to it or in it; raises PirgenError."""
    path = Path(os.path.normpath(root / str(written)))
    if not path.is_relative_to(root) or path == root:
        raise PirgenError(f"'{written}' is not a folder within '{root}'; --untrusted reads nothing else")
    for part in (path, *path.parents[: len(path.relative_to(root).parts) - 1]):
        if part.is_symlink():
            raise _linked(part, root)
    for place, folders, files in os.walk(path):
        for name in (*folders, *files):
            if os.path.islink(os.path.join(place, name)):
                raise _linked(Path(place, name), root)
    return path


def _linked(path: Path, root: Path) -> PirgenError:
    shown = path.relative_to(root).as_posix()
    return PirgenError(
        f"'{shown}' is a symbolic link, which --untrusted does not follow; replace it with a copy"
    )


def _theme(given: Any, left_out: list[str]) -> dict[str, Any]:
    theme = {"name": given} if isinstance(given, str) else given if isinstance(given, dict) else {}
    name = theme.get("name", "material")
    if name not in _THEMES:
        left_out.append(f"theme '{name}'")
        name = "material"
    left_out += [f"'theme.{key}'" for key in theme if key not in (*_THEME_KEYS, "name")]
    kept = {key: theme[key] for key in _THEME_KEYS if key in theme}
    return {"font": False, "name": name} | dict(_without_tags(kept, "theme", left_out))


def _entries(given: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    """The names of a list or mapping of plugins or extensions, with their options."""
    items = list(given.items()) if isinstance(given, dict) else []
    for entry in given if isinstance(given, list) else []:
        items += entry.items() if isinstance(entry, dict) else [(entry, None)]
    for name, options in items:
        yield str(name), options if isinstance(options, dict) else {}


def _plugins(given: Any, left_out: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, options in _entries(given):
        if name not in _PLUGINS:
            left_out.append(f"plugin '{name}'")
            continue
        left_out += [f"'{key}' of plugin '{name}'" for key in options if key not in _PLUGINS[name]]
        kept = {key: options[key] for key in _PLUGINS[name] if key in options}
        yield name, dict(_without_tags(kept, f"plugins.{name}", left_out))


def _extensions(given: Any, left_out: list[str]) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, options in _entries(given):
        if name.removeprefix("markdown.extensions.") not in _EXTENSIONS:
            left_out.append(f"Markdown extension '{name}'")
            continue
        kept = {key: value for key, value in options.items() if key not in _UNSAFE_OPTIONS}
        left_out += [f"'{key}' of '{name}'" for key in options if key in _UNSAFE_OPTIONS]
        if name in ("extra", "pymdownx.extra"):
            kept = {}  # its options are those of extensions that it contains
        yield name, dict(_without_tags(kept, f"markdown_extensions.{name}", left_out))
