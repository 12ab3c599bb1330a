"""Where the incidents are, as the site's mkdocs.yml says; MkDocs itself takes too long to be asked."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

__all__ = ["incidents_folder", "plugin_option"]

_USUAL = "incidents"
_DEEPEST = 5
"""How many configurations may inherit from one another."""


def incidents_folder(root: Path = Path()) -> Path:
    """The option ``incidents_dir`` of the mkdocs.yml in a folder; ``incidents`` where it does not set it."""
    return root / (plugin_option(root / "mkdocs.yml", "incidents_dir") or _USUAL)


def plugin_option(config_file: Path, name: str) -> str:
    """An option of the plugin that is a text, as a configuration sets it; an empty string where it does not."""
    return _written(config_file, name, _DEEPEST)


def _written(config_file: Path, name: str, depth: int) -> str:
    """The option as a configuration, or one that it inherits from, sets it; an empty string if none does."""
    try:
        text = config_file.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError):
        return ""
    if name not in text and "INHERIT" not in text:
        return ""  # no need to read it as YAML
    given = _read(text)
    own = _option(given.get("plugins"), name)
    base = given.get("INHERIT")
    if own or not isinstance(base, str) or not depth:
        return own
    return _written(config_file.parent / base, name, depth - 1)


def _option(plugins: Any, name: str) -> str:
    """The option among plugins, which are a list or a mapping."""
    entries = plugins if isinstance(plugins, list) else [plugins]
    for entry in entries:
        options = entry.get("pirgen") if isinstance(entry, dict) else None
        if isinstance(options, dict) and isinstance(options.get(name), str):
            return str(options[name])
    return ""


def _read(text: str) -> dict[str, Any]:
    """The configuration as data: ``!ENV`` is looked up, what another tag makes is left out."""
    import yaml

    class Loader(yaml.SafeLoader):
        """Knows the tags of MkDocs configurations."""

    def environment(loader: yaml.SafeLoader, node: yaml.Node) -> object:
        if not isinstance(node, yaml.SequenceNode):
            return os.environ.get(str(node.value))
        names = loader.construct_sequence(node)
        known = (os.environ[str(name)] for name in names[:-1] if str(name) in os.environ)
        return next(known, names[-1] if names else None)

    Loader.add_constructor("!ENV", environment)
    Loader.add_multi_constructor("", lambda *_: None)
    try:
        given = yaml.load(text, Loader=Loader)
    except (yaml.YAMLError, ValueError, RecursionError):
        return {}
    return given if isinstance(given, dict) else {}
