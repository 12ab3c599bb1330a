"""Writes to the disk, always whole or not at all. What somebody wrote or published is never left half done."""

from pirgen.writing.files import create_file, create_folder, replace_file
from pirgen.writing.site import Staging, StagingError

__all__ = ["Staging", "StagingError", "create_file", "create_folder", "replace_file"]
