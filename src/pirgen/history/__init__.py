"""What git knows of a folder, and the clock."""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pirgen.history.before import (
        changed_folders,
        committed_folder,
        folder_before,
        is_anything_staged,
        is_of_site,
        staged_folder,
    )
    from pirgen.history.commits import Commit, status_commits
    from pirgen.history.days import AS_OF_VARIABLE, Changes, as_of, changes, guessed_day, missing_dates
    from pirgen.history.git import committed_in, path_in_repository, refusal

__all__ = [
    "AS_OF_VARIABLE",
    "Changes",
    "Commit",
    "as_of",
    "changed_folders",
    "changes",
    "committed_folder",
    "committed_in",
    "folder_before",
    "guessed_day",
    "is_anything_staged",
    "is_of_site",
    "missing_dates",
    "path_in_repository",
    "refusal",
    "staged_folder",
    "status_commits",
]

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


def __getattr__(name: str) -> object:
    """What is asked for, whose module is imported then: most commands need one of them."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(import_module(f"{__name__}.{module}"), name)
    raise AttributeError(f"module '{__name__}' has no attribute '{name}'")
