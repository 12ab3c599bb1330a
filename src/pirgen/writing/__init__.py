"""Writes to the disk, always whole or not at all. What somebody wrote or published is never left half done."""

from pirgen.writing.files import create_file, create_folder, replace_file
from pirgen.writing.record import SiteRecord
from pirgen.writing.site import Staging, StagingError
from pirgen.writing.tree import TreeWritten, write_tree

__all__ = [
    "SiteRecord",
    "Staging",
    "StagingError",
    "TreeWritten",
    "create_file",
    "create_folder",
    "replace_file",
    "write_tree",
]
