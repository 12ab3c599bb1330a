"""What git knows of a folder, and the clock.

Its types are in ``__init__.pyi``: its modules are imported when they are asked for, and most commands need one.
"""

from importlib import import_module

_MODULES = {
    "before": (
        "changed_folders",
        "committed_folder",
        "folder_before",
        "is_anything_staged",
        "is_of_site",
        "staged_folder",
    ),
    "commits": ("Commit", "status_commits"),
    "days": ("AS_OF_VARIABLE", "Changes", "as_of", "changes", "guessed_day", "missing_dates"),
    "git": ("committed_in", "path_in_repository", "refusal"),
}

__all__ = sorted(name for names in _MODULES.values() for name in names)


def __getattr__(name: str) -> object:
    """A name that other rooms may use."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
