"""Where the incidents are, as the site's mkdocs.yml says; MkDocs itself takes too long to be asked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from yaml import Node, SafeLoader

    from pirgen.source import Incidents

__all__ = ["environment_value", "incidents_folder", "settings_in", "templates_folder", "whole_of"]

_USUAL = "incidents"
_DEEPEST = 5
"""How many configurations may inherit from one another."""


def incidents_folder(root: Path = Path()) -> Incidents:
    """The option ``incidents_dir`` of the mkdocs.yml in a folder; ``incidents`` where it does not set it.

    Raises PirgenError where it names neither a folder nor several.
    """
    options = _written(root / "mkdocs.yml", _DEEPEST)
    written = options.get("incidents_dir") or _USUAL
    if isinstance(written, str):
        return root / written
    from pirgen.source.several import incidents_from

    return incidents_from(written, options.get("vocabulary"), root)


def settings_in(config_file: Path) -> dict[str, Any]:
    """A configuration as data; nothing where it cannot be read."""
    try:
        return _read(config_file.read_text(encoding="utf-8-sig"))
    except (OSError, UnicodeDecodeError):
        return {}


def templates_folder(config_file: Path) -> Path:
    """The option ``templates_dir`` of a configuration; ``templates`` where it sets none."""
    written = _written(config_file, _DEEPEST, "templates_dir").get("templates_dir")
    return config_file.parent / (written if isinstance(written, str) else "templates")


def whole_of(folder: Path) -> Incidents:
    """The folders that a folder is one book with, if the mkdocs.yml here or above it names several."""
    for root in dict.fromkeys((Path(), *folder.absolute().parents)):
        if (root / "mkdocs.yml").is_file():
            found = incidents_folder(root)
            if not isinstance(found, Path) and found.of(folder):
                return found
    return folder


def _written(config_file: Path, depth: int, name: str = "incidents_dir") -> dict[str, Any]:
    """The options of the plugin as a configuration, or one that it inherits from, sets them."""
    try:
        text = config_file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return {}
    if name not in text and "INHERIT" not in text:
        return {}  # no need to read it as YAML
    given = _read(text)
    own = _option(given.get("plugins"), name)
    base = given.get("INHERIT")
    if own or not isinstance(base, str) or not depth:
        return own
    return _written(config_file.parent / base, depth - 1, name)


def _option(plugins: Any, name: str) -> dict[str, Any]:
    """The options among plugins, which are a list or a mapping; nothing where that one is not among them."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("pirgen") if isinstance(entry, dict) else None
        if isinstance(options, dict) and isinstance(options.get(name), (str, list)):
            return options
    return {}


def environment_value(loader: SafeLoader, node: Node) -> object:
    """What ``!ENV NAME`` or ``!ENV [NAME, OTHER, default]`` stands for, as in MkDocs."""
    from yaml import SequenceNode

    if not isinstance(node, SequenceNode):
        return os.environ.get(str(node.value))
    names = loader.construct_sequence(node)
    known = (os.environ[str(name)] for name in names[:-1] if str(name) in os.environ)
    return next(known, names[-1] if names else None)


def _read(text: str) -> dict[str, Any]:
    """The configuration as data: ``!ENV`` is looked up, what another tag makes is left out."""
    import yaml

    class Loader(yaml.SafeLoader):
        """Knows the tags of MkDocs configurations."""

    Loader.add_constructor("!ENV", environment_value)
    Loader.add_multi_constructor("", lambda *_: None)
    try:
        given = yaml.load(text, Loader=Loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return given if isinstance(given, dict) else {}
