"""YAML text becomes the model; every value keeps its line and column."""

from pirgen.source.codes import READING_CODES
from pirgen.source.fields import is_incident_id
from pirgen.source.folder import (
    INCIDENT_FILE,
    REVIEW_FILE,
    VOCABULARY_FILE,
    Folder,
    is_yaml,
)
from pirgen.source.library import LONGEST_INCIDENT_ID, Library, files_read, incident_ids, read_library
from pirgen.source.several import Incidents, SeveralFolders, only_vocabulary, read_folder
from pirgen.source.yaml.characters import BOM

__all__ = [
    "BOM",
    "INCIDENT_FILE",
    "LONGEST_INCIDENT_ID",
    "READING_CODES",
    "REVIEW_FILE",
    "VOCABULARY_FILE",
    "Folder",
    "Incidents",
    "Library",
    "SeveralFolders",
    "files_read",
    "incident_ids",
    "is_incident_id",
    "is_yaml",
    "only_vocabulary",
    "read_folder",
    "read_library",
]
